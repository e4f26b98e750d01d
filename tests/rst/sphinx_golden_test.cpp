// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The dialect of Sphinx with ABlog, construct by construct: the article, then the messages.

#include "golden.h"
#include "golden_settings.h"
#include "rst/engine.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <format>

namespace {

class SphinxArticle : public testing::TestWithParam<std::filesystem::path>
{
};

TEST_P(SphinxArticle, Matches)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const std::filesystem::path input = GetParam();
    const rst::Settings chosen = sphinxGoldenSettings(input);
    const rst::Publication publication = engine.publish(golden::read(input), chosen);
    golden::expect(std::filesystem::path(input).replace_extension(".html"),
                   rst::writeSphinxHtml(publication.document, chosen));
    std::string messages;
    for (const rst::Diagnostic &diagnostic : publication.diagnostics) {
        if (diagnostic.level > rst::Level::Info) // Sphinx tells no less
            messages +=
                std::format("{}: {}: {}\n", diagnostic.line, rst::levelName(diagnostic.level), diagnostic.message);
    }
    golden::expect(std::filesystem::path(input).replace_extension(".messages"), messages);
}

INSTANTIATE_TEST_SUITE_P(Sphinx, SphinxArticle, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "sphinx", ".rst")),
                         golden::name);

} // namespace
