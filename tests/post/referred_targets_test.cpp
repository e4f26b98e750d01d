// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/referred_targets.h"

#include "rst/engine.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace post {
namespace {

/// Whether docutils' message that nobody refers to a target is told of a text, and holds.
std::pair<bool, bool> isUnreferred(const std::string &source)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    const rst::Publication publication = engine.publish(source);
    const auto message =
        std::ranges::find(publication.diagnostics, rst::DiagnosticKind::TargetNotReferenced, &rst::Diagnostic::kind);
    if (message == publication.diagnostics.end())
        return {false, false};
    return {true, !ReferredTargets(publication.document).contradict(*message)};
}

TEST(ReferredTargets, LabelsThatARoleLeadsTo)
{
    const std::string heading = ".. _how_to:\n\nHow to vote\n-----------\n\n";
    EXPECT_EQ(isUnreferred(heading + "See :ref:`how_to`.\n"), std::pair(true, false));
    EXPECT_EQ(isUnreferred(heading + "See :ref:`there <how_to>`.\n"), std::pair(true, false));
    EXPECT_EQ(isUnreferred(heading + "See nothing.\n"), std::pair(true, true));
    EXPECT_EQ(isUnreferred(heading + ".. _other:\n\nSee :ref:`there <how_to>`, and `How to vote`_.\n").first, true);
}

TEST(ReferredTargets, ReferencesOfDocutils)
{
    EXPECT_EQ(isUnreferred(".. _how:\n\nSee `how`_.\n"), std::pair(false, false));
}

} // namespace
} // namespace post
