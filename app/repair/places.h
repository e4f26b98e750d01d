// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/source_lines.h"
#include "repair/repair.h"

#include <string_view>
#include <vector>

namespace repair {

/// Where a rule changed something: bytes of the damaged post, and bytes of the repaired one. Either may be empty: where
/// something would stand.
struct Place {
    post::ByteRange before = {};
    post::ByteRange after = {};

    friend constexpr bool operator==(const Place &, const Place &) noexcept = default;
};

/// A rule that found something, with the places in the order of the text.
struct RulePlaces {
    RuleId rule = {};
    std::vector<Place> places = {};
    bool hasEffect = false; // whether switching the rule off changes anything
};

/// No list is longer than this; whoever looks through more places of one rule needs no list.
inline constexpr std::size_t mostPlaces = 200;

/// Where each finding of a repair is, in both texts: the places where the repair writes something else when that rule alone is
/// switched off, or else what the rule itself shows. A rule that shares its effect with another may have none. `enabled` and
/// `twin` are those of the repair. Costs one rewriting for each finding.
[[nodiscard]] std::vector<RulePlaces> findPlaces(std::string_view source, const Repair &repair, const RuleSet &enabled,
                                                 const Twin *twin = nullptr);

} // namespace repair
