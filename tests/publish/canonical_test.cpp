// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/canonical.h"

#include <gtest/gtest.h>

#include <random>

namespace publish {
namespace {

const rst::Engine &engine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

std::string canonical(std::string_view source)
{
    return canonicalText(source, engine(), {}).text;
}

TEST(Canonical, TidiesBytes)
{
    EXPECT_EQ(canonical("\xef\xbb\xbfTitle\r\n=====\r\n\r\nText \t\r\n\r\n\r\n"), "Title\n=====\n\nText\n");
    EXPECT_EQ(canonical("Text"), "Text\n");
    EXPECT_EQ(canonical(""), "");
    EXPECT_EQ(canonical("\n\n"), "");
    EXPECT_EQ(canonical("Example::\n\n   a  \n\n   b\n"), "Example::\n\n   a\n\n   b\n")
        << "docutils drops these blanks, too";
}

TEST(Canonical, GivesAdornmentsTheirWidth)
{
    EXPECT_EQ(canonical("Title\n=========\n\nText\n"), "Title\n=====\n\nText\n");
    EXPECT_EQ(canonical("Party 🎉\n=======\n\nText\n"), "Party 🎉\n========\n\nText\n") << "an emoji takes two columns";
    EXPECT_EQ(canonical("=========\n Title\n=========\n\nText\n"), "=======\n Title\n=======\n\nText\n");
    EXPECT_EQ(canonical("One\n=====\n\nText\n\nTwo\n-------\n\nText\n"), "One\n===\n\nText\n\nTwo\n---\n\nText\n");
}

TEST(Canonical, OrdersOptions)
{
    EXPECT_EQ(canonical(".. post:: 2024-05-06\n   :language: en\n   :own: x\n   :tags: a,\n      b\n\nTitle\n=====\n"),
              ".. post:: 2024-05-06\n   :tags: a,\n      b\n   :language: en\n   :own: x\n\nTitle\n=====\n");
}

TEST(Canonical, KeepsWhatIsNotUtf8)
{
    const CanonicalText text = canonicalText("caf\xe9  \r\n", engine(), {});
    EXPECT_EQ(text.text, "caf\xe9  \r\n");
    EXPECT_EQ(text.kept.size(), 1u);
}

TEST(Canonical, NeverChangesTheTree)
{
    static constexpr std::string_view pieces[] = {"Title\n=====\n",
                                                  "Sub\n-------\n",
                                                  "Text \n",
                                                  "::\n",
                                                  "\n",
                                                  "   indented  \n",
                                                  "* item\r\n",
                                                  "   more\r\n",
                                                  ".. note::\n",
                                                  "| line \n",
                                                  ">>> 1 \n",
                                                  "+---+\n",
                                                  "| x |\n",
                                                  "====\n",
                                                  "emphasis *a\n",
                                                  "\\ \n",
                                                  "\xef\xbb\xbf",
                                                  ".. post:: 2024\n   :language: en\n   :tags: x\n\n"};
    std::mt19937 random(5);
    for (int round = 0; round < 1500; ++round) {
        std::string source;
        for (auto count = random() % 10; count > 0; --count)
            source += pieces[random() % std::size(pieces)];
        const std::string result = canonical(source);
        ASSERT_EQ(treeWithoutMessages(result, engine()), treeWithoutMessages(source, engine())) << source;
        ASSERT_EQ(canonical(result), result) << source;
    }
}

} // namespace
} // namespace publish
