// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_reader.h"

#include "rst/writers/rst_writer.h"

#include <gtest/gtest.h>

namespace {

std::string rstOf(std::string_view html)
{
    return rst::writeRst(readers::readHtml(html));
}

TEST(HtmlReader, TextAndLinks)
{
    EXPECT_EQ(
        rstOf("<p>A <b>bold</b> and <a href='https://e.org/?a=1&amp;b=2'>linked</a> <code>x</code>&nbsp;word</p>"),
        "A **bold** and `linked <https://e.org/?a=1&b=2>`__ ``x`` word\n");
}

TEST(HtmlReader, StylesOfWordProcessors)
{
    EXPECT_EQ(rstOf("<b style='font-weight:normal'><p>A <span style='color:red;font-weight:700'>bold</span> and "
                    "<span style='font-style:italic'>slanted</span> <span style='font-weight:400'>word</span></p></b>"),
              "A **bold** and *slanted* word\n");
    EXPECT_EQ(rstOf("<b>So <span style='font-weight:bold'>very</span> bold</b> it is"), "**So very bold** it is\n");
    EXPECT_EQ(rstOf("<h2><span style='font-weight:700'>Title</span></h2><p>Text</p>"),
              rstOf("<h2>Title</h2><p>Text</p>"));
    EXPECT_EQ(rstOf("<a href='https://e.org'><span style='font-weight:700'>There</span></a>"),
              rstOf("<a href='https://e.org'><b>There</b></a>"));
}

TEST(HtmlReader, TwoBreaksEndAParagraph)
{
    EXPECT_EQ(rstOf("one<br>two<br><br>three"), "| one\n| two\n\nthree\n");
}

TEST(HtmlReader, StylesGoOnOverParagraphs)
{
    EXPECT_EQ(rstOf("<i>one<br><br>two</i> three"), "*one*\n\n*two* three\n");
}

TEST(HtmlReader, Lists)
{
    EXPECT_EQ(rstOf("<ul><li>a<li>b<ol><li>c</ol></ul><blockquote>q</blockquote>"),
              "* a\n\n* b\n\n  1. c\n\n..\n\n   q\n");
}

TEST(HtmlReader, LeavesScriptsOut)
{
    EXPECT_EQ(rstOf("<script>alert(1)</script><style>p{}</style><p>text</p><iframe src='//film.example/1'></iframe>"),
              "text\n\nhttps://film.example/1\n");
}

TEST(HtmlReader, TablesOfDataAreDrawn)
{
    EXPECT_EQ(rstOf("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
              "+---+---+\n| a | b |\n+---+---+\n| c |   |\n+---+---+\n");
    EXPECT_EQ(rstOf("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"),
              "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n");
    EXPECT_EQ(rstOf("<table><tr><th>a</th><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>"),
              "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n");
    EXPECT_EQ(rstOf("<table><tr><td><img src='c.png'></td></tr><tr><td>A cat</td></tr></table>"),
              ".. image:: c.png\n\nA cat\n");
}

TEST(HtmlReader, DeepNestingKeepsTheText)
{
    std::string html;
    for (int i = 0; i < 100'000; ++i)
        html += "<div>";
    EXPECT_EQ(rstOf(html + "deep"), "deep\n");
}

} // namespace
