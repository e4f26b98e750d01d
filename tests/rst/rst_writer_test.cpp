// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The writer's law: what it writes reads back as the same tree.

#include "golden.h"
#include "rst/engine.h"
#include "rst/writers/rst_writer.h"
#include "rst/writers/writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace {

/// The tree without docutils' messages, and without what depends on how a thing was written rather than on what it says.
std::string said(const rst::Document &document)
{
    const std::string tree = rst::writePseudoXml(document);
    std::string kept;
    std::optional<std::size_t> dropBelow;
    for (std::size_t begin = 0; begin < tree.size();) {
        const std::size_t end = std::min(tree.find('\n', begin), tree.size());
        std::string line = tree.substr(begin, end - begin);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        begin = end + 1;
        if (dropBelow && (indent > *dropBelow || indent == line.size()))
            continue;
        dropBelow.reset();
        const std::string_view rest = std::string_view(line).substr(indent);
        if (rest.starts_with("<system_message ") || rest.starts_with("<section classes=\"system-messages\"")) {
            dropBelow = indent;
            continue;
        }
        for (const std::string_view attribute : {" ids=\"", " backrefs=\"", " refid=\"", " colwidth=\""}) {
            if (const std::size_t at = line.find(attribute); at != line.npos)
                line.erase(at, line.find('"', at + attribute.size()) + 1 - at);
        }
        kept += line;
        kept += '\n';
    }
    return kept;
}

std::string rewritten(std::string_view source)
{
    return rst::writeRst(rst::Engine().publish(source).document);
}

TEST(RstWriter, WritesOneForm)
{
    EXPECT_EQ(rewritten("Title\n*****\n\n- a\n- b\n\n  c\n"), "Title\n=====\n\n- a\n\n- b\n\n  c\n");
    EXPECT_EQ(rewritten("Text *x* and **y**\n::\n\n  code\n"), "Text *x* and **y**\n\n::\n\n   code\n");
}

// FIXME: here the law does not hold yet. Roles of the document's own, targets that name others, substitutions that were
// resolved, titles that came back up in the wrong order, tables without columns: the tree does not say how these were written.
constexpr std::string_view broken[] = {
    "hyperlink_targets",       "roles_custom",
    "section_overline_errors", "section_short_overline_back_up",
    "standalone_hyperlinks",   "substitution_definitions",
    "substitution_references", "tables_isolated",
};

class Law : public testing::TestWithParam<std::filesystem::path>
{
};

TEST_P(Law, ReadsBackAsTheSameTree)
{
    const std::string source = golden::read(GetParam());
    const rst::Publication before = rst::Engine().publish(source);
    const std::string written = rst::writeRst(before.document);
    const std::string after = said(rst::Engine().publish(written).document);
    if (std::ranges::contains(broken, GetParam().stem().string()))
        EXPECT_NE(after, said(before.document)) << "holds now: take it from the list";
    else
        EXPECT_EQ(after, said(before.document)) << written;
}

INSTANTIATE_TEST_SUITE_P(Inline, Law, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "inline", ".rst")),
                         golden::name);
INSTANTIATE_TEST_SUITE_P(Parser, Law, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "parser", ".rst")),
                         golden::name);

} // namespace
