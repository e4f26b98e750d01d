// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/proof.h"
#include "repair/rule.h"
#include "repair/twin.h"
#include "rst/engine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// What a rule did to a post.
struct Finding {
    RuleId rule = {};
    std::size_t count = 0;
};

/// What a post shows its readers and its editors.
struct Figures {
    std::size_t messages = 0; // docutils', of level WARNING and above
    std::size_t links = 0;
    std::size_t pictures = 0;
};

/// A repaired post, with the proof that nothing was lost.
struct Repair {
    enum class State : std::uint8_t {
        NotLegacy, // no post of the importer's, one that was repaired before, or no UTF-8: left alone
        Unchanged, // there was nothing to repair
        Repaired,
        Blocked, // words would be lost or gained that no rule announced: `text` is the source
    } state = State::NotLegacy;
    std::string text = {};
    std::string markdown = {}; // what was recovered on the way, for whoever wants to see it
    std::vector<Finding> findings = {};
    Proof proof = {};
    Figures before = {}, after = {};
    std::optional<TwinMatch> twin = {}; // where a copy of the post was given
};

/// Repairs a post that the import from Blogger damaged; any other text comes back as it is. A function of its arguments alone,
/// for many threads. `engine` counts messages and reads the result for the proof. `twin`, where it is not null, is a copy
/// of the post that gives back what the importer lost; it need not be the right one.
[[nodiscard]] Repair repairPost(std::string_view source, const rst::Engine &engine,
                                const RuleSet &enabled = RuleSet::all(), const Twin *twin = nullptr);

} // namespace repair
