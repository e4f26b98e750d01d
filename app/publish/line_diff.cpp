// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/line_diff.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <utility>

namespace publish {

namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

using Lines = std::vector<std::string_view>;
enum class Step : std::uint8_t { Same, Remove, Add };

/// Myers' greedy algorithm (https://doi.org/10.1007/BF01840446) on the lines [begin, end) of both sides; nothing where more than
/// `limit` lines would have to change. The trace holds limit^2 numbers at most.
std::vector<Step> shortestScript(const Lines &before, const Lines &after, std::size_t limit)
{
    const auto n = std::ptrdiff_t(before.size()), m = std::ptrdiff_t(after.size());
    const auto bound = std::ptrdiff_t(std::min(before.size() + after.size(), limit));
    std::vector<std::ptrdiff_t> furthest(std::size_t(2 * bound + 3), 0); // by diagonal, from -bound - 1
    const auto at = [bound](std::ptrdiff_t diagonal) { return std::size_t(diagonal + bound + 1); };
    std::vector<std::vector<std::ptrdiff_t>> trace;
    for (std::ptrdiff_t changes = 0; changes <= bound; ++changes) {
        trace.emplace_back(furthest.begin() + std::ptrdiff_t(at(-changes - 1)),
                           furthest.begin() + std::ptrdiff_t(at(changes + 1)) + 1);
        for (std::ptrdiff_t diagonal = -changes; diagonal <= changes; diagonal += 2) {
            const bool down = diagonal == -changes ||
                              (diagonal != changes && furthest[at(diagonal - 1)] < furthest[at(diagonal + 1)]);
            std::ptrdiff_t x = down ? furthest[at(diagonal + 1)] : furthest[at(diagonal - 1)] + 1;
            while (x < n && x - diagonal < m && before[std::size_t(x)] == after[std::size_t(x - diagonal)])
                ++x;
            furthest[at(diagonal)] = x;
            if (x < n || x - diagonal < m)
                continue;
            // Back from the end, one change at a time.
            std::vector<Step> script;
            std::ptrdiff_t y = m;
            for (x = n; changes > 0; --changes) {
                const std::vector<std::ptrdiff_t> &row = trace[std::size_t(changes)];
                const std::ptrdiff_t here = x - y;
                const auto value = [&](std::ptrdiff_t wanted) { return row[std::size_t(wanted + changes + 1)]; };
                const bool wentDown = here == -changes || (here != changes && value(here - 1) < value(here + 1));
                const std::ptrdiff_t previous = wentDown ? here + 1 : here - 1;
                const std::ptrdiff_t fromX = value(previous);
                const std::ptrdiff_t afterChange = wentDown ? fromX : fromX + 1;
                script.insert(script.end(), std::size_t(x - afterChange), Step::Same);
                script.push_back(wentDown ? Step::Add : Step::Remove);
                x = fromX;
                y = fromX - previous;
            }
            script.insert(script.end(), std::size_t(x), Step::Same);
            std::ranges::reverse(script);
            return script;
        }
    }
    return {};
}

std::vector<Step> scriptOf(const Lines &before, const Lines &after)
{
    constexpr std::size_t limit = 1500; // changes; 1500 rows of at most 3003 numbers
    std::vector<Step> script = shortestScript(before, after, limit);
    if (script.empty()) { // too different to be worth the search, or both empty
        script.assign(before.size(), Step::Remove);
        script.insert(script.end(), after.size(), Step::Add);
    }
    return script;
}

/// The number of the last line, if nothing ends it; else one that no line has.
std::size_t openLine(std::string_view text)
{
    return text.empty() || text.ends_with('\n') ? std::size_t(-1) : linesOf(text).size();
}

/// The lines as they count in a patch, where a last line that nothing ends differs from one that ends.
std::vector<DiffLine> patchLines(std::vector<DiffLine> lines, std::size_t openBefore, std::size_t openAfter)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        DiffLine &line = lines[i];
        if (line.kind != DiffLine::Kind::Same || (line.before == openBefore) == (line.after == openAfter))
            continue;
        DiffLine added = {.kind = DiffLine::Kind::Added, .after = std::exchange(line.after, 0), .text = line.text};
        line.kind = DiffLine::Kind::Removed;
        lines.insert(lines.begin() + std::ptrdiff_t(++i), std::move(added));
    }
    return lines;
}

} // namespace

std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after)
{
    const Lines left = linesOf(before), right = linesOf(after);
    std::size_t head = 0;
    while (head < left.size() && head < right.size() && left[head] == right[head])
        ++head;
    std::size_t tail = 0;
    while (tail < left.size() - head && tail < right.size() - head &&
           left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
        ++tail;
    std::vector<Step> script(head, Step::Same);
    const auto middle = [&](const Lines &lines) {
        return Lines(lines.begin() + std::ptrdiff_t(head), lines.end() - std::ptrdiff_t(tail));
    };
    std::ranges::copy(scriptOf(middle(left), middle(right)), std::back_inserter(script));
    script.insert(script.end(), tail, Step::Same);

    std::vector<DiffLine> result;
    std::size_t x = 0, y = 0;
    for (const Step step : script) {
        switch (step) {
        case Step::Same:
            result.push_back({DiffLine::Kind::Same, x + 1, y + 1, std::string(left[x])});
            ++x;
            ++y;
            break;
        case Step::Remove:
            result.push_back({DiffLine::Kind::Removed, x + 1, 0, std::string(left[x])});
            ++x;
            break;
        case Step::Add:
            result.push_back({DiffLine::Kind::Added, 0, y + 1, std::string(right[y])});
            ++y;
            break;
        }
    }
    return result;
}

std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view beforeName,
                        std::string_view afterName, std::size_t context)
{
    const std::size_t openBefore = openLine(before), openAfter = openLine(after);
    const std::vector<DiffLine> lines = patchLines(lineDiff(before, after), openBefore, openAfter);
    const auto isChange = [](const DiffLine &line) { return line.kind != DiffLine::Kind::Same; };
    std::string text;
    for (std::size_t at = 0; at < lines.size();) {
        const auto next =
            std::size_t(std::find_if(lines.begin() + std::ptrdiff_t(at), lines.end(), isChange) - lines.begin());
        if (next == lines.size())
            break;
        // A hunk goes on while the next change is near.
        std::size_t end = next + 1;
        for (std::size_t i = end; i < lines.size() && i <= end + 2 * context; ++i) {
            if (isChange(lines[i]))
                end = i + 1;
        }
        const std::size_t begin = next - std::min(next - at, context);
        const std::size_t last = std::min(end + context, lines.size());
        std::size_t removed = 0, added = 0, firstBefore = 0, firstAfter = 0;
        std::string body;
        for (std::size_t i = begin; i < last; ++i) {
            const DiffLine &line = lines[i];
            removed += line.kind != DiffLine::Kind::Added;
            added += line.kind != DiffLine::Kind::Removed;
            firstBefore = firstBefore == 0 ? line.before : firstBefore;
            firstAfter = firstAfter == 0 ? line.after : firstAfter;
            body += std::format("{}{}\n", " -+"[std::size_t(line.kind)], line.text);
            const bool isOpen =
                line.kind == DiffLine::Kind::Added ? line.after == openAfter : line.before == openBefore;
            if (isOpen)
                body += "\\ No newline at end of file\n";
        }
        if (text.empty())
            text = std::format("--- {}\n+++ {}\n", beforeName, afterName);
        text += std::format("@@ -{},{} +{},{} @@\n{}", firstBefore, removed, firstAfter, added, body);
        at = last;
    }
    return text;
}

} // namespace publish
