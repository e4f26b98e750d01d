// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "golden_publications.h"

#include "golden.h"
#include "golden_settings.h"

#include <array>
#include <span>

namespace {

std::vector<GoldenPublication> published(rst::Dialect dialect, std::span<const std::string_view> folders)
{
    std::vector<GoldenPublication> result;
    for (const std::string_view folder : folders) {
        for (const std::filesystem::path &path : golden::inputs(BROADSIDE_TESTDATA, folder, ".rst")) {
            std::string source = golden::read(path);
            rst::Settings settings =
                dialect == rst::Dialect::Sphinx ? sphinxGoldenSettings(path) : goldenSettings(path, source);
            rst::Publication publication = engineOf(dialect).publish(source, settings);
            result.push_back({path, std::move(source), std::move(settings), std::move(publication)});
        }
    }
    return result;
}

} // namespace

const rst::Engine &engineOf(rst::Dialect dialect)
{
    static const std::array engines{rst::Engine(rst::Dialect::Docutils), rst::Engine(rst::Dialect::Sphinx)};
    return engines[std::size_t(dialect)];
}

const std::vector<GoldenPublication> &goldenPublications(rst::Dialect dialect)
{
    static constexpr std::array<std::string_view, 6> docutils{"parser",     "inline",   "directives",
                                                              "transforms", "settings", "limits"};
    static constexpr std::array<std::string_view, 1> sphinx{"sphinx"};
    static const std::vector<GoldenPublication> ofDocutils = published(rst::Dialect::Docutils, docutils);
    static const std::vector<GoldenPublication> ofSphinx = published(rst::Dialect::Sphinx, sphinx);
    return dialect == rst::Dialect::Docutils ? ofDocutils : ofSphinx;
}
