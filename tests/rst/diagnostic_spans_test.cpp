// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Every message marks the text that it is about: in the file of its line, in the block that has the line, and not nothing.

#include "golden_publications.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <format>

namespace {

/// The lines around `line`, as far as the next unindented line that follows a blank one, on both sides: a top-level block.
struct BlockLines {
    std::uint32_t first = 1;
    std::uint32_t last = 1;
};

BlockLines blockAround(std::span<const rst::Line> lines, std::uint32_t line)
{
    const auto startsBlock = [&](std::uint32_t number) {
        const auto at = [&](std::uint32_t n) { return lines[n - 1].text; };
        return number == 1 || (!at(number).empty() && at(number).front() != ' ' && at(number - 1).empty());
    };
    const auto count = std::uint32_t(lines.size());
    BlockLines block{.first = std::min(line, count), .last = std::min(line, count)};
    while (block.first > 1 && !startsBlock(block.first))
        --block.first;
    while (block.last < count && !startsBlock(block.last + 1))
        ++block.last;
    return block;
}

/// Where docutils' line is not that of the text: it counts lines in some nested blocks anew, and gives the message about
/// the number of anonymous references the line where the reader has come to.
bool hasLineOfDocutils(const GoldenPublication &golden, const rst::Diagnostic &diagnostic)
{
    return golden.path.stem() == "nested_line_numbers" || diagnostic.kind == rst::DiagnosticKind::AnonymousMismatch;
}

class Spans : public testing::TestWithParam<rst::Dialect>
{
};

TEST_P(Spans, LieInTheBlockOfTheirLine)
{
    for (const GoldenPublication &golden : goldenPublications(GetParam())) {
        const rst::SourceMap &sources = golden.publication.document.sources();
        for (const rst::Diagnostic &diagnostic : golden.publication.diagnostics) {
            const std::string what =
                std::format("{}: line {}: {}", golden.path.filename().string(), diagnostic.line, diagnostic.message);
            EXPECT_FALSE(diagnostic.span.isEmpty()) << what << ": marks nothing";
            if (diagnostic.span.isEmpty())
                continue;
            EXPECT_EQ(sources.fileOf(diagnostic.span.begin), sources.fileOf(diagnostic.span.end - 1)) << what;
            const rst::SourceMap::Location begin = sources.locate(diagnostic.span.begin);
            const rst::SourceMap::Location end = sources.locate(diagnostic.span.end);
            if (diagnostic.line == 0 || begin.file != 0 || hasLineOfDocutils(golden, diagnostic))
                continue;
            const BlockLines block = blockAround(sources.lines(0), diagnostic.line);
            EXPECT_TRUE(begin.line <= block.last + 1 && end.line >= block.first)
                << what << ": marks lines " << begin.line << " to " << end.line;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Dialects, Spans, testing::Values(rst::Dialect::Docutils, rst::Dialect::Sphinx));

} // namespace
