// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/ablog_traps.h"
#include "post/python_literal.h"
#include "post/site_settings.h"
#include "post/sphinx_settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <format>
#include <utility>
#include <variant>

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

/// A value as Python writes it; tuples and sets as lists.
std::string written(const PythonValue &value)
{
    struct Writer {
        std::string operator()(std::monostate) const { return "None"; }
        std::string operator()(bool truth) const { return truth ? "True" : "False"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return std::format("f{:g}", number); }
        std::string operator()(const std::string &text) const { return "'" + text + "'"; }
        std::string operator()(const PythonValue::List &list) const
        {
            std::string items;
            for (const PythonValue &item : list)
                items += (items.empty() ? "" : ", ") + written(item);
            return "[" + items + "]";
        }
        std::string operator()(const PythonValue::Dictionary &entries) const
        {
            std::string items;
            for (const auto &[key, item] : entries)
                items += (items.empty() ? "" : ", ") + written(key) + ": " + written(item);
            return "{" + items + "}";
        }
    };
    return std::visit(Writer(), value.value);
}

// The right column is what Python 3.13 reads there (ast.parse(), and literal_eval() of what is assigned).
TEST(PythonLiteral, ReadsWhatPythonReads)
{
    static constexpr std::pair<std::string_view, std::string_view> sources[] = {
        {"x = 1; y = 2", "x = 1; y = 2"},
        {"x = 'a' ; y = x; z = x + y", "x = 'a'; y = 'a'; z = 'aa'"},
        {"import os, sys; x = 'b'", "x = 'b'"},
        {"x = 'a';", "x = 'a'"},
        {"x = ';'; y = \"#;\"  # z = 1; w = 2", "x = ';'; y = '#;'"},
        {"if False: x = 1; y = 2\nz = 3", "z = 3"},
        {"for i in []: x = 1; y = 2", ""},
        {"'''doc; string'''; x = 1", "x = 1"},
        {"x = y = 'c'", "x = 'c'; y = 'c'"},
        {"x = y = ['a']\ny += ['b']\n", "x = ['a']; y = ['a', 'b']"},
        {"a, b = 1, 'two'", "a = 1; b = 'two'"},
        {"(a, b) = ('x', 'y')", "a = 'x'; b = 'y'"},
        {"a, = ['one']", "a = 'one'"},
        {"a, b = c = 1, 2", "a = 1; b = 2; c = [1, 2]"},
        {"x = 1, 2,", "x = [1, 2]"},
        {"x = 'only',", "x = ['only']"},
        {"x = \\\n  'a' \\\n  'b'\ny = 2", "x = 'ab'; y = 2"},
        {"x = ('a'\n  # comment\n  'b'\n\n  'c')", "x = 'abc'"},
        {"x = (\n  'a' +\n  'b'\n)", "x = 'ab'"},
        {"x = ['a'\n 'b', 'c',\n]", "x = ['ab', 'c']"},
        {"x = 'a' + \\\n 'b'", "x = 'ab'"},
        {"x: 'str' = 'typed'", "x = 'typed'"},
        {"x: dict[str, list[int]] = {'a': [1]}", "x = {'a': [1]}"},
        {"x: int\ny = 1", "y = 1"},
        {"x = 0x1F", "x = 31"},
        {"x = 0o17", "x = 15"},
        {"x = 0b101", "x = 5"},
        {"x = -  5", "x = -5"},
        {"x = +3", "x = 3"},
        {"x = 1_000_000", "x = 1000000"},
        {"x = 1e3", "x = f1000"},
        {"x = 1.5E-3", "x = f0.0015"},
        {"x = .5", "x = f0.5"},
        {"x = 5.", "x = f5"},
        {"x = -1.25", "x = f-1.25"},
        {"x = 0XfF", "x = 255"},
        {"x = '\\N{EM DASH}\\N{latin small letter e with acute}'", "x = '—é'"},
        {"x = r'\\N{x}'", "x = '\\N{x}'"},
        {"x = '\\x41\\101\\u00e9\\U0001F600'", "x = 'AAé😀'"},
        {"x = 'a\\\nb'", "x = 'ab'"},
        {"x = '''a\\\nb'''", "x = 'ab'"},
        {"x = u'a' U'b' R'\\c'", "x = 'ab\\c'"},
        {"x = 'it''s'", "x = 'its'"},
        {"x = \"a\" 'b' '''c''' \"\"\"d\"\"\"", "x = 'abcd'"},
        {"x = {'a', 'b'} and 1", ""},
        {"x = {}", "x = {}"},
        {"x = []", "x = []"},
        {"x = ()", "x = []"},
        {"x = (())", "x = []"},
        {"x = ((1))", "x = 1"},
        {"x = ('a',)", "x = ['a']"},
        {"x = (1, (2, 3), [4, {5: 6}])", "x = [1, [2, 3], [4, {5: 6}]]"},
        {"x = [*a]", ""},
        {"x = [i for i in ()]", ""},
        {"x = not True", ""},
        {"x = True if 1 else False", ""},
        {"x = None", "x = None"},
        {"x = 1 + 2", ""},
        {"x = 'a' * 2", ""},
        {"x = 'a' % ()", ""},
        {"x = 'a'.upper()", ""},
        {"x = ['a'][0]", ""},
        {"x = f'a'", ""},
        {"x = b'a'", ""},
        {"x = 1j", ""},
        {"x = ...", ""},
        {"x = ['a']\nx.append('b')", "x = ['a', 'b']"},
        {"x = ['a']\nx.extend(['b', 'c'])", "x = ['a', 'b', 'c']"},
        {"x = ['a']\nx.extend(\n  ['b'],\n)", "x = ['a', 'b']"},
        {"x = ['a']; x.append('b'); x += ['c']", "x = ['a', 'b', 'c']"},
        {"x = ['a']\nx.append(open)", "x = ['a']"},
        {"x = 'a'\nx.append('b')", "x = 'a'"},
        {"x = 1\r\ny = '''a\r\nb'''\r\n", "x = 1; y = 'a\nb'"},
        {"x = 1 if False else 2", ""},
        {"x = 'a'\nx = x + 'b'\n", "x = 'ab'"},
        {"x == 1", ""},
        {"x = y == 1", ""},
        {"x = 'a' 'b' if 1 else 'c'", ""},
        {"x = ('a' 'b'\n     f'c')", ""},
        {"x = {'a': 'b' 'c', 'd': ('e' + 'f')}", "x = {'a': 'bc', 'd': 'ef'}"},
        {"x = {1: 2, **{}}", ""},
        {"class A: x = 1; y = 2\nz = 1", "z = 1"},
        {"while False: x = 1", ""},
        {"try: x = 1\nexcept: y = 2\n", ""},
        {"with open(os.devnull): x = 1; y = 2", ""},
        {"x = lambda: 1; y = 3", "y = 3"},
        {"def f(): x = 1; y = 2\nz = 4", "z = 4"},
        {"x = 'tab'\t;\ty = 'x'", "x = 'tab'; y = 'x'"},
        {"del x", ""},
        {"x = 1 # c; y = 2", "x = 1"},
        {"x = '#' + '\\'' ; y = 1", "x = '#''; y = 1"},
        {"x = \"\"\"a\n  b; c = 1\n\"\"\" ; d = 2", "d = 2; x = 'a\n  b; c = 1\n'"},
        {"html_context = {}\nhtml_context['a'] = 1\nx = 2", "html_context = {}; x = 2"},
        {"x = (yield)", ""},
        {"x = 'a', 'b' 'c', -1", "x = ['a', 'bc', -1]"},
        {"x = [\n    1,  # one\n    2,\n    # three\n]", "x = [1, 2]"},
        {"x = ('''\na''')", "x = '\na'"},
        {"_ = 'x'; x = _", "_ = 'x'; x = 'x'"},
    };
    for (const auto &[source, wanted] : sources) {
        std::string values;
        for (const auto &[name, value] : pythonAssignments(source).values)
            values += std::format("{}{} = {}", values.empty() ? "" : "; ", name, written(value));
        EXPECT_EQ(values, wanted) << source;
    }
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
    std::string chain;
    for (int i = 0; i < 100'000; ++i)
        chain += "a = ";
    (void)pythonAssignments(chain + '\'' + std::string(1'000'000, 'x') + "'\n");
    (void)pythonAssignments(std::string(500'000, ';') + std::string(500'000, '('));
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

TEST(SiteSettings, ReadsNoFurtherThanTheText)
{
    // Nothing ends these behind their last byte, as an "e" alone does that may become an exponent.
    for (const std::string_view text :
         {"x = -e", "x = 1e", "x = 0x", "x = 'a", "x = '\\", "x = r'", "x = {'a':", "x = \\"}) {
        const std::vector<char> bytes(text.begin(), text.end());
        EXPECT_TRUE(readSiteSettings(std::string_view(bytes.data(), bytes.size())).project.empty()) << text;
    }
}

TEST(SiteSettings, ReadsConfPy)
{
    const SiteSettings site = readSiteSettings(R"(
import os
project = 'Board'
extensions = ['ablog'] + ['sphinx.ext.extlinks']
extensions += ["sphinx.ext.autosectionlabel"]
autosectionlabel_maxdepth = 2
suppress_warnings = ["ref.doc", "autosectionlabel.*"]
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
    EXPECT_EQ(site.sectionLabelDepth, 2);
    EXPECT_EQ(site.suppressedWarnings, (std::vector<std::string>{"ref.doc", "autosectionlabel.*"}));
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
