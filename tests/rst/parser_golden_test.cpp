// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What texts become, as docutils has it: testdata/parser/bullet_list_nested.rst has its tree in .pseudoxml and its
// messages, with the places that they underline, in .diagnostics; those in testdata/writers have their page in .html.

#include "golden.h"
#include "golden_settings.h"
#include "rst/engine.h"
#include "rst/writers/writer.h"

#include <format>

namespace {

std::string describe(const rst::Document &document, const std::vector<rst::Diagnostic> &diagnostics)
{
    const rst::SourceMap &sources = document.sources();
    std::string text;
    for (const rst::Diagnostic &diagnostic : diagnostics) {
        text += std::format("{}: {}: {}\n", diagnostic.line, rst::levelName(diagnostic.level), diagnostic.message);
        if (diagnostic.span.isEmpty())
            continue;
        const rst::SourceMap::Location begin = sources.locate(diagnostic.span.begin);
        const rst::SourceMap::Location end = sources.locate(diagnostic.span.end);
        text += std::format("    at {}:{} to {}:{}\n", begin.line, begin.column, end.line, end.column);
    }
    return text;
}

class Blocks : public testing::TestWithParam<std::filesystem::path>
{
};

TEST_P(Blocks, Match)
{
    const std::filesystem::path input = GetParam();
    const std::string source = golden::read(input);
    const rst::Publication publication = rst::Engine().publish(source, goldenSettings(input, source));
    golden::expect(std::filesystem::path(input).replace_extension(".pseudoxml"),
                   rst::writePseudoXml(publication.document));
    golden::expect(std::filesystem::path(input).replace_extension(".diagnostics"),
                   describe(publication.document, publication.diagnostics));
}

class Page : public testing::TestWithParam<std::filesystem::path>
{
};

TEST_P(Page, Matches)
{
    const std::filesystem::path input = GetParam();
    const rst::Publication publication = rst::Engine().publish(golden::read(input));
    golden::expect(std::filesystem::path(input).replace_extension(".html"), rst::writeHtml(publication.document));
}

INSTANTIATE_TEST_SUITE_P(Writers, Page, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "writers", ".rst")),
                         golden::name);

INSTANTIATE_TEST_SUITE_P(Parser, Blocks, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "parser", ".rst")),
                         golden::name);

INSTANTIATE_TEST_SUITE_P(Directives, Blocks,
                         testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "directives", ".rst")), golden::name);

INSTANTIATE_TEST_SUITE_P(Transforms, Blocks,
                         testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "transforms", ".rst")), golden::name);

INSTANTIATE_TEST_SUITE_P(Settings, Blocks, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "settings", ".rst")),
                         golden::name);

// What docutils does not know, and so cannot confirm.
INSTANTIATE_TEST_SUITE_P(Limits, Blocks, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "limits", ".rst")),
                         golden::name);

INSTANTIATE_TEST_SUITE_P(Inline, Blocks, testing::ValuesIn(golden::inputs(BROADSIDE_TESTDATA, "inline", ".rst")),
                         golden::name);

} // namespace
