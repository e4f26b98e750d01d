// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Whatever the engine can say or knows by name stands in a golden: a message, directive or role that is added without one
// fails here.

#include "golden_publications.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace {

constexpr std::string_view kindNames[] = {
#define RST_DIAGNOSTIC(Kind, level, format) #Kind,
#include "rst/diagnostics/diagnostic_kinds.def"
};

// FIXME: these have no golden yet.
constexpr std::array<std::string_view, 0> kindsWithoutGolden{};
constexpr std::array<std::string_view, 0> sphinxNamesWithoutGolden{};

bool isUsed(rst::Dialect dialect, std::string_view before, std::string_view name, std::string_view after)
{
    const std::string use = std::string(before).append(name).append(after);
    return std::ranges::any_of(goldenPublications(dialect),
                               [&](const GoldenPublication &golden) { return golden.source.contains(use); });
}

void expectUsed(rst::Dialect dialect, std::string_view before, std::string_view name, std::string_view after)
{
    const bool isExcused = dialect == rst::Dialect::Sphinx && std::ranges::contains(sphinxNamesWithoutGolden, name);
    if (isExcused)
        EXPECT_FALSE(isUsed(dialect, before, name, after)) << name << " has a golden now: take it from the list";
    else
        EXPECT_TRUE(isUsed(dialect, before, name, after)) << before << name << after << " stands in no golden";
}

TEST(Coverage, EveryMessageIsInAGolden)
{
    std::set<rst::DiagnosticKind> given;
    for (const rst::Dialect dialect : {rst::Dialect::Docutils, rst::Dialect::Sphinx}) {
        for (const GoldenPublication &golden : goldenPublications(dialect)) {
            for (const rst::Diagnostic &diagnostic : golden.publication.diagnostics)
                given.insert(diagnostic.kind);
        }
    }
    for (std::size_t i = 0; i < std::size(kindNames); ++i) {
        const bool isGiven = given.contains(rst::DiagnosticKind(i));
        if (std::ranges::contains(kindsWithoutGolden, kindNames[i]))
            EXPECT_FALSE(isGiven) << kindNames[i] << " has a golden now: take it from the list";
        else
            EXPECT_TRUE(isGiven) << kindNames[i] << " is in no golden";
    }
}

TEST(Coverage, EveryDirectiveIsInAGolden)
{
    const std::vector<std::string_view> docutils = engineOf(rst::Dialect::Docutils).directives().names();
    for (const std::string_view name : docutils)
        expectUsed(rst::Dialect::Docutils, " ", name, "::");
    for (const std::string_view name : engineOf(rst::Dialect::Sphinx).directives().names()) {
        if (!std::ranges::contains(docutils, name))
            expectUsed(rst::Dialect::Sphinx, ".. ", name, "::");
    }
}

TEST(Coverage, EveryRoleIsInAGolden)
{
    const std::vector<std::string> docutils = engineOf(rst::Dialect::Docutils).roles().names();
    for (const std::string &name : docutils)
        expectUsed(rst::Dialect::Docutils, ":", name, ":`");
    for (const std::string &name : engineOf(rst::Dialect::Sphinx).roles().names()) {
        if (!std::ranges::contains(docutils, name))
            expectUsed(rst::Dialect::Sphinx, ":", name, ":`");
    }
}

} // namespace
