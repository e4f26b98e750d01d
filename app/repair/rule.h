// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace repair {

enum class RuleId : std::uint8_t {
#define REPAIR_RULE(Id, name, confidence, sentence) Id,
#include "repair/rules.def"
};

inline constexpr std::size_t ruleCount = 0
#define REPAIR_RULE(Id, name, confidence, sentence) +1
#include "repair/rules.def"
    ;

/// How sure a rule is of what it does.
enum class Confidence : std::uint8_t {
    Certain, // follows from what the importer did
    Likely,  // was right in every case that could be checked
    Ask,     // may be wrong; somebody should look
};

[[nodiscard]] std::string_view confidenceName(Confidence confidence) noexcept;

/// One kind of repair, in a sentence for the reader of a report.
struct Rule {
    RuleId id = {};
    std::string_view name = {};
    Confidence confidence = Confidence::Certain;
    std::string_view sentence = {};
};

/// All rules, in the order in which they are applied and shown.
[[nodiscard]] std::span<const Rule> rules() noexcept;
[[nodiscard]] const Rule &rule(RuleId id) noexcept;
/// The rule of that name, or nullptr.
[[nodiscard]] const Rule *findRule(std::string_view name) noexcept;

/// Which rules may act. A rule that may not leaves what it is about as readers see it now.
class RuleSet
{
public:
    [[nodiscard]] static RuleSet all()
    {
        RuleSet set;
        set.m_rules.set();
        return set;
    }
    void add(RuleId id) { m_rules.set(std::size_t(id)); }
    void remove(RuleId id) { m_rules.reset(std::size_t(id)); }
    [[nodiscard]] bool has(RuleId id) const { return m_rules.test(std::size_t(id)); }

private:
    std::bitset<ruleCount> m_rules;
};

/// What the rules did, and the words that they say they took away or put in.
class Ledger
{
public:
    void count(RuleId id, std::size_t times = 1) { m_counts[std::size_t(id)] += times; }
    /// A piece of the repaired text that shows what the rule did.
    void show(RuleId id, std::string_view piece) { m_shown.emplace_back(id, piece); }
    void lose(std::string_view text) { (m_lost += ' ') += text; }
    void gain(std::string_view text) { (m_gained += ' ') += text; }

    [[nodiscard]] std::size_t countOf(RuleId id) const { return m_counts[std::size_t(id)]; }
    [[nodiscard]] const std::vector<std::pair<RuleId, std::string>> &shown() const noexcept { return m_shown; }
    [[nodiscard]] const std::string &lost() const noexcept { return m_lost; }
    [[nodiscard]] const std::string &gained() const noexcept { return m_gained; }

private:
    std::array<std::size_t, ruleCount> m_counts = {};
    std::vector<std::pair<RuleId, std::string>> m_shown;
    std::string m_lost, m_gained;
};

/// What every rule is given.
struct RuleContext {
    const RuleSet &enabled;
    Ledger &ledger;

    [[nodiscard]] bool may(RuleId id) const { return enabled.has(id); }
    void did(RuleId id, std::size_t times = 1) const { ledger.count(id, times); }
};

} // namespace repair
