// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Whatever the engine can say or knows by name stands in a golden: a message, directive or role that is added without one
// fails here.

#include "golden.h"
#include "golden_publications.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <format>
#include <set>
#include <sstream>

namespace {

constexpr std::string_view kindNames[] = {
#define RST_DIAGNOSTIC(Kind, level, format) #Kind,
#include "rst/diagnostics/diagnostic_kinds.def"
};

/// Whether the list of what has no golden yet has a line for it: `message SphinxNoNumber`, `directive only`, `role eq`.
bool isExcused(std::string_view what, std::string_view name)
{
    static const std::set<std::string> lines = [] {
        std::set<std::string> result;
        std::istringstream list(golden::read(std::filesystem::path(BROADSIDE_TESTDATA) / "without_golden.txt"));
        for (std::string line; std::getline(list, line);)
            result.insert(line);
        return result;
    }();
    return lines.contains(std::format("{} {}", what, name));
}

bool isUsed(rst::Dialect dialect, std::string_view before, std::string_view name, std::string_view after)
{
    const std::string use = std::string(before).append(name).append(after);
    return std::ranges::any_of(goldenPublications(dialect),
                               [&](const GoldenPublication &golden) { return golden.source.contains(use); });
}

void expectCovered(bool isCovered, std::string_view what, std::string_view name)
{
    if (isExcused(what, name))
        EXPECT_FALSE(isCovered) << what << ' ' << name << " has a golden now: take it from without_golden.txt";
    else
        EXPECT_TRUE(isCovered) << what << ' ' << name << " stands in no golden";
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
    for (std::size_t i = 0; i < std::size(kindNames); ++i)
        expectCovered(given.contains(rst::DiagnosticKind(i)), "message", kindNames[i]);
}

TEST(Coverage, EveryDirectiveIsInAGolden)
{
    const std::vector<std::string_view> docutils = engineOf(rst::Dialect::Docutils).directives().names();
    for (const std::string_view name : docutils)
        expectCovered(isUsed(rst::Dialect::Docutils, " ", name, "::"), "directive", name);
    for (const std::string_view name : engineOf(rst::Dialect::Sphinx).directives().names()) {
        if (!std::ranges::contains(docutils, name))
            expectCovered(isUsed(rst::Dialect::Sphinx, ".. ", name, "::"), "directive", name);
    }
}

TEST(Coverage, EveryRoleIsInAGolden)
{
    const std::vector<std::string> docutils = engineOf(rst::Dialect::Docutils).roles().names();
    for (const std::string &name : docutils)
        expectCovered(isUsed(rst::Dialect::Docutils, ":", name, ":`"), "role", name);
    for (const std::string &name : engineOf(rst::Dialect::Sphinx).roles().names()) {
        if (!std::ranges::contains(docutils, name))
            expectCovered(isUsed(rst::Dialect::Sphinx, ":", name, ":`"), "role", name);
    }
}

} // namespace
