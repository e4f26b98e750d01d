// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "rst/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// A source in the house's form.
struct CanonicalText {
    std::string text = {};
    std::vector<std::string> changes = {}; // what was done, in plain words
    std::vector<std::string> kept = {};    // what was left undone, since it would change what readers see
};

/// The source in canonical bytes: UTF-8, LF, one final newline, no trailing blanks, adornments of the width that docutils counts,
/// options of `post` in the order of the house. Each rule is applied only if the text still parses to the same tree, messages
/// apart. Bytes that are not UTF-8 are kept.
[[nodiscard]] CanonicalText canonicalText(std::string_view source, const rst::Engine &engine,
                                          const post::BlogConfig &config);

/// The tree as pseudo-XML without docutils' messages: equal for two sources that say the same.
[[nodiscard]] std::string treeWithoutMessages(std::string_view source, const rst::Engine &engine);

} // namespace publish
