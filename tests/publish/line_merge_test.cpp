// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/line_merge.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace publish {
namespace {

TEST(LineMerge, TakesChangesOfBothSides)
{
    const LineMerge merge = mergeLines("a\nb\nc\nd\ne\n", "A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf\n");
    EXPECT_EQ(merge.text, "A\nb\nc\nd\nE\nf\n");
    EXPECT_EQ(merge.conflicts, 0u);
}

TEST(LineMerge, TakesInsertionsAndDeletions)
{
    EXPECT_EQ(mergeLines("a\nb\nc\n", "new\na\nb\nc\n", "a\nb\n").text, "new\na\nb\n");
    EXPECT_EQ(mergeLines("a\nb\nc\nd\n", "b\nc\nd\n", "a\nb\nc\nd\nend\n").text, "b\nc\nd\nend\n");
    EXPECT_EQ(mergeLines("", "a\n", "").text, "a\n");
}

TEST(LineMerge, MarksWhatBothChanged)
{
    const LineMerge merge = mergeLines("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n", "here", "there");
    EXPECT_EQ(merge.conflicts, 1u);
    EXPECT_EQ(merge.text, "a\n<<<<<<< here\nmine\n=======\ntheirs\n>>>>>>> there\nc\n");
}

TEST(LineMerge, MarksTwoInsertionsInOnePlace)
{
    EXPECT_EQ(mergeLines("a\nb\n", "a\nx\nb\n", "a\ny\nb\n").conflicts, 1u);
    EXPECT_EQ(mergeLines("a\nb\n", "a\nx\nb\n", "a\nx\nb\n").text, "a\nx\nb\n");
}

TEST(LineMerge, MergesTheLastLineEnd)
{
    EXPECT_EQ(mergeLines("a\nb", "A\nb", "a\nb\n").text, "A\nb\n");
    EXPECT_EQ(mergeLines("a\nb\n", "a\nb", "a\nb\n").text, "a\nb");
}

/// A text of few different lines, so that texts have much in common and changes meet often.
std::string randomText(std::mt19937 &random)
{
    std::string text;
    for (auto lines = random() % 12; lines > 0; --lines)
        text += std::string(1, char('a' + random() % 5)) + '\n';
    if (!text.empty() && random() % 4 == 0)
        text.pop_back();
    return text;
}

std::string edited(std::string text, std::mt19937 &random)
{
    for (auto edits = random() % 3; edits > 0; --edits) {
        const std::size_t at = text.empty() ? 0 : text.find('\n', random() % text.size());
        text.insert(at == text.npos ? text.size() : at, "\nnew" + std::to_string(random() % 3));
    }
    return text;
}

TEST(LineMerge, KeepsItsLaws)
{
    std::mt19937 random(20260302);
    for (int i = 0; i < 20'000; ++i) {
        const std::string base = randomText(random);
        const std::string mine = random() % 2 ? randomText(random) : edited(base, random);
        const std::string theirs = random() % 2 ? randomText(random) : edited(base, random);
        ASSERT_EQ(mergeLines(base, mine, base).text, mine) << base;
        ASSERT_EQ(mergeLines(base, base, theirs).text, theirs) << base;
        ASSERT_EQ(mergeLines(base, mine, mine).text, mine) << base;
        const LineMerge one = mergeLines(base, mine, theirs), other = mergeLines(base, theirs, mine);
        ASSERT_EQ(one.conflicts, other.conflicts) << base << "--\n" << mine << "--\n" << theirs;
        if (one.conflicts == 0) {
            ASSERT_EQ(one.text, other.text) << base << "--\n" << mine << "--\n" << theirs;
        }
    }
}

/// Changes that lie apart are all there, whatever they are.
TEST(LineMerge, KeepsEveryChangeThatLiesApart)
{
    std::mt19937 random(7);
    for (int i = 0; i < 2'000; ++i) {
        std::vector<std::string> lines;
        for (int n = 0; n < 40; ++n)
            lines.push_back("line " + std::to_string(n) + '\n');
        std::vector<std::string> mine = lines, theirs = lines, both = lines;
        for (std::size_t at = random() % 3; at < lines.size(); at += 2 + random() % 4) {
            const std::string changed = random() % 3 == 0 ? "" : "changed " + std::to_string(random() % 9) + '\n';
            (random() % 2 ? mine : theirs)[at] = changed;
            both[at] = changed;
        }
        const auto joined = [](const std::vector<std::string> &parts) {
            std::string text;
            for (const std::string &part : parts)
                text += part;
            return text;
        };
        const LineMerge merge = mergeLines(joined(lines), joined(mine), joined(theirs));
        ASSERT_EQ(merge.conflicts, 0u);
        ASSERT_EQ(merge.text, joined(both));
    }
}

} // namespace
} // namespace publish
