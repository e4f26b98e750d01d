// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/line_diff.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace publish {
namespace {

TEST(LineDiff, WritesTheUnifiedFormat)
{
    EXPECT_EQ(unifiedDiff("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nx\ne\n", "old", "new", 1),
              "--- old\n+++ new\n@@ -1,5 +1,6 @@\n a\n-b\n+B\n c\n d\n+x\n e\n");
    EXPECT_EQ(unifiedDiff("", "a\n", "/dev/null", "new"), "--- /dev/null\n+++ new\n@@ -0,0 +1,1 @@\n+a\n");
    EXPECT_EQ(unifiedDiff("a\n", "a\n", "old", "new"), "");
    EXPECT_EQ(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nx\n3\n4\n5\n6\n7\ny\n9\n", "o", "n", 1),
              "--- o\n+++ n\n@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n@@ -7,3 +7,3 @@\n 7\n-8\n+y\n 9\n");
}

TEST(LineDiff, TellsOfALastLineThatNothingEnds)
{
    EXPECT_EQ(unifiedDiff("a\nb", "a\nb\n", "o", "n"),
              "--- o\n+++ n\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
    EXPECT_EQ(
        unifiedDiff("a", "a\nb", "o", "n"),
        "--- o\n+++ n\n@@ -1,1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n");
    EXPECT_EQ(unifiedDiff("a\nb", "x\nb", "o", "n"),
              "--- o\n+++ n\n@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n");
    EXPECT_EQ(unifiedDiff("a\nb", "a\nb", "o", "n"), "");
}

/// The sides that a difference says it is between.
std::pair<std::string, std::string> sidesOf(const std::vector<DiffLine> &lines)
{
    std::pair<std::string, std::string> sides;
    for (const DiffLine &line : lines) {
        if (line.kind != DiffLine::Kind::Added)
            sides.first += line.text + "\n";
        if (line.kind != DiffLine::Kind::Removed)
            sides.second += line.text + "\n";
    }
    return sides;
}

TEST(LineDiff, HoldsBothSidesAndIsShort)
{
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        const auto text = [&random] {
            std::string lines;
            for (auto count = random() % 12; count > 0; --count)
                lines += std::string(1, char('a' + random() % 3)) + "\n";
            return lines;
        };
        const std::string before = text(), after = text();
        const std::vector<DiffLine> lines = lineDiff(before, after);
        EXPECT_EQ(sidesOf(lines), std::pair(before, after));

        // No shorter than the longest common subsequence allows, and no longer.
        const std::size_t n = before.size() / 2, m = after.size() / 2;
        std::vector<std::vector<std::size_t>> common(n + 1, std::vector<std::size_t>(m + 1));
        for (std::size_t i = 1; i <= n; ++i) {
            for (std::size_t j = 1; j <= m; ++j)
                common[i][j] = before[2 * i - 2] == after[2 * j - 2] ? common[i - 1][j - 1] + 1
                                                                     : std::max(common[i - 1][j], common[i][j - 1]);
        }
        EXPECT_EQ(lines.size(), n + m - common[n][m]) << before << "---\n" << after;
    }
}

TEST(LineDiff, StaysQuickForTextsThatShareNothing)
{
    std::string before, after;
    for (int i = 0; i < 50'000; ++i) {
        before += "a" + std::to_string(i) + "\n";
        after += "b" + std::to_string(i) + "\n";
    }
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(lineDiff(before, after).size(), 100'000u);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

} // namespace
} // namespace publish
