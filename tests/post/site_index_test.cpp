// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/site_index.h"

#include "post/site_page.h"
#include "post/sphinx_settings.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <gtest/gtest.h>

namespace post {
namespace {

constexpr DateTime today{.year = 2026, .month = 3, .day = 9};

const rst::Engine &sphinx()
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    return engine;
}

/// The entry of a document with that text.
SiteEntry entryOf(const std::string &docname, std::string_view source)
{
    rst::Settings settings = sphinxSettings({}, today);
    settings.sphinx.docname = docname;
    settings.sphinx.knowsSite = false; // until all documents are read
    const rst::Publication publication = sphinx().publish(source, settings);
    return {.docname = docname,
            .title =
                std::string(publication.document[rst::Document::root()].attribute(rst::AttributeName::DocumentTitle)),
            .labels = publication.labels,
            .posts = listedPosts(docname, readPosts(publication.document, {}, today))};
}

std::shared_ptr<const SiteIndex> siteOf(std::vector<SiteEntry> entries, SiteKnowledge knowledge = SiteKnowledge::Whole)
{
    return std::make_shared<const SiteIndex>(BlogConfig(), today, std::move(entries), knowledge);
}

/// A page of the site as the site has it, and what is said about it.
struct Page {
    std::string html = {};
    std::vector<std::string> messages = {};
};

Page pageIn(const std::shared_ptr<const SiteIndex> &site, const std::string &docname, std::string_view source)
{
    const BlogConfig config;
    rst::Settings settings = sphinxSettings(config, today);
    settings.sphinx.docname = docname;
    const rst::Publication publication =
        publishPage(sphinx(), source, settings, {.config = config, .clock = today, .site = site});
    Page page{.html = rst::writeSphinxHtml(publication.document, settings)};
    for (const rst::Diagnostic &diagnostic : publication.diagnostics)
        page.messages.push_back(diagnostic.message);
    return page;
}

constexpr std::string_view older = ".. post:: 2026-01-02\n   :tags: vote\n\n.. _spot:\n\nThe Older One\n"
                                   "=============\n\nIts words.\n";
constexpr std::string_view newer = ".. post:: 2026-02-03\n   :tags: News\n\nThe Newer One\n=============\n\nMore.\n";

TEST(SiteIndex, LeadsToDocumentsLabelsAndPagesOfTheBlog)
{
    const auto site = siteOf({entryOf("posts/older", older), entryOf("posts/newer", newer)});
    const Page page = pageIn(site, "posts/here", ":doc:`older` :ref:`spot` :ref:`tag-vote` :any:`/posts/newer`\n");
    EXPECT_TRUE(page.html.contains("href=\"older.html\"><span class=\"doc\">The Older One<")) << page.html;
    EXPECT_TRUE(page.html.contains("href=\"older.html#spot\"><span class=\"std std-ref\">The Older One<"));
    EXPECT_TRUE(page.html.contains("href=\"../blog/tag/vote.html\"")) << page.html;
    EXPECT_TRUE(page.html.contains("href=\"newer.html\"")) << page.html;
    EXPECT_TRUE(page.messages.empty()) << page.messages.front();
}

TEST(SiteIndex, JudgesOnlyWhenItIsWhole)
{
    constexpr std::string_view source = ":doc:`gone`\n";
    EXPECT_EQ(pageIn(siteOf({}), "here", source).messages, std::vector<std::string>{"unknown document: 'gone'"});
    EXPECT_TRUE(pageIn(siteOf({}, SiteKnowledge::Partial), "here", source).messages.empty());
}

TEST(SiteIndex, TellsOfLabelsThatEarlierDocumentsHave)
{
    const auto site = siteOf({entryOf("a", older), entryOf("c", older), entryOf("e", "Words\n\n.. _spot:\n")});
    EXPECT_EQ(pageIn(site, "a", older).messages.size(), 1u) << "Sphinx reads it first";
    const auto last = [&](const std::string &docname) { return pageIn(site, docname, older).messages.back(); };
    EXPECT_EQ(last("b"), "duplicate label spot, other instance in a.rst");
    EXPECT_EQ(last("c"), "duplicate label spot, other instance in a.rst");
    EXPECT_EQ(last("f"), "duplicate label spot, other instance in c.rst") << "the last one that has a title";
}

TEST(SiteIndex, LetsTheOpenTextSpeakForItsDocument)
{
    const auto site = siteOf({entryOf("posts/older", older), entryOf("posts/newer", newer)});
    // The label and the tag that the document had on the disk are gone from its text; its title is another.
    const Page page =
        pageIn(site, "posts/older",
               ".. post:: 2026-03-04\n\nA New Title\n===========\n\n"
               ":ref:`spot` :ref:`tag-vote` :ref:`tag-news` :doc:`older`\n\n.. postlist:: 5\n   :sort:\n");
    EXPECT_EQ(page.messages.size(), 2U) << page.html;
    EXPECT_TRUE(page.html.contains("<span class=\"doc\">A New Title</span>")) << page.html;
    EXPECT_TRUE(page.html.contains("../blog/tag/news.html")) << page.html;
    EXPECT_FALSE(page.html.contains("The Older One")) << page.html;
    EXPECT_TRUE(page.html.contains("The Newer One")) << page.html;
}

TEST(SiteIndex, ListsPostsWithTheOpenOneAmongThem)
{
    const auto site = siteOf({entryOf("older", older), entryOf("newer", newer)});
    const std::string html = pageIn(site, "older",
                                    ".. post:: 2026-03-04\n   :tags: news\n\nChanged\n=======\n\n"
                                    ".. postlist:: 5\n   :tags: News\n")
                                 .html;
    EXPECT_TRUE(html.contains("The Newer One")) << html;
    EXPECT_FALSE(html.contains("The Older One")) << html;
    // A page that is no post lists all that is published.
    const std::string all = pageIn(site, "index", ".. postlist::\n").html;
    EXPECT_LT(all.find("The Newer One"), all.find("The Older One"));
    EXPECT_NE(all.find("The Older One"), all.npos);
}

TEST(SiteIndex, HasAPageForTheAuthorThatItFillsIn)
{
    const Page page = pageIn(siteOf({}), "here",
                             ".. post:: 2026-03-04\n\nTitle\n=====\n\n:ref:`author-python-software-foundation`\n\n"
                             ".. postlist::\n   :author: Python Software Foundation\n");
    EXPECT_TRUE(page.html.contains("href=\"blog/author/python-software-foundation.html\"")) << page.html;
    EXPECT_TRUE(page.html.contains("04 March - ")) << page.html;
    EXPECT_TRUE(page.messages.empty());
}

TEST(SiteIndex, KnowsWhatIsUsed)
{
    const auto site = siteOf({entryOf("older", older), entryOf("draft", ".. post::\n   :tags: idea\n\nD\n=\n")});
    EXPECT_TRUE(site->isUsed(rst::LabelKind::Tag, "vote"));
    EXPECT_FALSE(site->isUsed(rst::LabelKind::Tag, "idea")) << "of a draft alone";
    EXPECT_TRUE(site->page("tag-vote"));
    EXPECT_FALSE(site->page("tag-vote", "older")) << "that document alone gives rise to it";
    EXPECT_EQ(site->docnames(), (std::vector<std::string>{"draft", "older"}));
    EXPECT_TRUE(site->page("archive-2026"));
}

// What Sphinx 8.1 prints for these documents, `index` being the root.
TEST(SiteIndex, NumbersWhatTablesOfContentsLeadTo)
{
    constexpr std::string_view root =
        "Site\n====\n\n.. figure:: a.png\n   :name: zero\n\n   Before\n\n.. toctree::\n   "
        ":numbered:\n\n   one\n   two\n";
    constexpr std::string_view one =
        ".. _one:\n\nOne\n===\n\nSub\n---\n\n.. figure:: a.png\n   :name: first\n\n   F\n\n"
        ".. toctree::\n\n   deep\n";
    constexpr std::string_view two =
        "Two\n===\n\n.. figure:: a.png\n   :name: second\n\n   F\n\n.. math:: x\n   :label: "
        "eq\n\n:numref:`one` :numref:`first` :numref:`zero` :numref:`{name} is {number} "
        "<second>` :numref:`outside` :eq:`eq`\n";
    constexpr std::string_view outside = ".. _outside:\n\nOutside\n=======\n\nx\n";
    const SiteIndexPtr site = siteOf({entryOf("deep", "Deep\n====\n\nx\n"), entryOf("index", root), entryOf("one", one),
                                      entryOf("outside", outside), entryOf("two", two)});
    EXPECT_EQ(site->numbers()->section("one", "sub"), "1.1");
    EXPECT_EQ(site->numbers()->section("deep", "deep"), "1.1.1");
    EXPECT_EQ(site->numbers()->section("outside", "outside"), "");
    EXPECT_TRUE(site->numbers()->find("one", "sub")->isCounted &&
                !site->numbers()->find("outside", "outside")->isCounted);

    BlogConfig config;
    config.site.captionNumbers.isOn = true;
    config.hasSite = true;
    rst::Settings settings = sphinxSettings(config, today);
    settings.sphinx.docname = "two";
    const rst::Publication publication =
        publishPage(sphinx(), two, settings, {.config = config, .clock = today, .site = site});
    const std::string html = rst::writeSphinxHtml(publication.document, settings);
    for (const std::string_view part :
         {"<h1><span class=\"section-number\">2. </span>Two</h1>", "Fig. 2.1 </span>", "href=\"one.html#one\"",
          ">Section 1<", ">Fig. 1.1<", "href=\"index.html#zero\"", ">Fig. 1<", ">F is 2.1<",
          "<span class=\"pre\">outside</span>", "<span class=\"eqno\">(2.1)</span>", "href=\"#equation-eq\">(2.1)<"})
        EXPECT_TRUE(html.contains(part)) << part << " in " << html;
}

TEST(SiteIndex, NamesPicturesInTheOrderOfTheDocuments)
{
    const auto withPicture = [](const std::string &docname, const std::string &path) {
        SiteEntry entry = entryOf(docname, "x\n");
        entry.labels.push_back({.type = "picture", .label = path});
        return entry;
    };
    const SiteIndexPtr site = siteOf({withPicture("a", "one/x.png"), withPicture("b", "two/x.png")});
    ASSERT_NE(site->images()->find("two/x.png"), nullptr);
    EXPECT_EQ(*site->images()->find("two/x.png"), "x1.png");
}

} // namespace
} // namespace post
