// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/markdown_reader.h"
#include "readers/post_source.h"

#include "rst/writers/rst_writer.h"

#include <gtest/gtest.h>

namespace {

std::string rstOf(std::string_view markdown)
{
    return rst::writeRst(readers::readMarkdown(markdown));
}

TEST(MarkdownReader, Inline)
{
    EXPECT_EQ(rstOf("A **bold**, *slanted* `code` [link](https://e.org/a) <https://e.org/>\n"),
              "A **bold**, *slanted* ``code`` `link <https://e.org/a>`__ https://e.org/\n");
    EXPECT_EQ(rstOf("**bold [link](https://e.org) on**\n"), "**bold** `link <https://e.org>`__ **on**\n");
    EXPECT_EQ(rstOf("x<sup>2</sup> and <b>b</b><br>next\n"), "| x\\ :sup:`2` and **b**\n| next\n");
}

TEST(MarkdownReader, Blocks)
{
    EXPECT_EQ(rstOf("# One\n\ntext\n\n### Deep\n\n> quoted\n\n```python\nx = 1\n```\n\n3. a\n4. b\n\n---\n\nend\n"),
              "One\n===\n\ntext\n\nDeep\n----\n\n   quoted\n\n.. code-block:: python\n\n   x = 1\n\n3. a\n4. "
              "b\n\n----\n\nend\n");
}

TEST(MarkdownReader, PicturesStandApart)
{
    EXPECT_EQ(rstOf("before [![A cat](c.png)](https://e.org) after\n"),
              "before\n\n.. image:: c.png\n   :alt: A cat\n   :target: https://e.org\n\nafter\n");
}

TEST(MarkdownReader, Tables)
{
    EXPECT_EQ(rstOf("|a|b|\n|-|-|\n|1|*2*|\n"), "+---+-----+\n| a | b   |\n+===+=====+\n| 1 | *2* |\n+---+-----+\n");
}

TEST(MarkdownReader, BlocksOfHtml)
{
    EXPECT_EQ(rstOf("<figure>\n<img src='a.png'>\n<figcaption>The hall</figcaption>\n</figure>\n\n- item\n\n  <div "
                    "align=center>\n    <img src='b.png'>\n  </div>\n\n<!-- more -->\n\nend\n"),
              ".. figure:: a.png\n\n   The hall\n\n* item\n\n  .. image:: b.png\n\nend\n");
    EXPECT_EQ(rstOf("<table><tr><td>a</td><td>b</td></tr></table>\n"), "+---+---+\n| a | b |\n+---+---+\n");
    EXPECT_EQ(rstOf("<details>\n<summary>More</summary>\n\nHidden **words**\n\n</details>\n"),
              "More\n\nHidden **words**\n");
    EXPECT_EQ(rstOf("Press <kbd>Ctrl *x*</kbd>, <code>a b\n"), "Press ``Ctrl x``, ``a b``\n");
}

TEST(MarkdownReader, FootnotesWhereTheyCount)
{
    const auto noted = [](std::string_view markdown) {
        return rst::writeRst(readers::readMarkdown(markdown, {.footnotes = true}));
    };
    EXPECT_EQ(noted("A[^1] and *b* [^the-hall].\n\n[^the-hall]: The *hall*.\n\n    More.\n[^1]: One, `x`[^1].\n"),
              "A\\ [1]_ and *b* [#the-hall]_.\n\n.. [1]\n   One, ``x``\\ [1]_.\n\n.. [#the-hall]\n   The *hall*.\n\n   "
              "More.\n");
    EXPECT_EQ(noted("A [^Ö/ö!]\n\n# B\n\n[^Ö/ö!]: c\n[^x]: unused\n"), "A [#o-o]_\n\nB\n=\n\n.. [#o-o]\n   c\n");
    EXPECT_EQ(noted("A [^none]\n"), "A [^none]\n");
    EXPECT_EQ(rstOf("A [^1]\n\n[^1]: b\n"), "A `^1 <b>`__\n");
}

TEST(MarkdownReader, AlertsOfGitHub)
{
    EXPECT_EQ(rstOf("> [!NOTE]\n> Some *words*\n>\n> more\n"), ".. note::\n\n   Some *words*\n\n   more\n");
    EXPECT_EQ(rstOf("> [!CAUTION]\n>\n> - x\n"), ".. caution::\n\n   * x\n");
    EXPECT_EQ(rstOf("> [!NOTE] said he\n"), "   [!NOTE] said he\n");
    EXPECT_EQ(rstOf("> [!NOTE]\n"), "   [!NOTE]\n");
}

TEST(PostSource, TakesTheTitleFromTheHeading)
{
    const auto settled = [](std::string title, std::string_view markdown) {
        readers::ImportedPost post = {.title = std::move(title)};
        rst::Document body = readers::readMarkdown(markdown);
        readers::settleTitle(post, body);
        return post.title + '|' + rst::writeRst(body);
    };
    EXPECT_EQ(settled("", "# Doors *open*\n\na\n\n## More\n\nb\n"), "Doors open|a\n\nMore\n====\n\nb\n");
    EXPECT_EQ(settled("Doors open", "# Doors  open\n\na\n\n# More\n\nb\n"), "Doors open|a\n\nMore\n====\n\nb\n");
    EXPECT_EQ(settled("", "# One\n\n# Two\n"), "|One\n===\n\nTwo\n===\n");
    EXPECT_EQ(settled("Other", "# One\n"), "Other|One\n===\n");
    EXPECT_EQ(settled("", "a\n\n# One\n"), "|a\n\nOne\n===\n");
}

TEST(MarkdownReader, TenThousandQuotations)
{
    const std::string text = rstOf(std::string(10'000, '>') + " deep\n");
    EXPECT_NE(text.find("deep"), text.npos);
}

} // namespace
