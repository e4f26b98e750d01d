// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/legacy_findings.h"

#include "rst/engine.h"

#include <gtest/gtest.h>

namespace post {
namespace {

/// The rules and the texts that they underline.
std::vector<std::pair<std::string, std::string>> found(std::string_view source)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const rst::Publication publication = engine.publish(source);
    std::vector<std::pair<std::string, std::string>> result;
    for (const Finding &finding : legacyFindings(source, publication.document))
        result.emplace_back(finding.rule, finding.range.of(source));
    return result;
}

using Found = std::vector<std::pair<std::string, std::string>>;

TEST(LegacyFindings, NamesPictures)
{
    EXPECT_EQ(found("`![A cat <https://example.org/cat.jpg>`_](https://example.org/)\n"),
              (Found{{"legacy.picture", "`![A cat "}, {"legacy.link", "](https://example.org/"}}));
    EXPECT_EQ(found("![](https://example.org/cat.jpg)\n").front().first, "legacy.picture");
    EXPECT_EQ(found("!`cat <https://example.org/cat.jpg>`_\n"), (Found{{"legacy.picture", "!`"}}));
}

TEST(LegacyFindings, NamesEmphasisRulesAndQuotes)
{
    EXPECT_EQ(found("We _really_ mean _all of it_.\n"),
              (Found{{"legacy.emphasis", "_really_"}, {"legacy.emphasis", "_all of it_"}}));
    EXPECT_EQ(found("Text\n\n* * *\n\nText\n"), (Found{{"legacy.rule", "* * *"}}));
    EXPECT_EQ(found("Text\n\n> Said\n> so\n"), (Found{{"legacy.quote", ">"}, {"legacy.quote", ">"}}));
    EXPECT_EQ(found("Q&amp;A\n"), (Found{{"legacy.entity", "&amp;"}}));
}

TEST(LegacyFindings, NamesLostBreaks)
{
    EXPECT_EQ(found("First line  \nsecond line\n"), (Found{{"legacy.break", "  "}}));
    EXPECT_EQ(found("One\n  \nTwo\n"), (Found{{"legacy.break", "  "}}));
    EXPECT_EQ(found("One \n\nTwo   \n\nThree\n"), Found());
}

TEST(LegacyFindings, NamesUnderlinedLinesOfParagraphs)
{
    EXPECT_EQ(found("We mended the bug\n99 at last, and more\n====================\nof them.\n"),
              (Found{{"legacy.heading", "===================="}}));
    EXPECT_EQ(found("Known by\nthe hashtag\n-----------\n"), (Found{{"legacy.heading", "-----------"}}));
    EXPECT_EQ(found("Words\n\nA title\n=======\n\nWords above\n====\n"), Found()) << "headings";
    EXPECT_EQ(found("=====  ===\none    two\n=====  ===\na      b\nc      d\n=====  ===\n"), Found()) << "a table";
    EXPECT_EQ(found("Some code::\n\n   first\n   other\n   =====\n"), Found()) << "shown as it stands";
}

TEST(LegacyFindings, LeavesGoodTextAlone)
{
    EXPECT_EQ(found("A `link <https://example.org/a_b_c>`_, snake_case, __init__ and *emphasis*.\n\n"
                    "``_x_ &amp; ![](y)``\n\n"
                    "::\n\n   ![](https://example.org/x.png)\n   _x_ * * *  \n   > y\n\n"
                    ".. A comment with _x_ and &lt;.\n\n"
                    ".. code-block:: html\n\n   &nbsp;_x_\n\n"
                    ".. _target: https://example.org/\n\n"
                    ">>> print('_x_')\n_x_\n\n"
                    "* item\n* * nested\n\n----\n\nEnd\n"),
              Found());
}

} // namespace
} // namespace post
