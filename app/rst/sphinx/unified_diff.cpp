// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <format>
#include <unordered_map>
#include <vector>

namespace rst {
namespace {

using FileLines = std::span<const std::string>;

/// A stretch of equal lines in both files.
struct Match {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t size = 0;
};

/// Lines `from` of the one file become lines `to` of the other; equal where nothing changes.
struct Operation {
    bool isEqual = false;
    std::size_t fromBegin = 0, fromEnd = 0;
    std::size_t toBegin = 0, toEnd = 0;
};

// difflib.SequenceMatcher, whose answer is not always the shortest.
class SequenceMatcher
{
public:
    SequenceMatcher(FileLines from, FileLines to) : m_from(from), m_to(to)
    {
        for (std::size_t i = 0; i < to.size(); ++i)
            m_places[to[i]].push_back(i);
        if (to.size() >= 200) { // popular lines say nothing about what belongs together
            const std::size_t most = to.size() / 100 + 1;
            std::erase_if(m_places, [most](const auto &entry) { return entry.second.size() > most; });
        }
    }

    [[nodiscard]] std::vector<Operation> operations()
    {
        std::vector<Operation> result;
        std::size_t from = 0, to = 0;
        const auto change = [&](std::size_t fromEnd, std::size_t toEnd) {
            if (from < fromEnd || to < toEnd)
                result.push_back({false, from, fromEnd, to, toEnd});
        };
        for (const Match &match : matches()) {
            change(match.from, match.to);
            from = match.from + match.size;
            to = match.to + match.size;
            result.push_back({true, match.from, from, match.to, to});
        }
        change(m_from.size(), m_to.size());
        return result;
    }

private:
    struct Range {
        std::size_t fromBegin = 0, fromEnd = 0;
        std::size_t toBegin = 0, toEnd = 0;
    };

    [[nodiscard]] std::vector<Match> matches()
    {
        std::vector<Match> found;
        std::vector<Range> waiting{{0, m_from.size(), 0, m_to.size()}};
        while (!waiting.empty()) {
            const Range range = waiting.back();
            waiting.pop_back();
            const Match match = longestIn(range);
            if (match.size == 0)
                continue;
            found.push_back(match);
            if (range.fromBegin < match.from && range.toBegin < match.to)
                waiting.push_back({range.fromBegin, match.from, range.toBegin, match.to});
            if (match.from + match.size < range.fromEnd && match.to + match.size < range.toEnd)
                waiting.push_back({match.from + match.size, range.fromEnd, match.to + match.size, range.toEnd});
        }
        std::ranges::sort(found, {}, &Match::from);
        std::vector<Match> joined; // neighbours are one
        for (const Match &match : found) {
            if (!joined.empty() && joined.back().from + joined.back().size == match.from &&
                joined.back().to + joined.back().size == match.to)
                joined.back().size += match.size;
            else
                joined.push_back(match);
        }
        return joined;
    }

    [[nodiscard]] Match longestIn(const Range &range)
    {
        Match best{range.fromBegin, range.toBegin, 0};
        std::unordered_map<std::size_t, std::size_t> lengths; // of matches that end at a line of the other file
        for (std::size_t i = range.fromBegin; i < range.fromEnd && m_patience > 0; ++i) {
            std::unordered_map<std::size_t, std::size_t> longer;
            const auto places = m_places.find(m_from[i]);
            if (places != m_places.end()) {
                const std::vector<std::size_t> &all = places->second;
                for (auto j = std::ranges::lower_bound(all, range.toBegin); j != all.end() && *j < range.toEnd; ++j) {
                    --m_patience;
                    const auto before = *j == 0 ? lengths.end() : lengths.find(*j - 1);
                    const std::size_t size = (before == lengths.end() ? 0 : before->second) + 1;
                    longer[*j] = size;
                    if (size > best.size)
                        best = {i + 1 - size, *j + 1 - size, size};
                }
            }
            lengths = std::move(longer);
        }
        // Popular lines count where they stand beside a match.
        while (best.from > range.fromBegin && best.to > range.toBegin && m_from[best.from - 1] == m_to[best.to - 1]) {
            --best.from;
            --best.to;
            ++best.size;
        }
        while (best.from + best.size < range.fromEnd && best.to + best.size < range.toEnd &&
               m_from[best.from + best.size] == m_to[best.to + best.size])
            ++best.size;
        return best;
    }

    FileLines m_from;
    FileLines m_to;
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_places;
    std::int64_t m_patience = 20'000'000; // comparisons
};

/// The operations in groups, each with three equal lines around its changes (`get_grouped_opcodes`).
std::vector<std::vector<Operation>> grouped(std::vector<Operation> operations)
{
    constexpr std::size_t context = 3;
    if (operations.empty())
        return {};
    if (Operation &first = operations.front(); first.isEqual) {
        first.fromBegin = std::max(first.fromBegin + context, first.fromEnd) - context;
        first.toBegin = std::max(first.toBegin + context, first.toEnd) - context;
    }
    if (Operation &last = operations.back(); last.isEqual) {
        last.fromEnd = std::min(last.fromEnd, last.fromBegin + context);
        last.toEnd = std::min(last.toEnd, last.toBegin + context);
    }
    std::vector<std::vector<Operation>> groups;
    std::vector<Operation> group;
    for (Operation operation : operations) {
        if (operation.isEqual && operation.fromEnd - operation.fromBegin > 2 * context) {
            Operation end = operation;
            end.fromEnd = end.fromBegin + context;
            end.toEnd = end.toBegin + context;
            group.push_back(end);
            groups.push_back(std::move(group));
            group.clear();
            operation.fromBegin = operation.fromEnd - context;
            operation.toBegin = operation.toEnd - context;
        }
        group.push_back(operation);
    }
    if (!group.empty() && !(group.size() == 1 && group.front().isEqual))
        groups.push_back(std::move(group));
    std::erase_if(groups, [](const auto &each) { return std::ranges::all_of(each, &Operation::isEqual); });
    return groups;
}

std::string rangeText(std::size_t begin, std::size_t end)
{
    const std::size_t length = end - begin;
    if (length == 1)
        return std::format("{}", begin + 1);
    return std::format("{},{}", length == 0 ? begin : begin + 1, length);
}

} // namespace

std::string unifiedDiff(FileLines from, FileLines to, std::string_view fromName, std::string_view toName)
{
    std::string result;
    for (const std::vector<Operation> &group : grouped(SequenceMatcher(from, to).operations())) {
        if (result.empty())
            result = std::format("--- {}\n+++ {}\n", fromName, toName);
        result += std::format("@@ -{} +{} @@\n", rangeText(group.front().fromBegin, group.back().fromEnd),
                              rangeText(group.front().toBegin, group.back().toEnd));
        for (const Operation &operation : group) {
            for (std::size_t i = operation.fromBegin; i < operation.fromEnd; ++i)
                result.append(operation.isEqual ? " " : "-").append(from[i]);
            for (std::size_t i = operation.toBegin; i < operation.toEnd && !operation.isEqual; ++i)
                result.append("+").append(to[i]);
        }
    }
    return result;
}

} // namespace rst
