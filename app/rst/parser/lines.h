// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/document/source_map.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// A block of lines: docutils' `StringList`, as a view. Nested blocks are new arrays of lines (cut out or
/// dedented), whose texts still point into the source, so that every position stays known.
using Lines = std::span<const Line>;

/// Where the arrays of nested blocks live: memory given out in order and given back in reverse.
class LineArena
{
public:
    [[nodiscard]] std::span<Line> allocate(std::size_t count);

    /// Frees, at the end of a scope, all that was allocated in it.
    class Scope
    {
    public:
        explicit Scope(LineArena &arena) noexcept : m_arena(arena), m_chunk(arena.m_chunk), m_used(arena.m_used) {}
        ~Scope()
        {
            m_arena.m_chunk = m_chunk;
            m_arena.m_used = m_used;
        }
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        LineArena &m_arena;
        std::size_t m_chunk;
        std::size_t m_used;
    };

private:
    struct Chunk {
        std::unique_ptr<Line[]> lines = {};
        std::size_t size = 0;
    };

    std::vector<Chunk> m_chunks;
    std::size_t m_chunk = 0; // index of the chunk in use; m_chunks.size() when none is
    std::size_t m_used = 0;
};

/// Text for the inline parser: one or more lines, joined by `\n`.
struct InlineText {
    std::string_view text = {};
    Lines lines = {}; // whose texts `text` joins; empty where it has no source
    // The line in which spanIn() found a position last, and where it starts in `text`.
    mutable std::size_t lastLine = 0;
    mutable std::size_t lastLineBegin = 0;
};

/// Joins lines into one text. A view into the source where the lines stand there just so; else a copy in the document.
[[nodiscard]] InlineText joined(Document &document, Lines lines);

/// The lines as one text, joined by `\n`.
[[nodiscard]] std::string joinedText(Lines lines);

/// The source span of `text.text.substr(begin, end - begin)`.
[[nodiscard]] Span spanIn(const SourceMap &sources, const InlineText &text, std::size_t begin,
                          std::size_t end) noexcept;

/// The span from the first line's first character to the last line's end.
[[nodiscard]] Span spanOf(const SourceMap &sources, Lines lines) noexcept;

/// Leading spaces of a line.
[[nodiscard]] std::size_t indentOf(std::string_view line) noexcept;

/// The line without its first `count` characters.
[[nodiscard]] std::string_view withoutFirst(std::string_view line, std::size_t count) noexcept;

/// The block without blank lines at its ends.
[[nodiscard]] Lines trimmedBlank(Lines lines) noexcept;

} // namespace rst
