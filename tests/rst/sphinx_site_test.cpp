// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What a page takes from the rest of its site, and what never hangs.

#include "rst/engine.h"
#include "rst/sphinx/md5.h"
#include "rst/sphinx/site_contents.h"
#include "rst/sphinx/site_words.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/sphinx/unique_file_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <format>
#include <memory>
#include <string>
#include <vector>

namespace rst {
namespace {

std::string page(std::string_view source, Settings settings)
{
    static const Engine engine(Dialect::Sphinx);
    settings.dialect = Dialect::Sphinx;
    return writeSphinxHtml(engine.publish(source, settings).document, settings);
}

Settings withPosts()
{
    Settings settings;
    const auto date = [](std::string_view day) {
        return [day](std::string_view format) { return format == "%Y" ? "2026" : std::string(day); };
    };
    settings.sphinx.posts = [=] {
        return std::vector<SitePost>{{.docname = "posts/new",
                                      .title = "Newer",
                                      .labels = {{LabelKind::Tag, "vote", {"blog/tag/vote", "vote"}}},
                                      .formatDate = date("02 March")},
                                     {.docname = "posts/old",
                                      .title = "Older",
                                      .externalLink = "https://example.org/old",
                                      .formatDate = date("01 March")}};
    };
    settings.sphinx.findPage = [](std::string_view label) {
        return label == "tag-vote" ? std::optional(SitePage{"blog/tag/vote", "vote"}) : std::nullopt;
    };
    return settings;
}

TEST(SphinxSite, ListsPosts)
{
    const std::string all = page(".. postlist::\n", withPosts());
    EXPECT_TRUE(all.contains("02 March - <a class=\"reference internal\" href=\"posts/new.html\">Newer</a>")) << all;
    EXPECT_TRUE(all.contains("<a class=\"reference external\" href=\"https://example.org/old\">Older</a>")) << all;
    EXPECT_LT(all.find("Newer"), all.find("Older"));
    const std::string sorted =
        page(".. postlist::\n   :sort:\n   :format: {title} in {date} {{x}}\n   :date: %Y\n", withPosts());
    EXPECT_LT(sorted.find("Older"), sorted.find("Newer"));
    EXPECT_TRUE(sorted.contains("</a> in 2026 {x}")) << sorted;
    const std::string tagged =
        page(".. postlist:: 5\n   :tags: vote, unheard-of\n   :format: {title} {tags}\n", withPosts());
    EXPECT_TRUE(tagged.contains("Newer") && !tagged.contains("Older")) << tagged;
    EXPECT_TRUE(tagged.contains("<em>vote</em>")) << tagged;
    EXPECT_TRUE(page(".. postlist::\n   :tags: unheard-of\n", withPosts()).contains("Older"))
        << "an unknown label filters nothing";
    EXPECT_TRUE(page(".. postlist::\n   :tags: Vote\n", withPosts()).contains("Older"))
        << "a label spelled otherwise is another one, though its page would be the same";
    EXPECT_TRUE(page(".. postlist:: 1\n", Settings()).contains("<ul class=\"postlist-style-none postlist simple\">"));
}

TEST(SphinxSite, WritesTheTitleOfContentsInItsLanguage)
{
    const auto contents = [](std::string_view language) {
        Settings settings;
        settings.sphinx.language = language;
        return page("Top\n===\n\n.. contents::\n\nPart\n----\n", settings);
    };
    EXPECT_TRUE(
        contents("de_AT").contains("<nav class=\"contents\" id=\"inhalt\">\n<p class=\"topic-title\">Inhalt</p>"))
        << contents("de_AT");
    EXPECT_TRUE(contents("pt_BR").contains(">Sumário</p>"));
    EXPECT_TRUE(contents("pt").contains("id=\"contents\">\n<p class=\"topic-title\">Contents</p>"));
}

TEST(SphinxSite, FollowsLinksToOtherDocuments)
{
    Settings settings;
    settings.sphinx.docname = "posts/2026/here";
    settings.sphinx.findDocument = [](std::string_view name) {
        return name == "posts/2026/there" ? std::optional(SiteDocument{"There"}) : std::nullopt;
    };
    settings.sphinx.findLabel = [](std::string_view label) {
        return label == "far" ? std::optional(SiteLabel{"guide/far", "spot", "Far away"}) : std::nullopt;
    };
    const std::string html = page(":doc:`there` :doc:`/posts/2026/there` :ref:`far` :ref:`x <far>`\n", settings);
    EXPECT_TRUE(
        html.contains("<a class=\"reference internal\" href=\"there.html\"><span class=\"doc\">There</span></a>"))
        << html;
    EXPECT_TRUE(html.contains("href=\"../../guide/far.html#spot\"><span class=\"std std-ref\">Far away</span>"))
        << html;
    settings.sphinx.uriStyle = UriStyle::Dirhtml;
    EXPECT_TRUE(page(":doc:`there`\n", settings).contains("href=\"../there/\"")) << page(":doc:`there`\n", settings);
}

/// What Sphinx would print about the source.
std::vector<std::string> messagesOf(std::string_view source, Settings settings)
{
    settings.dialect = Dialect::Sphinx;
    static const Engine engine(Dialect::Sphinx);
    std::vector<std::string> messages;
    for (const Diagnostic &diagnostic : engine.publish(source, settings).diagnostics) {
        if (diagnostic.level >= Level::Warning)
            messages.push_back(diagnostic.message);
    }
    return messages;
}

TEST(SphinxSite, TellsOfLabelsThatDocumentsBeforeHave)
{
    Settings settings;
    settings.sphinx.sourceFolder = "/blog";
    settings.sphinx.findEarlierLabel = [](std::string_view label) {
        return label == "venue" || label == "how to come" ? std::optional<std::string>("posts/first") : std::nullopt;
    };
    settings.sphinx.hasFile = [](std::string_view path) { return path == "posts/first.md"; };
    constexpr std::string_view source = "Second\n======\n\n.. _venue:\n\nThe Hall\n--------\n\n"
                                        "How to Come\n-----------\n";
    settings.sphinx.sectionLabels = SectionLabels::None;
    using Messages = std::vector<std::string>;
    EXPECT_EQ(messagesOf(source, settings), Messages{"duplicate label venue, other instance in /blog/posts/first.md"});

    settings.sphinx.sectionLabels = SectionLabels::Made;
    settings.sphinx.prefixSectionLabels = false;
    EXPECT_EQ(messagesOf(source, settings),
              (Messages{"duplicate label venue, other instance in /blog/posts/first.md",
                        "duplicate label how to come, other instance in /blog/posts/first.md"}));
    settings.sphinx.sectionLabelDepth = 1;
    EXPECT_EQ(messagesOf(source, settings).size(), 1u) << "only the title has a label";
}

TEST(SphinxSite, KeepsBackWhatTheSiteSuppresses)
{
    Settings settings;
    constexpr std::string_view source = "Title\n=====\n\n:doc:`nowhere`\n\nPart\n----\n\nPart\n----\n\n*open\n";
    settings.sphinx.sectionLabels = SectionLabels::Made;
    const auto count = [&](std::vector<std::string> suppressed) {
        settings.sphinx.suppressedWarnings = std::move(suppressed);
        return messagesOf(source, settings).size();
    };
    const std::size_t all = count({});
    EXPECT_EQ(count({"ref.doc"}), all - 1);
    EXPECT_EQ(count({"ref"}), all - 1);
    EXPECT_EQ(count({"ref.*", "autosectionlabel.*"}), all - 2);
    EXPECT_EQ(count({"docutils"}), all - 1);
    EXPECT_EQ(count({"re", "ref.do", "doc", "*"}), all);
}

TEST(SphinxSite, LeavesOutNumbersOfOtherDocumentsWhereNothingIsNumbered)
{
    Settings settings;
    settings.sphinx.findLabel = [](std::string_view) { return SiteLabel{"guide/far", "pic", "A picture"}; };
    EXPECT_TRUE(page(":numref:`far`\n", settings).contains("<code class=\"xref std std-numref docutils literal"));
    settings.sphinx.captionNumbers.isOn = true;
    EXPECT_TRUE(page(":numref:`far`\n", settings).contains("href=\"guide/far.html#pic\""));
}

TEST(SphinxSite, ShowsWhatIsLeftToDoWhereTheSiteDoes)
{
    Settings settings;
    constexpr std::string_view source = ".. todo:: Ask *Ann*.\n";
    EXPECT_TRUE(page(source, settings).empty()) << "an unknown directive";
    settings.sphinx.extensions = {"sphinx.ext.todo"};
    EXPECT_FALSE(page(source, settings).contains("Ann"));
    settings.sphinx.tags.emplace_back("todo_include_todos");
    EXPECT_TRUE(page(source, settings)
                    .contains("<div class=\"admonition-todo admonition\" id=\"id1\">\n<p "
                              "class=\"admonition-title\">Todo</p>\n<p>Ask <em>Ann</em>.</p>"))
        << page(source, settings);
}

TEST(SphinxSite, FollowsNamesThatOtherDocumentsDefine)
{
    Settings settings;
    settings.sphinx.findObject = [](std::string_view type, std::string_view name) -> std::optional<SiteLabel> {
        if ((type == "term" && name == "Grant") || (type == "term/lower" && name == "grant"))
            return SiteLabel{"words", "term-Grant", ""};
        if (type == "option/pip" && name == "--user")
            return SiteLabel{"tools", "cmdoption-pip-user", ""};
        if (type == "equation" && name == "sum")
            return SiteLabel{"maths", "", "3"};
        return std::nullopt;
    };
    const std::string html =
        page(":term:`Grant` :term:`GRANT` :option:`pip --user` :eq:`sum` :term:`other`\n", settings);
    EXPECT_TRUE(html.contains("href=\"words.html#term-Grant\"><span class=\"xref std std-term\">Grant<")) << html;
    EXPECT_TRUE(html.contains("href=\"words.html#term-Grant\"><span class=\"xref std std-term\">GRANT<")) << html;
    EXPECT_TRUE(html.contains("href=\"tools.html#cmdoption-pip-user\"")) << html;
    EXPECT_TRUE(html.contains("href=\"maths.html#equation-sum\">(3)</a>")) << html;
    EXPECT_FALSE(html.contains("other</span></a>")) << html;
}

TEST(SphinxSite, JudgesNoLinkBeforeTheSiteIsKnown)
{
    static const Engine engine(Dialect::Sphinx);
    Settings settings;
    settings.dialect = Dialect::Sphinx;
    constexpr std::string_view source = ":doc:`a` :ref:`b` :any:`c` :term:`d` :numref:`e` :option:`f` [G]_\n\n"
                                        ".. toctree::\n\n   h\n";
    EXPECT_GE(engine.publish(source, settings).diagnostics.size(), 7U);
    settings.sphinx.knowsSite = false;
    for (const Diagnostic &diagnostic : engine.publish(source, settings).diagnostics)
        ADD_FAILURE() << diagnostic.message;
    // What the document itself says wrongly is known all the same.
    const auto own = engine.publish(":ref:`here`\n\n.. _here:\n\nNo heading.\n", settings).diagnostics;
    EXPECT_TRUE(std::ranges::contains(own, DiagnosticKind::SphinxLabelWithoutTitle, &Diagnostic::kind));
}

/// A site of three documents with headings; what Sphinx prints for them was compared with.
Settings withContents()
{
    Settings settings;
    settings.sphinx.docname = "index";
    settings.sphinx.findDocument = [](std::string_view name) {
        return name == "a" || name == "b" || name == "c/d" ? std::optional(SiteDocument{std::string(name)})
                                                           : std::nullopt;
    };
    settings.sphinx.docnames = [](std::string_view pattern) {
        return pattern == "*" ? std::vector<std::string>{"a", "b", "index"} : std::vector<std::string>();
    };
    settings.sphinx.contentsOf = [](std::string_view name) {
        if (name == "a")
            return std::vector<SiteSection>{{.html = "A <em>b</em>"},
                                            {.depth = 2, .id = "one", .html = "One"},
                                            {.depth = 3, .id = "deep", .html = "Deep"},
                                            {.depth = 2, .id = "two", .html = "Two"}};
        if (name == "b")
            return std::vector<SiteSection>{
                {.html = "B"}, {.depth = 2, .id = "sub", .html = "Sub"}, {.depth = 1, .id = "b2", .html = "B2"}};
        return std::vector<SiteSection>{{.html = "D"}, {.depth = 2, .docname = "c/d"}, {.depth = 2, .docname = "b"}};
    };
    return settings;
}

TEST(SphinxSite, ListsTheHeadingsOfOtherDocuments)
{
    const auto toctree = [](std::string_view lines) {
        return page(std::format("T\n=\n\n.. toctree::\n{}", lines), withContents());
    };
    const std::string whole = toctree("\n   a\n");
    EXPECT_TRUE(whole.contains(
        "<ul>\n<li class=\"toctree-l1\"><a class=\"reference internal\" href=\"a.html\">A <em>b</em></a><ul>\n"
        "<li class=\"toctree-l2\"><a class=\"reference internal\" href=\"a.html#one\">One</a><ul>\n"
        "<li class=\"toctree-l3\"><a class=\"reference internal\" href=\"a.html#deep\">Deep</a></li>\n</ul>\n</li>\n"
        "<li class=\"toctree-l2\"><a class=\"reference internal\" href=\"a.html#two\">Two</a></li>\n</ul>\n</li>\n"
        "</ul>\n"))
        << whole;
    EXPECT_FALSE(toctree("   :maxdepth: 2\n\n   a\n").contains("Deep"));
    const std::string reversed = toctree("   :glob:\n   :reversed:\n\n   c/d\n   *\n");
    EXPECT_LT(reversed.find("B2"), reversed.find("A <em>b</em>")) << "what a pattern finds is turned round, too";
    EXPECT_LT(reversed.find("A <em>b</em>"), reversed.find("c/d.html")) << reversed;
    EXPECT_FALSE(toctree("   :titlesonly:\n\n   a\n").contains("One"));
    EXPECT_TRUE(toctree("\n   Own <a>\n").contains("href=\"a.html\">Own</a>"));
    EXPECT_TRUE(toctree("\n   Own <b>\n").contains("href=\"b.html\">B</a>")) << "one title is not for two headings";
    const std::string numbered = toctree("   :numbered: 2\n\n   a\n   b\n");
    for (const char *line : {">1. A ", ">1.1. One<", ">Deep<", ">1.2. Two<", ">2. B<", ">2.1. Sub<", ">3. B2<"})
        EXPECT_TRUE(numbered.contains(line)) << line << '\n' << numbered;
    const std::string globbed = toctree("   :glob:\n   :maxdepth: 1\n\n   b\n   *\n");
    EXPECT_LT(globbed.find(">B<"), globbed.find(">A <")) << "each once, but not the page itself" << globbed;
    EXPECT_EQ(globbed.find(">T</a>"), globbed.npos);
    const std::string nested = toctree("\n   c/d\n"); // whose own table names it and b
    EXPECT_TRUE(nested.contains("toctree-l1\"><a class=\"reference internal\" href=\"c/d.html\">D</a><ul>\n<li "
                                "class=\"toctree-l2\"><a class=\"reference internal\" href=\"b.html\">B</a>"))
        << nested;
    EXPECT_EQ(toctree("   :hidden:\n\n   a\n").find("<ul>"), std::string::npos);
}

// What Sphinx 8.1 prints for the same source.
TEST(SphinxSite, FindsPythonObjectsNearby)
{
    constexpr std::string_view objects =
        ".. py:module:: mod\n\n.. py:class:: Cls\n\n   .. py:attribute:: colour\n\n"
        "      See :py:attr:`.colour` and :py:attr:`colour`.\n\n   .. py:method:: paint()\n\n"
        ".. py:class:: Other\n\n   .. py:attribute:: hue\n\n";
    const auto title = [&](std::string_view reference) {
        const std::string html = page(std::string(objects) + "Outside " + std::string(reference) + '\n', Settings());
        const std::size_t at = html.rfind("Outside ");
        const std::size_t begin = html.find("title=\"", at);
        return begin == html.npos ? std::string() : html.substr(begin + 7, html.find('"', begin + 7) - begin - 7);
    };
    EXPECT_EQ(title(":py:attr:`.colour`"), "mod.Cls.colour");
    EXPECT_EQ(title(":py:attr:`colour`"), "") << "without the dot a name is looked for as it stands";
    EXPECT_EQ(title(":py:attr:`Cls.colour`"), "mod.Cls.colour");
    EXPECT_EQ(title(":py:attr:`.paint`"), "mod.Cls.paint") << "which a property once was";
    EXPECT_EQ(title(":py:class:`.colour`"), "") << "of another type";
    EXPECT_EQ(title(":py:attr:`~.hue`"), "mod.Other.hue");
    EXPECT_EQ(title(":py:attr:`words <.hue>`"), "mod.Other.hue");
    EXPECT_EQ(title(":py:attr:`.nothing`"), "");
    const std::string html = page(objects, Settings());
    EXPECT_TRUE(html.contains("See <a class=\"reference internal\" href=\"#mod.Cls.colour\" title=\"mod.Cls.colour\">"))
        << html;
    EXPECT_TRUE(html.contains("and <a class=\"reference internal\" href=\"#mod.Cls.colour\"")) << html;
    EXPECT_TRUE(
        page(std::string(objects) + ":any:`mod.Cls`\n", Settings()).contains("\"xref any py py-class docutils"));
}

TEST(SphinxSite, TellsItsHeadings)
{
    static const Engine engine(Dialect::Sphinx);
    Settings settings;
    settings.dialect = Dialect::Sphinx;
    constexpr std::string_view source =
        "T ``c``\n=======\n\n.. contents::\n\nOne *x*\n-------\n\n.. toctree::\n\n   genindex\n\n"
        "Deep\n~~~~\n\nTwo [#]_\n--------\n\n.. [#] A note.\n";
    const std::vector<SiteSection> contents = contentsOf(engine.publish(source, settings).document, settings);
    ASSERT_EQ(contents.size(), 5U);
    EXPECT_TRUE(contents[0].id.empty() && contents[0].depth == 1U && contents[0].html.starts_with("T <code"));
    EXPECT_EQ(contents[1].html, "One <em>x</em>") << "without the link back to the contents";
    EXPECT_TRUE(contents[1].id == "one-x" && contents[1].depth == 2U);
    EXPECT_TRUE(contents[2].docname == "genindex" && contents[2].depth == 3U);
    EXPECT_TRUE(contents[3].html == "Deep" && contents[3].depth == 3U);
    EXPECT_TRUE(contents[4].depth == 2U && !contents[4].html.contains("href")) << contents[4].html;
}

TEST(SphinxSite, TellsWhatOthersMayReferTo)
{
    static const Engine engine(Dialect::Sphinx);
    const Publication publication =
        engine.publish(".. _top:\n\nHead\n====\n\n.. glossary::\n\n   Grant\n      Money.\n\n.. [Ann] A paper.\n");
    const auto has = [&](std::string_view type, std::string_view label, std::string_view title) {
        return std::ranges::any_of(publication.labels, [&](const LabelledPlace &place) {
            return place.type == type && place.label == label && place.title == title && !place.id.empty();
        });
    };
    EXPECT_TRUE(has("", "top", "Head"));
    EXPECT_TRUE(has("term", "Grant", "") && has("term/lower", "grant", ""));
    EXPECT_TRUE(has("citation", "Ann", ""));
}

TEST(SphinxSite, ShowsAnExcerptOnAnotherPage)
{
    Settings settings;
    settings.sphinx.docname = "posts/here";
    settings.sphinx.findDocument = [](std::string_view name) {
        return name == "posts/there" ? std::optional(SiteDocument{"There"}) : std::nullopt;
    };
    settings.sphinx.ablog.shownElsewhere = ShownElsewhere{.page = "blog"};
    const std::string html =
        page(".. post:: 2026-01-01\n\nT\n=\n\nSee :doc:`/posts/there` and :doc:`there`.\n\nSecond.\n", settings);
    EXPECT_EQ(html, "<p class=\"ablog-post-excerpt\"><p>See <a class=\"reference internal\" "
                    "href=\"posts/there.html\"><span class=\"doc\">There"
                    "</span></a> and <span class=\"xref std std-doc\">there</span>.</p>\n</p>\n");
}

TEST(SphinxSite, NamesDownloadsAsSphinxDoes)
{
    EXPECT_EQ(md5(""), "d41d8cd98f00b204e9800998ecf8427e");
    EXPECT_EQ(md5(std::string(64, 'a')), "014842d480b571495a4a0363793f7367");
    Settings settings;
    settings.sphinx.docname = "posts/here";
    settings.sphinx.hasFile = [](std::string_view path) { return path == "posts/f.py"; };
    const std::string html = page(":download:`f.py` :download:`gone.py`\n", settings);
    EXPECT_TRUE(html.contains("href=\"../_downloads/" + md5("posts/f.py") + "/f.py\"")) << html;
    EXPECT_FALSE(html.contains("gone.py\"")) << html;
}

// What Sphinx 8.1 calls the copies of pictures of the same name.
TEST(SphinxSite, NamesCopiesOfPicturesApart)
{
    UniqueFileNames names;
    EXPECT_EQ(names.add("a/x.png"), "x.png");
    EXPECT_EQ(names.add("b/x.png"), "x1.png");
    EXPECT_EQ(names.add("c/x1.png"), "x11.png") << "what another one was called is taken";
    EXPECT_EQ(names.add("d/x.png"), "x2.png");
    EXPECT_EQ(names.add("a/x.png"), "x.png");
    EXPECT_EQ(names.add("a/.png"), ".png");
    EXPECT_EQ(names.add("b/.png"), ".png1");

    Settings settings;
    settings.sphinx.docname = "posts/here";
    settings.sphinx.hasFile = [](std::string_view path) { return path.ends_with("ab.png"); };
    constexpr std::string_view source = ".. image:: a b.png\n\n.. image:: /a b.png\n   :width: 3\n";
    const std::string alone = page(source, settings);
    EXPECT_TRUE(alone.contains("src=\"../_images/ab.png\"") && alone.contains("src=\"../_images/ab1.png\"")) << alone;
    auto site = std::make_shared<UniqueFileNames>();
    site->add("other/ab.png");
    site->add("ab.png");
    settings.sphinx.siteImages = site;
    const std::string inSite = page(source, settings);
    EXPECT_TRUE(inSite.contains("src=\"../_images/ab2.png\"") && inSite.contains("src=\"../_images/ab1.png\""))
        << inSite;
}

TEST(SphinxSite, TakesThePictureOfTheSitesLanguage)
{
    Settings settings;
    settings.sphinx.language = "de";
    settings.sphinx.hasFile = [](std::string_view path) { return path == "a.png" || path == "a.de.png"; };
    EXPECT_TRUE(page(".. image:: a.png\n", settings).contains("src=\"_images/a.de.png\""));
    settings.sphinx.language = "fr";
    EXPECT_TRUE(page(".. image:: a.png\n", settings).contains("src=\"_images/a.png\""));
}

// Sphinx counts the document's own lines, whatever stands around every document.
TEST(SphinxSite, LeavesPrologAndEpilogOutOfLineNumbers)
{
    Settings settings;
    settings.dialect = Dialect::Sphinx;
    settings.sphinx.prolog = ".. |a| replace:: b\n\n.. role:: c\n";
    settings.sphinx.epilog = "|none|\n";
    const Engine engine(Dialect::Sphinx);
    std::string lines;
    for (const Diagnostic &diagnostic : engine.publish(":field: x\n\n|a| |d|\n\n* :ref:`e`\n", settings).diagnostics)
        lines += std::format("{} {}; ", diagnostic.line, diagnostic.message);
    EXPECT_EQ(lines, "3 Undefined substitution referenced: \"d\".; 1 Undefined substitution referenced: \"none\".; "
                     "5 undefined label: 'e'; ");
}

TEST(SphinxSite, SpeaksTheSitesLanguage)
{
    Settings settings;
    const auto titles = [&](std::string_view language) {
        settings.sphinx.language = language;
        return page(".. warning:: x\n\n.. versionchanged:: 2\n", settings);
    };
    EXPECT_TRUE(titles("de").contains("Warnung") && titles("de").contains("Geändert in Version 2."));
    EXPECT_TRUE(titles("fr_CA").contains("Avertissement")) << "by the language at large";
    EXPECT_TRUE(titles("xx").contains("Changed in version 2."));

    settings.sphinx.extensions = {"sphinx.ext.todo"};
    settings.sphinx.tags.emplace_back(showsTodos);
    settings.sphinx.language = "de";
    const std::string html = page(".. todo:: x\n\n:ref:`search`\n\n.. function:: f(a)\n\n   :param a: x\n   :rtype: y\n"
                                  "\n.. post:: 2026-01-02\n\nT\n=\n\n.. update:: 2026-01-03\n\n   x\n",
                                  settings);
    for (const std::string_view word : {"Zu tun", "Suche", "Parameter<", "Rückgabetyp", "Updated on "})
        EXPECT_TRUE(html.contains(word)) << word << " in " << html;
    EXPECT_EQ(siteWord(SiteWord::Figure, "pt_BR"), "Fig. %s");
    EXPECT_EQ(siteWord(SiteWord::UpdatedOn, "pt_BR"), "Actualizado em ");
}

TEST(SphinxSite, KeepsUnknownDirectivesForTheWindow)
{
    Settings settings;
    EXPECT_EQ(page(".. poll:: Who?\n\n   Ann\n", settings), "");
    settings.sphinx.keepPlaceholders = true;
    const std::string html = page(".. poll:: Who?\n\n   Ann <b>\n", settings);
    EXPECT_TRUE(html.contains("broadside-placeholder") && html.contains("poll") && html.contains("Ann &lt;b&gt;"))
        << html;
}

// What Sphinx 8.1 prints for the same sources with the same settings.
TEST(SphinxSite, ShowsTheTextOfLinksToOtherSites)
{
    Settings settings;
    settings.sphinx.extensions = {"sphinx.ext.intersphinx"};
    const std::string external = page(":external:doc:`its docs <index>`, :external+python:py:func:`os.getcwd`,\n"
                                      ":external+python:ref:`a label`\n",
                                      settings);
    EXPECT_TRUE(
        external.contains("<span class=\"xref std std-doc\">its docs</span>, <code class=\"xref py py-func docutils "
                          "literal notranslate\"><span class=\"pre\">os.getcwd()</span></code>,\n"
                          "<span class=\"xref std std-ref\">a label</span>"))
        << external;
    EXPECT_FALSE(external.contains("problematic")) << external;
    EXPECT_TRUE(page(":external:nothing:`x`\n", settings).contains("problematic"));
    EXPECT_TRUE(page(":external:nothing:`x`\n", {}).contains("problematic"));
    EXPECT_EQ(page(":external:doc:`x`\n", {}), "<p><span class=\"xref std std-doc\">x</span></p>\n")
        << "without a domain of that name the standard one is asked";
}

TEST(SphinxSite, KnowsADefaultRole)
{
    Settings settings;
    const auto with = [&](std::string_view role) {
        settings.sphinx.defaultRole = role;
        return page("`lab`\n\n.. default-role:: emphasis\n\n`now`\n\n.. default-role::\n\n`then`\n", settings);
    };
    constexpr std::string_view rest = "<p><em>now</em></p>\n<p><cite>then</cite></p>\n";
    EXPECT_TRUE(with("code").starts_with("<p><code class=\"code docutils literal notranslate\">")) << with("code");
    EXPECT_TRUE(with("py:obj").starts_with("<p><code class=\"xref py py-obj docutils literal")) << with("py:obj");
    EXPECT_TRUE(with("any").starts_with("<p><code class=\"xref any docutils literal notranslate\">")) << with("any");
    EXPECT_TRUE(with("nonesuch").starts_with("<p><cite>lab</cite></p>")) << with("nonesuch");
    EXPECT_TRUE(with("code").ends_with(rest));
}

TEST(SphinxSite, TakesOtherSmartQuotes)
{
    Settings settings;
    const auto with = [&](std::string_view action) {
        settings.sphinx.smartQuotesAction = action;
        return page("A \"quote\" -- en --- em ... and . . . it's a'' b &quot;c&quot; 1---- end\n", settings);
    };
    EXPECT_EQ(with("qDe"), "<p>A “quote” – en — em … and … it’s a’’ b &amp;quot;c&amp;quot; 1—- end</p>\n");
    EXPECT_EQ(with("d"),
              "<p>A &quot;quote&quot; — en – em ... and . . . it's a'' b &amp;quot;c&amp;quot; 1–- end</p>\n");
    EXPECT_EQ(with("b"),
              "<p>A &quot;quote&quot; -- en --- em ... and . . . it's a” b &amp;quot;c&amp;quot; 1---- end</p>\n");
    EXPECT_EQ(with("B"),
              "<p>A &quot;quote&quot; -- en --- em ... and . . . it’s a” b &amp;quot;c&amp;quot; 1---- end</p>\n");
    EXPECT_EQ(with("1"), "<p>A “quote” — en – em … and … it’s a” b &amp;quot;c&amp;quot; 1–- end</p>\n");
    EXPECT_EQ(with("qDew"), "<p>A “quote” – en — em … and … it’s a’’ b “c” 1—- end</p>\n");
    EXPECT_EQ(with("0"), with("x"));
}

TEST(SphinxSite, WritesFootnotesPicturesAndCodeAsTheSiteWishes)
{
    Settings settings;
    const auto footnote = [&] { return page("A word [#a]_ and\n[#a]_ x [CIT]_\n\n.. [#a] x\n.. [CIT] c\n", settings); };
    EXPECT_TRUE(footnote().contains("word <a")) << footnote();
    settings.sphinx.trimFootnoteSpace = true;
    EXPECT_TRUE(footnote().contains("word<a") && footnote().contains("and<a") && footnote().contains("x <a"))
        << footnote();
    const auto picture = [&] { return page(".. image:: pic.png\n   :width: 10px\n", settings); };
    EXPECT_TRUE(picture().contains("<a class=\"reference internal image-reference\""));
    settings.sphinx.linkScaledImages = false;
    EXPECT_FALSE(picture().contains("<a ")) << picture();
    settings.sphinx.lineNumberTables = true;
    EXPECT_EQ(
        page(".. code-block:: text\n   :linenos:\n   :emphasize-lines: 2\n   :lineno-start: 9\n\n   one\n   two\n",
             settings),
        "<div class=\"highlight-text notranslate\"><div class=\"highlight\"><table class=\"highlighttable\"><tr>"
        "<td class=\"linenos\"><div class=\"linenodiv\"><pre><span class=\"normal\"> 9</span>\n"
        "<span class=\"normal\">10</span></pre></div></td><td class=\"code\"><div><pre><span></span>one\n"
        "<span class=\"hll\">two\n</span></pre></div></td></tr></table></div>\n</div>\n");
    EXPECT_FALSE(page(".. code-block:: text\n\n   one\n", settings).contains("<table"));
}

TEST(SphinxSite, KeepsWarningsOnThePageButNotInTheWindow)
{
    Settings settings;
    settings.sphinx.keepWarnings = true;
    constexpr std::string_view source = ".. note::\n\nText *open\n\nref_\n";
    const std::string kept = page(source, settings);
    EXPECT_TRUE(kept.contains("<p class=\"system-message-title\">System Message: ERROR/3")) << kept;
    EXPECT_TRUE(kept.contains("Content block expected for the “note” directive; none found.")) << kept;
    EXPECT_TRUE(kept.contains("Inline emphasis start-string without end-string.")) << kept;
    EXPECT_FALSE(kept.contains("Unknown target name")) << "what is said after the reading has no place: " << kept;
    settings.sphinx.keepPlaceholders = true;
    EXPECT_FALSE(page(source, settings).contains("system-message-title")) << page(source, settings);
}

TEST(SphinxSite, NeverHangs)
{
    std::string source = ".. post:: 2026-01-01\n\n.. post:: 2026-01-02\n\nT\n=\n\n";
    for (int i = 0; i < 10'000; ++i)
        source += "Note [#]_ here.\n\n.. [#] " + std::to_string(i) + "\n\n";
    source += ".. code-block:: python\n";
    for (int i = 0; i < 20'000; ++i)
        source += "   :option" + std::to_string(i) + ": x\n";
    source += "\n   pass\n\n.. productionlist::\n";
    for (int i = 0; i < 5'000; ++i)
        source += "   rule" + std::to_string(i) + ": `rule" + std::to_string(i + 1) + "` `\n";
    for (int i = 0; i < 2'500; ++i)
        source += "\n.. post:: 2026-01-01\n\nx\n\n.. update:: 2026-01-02\n\n   y\n\n.. image:: z.png\n";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(page(source, Settings()).empty());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

} // namespace
} // namespace rst
