// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Finding tables in the text: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables. What is in a
// table is for grid_table.cpp, simple_table.cpp and table_builder.cpp.

#include "rst/parser/table.h"

#include "rst/parser/block_parser.h"
#include "rst/parser/table_line.h"
#include "rst/text/unicode.h"

#include <algorithm>

namespace rst {

// Body.table_top, Body.table
void BlockParser::tableTop(BlockMachine &machine, TableKind kind)
{
    IsolatedTable isolated = kind == TableKind::Grid ? isolateGridTable(machine) : isolateSimpleTable(machine);
    if (!isolated.lines.empty()) {
        const Lines block = isolated.lines;
        const std::uint32_t tableLine = machine.lineNumber() - std::uint32_t(block.size()) + 1;
        const auto parsed =
            kind == TableKind::Grid ? parseGridTable(m_context, block) : parseSimpleTable(m_context, block);
        if (parsed)
            add(machine, buildTable(m_context, *parsed, tableLine, spanOf(m_context.document.sources(), block)));
        else
            add(machine, malformedTable(machine, block, parsed.error().message, parsed.error().offset));
    }
    add(machine, isolated.messages);
    if (!isolated.blankFinish) {
        const Span next = spanOfLine(machine, machine.at + 1);
        const Place place{machine.lineNumber() + 1, next.isEmpty() ? spanOfLine(machine, machine.at) : next};
        add(machine, m_context.reporter.report<DiagnosticKind::BlankLineAfterTable>(place));
    }
}

// Body.isolate_grid_table
BlockParser::IsolatedTable BlockParser::isolateGridTable(BlockMachine &machine)
{
    IsolatedTable result;
    const std::ptrdiff_t first = machine.at;
    std::ptrdiff_t end = flushLeftEnd(machine);
    if (end < textBlockEnd(machine)) {
        result.messages.push_back(m_context.reporter.report<DiagnosticKind::UnexpectedIndentation>(
            {machine.block.sourceLine(end), spanOfLine(machine, end)}));
        result.blankFinish = false;
    }
    const auto lineAt = [&](std::ptrdiff_t index) { return trimmed(machine.block.lines[std::size_t(index)].text); };
    for (std::ptrdiff_t i = first; i < end; ++i) { // check left edge
        const std::string_view line = lineAt(i);
        if (line.front() != '+' && line.front() != '|') {
            result.blankFinish = false;
            end = i;
        }
    }
    nextLine(machine, end - 1 - first);

    const auto isolate = [&] {
        const std::span<Line> lines = m_context.lines.allocate(std::size_t(end - first));
        for (std::ptrdiff_t i = first; i < end; ++i)
            lines[std::size_t(i - first)] = {.text = lineAt(i), .number = machine.block.lines[std::size_t(i)].number};
        return lines;
    };
    if (!isGridTableBorder(lineAt(end - 1))) { // find bottom
        result.blankFinish = false;
        // from second-last to third line of table:
        std::ptrdiff_t bottom = end - 2;
        while (bottom > first + 1 && !isGridTableBorder(lineAt(bottom)))
            --bottom;
        if (bottom <= first + 1) {
            result.messages.push_back(malformedTable(machine, isolate()));
            return result;
        }
        // docutils steps back too far, and so reads the last row and the border again.
        previousLine(machine, end - bottom + 1);
        end = bottom + 1;
    }
    const std::span<Line> block = isolate();
    const std::size_t width = TableLine(block.front().text).width();
    for (const Line &line : block) { // check right edge
        const char last = line.text.back();
        if (TableLine(line.text).width() != width || (last != '+' && last != '|')) {
            result.messages.push_back(malformedTable(machine, block));
            return result;
        }
    }
    result.lines = block;
    return result;
}

// Body.isolate_simple_table
BlockParser::IsolatedTable BlockParser::isolateSimpleTable(BlockMachine &machine)
{
    const Lines lines = machine.block.lines;
    const auto start = std::size_t(machine.at);
    const std::size_t limit = lines.size() - 1;
    const std::size_t topLength = lines[start].text.size();
    const auto isLast = [&](std::size_t i) { return i == limit || lines[i + 1].text.empty(); };
    const auto isolate = [&](std::size_t last) {
        const std::span<Line> block = m_context.lines.allocate(last + 1 - start);
        std::ranges::copy(lines.subspan(start, block.size()), block.begin());
        return block;
    };
    std::size_t borders = 0;
    std::size_t lastBorder = start;
    for (std::size_t i = start + 1; i <= limit; ++i) {
        if (!isSimpleTableBorder(lines[i].text))
            continue;
        if (lines[i].text.size() != topLength) {
            nextLine(machine, std::ptrdiff_t(i - start));
            return {.messages = {malformedTable(machine, isolate(i),
                                                "Bottom/header table border does not match top border.")},
                    .blankFinish = isLast(i)};
        }
        ++borders;
        lastBorder = i;
        if (borders == 2 || isLast(i)) {
            nextLine(machine, std::ptrdiff_t(i - start));
            return {.lines = isolate(i), .blankFinish = isLast(i)};
        }
    }
    const std::size_t last = borders != 0 ? lastBorder : limit;
    nextLine(machine, std::ptrdiff_t(last - start));
    const std::string_view detail = borders != 0 ? "No bottom table border found or no blank line after table bottom."
                                                 : "No bottom table border found.";
    return {.messages = {malformedTable(machine, isolate(last), detail)}, .blankFinish = borders == 0};
}

// Body.malformed_table
NodeId BlockParser::malformedTable(const BlockMachine &machine, Lines block, std::string_view detail,
                                   std::uint32_t offset)
{
    auto startLine = std::int64_t(machine.lineNumber()) - std::int64_t(block.size()) + 1;
    if (startLine <
        1) // stepping back too far, docutils may come before the first line, and takes lines from the end then
        startLine = std::max<std::int64_t>(startLine + std::int64_t(m_lineCount), 1);
    const std::string separator = detail.empty() ? "" : "\n";
    const Place place{std::uint32_t(startLine) + offset, spanOf(m_context.document.sources(), block)};
    const NodeId message = m_context.reporter.report<DiagnosticKind::MalformedTable>(place, separator, detail);
    m_context.reporter.quote(message, joinedText(block));
    return message;
}

} // namespace rst
