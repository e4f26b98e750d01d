// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/lines.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace rst {

/// The lines that one or more block machines read, and docutils' numbers for them.
///
/// docutils counts lines from an offset that it is told, which is not always right: cells of tables are one off, and a
/// directive's content counts lines without those of its options. Messages take that number, nodes the line's own.
class Block
{
public:
    Block(Lines blockLines, std::uint32_t firstLine) : lines(blockLines), m_firstLine(firstLine) {}

    Lines lines;

    /// docutils' `abs_line_number()` when it stands at this line, which may be past the end.
    [[nodiscard]] std::uint32_t lineNumber(std::ptrdiff_t index) const noexcept;

    /// The line's number in its own file (docutils' `get_source_and_line()`).
    [[nodiscard]] std::uint32_t sourceLine(std::ptrdiff_t index) const noexcept;

    /// Puts included lines before the line `index` (docutils' `StateMachine.insert_input()`).
    void insert(std::size_t index, Lines included);

private:
    struct Insertion {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    std::uint32_t m_firstLine;
    std::vector<Insertion> m_insertions; // by place; an inclusion within another one is part of that
    std::vector<std::unique_ptr<Line[]>> m_ownLines;
};

/// A reader of blocks: docutils' `StateMachine`, less its states, which are functions of BlockParser.
///
/// Machines of lists and sections are copies that read on in the same block.
struct BlockMachine {
    Block &block;
    NodeId node = NodeId::None; // `state_machine.node`, the states' `parent`: where elements go
    std::ptrdiff_t at = -1;     // the current line, an index into the block; may be before or past it
    bool matchTitles = false;
    bool isAttached = false; // whether `node` is in the document by docutils' reckoning, so that children get a line
    bool isOutermost = false;
    bool eofCheck = true; // `Line.eofcheck`: whether a marker at the end is a transition
    // Where the text block looked at last ends, and its lines before an indented one: no line is looked at again and again.
    std::size_t textBlockEnd = 0;
    std::size_t flushLeftEnd = 0;

    [[nodiscard]] std::ptrdiff_t size() const noexcept { return std::ptrdiff_t(block.lines.size()); }
    [[nodiscard]] bool isInside() const noexcept { return at >= 0 && at < size(); }
    [[nodiscard]] const Line &line() const noexcept { return block.lines[std::size_t(at)]; }
    [[nodiscard]] std::string_view text() const noexcept { return line().text; }
    [[nodiscard]] std::uint32_t lineNumber() const noexcept { return block.lineNumber(at); }
    [[nodiscard]] std::uint32_t sourceLine() const noexcept { return block.sourceLine(at); }
    [[nodiscard]] bool isNextLineBlank() const noexcept
    {
        return at + 1 >= size() || block.lines[std::size_t(at + 1)].text.empty();
    }
    /// `StateMachine.at_eof()`.
    [[nodiscard]] bool isAtEnd() const noexcept { return at >= size() - 1; }
};

/// An indented block, cut out of its surroundings.
struct IndentedBlock {
    std::span<Line> lines = {};
    std::uint32_t firstLine = 0; // docutils' number of its first line
    bool blankFinish = true;     // whether a blank line or the end follows
};

/// How much of its first line a block does not have: what a marker takes there.
struct FirstIndent {
    std::size_t bytes = 0;
};

enum class UntilBlank : bool { No, Yes };
enum class StripIndent : bool { No, Yes };
enum class StripTop : bool { No, Yes };

} // namespace rst
