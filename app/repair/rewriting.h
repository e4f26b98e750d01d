// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/legacy_post.h"
#include "repair/rule.h"
#include "repair/rules/objects.h"
#include "repair/twin.h"
#include "rst/document/document.h"
#include "rst/writers/rst_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace repair {

/// The post's own title stands above the sections of its body.
inline constexpr rst::RstStyle bodyStyle = {.depth = 1};

/// A legacy post written anew, not proven yet.
struct Rewriting {
    std::string text = {};
    std::string title = {};      // with its underline, as it stands in the text
    std::string markdown = {};   // what was recovered on the way
    rst::Document document = {}; // of the body
    std::vector<Object> objects = {};
    Ledger ledger = {};
    std::optional<TwinMatch> twin = {};
};

/// Undoes the import, by the rules that are enabled. `twin` may be null.
[[nodiscard]] Rewriting rewritePost(const LegacyPost &post, const RuleSet &enabled, const Twin *twin);

} // namespace repair
