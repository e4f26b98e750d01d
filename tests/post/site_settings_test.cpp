// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/ablog_traps.h"
#include "post/python_literal.h"
#include "post/site_settings.h"
#include "post/sphinx_settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

namespace post {
namespace {

std::string textOf(std::string_view source, std::string_view name = "x")
{
    const auto values = pythonAssignments(source).values;
    const auto found = values.find(name);
    return found == values.end() ? "(unknown)" : found->second.text() == nullptr ? "(no text)" : *found->second.text();
}

TEST(PythonLiteral, ReadsTexts)
{
    EXPECT_EQ(textOf("x = 'a' \"b\"  # c\n"), "ab");
    EXPECT_EQ(textOf("x = ('a'\n     'b' + 'c')\n"), "abc");
    EXPECT_EQ(textOf("x = r'\\d' + u'\\u00e9\\x41\\n'\n"), "\\dé"
                                                           "A\n");
    EXPECT_EQ(textOf("x = '''one\ntwo'''\ny = 1\n"), "one\ntwo");
    EXPECT_EQ(textOf("base = 'https://e.org'\nx = base + '/blog'\n"), "https://e.org/blog");
    EXPECT_EQ(textOf("x: str = \"typed\"\n"), "typed");
    EXPECT_EQ(textOf("x = 'a'\nx += 'b'\n"), "ab");
    EXPECT_EQ(textOf("x = 'a'; y = 'b'\n"), "a");
}

TEST(PythonLiteral, LeavesOutWhatIsComputed)
{
    EXPECT_EQ(textOf("x = open('/etc/passwd').read()\n"), "(unknown)");
    EXPECT_EQ(textOf("x = f'{1}'\n"), "(unknown)");
    EXPECT_EQ(textOf("x = 'a'\nx = compute()\n"), "(unknown)");
    EXPECT_EQ(textOf("x = 'a' % 1\n"), "(unknown)");
    EXPECT_EQ(textOf("if True:\n    x = 'in a block'\n"), "(unknown)");
    EXPECT_EQ(textOf("def f():\n    '''\nx = 'in a text'\n    '''\n"), "(unknown)");
    EXPECT_EQ(textOf("x = ['never ends'\n"), "(unknown)");
}

TEST(PythonLiteral, ReadsContainersAndNumbers)
{
    const auto values =
        pythonAssignments(
            "d = {'a': (1, None), \"b\": [True, 2.5, -3],}\nt = ('one',)\np = ('one')\ne = {}\nn = 1_000\n")
            .values;
    const PythonValue::Dictionary *entries = values.at("d").dictionary();
    ASSERT_TRUE(entries != nullptr && entries->size() == 2);
    EXPECT_EQ(*(*entries)[0].first.text(), "a");
    EXPECT_TRUE((*entries)[0].second.list()->back().isNone());
    EXPECT_EQ((*entries)[1].second.list()->back().number(), -3);
    EXPECT_EQ(values.at("t").list()->size(), 1u);
    EXPECT_EQ(*values.at("p").text(), "one");
    EXPECT_FALSE(values.at("e").isTrue());
    EXPECT_EQ(values.at("n").number(), 1000);
}

TEST(PythonLiteral, NeverHangsOnHostileText)
{
    const std::clock_t begin = std::clock(); // of this process: others may be busy meanwhile
    (void)pythonAssignments("x = " + std::string(1'000'000, '['));
    (void)pythonAssignments("x = " + std::string(1'000'000, '\''));
    (void)pythonAssignments(std::string(1'000'000, '\\'));
    std::string sums = "x = 'a'";
    for (int i = 0; i < 200'000; ++i)
        sums += " + 'a'";
    EXPECT_EQ(textOf(sums).size(), 200'001u);
    std::string quotes;
    for (int i = 0; i < 100'000; ++i)
        quotes += "x = '''\n";
    (void)pythonAssignments(quotes);
    EXPECT_LT((std::clock() - begin) / CLOCKS_PER_SEC, 5);
}

TEST(PythonLiteral, CopiesOnlySoMuch)
{
    std::string doubled = "x = 'abcdefgh'\n";
    std::string nested = "n = []\n";
    for (int i = 0; i < 64; ++i)
        doubled += "x = x + x\n";
    for (int i = 0; i < 100'000; ++i)
        nested += "n = [n]\n";
    const PythonAssignments read = pythonAssignments(doubled + "y = 'after'\n" + nested);
    EXPECT_TRUE(read.computed.contains("x"));
    EXPECT_TRUE(read.computed.contains("n"));
    EXPECT_EQ(*read.values.at("y").text(), "after");
    EXPECT_EQ(textOf("y = 'again'\nx = y + y\n"), "againagain");
}

TEST(SiteSettings, ReadsConfPy)
{
    const SiteSettings site = readSiteSettings(R"(
import os
project = 'Board'
extensions = ['ablog'] + ['sphinx.ext.extlinks']
extensions += ["sphinx.ext.autosectionlabel"]
blog_baseurl = os.environ.get('URL', '')
blog_title = "Board " "news"
blog_authors = {'ann': ('Ann Author', 'https://ann.example.org'), 'bob': ('Bob', None)}
blog_default_author = 'ann'
blog_default_language = ['en']
post_date_format = "%Y-%m-%d"
post_auto_excerpt = 2
blog_feed_length = None
blog_post_pattern = "posts/*/*"
extlinks = {'issue': ('https://example.org/%s', 'issue %s')}
)");
    EXPECT_EQ(site.project, "Board");
    EXPECT_TRUE(site.hasExtension("ablog") && site.hasExtension("sphinx.ext.autosectionlabel"));
    EXPECT_EQ(site.baseUrl, "") << "what is computed keeps its default";
    EXPECT_EQ(site.computed, std::vector<std::string>{"blog_baseurl"}) << "and is named";
    EXPECT_TRUE(computedSettings(site).contains("blog_baseurl")) << computedSettings(site);
    EXPECT_EQ(site.blogTitle, "Board news");
    ASSERT_EQ(site.namedLabels.size(), 2u);
    EXPECT_EQ(site.namedLabels[0].name, "Ann Author");
    EXPECT_EQ(site.dateFormat, "%Y-%m-%d");
    EXPECT_EQ(site.autoExcerpt, 2);
    EXPECT_FALSE(site.feedLength);
    EXPECT_EQ(site.postPatterns, std::vector<std::string>{"posts/*/*"});
    ASSERT_EQ(site.externalLinks.size(), 1u);
    EXPECT_EQ(site.externalLinks[0].caption, "issue %s");
    const auto traps = siteTraps(site);
    ASSERT_EQ(traps.size(), 1u);
    EXPECT_TRUE(traps[0].contains("blog_default_language")) << traps[0];
}

TEST(SiteSettings, ReadsHowTheSiteWritesItsPages)
{
    const SiteSettings site = readSiteSettings("default_role = 'any'\nsmartquotes_action = 'qd'\n"
                                               "trim_footnote_reference_space = True\nhtml_scaled_image_link = False\n"
                                               "html_codeblock_linenos_style = 'table'\nkeep_warnings = True\n"
                                               "todo_include_todos = True\n");
    BlogConfig config;
    config.hasSite = true;
    config.site = site;
    const rst::SphinxSettings settings = sphinxSettings(config, {.year = 2026}).sphinx;
    EXPECT_EQ(settings.defaultRole, "any");
    EXPECT_EQ(settings.smartQuotesAction, "qd");
    EXPECT_TRUE(settings.trimFootnoteSpace && settings.lineNumberTables && settings.keepWarnings);
    EXPECT_FALSE(settings.linkScaledImages);
    EXPECT_TRUE(std::ranges::contains(settings.tags, "todo_include_todos"));
    const SiteSettings usual = readSiteSettings("html_codeblock_linenos_style = 'inline'\n");
    EXPECT_FALSE(usual.lineNumberTables || usual.trimFootnoteSpace || usual.keepWarnings);
    EXPECT_TRUE(usual.linkScaledImages);
}

TEST(SiteSettings, MatchesPatterns)
{
    EXPECT_TRUE(matchesPattern("posts/2026/a", "posts/*/*"));
    EXPECT_FALSE(matchesPattern("posts/2026/x/a", "posts/*/*"));
    EXPECT_TRUE(matchesPattern("posts/2026/x/a", "posts/**"));
    EXPECT_TRUE(matchesPattern("posts/a", "posts/**/a"));
    EXPECT_TRUE(matchesPattern("a/b/posts/c", "**/posts/c"));
    EXPECT_TRUE(matchesPattern("b7", "[a-c][!0-5]"));
    EXPECT_FALSE(matchesPattern("b3", "[a-c][!0-5]"));
    EXPECT_FALSE(matchesPattern("abc", "a?"));
    EXPECT_FALSE(matchesPattern(std::string(5000, 'a'), "*a*a*a*a*a*a*a*b"));
}

} // namespace
} // namespace post
