// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// One line of input as the parser sees it: tabs expanded, trailing white space gone, without its line end.
///
/// The view points into a SourceMap even when it is empty, so that its position is always known;
/// dropping indentation is `text.remove_prefix`.
struct Line {
    std::string_view text = {};
    std::uint32_t number = 0; // 1-based, within its own file
};

/// The files of one run, main file first, and the position space that their text shares.
///
/// A position is a byte offset into the normalised text of all files laid end to end. For a file with
/// neither tabs nor vertical tabs nor form feeds the normalised text is the text itself, and positions
/// in the main file are byte offsets of its source.
class SourceMap
{
public:
    /// Where something is in the file as its author wrote it.
    struct Location {
        std::uint32_t file = 0;
        std::uint32_t line = 1;   // 1-based; lines as Python's str.splitlines() counts them
        std::uint32_t column = 1; // 1-based, in code points
        std::uint32_t byte = 0;   // 0-based offset into the file's source
    };

    /// Takes a copy of `source` and cuts it into lines as docutils' `statemachine.string2lines` does
    /// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#whitespace): lines end where
    /// Python's `str.splitlines()` ends them, `\v` and `\f` become spaces, tabs go to multiples of
    /// `tabWidth` columns, trailing Unicode white space is dropped from the views.
    /// `source` must be valid UTF-8 (see `text/utf8.h`). The result lives as long as the map.
    std::span<const Line> add(std::string path, std::string_view source, unsigned tabWidth = 8);

    /// Like add(), but the lines are numbered from `firstLine` of `path`: text made from a part of a file.
    std::span<const Line> addPart(std::string path, std::string_view source, std::uint32_t firstLine,
                                  unsigned tabWidth = 8);

    /// The position of a character of the normalised text; nothing for a pointer to anything else.
    [[nodiscard]] std::optional<std::uint32_t> positionOf(const char *character) const noexcept;

    /// The span of a view into the normalised text; an empty span at 0 for any other view.
    [[nodiscard]] Span spanOf(std::string_view view) const noexcept;

    /// The normalised text in a span, which must lie in one file.
    [[nodiscard]] std::string_view textOf(Span span) const noexcept;

    [[nodiscard]] Location locate(std::uint32_t position) const;
    /// The file that a position is in; there must be one.
    [[nodiscard]] std::uint32_t fileOf(std::uint32_t position) const noexcept;
    [[nodiscard]] std::string_view path(std::uint32_t file) const noexcept { return m_files[file]->path; }
    [[nodiscard]] std::uint32_t fileCount() const noexcept { return std::uint32_t(m_files.size()); }
    [[nodiscard]] std::span<const Line> lines(std::uint32_t file) const noexcept { return m_files[file]->lines; }

private:
    struct File {
        std::string path = {};
        std::string source = {}; // only kept where it differs from `text`
        std::unique_ptr<char[]> text = {};
        std::uint32_t size = 0;
        std::uint32_t base = 0; // position of text[0]
        std::uint32_t firstLine = 1;
        unsigned tabWidth = 8;
        std::vector<Line> lines = {};
        std::vector<std::uint32_t> sourceBegins = {}; // of each line, where `source` is kept
    };

    [[nodiscard]] const File &fileAt(std::uint32_t position) const noexcept;

    std::vector<std::unique_ptr<File>> m_files;
    std::vector<const File *> m_byAddress; // of their texts
    std::uint32_t m_end = 0;
};

} // namespace rst
