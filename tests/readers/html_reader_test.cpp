// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_page.h"
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

TEST(HtmlReader, CellsOfSeveralColumnsAndRows)
{
    EXPECT_EQ(rstOf("<table><thead><tr><th>Name<th>Sum</thead><tr><td rowspan=2>A<td>1</tr><tr><td>2</tr>"
                    "<tr><td colspan=2>All</tr></table>"),
              "+------+-----+\n| Name | Sum |\n+======+=====+\n| A    | 1   |\n|      +-----+\n|      | 2   |\n"
              "+------+-----+\n| All        |\n+------------+\n");
    // Nothing tells apart columns, or rows, in which no cell starts.
    EXPECT_EQ(rstOf("<table><tr><td colspan=3>a<td>b</tr><tr><td colspan=3 rowspan=0>c<td rowspan=9>d</tr></table>"),
              rstOf("<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>"));
    EXPECT_EQ(rstOf("<table><tr><th>a<th rowspan=3>b</tr><tr><td>c</tr></table>"),
              "+---+---+\n| a | b |\n+===+===+\n| c |   |\n+---+---+\n");
    EXPECT_EQ(rstOf("<table><tfoot><tr><td>x<td>y</tfoot><tr><td>a<td>b</tr></table>"),
              rstOf("<table><tr><td>a<td>b</tr><tr><td>x<td>y</tr></table>"));
    EXPECT_EQ(rstOf("<table><caption>Sums of <b>all</b></caption><tr><td>a<td>b</tr></table>"),
              ".. table:: Sums of all\n\n   +---+---+\n   | a | b |\n   +---+---+\n");
    EXPECT_EQ(rstOf("<table role=presentation><tr><td>a<td>b</tr></table>"), "a\n\nb\n");
    EXPECT_EQ(rstOf("<table><tr><td colspan=1000>a<td>b</tr></table>"), "a\n\nb\n");
    std::string wide = "<table><tr><td colspan=99>a<td>b</tr>";
    for (int i = 0; i < 3000; ++i)
        wide += "<tr><td>c";
    EXPECT_TRUE(rstOf(wide).starts_with("a\n\nb\n\nc\n")) << "300,000 places for a few letters";
}

TEST(HtmlReader, DefinitionLists)
{
    EXPECT_EQ(rstOf("<dl><dt>A <i>term</i><dd>One<dd>Two<dt><p>B</p><dd><ul><li>x</ul></dl>"),
              "A *term*\n   One\n\n   Two\n\nB\n   * x\n");
    EXPECT_EQ(rstOf("<dl><dt>A<dt>B<dd>C</dl>"), "A\n\nB\n\n   C\n");
    EXPECT_EQ(rstOf("<dl><dt>A<dd>a <dl><dt>B<dd>b</dl><ul><dd>c</ul></dl>"), "A\n   a\n\n   B\n      b\n\n   * c\n");
}

TEST(HtmlReader, PicturesWithCaptions)
{
    EXPECT_EQ(rstOf("<figure><a href='https://e.org/f.png'><img src='t.png' alt='A hall'></a>"
                    "<figcaption><p>The <i>hall</i>,</p><p>2019</p></figcaption></figure>"),
              ".. figure:: t.png\n   :alt: A hall\n   :target: https://e.org/f.png\n\n   The *hall*, 2019\n");
    EXPECT_EQ(rstOf("<table class='tr-caption-container'><tr><td><img src='t.png'></td></tr>"
                    "<tr><td class='tr-caption'>The hall</td></tr></table><p>Text</p>"),
              ".. figure:: t.png\n\n   The hall\n\nText\n");
    EXPECT_EQ(rstOf("<figure><img src='a.png'><img src='b.png'><figcaption>Both</figcaption></figure>"),
              ".. image:: a.png\n\n.. image:: b.png\n\nBoth\n");
    EXPECT_EQ(rstOf("<figure><img src='a.png'></figure>"), ".. image:: a.png\n");
}

TEST(HtmlReader, NumberedListsCountAsTheyDid)
{
    EXPECT_EQ(rstOf("<ol start=3><li>c<li>d</ol>"), "3. c\n4. d\n");
    EXPECT_EQ(rstOf("<ol type=a><li>c<li>d</ol><p>x</p><ol type=I><li>c<li>d</ol>"),
              "a. c\nb. d\n\nx\n\nI. c\nII. d\n");
    EXPECT_EQ(rstOf("<ol type=a start=9><li>c</ol>"), "9. c\n");
    EXPECT_EQ(rstOf("<ol start=-3><li>c</ol>"), "1. c\n");
}

TEST(HtmlReader, ListsThatGoOnAreOne)
{
    const std::string wrapper = "<div class='ListContainerWrapper SCXW1'>";
    EXPECT_EQ(rstOf(wrapper + "<ol start=1><li>a</ol></div>" + wrapper + "<ol start=2><li>b</ol></div>"),
              "1. a\n2. b\n");
    EXPECT_EQ(rstOf(wrapper + "<ul><li>a</ul></div>" + wrapper + "<ul><li>b</ul></div>"), "* a\n* b\n");
    EXPECT_EQ(rstOf("<ul><li>a</ul><ul><li>b</ul>"), "* a\n\n..\n\n* b\n");
    EXPECT_EQ(rstOf("<ol><li>a</ol><p>x</p><ol start=2><li>b</ol>"), "1. a\n\nx\n\n2. b\n");
}

TEST(HtmlReader, ListsRightInLists)
{
    EXPECT_EQ(rstOf("<ul><li>a</li><ul><li>b<li>c</ul><li>d</ul>"), "* a\n\n  * b\n  * c\n\n* d\n");
    EXPECT_EQ(rstOf("<ol><ol type=a><li>b</ol><li>c</ol>"), "1. a. b\n\n2. c\n");
}

TEST(HtmlReader, ListsOfWord)
{
    const auto item = [](const std::string &list, const std::string &mark, const std::string &text) {
        return "<p class=MsoListParagraph style='margin-left:36pt;mso-list:" + list +
               " lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>" + mark +
               "<span>&nbsp;&nbsp; </span></span></span><![endif]>" + text + "<o:p></o:p></p>\n";
    };
    EXPECT_EQ(rstOf(item("l0 level1", "·", "One <b>item</b>") + item("l0 level2", "o", "Nested") +
                    item("l0 level2", "1.", "Counted") + item("l0 level1", "·", "Last") +
                    item("l1 level1", "3)", "Three") + item("l1 level1", "4)", "Four") + "<p>End</p>"),
              "* One **item**\n\n  * Nested\n\n  1. Counted\n\n* Last\n\n3. Three\n4. Four\n\nEnd\n");
    EXPECT_EQ(rstOf(item("l0 level99", "·", "a") + "<p style='mso-list:none'>b</p>").ends_with("* a\n\nb\n"), true);
}

TEST(HtmlReader, CodeInItsLanguage)
{
    for (const char *html :
         {"<pre class='brush: python; gutter: false'>x</pre>", "<pre class='language-python'>x</pre>",
          "<pre><code class='hljs language-python'>x</code></pre>",
          "<div class='highlight-python notranslate'><div class='highlight'><pre>x</pre></div></div>",
          "<div class='highlight highlight-source-python'><pre>x</pre></div>"})
        EXPECT_EQ(rstOf(html), ".. code-block:: python\n\n   x\n") << html;
    EXPECT_EQ(rstOf("<pre class='language-nothing'>x</pre>"), "::\n\n   x\n");
    EXPECT_EQ(rstOf("<pre class='lang-text'>x</pre>"), "::\n\n   x\n");
}

TEST(HtmlReader, FilmsAreLinksToTheirPages)
{
    const std::string page = "https://www.youtube.com/watch?v=abc-1\n";
    EXPECT_EQ(rstOf("<iframe src='//www.youtube.com/embed/abc-1?rel=0'></iframe>"), page);
    EXPECT_EQ(rstOf("<object><param name=movie value=x><embed src='http://www.youtube.com/v/abc-1&hl=en'></object>"),
              page);
    EXPECT_EQ(rstOf("<object data='https://www.youtube-nocookie.com/embed/abc-1'></object>"), page);
    EXPECT_EQ(rstOf("<iframe src='https://player.vimeo.com/video/12'></iframe>"), "https://vimeo.com/12\n");
}

TEST(HtmlReader, BlanksOfNeighboursAreOne)
{
    EXPECT_EQ(rstOf("a <b> b </b> c&nbsp; d <i> </i> e <q>f</q>"), "a **b** c d e “f”\n");
}

TEST(HtmlPage, SaysWhatItIs)
{
    const readers::HtmlPage page = readers::readPage(
        "<html><head><title>Doors open — Example blog</title><meta property='article:published_time' "
        "content='2026-03-02T10:00:00+02:00'><meta name=author content='Robin Okafor'><meta name=keywords "
        "content='news, sprint,'><link rel=canonical href='https://e.org/doors/'></head><body><header>Menu</header>"
        "<article><nav>Up</nav><h1>Doors  open</h1><p>Text</p><h2>More</h2><p>Words</p></article>"
        "<aside>Other posts</aside></body></html>",
        "doors.html");
    EXPECT_EQ(page.post.title, "Doors open");
    EXPECT_EQ(page.post.date, "2026-03-02");
    EXPECT_EQ(page.post.author, "Robin Okafor");
    EXPECT_EQ(page.post.tags, (std::vector<std::string>{"news", "sprint"}));
    EXPECT_EQ(page.post.url, "https://e.org/doors/");
    EXPECT_EQ(rst::writeRst(page.body), "Text\n\nMore\n====\n\nWords\n");
}

TEST(HtmlPage, IsReadWholeWhereItSaysNothing)
{
    const readers::HtmlPage page = readers::readPage("<TITLE lang=en>A\n title</TITLE><h1>Other</h1><h1>Third</h1>"
                                                     "<article>a</article><article>b</article><time datetime='soon'>",
                                                     "name.html");
    EXPECT_EQ(page.post.title, "A title");
    EXPECT_EQ(page.post.date, "");
    EXPECT_EQ(page.post.url, "name.html");
    EXPECT_EQ(rst::writeRst(page.body), "Other\n=====\n\nThird\n=====\n\na\n\nb\n");
}

TEST(HtmlReader, DeepNestingKeepsTheText)
{
    std::string html;
    for (int i = 0; i < 100'000; ++i)
        html += "<div>";
    EXPECT_EQ(rstOf(html + "deep"), "deep\n");
}

} // namespace
