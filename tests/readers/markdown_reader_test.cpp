// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/markdown_reader.h"

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

TEST(MarkdownReader, TenThousandQuotations)
{
    const std::string text = rstOf(std::string(10'000, '>') + " deep\n");
    EXPECT_NE(text.find("deep"), text.npos);
}

} // namespace
