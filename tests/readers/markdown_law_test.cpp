// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The Markdown writer's law: what it writes reads back as the same tree, for all that Markdown can express; and no word of
// any tree is lost on the way.

#include "golden.h"
#include "readers/markdown_reader.h"
#include "rst/engine.h"
#include "rst/text/unicode.h"
#include "rst/writers/markdown_writer.h"
#include "rst/writers/writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>

namespace {

using rst::NodeKind;
using rst::NodeRef;

/// The words that readers of a document see; of footnotes, which our reader leaves to its extension, none.
std::vector<std::string> wordsIn(const rst::Document &document)
{
    std::vector<std::string> words;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node;) {
        if (node.is(NodeKind::SystemMessage) || node.is(NodeKind::SubstitutionDefinition) ||
            node.is(NodeKind::Comment) || node.is(NodeKind::Raw) || node.is(NodeKind::Pending) ||
            node.is(NodeKind::Decoration) || node.is(NodeKind::Footnote) || node.is(NodeKind::Citation) ||
            node.is(NodeKind::FootnoteReference) ||
            (node.is(NodeKind::Target) && node.hasAttribute(rst::AttributeName::Refuri))) {
            node = node.followingPast(root);
            continue;
        }
        if (node.is(NodeKind::Text))
            rst::addWords(words, node.text());
        node = node.following(root);
    }
    return words;
}

/// Descriptions of pictures, which the reader keeps as attributes.
std::string attributesOf(const rst::Document &document)
{
    std::string text;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root))
        (text += '\n') += node.attribute(rst::AttributeName::Alt);
    return text;
}

std::string treeOf(const rst::Document &document)
{
    return rst::writePseudoXml(document);
}

void expectLaw(const rst::Document &document)
{
    const std::string written = rst::writeMarkdown(document);
    EXPECT_EQ(treeOf(readers::readMarkdown(written)), treeOf(document)) << written;
}

TEST(MarkdownLaw, OneForm)
{
    const auto rewritten = [](std::string_view text) { return rst::writeMarkdown(readers::readMarkdown(text)); };
    EXPECT_EQ(rewritten("Title\n=====\n\n* a\n* b\n    1. c\n\n+ d\n"),
              "# Title\n\n- a\n- b\n  1. c\n\n<!-- -->\n\n- d\n");
    EXPECT_EQ(rewritten("__bold__ _it_ `` a`b `` <https://e.org/?a=1&b=2> [x](</a b>)\n"),
              "**bold** *it* ``a`b`` <https://e.org/?a=1&b=2> [x](</a b>)\n");
    EXPECT_EQ(rewritten("a  \nb\n\n***\n\n~~~py\nx```y\n~~~\n"), "a\\\nb\n\n---\n\n````py\nx```y\n````\n");
    EXPECT_EQ(rewritten("|a|b\n|-|-\n|1\\|2|*x*\n"), "| a | b |\n| --- | --- |\n| 1\\|2 | *x* |\n");
}

TEST(MarkdownLaw, AddressesThatAreLinksWithoutBrackets)
{
    // GitHub links it, CommonMark does not: a part of its domain has more than 63 letters.
    expectLaw(readers::readMarkdown("To a@" + std::string(64, 'b') + ".org and a@b.org\n"));
}

TEST(MarkdownLaw, TextThatLooksLikeMarkup)
{
    for (const char *text : {"# a",
                             "- a",
                             "+ a",
                             "* a",
                             "1. a",
                             "12) a",
                             "> a",
                             "===",
                             "---",
                             "a\n===",
                             "a\n---",
                             "a\n- b",
                             "a\n# b",
                             "a | b\n---|---",
                             "*a*",
                             "_a_",
                             "snake_case_word",
                             "`a`",
                             "a `b",
                             "[a](b)",
                             "[a]: b",
                             "![a](b)",
                             "a!",
                             "<b>a</b>",
                             "a < b",
                             "a <",
                             "&amp; &copy; & a&b;",
                             "C:\\path \\* \\",
                             "~~a~~",
                             "www.e.org",
                             "http://e.org",
                             "a ** b * c",
                             "1986\\. x",
                             "```\na\n```",
                             "~~~\nx\n~~~",
                             "<!-- a -->",
                             "    a",
                             "\\",
                             "a\\\nb",
                             "2 * 3 * 4",
                             "#hash #",
                             "**",
                             "$5 and $6"}) {
        rst::Document document;
        const rst::NodeId paragraph = document.append(rst::Document::root(), NodeKind::Paragraph);
        document.appendText(paragraph, rst::trimmed(text));
        expectLaw(document);
    }
}

TEST(MarkdownLaw, MarksInWords)
{
    for (const char *before : {"", "x", "x ", "(", "é", "“", ".", "\xC2\xA0", "*"}) {
        for (const char *inside : {"a", "a.", ".a", "“a”", "(a)", "é", "a b", "*"}) {
            for (const char *after : {"", "x", " x", ")", "é", "”", ".", "\xC2\xA0", "*"}) {
                for (const NodeKind kind : {NodeKind::Emphasis, NodeKind::Strong, NodeKind::Superscript}) {
                    rst::Document document;
                    const rst::NodeId paragraph = document.append(rst::Document::root(), NodeKind::Paragraph);
                    document.appendText(paragraph, before);
                    document.appendText(document.append(paragraph, kind), inside);
                    document.appendText(paragraph, after);
                    if (rst::trimmed(before).empty() || rst::trimmed(after).empty())
                        continue; // the reader trims a paragraph
                    expectLaw(document);
                }
            }
        }
    }
}

/// A document of pieces of Markdown, chosen by `random`.
std::string randomMarkdown(std::mt19937 &random)
{
    static constexpr std::string_view pieces[] = {"word",
                                                  " ",
                                                  "\n",
                                                  "\n\n",
                                                  "\n\n",
                                                  "*",
                                                  "**",
                                                  "_",
                                                  "`",
                                                  "``",
                                                  "[a](b)",
                                                  "![i](p.png)",
                                                  "[",
                                                  "]",
                                                  "(",
                                                  ")",
                                                  "<b>",
                                                  "</b>",
                                                  "<br>",
                                                  "<sup>2</sup>",
                                                  "\\",
                                                  "&amp;",
                                                  "&",
                                                  "\n- ",
                                                  "\n  - ",
                                                  "\n1. ",
                                                  "\n3) ",
                                                  "\n> ",
                                                  "\n# ",
                                                  "\n### ",
                                                  "\n---\n",
                                                  "\n```\n",
                                                  "\n~~~ c\n",
                                                  "|",
                                                  "\n|a|b|\n|-|-|\n|1|2|\n",
                                                  "  \n",
                                                  "\\\n",
                                                  "http://e.org/a_b",
                                                  "a@e.org",
                                                  "www.e.org",
                                                  "~~",
                                                  "é",
                                                  "“q”",
                                                  "!",
                                                  "#",
                                                  "1.",
                                                  "<https://e.org>",
                                                  "<!-- c -->",
                                                  "<div>t</div>",
                                                  "\n    ",
                                                  "\t",
                                                  ":",
                                                  "**b**",
                                                  "*i*",
                                                  "[![i](p)](l)",
                                                  "> > ",
                                                  "- - ",
                                                  "\n***\n",
                                                  "[x](<a b> \"t\")",
                                                  "`c|d`",
                                                  "::",
                                                  "{}",
                                                  "$"};
    std::string text;
    const std::size_t count = 1 + random() % 24;
    for (std::size_t i = 0; i < count; ++i)
        text += pieces[random() % std::size(pieces)];
    return text;
}

TEST(MarkdownLaw, RandomDocuments)
{
    std::mt19937 random(20261125);
    for (int i = 0; i < 20'000 && !HasFailure(); ++i) {
        const std::string source = randomMarkdown(random);
        SCOPED_TRACE(source);
        expectLaw(readers::readMarkdown(source));
    }
}

const std::filesystem::path goldens =
    std::filesystem::path(BROADSIDE_TESTDATA).parent_path().parent_path() / "rst" / "testdata";

class GoldenInMarkdown : public testing::TestWithParam<std::filesystem::path>
{
};

TEST_P(GoldenInMarkdown, ComesToRestAndLosesNoWord)
{
    const rst::Publication publication = rst::Engine().publish(golden::read(GetParam()));
    const std::string written = rst::writeMarkdown(publication.document);
    const rst::Document once = readers::readMarkdown(written);
    expectLaw(once);
    const std::string text = once[rst::Document::root()].asText() + attributesOf(once);
    for (const std::string &word : wordsIn(publication.document))
        EXPECT_TRUE(text.contains(word)) << word << " is lost in\n" << written;
}

INSTANTIATE_TEST_SUITE_P(Inline, GoldenInMarkdown, testing::ValuesIn(golden::inputs(goldens, "inline", ".rst")),
                         golden::name);
INSTANTIATE_TEST_SUITE_P(Parser, GoldenInMarkdown, testing::ValuesIn(golden::inputs(goldens, "parser", ".rst")),
                         golden::name);
INSTANTIATE_TEST_SUITE_P(Directives, GoldenInMarkdown, testing::ValuesIn(golden::inputs(goldens, "directives", ".rst")),
                         golden::name);

} // namespace
