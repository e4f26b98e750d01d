// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Texts that nest without end, and texts that a careless parser looks through again and again.

#include "rst/engine.h"
#include "rst/parser/block_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

std::size_t countOf(const rst::Publication &publication, rst::DiagnosticKind kind)
{
    return std::size_t(std::ranges::count(publication.diagnostics, kind, &rst::Diagnostic::kind));
}

TEST(DeepNesting, KeepsWhatIsTooDeepAndSaysSoOnce)
{
    std::string source;
    for (int i = 0; i < 3000; ++i)
        source += "- ";
    source += "end\n";
    const rst::Publication publication = rst::Engine().publish(source);
    EXPECT_EQ(countOf(publication, rst::DiagnosticKind::NestingTooDeep), 1u);
    EXPECT_TRUE(publication.document[rst::Document::root()].asText().contains("end"));
}

TEST(DeepNesting, ReportsAtMostOnceForManyPlaces)
{
    std::string quote;
    for (unsigned i = 0; i < rst::BlockParser::maximumDepth + 20; ++i)
        quote += std::string(i, ' ') + "x\n\n";
    const rst::Publication publication = rst::Engine().publish(quote + "Plain again.\n\n" + quote);
    EXPECT_EQ(countOf(publication, rst::DiagnosticKind::NestingTooDeep), 1u);
}

TEST(LongTexts, TooLongALineIsNotParsed)
{
    const rst::Publication publication = rst::Engine().publish("*a*\n\n" + std::string(10'001, 'x') + "\n");
    ASSERT_EQ(publication.diagnostics.size(), 1u);
    EXPECT_EQ(publication.diagnostics[0].message, "Line 3 exceeds the line-length-limit.");
    EXPECT_EQ(publication.diagnostics[0].line, 0u);
}

// Each finishes at once, or not at all: the test program has a time limit.
TEST(LongTexts, UnfinishedTablesInOneBlock)
{
    std::string grid;
    std::string simple;
    for (int i = 0; i < 50'000; ++i) {
        grid += "+---+\ntext\n";
        simple += "=== ===\n\n";
    }
    EXPECT_FALSE(rst::Engine().publish(grid).diagnostics.empty());
    (void)rst::Engine().publish(simple);
}

TEST(LongTexts, StaircaseLineBlock)
{
    std::string block;
    for (std::size_t i = 0; i < 2000; ++i)
        block += "|" + std::string(i + 1, ' ') + "x\n";
    (void)rst::Engine().publish(block);
}

TEST(LongTexts, ManyNamesOfOneElement)
{
    std::string targets;
    for (int i = 0; i < 100'000; ++i)
        targets += ".. _a" + std::to_string(i) + ":\n";
    (void)rst::Engine().publish(targets);
    (void)rst::Engine(rst::Dialect::Sphinx).publish(targets);
    std::string paragraphs = "\nTitle\n=====\n\n";
    for (int i = 0; i < 20'000; ++i)
        paragraphs += "Text\n\n";
    (void)rst::Engine(rst::Dialect::Sphinx).publish(targets + paragraphs);
}

TEST(LongTexts, ManyPostsInOneDocument)
{
    std::string posts;
    for (int i = 0; i < 20'000; ++i)
        posts += ".. post:: 2026-01-01\n\nText\n\n";
    (void)rst::Engine(rst::Dialect::Sphinx).publish(posts);
}

} // namespace
