// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rule.h"

#include <algorithm>

namespace repair {

namespace {

constexpr Rule ruleTable[] = {
#define REPAIR_RULE(Id, ruleName, ruleConfidence, ruleSentence)                                                        \
    {.id = RuleId::Id, .name = ruleName, .confidence = Confidence::ruleConfidence, .sentence = ruleSentence},
#include "repair/rules.def"
};

} // namespace

std::string_view confidenceName(Confidence confidence) noexcept
{
    switch (confidence) {
    case Confidence::Certain: return "certain";
    case Confidence::Likely: return "likely";
    case Confidence::Ask: return "ask";
    }
    return "";
}

std::span<const Rule> rules() noexcept
{
    return ruleTable;
}

const Rule &rule(RuleId id) noexcept
{
    return ruleTable[std::size_t(id)];
}

const Rule *findRule(std::string_view name) noexcept
{
    const auto *const found = std::ranges::find(ruleTable, name, &Rule::name);
    return found == std::end(ruleTable) ? nullptr : found;
}

} // namespace repair
