// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Wherever the messages end, the text does not: every golden, with a limit that it reaches somewhere else each time.

#include "golden_publications.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/writers/rst_writer.h"
#include "rst/writers/writer.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

class Limit : public testing::TestWithParam<rst::Dialect>
{
};

TEST_P(Limit, IsTheLastMessage)
{
    for (const GoldenPublication &golden : goldenPublications(GetParam())) {
        const std::size_t count = golden.publication.diagnostics.size();
        for (std::size_t limit = 0; limit < std::min(count, std::size_t(12)); ++limit) {
            rst::Settings settings = golden.settings;
            settings.messageLimit = limit;
            const rst::Publication cut = engineOf(GetParam()).publish(golden.source, settings);
            ASSERT_EQ(cut.diagnostics.size(), limit + 1) << golden.path;
            EXPECT_EQ(cut.diagnostics.back().kind, rst::DiagnosticKind::TooManyMessages) << golden.path;
            EXPECT_EQ(cut.diagnostics.back().span, golden.publication.diagnostics[limit].span) << golden.path;
            EXPECT_FALSE(rst::writePseudoXml(cut.document).empty());
            EXPECT_FALSE(rst::writeHtml(cut.document).empty());
            (void)rst::writeRst(cut.document);
            if (GetParam() == rst::Dialect::Sphinx)
                (void)rst::writeSphinxHtml(cut.document, settings);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Dialects, Limit, testing::Values(rst::Dialect::Docutils, rst::Dialect::Sphinx));

TEST(Limit, LeavesMarkupAsText)
{
    rst::Settings settings;
    settings.messageLimit = 1;
    const rst::Publication publication = rst::Engine().publish("*a **b ``c |e :unknown:`f` g_ h\n", settings);
    EXPECT_EQ(publication.document[rst::Document::root()].firstChild().asText(), "*a **b ``c |e :unknown:`f` g_ h");
}

} // namespace
