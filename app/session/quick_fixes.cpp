// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/quick_fixes.h"

#include "session/fix_proposals.h"
#include "session/post_problems.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace session {

namespace {

constexpr std::size_t farthestName = 2;   // edits between a misspelt name and the one that was meant
constexpr std::size_t mostNames = 3;      // that are offered
constexpr std::size_t longestName = 64;   // that is compared
constexpr std::size_t mostTogether = 500; // problems that are fixed in one go

/// How many letters are to be put in, left out, replaced or swapped with their neighbour.
std::size_t editDistance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> before(to.size() + 1), above(to.size() + 1), row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        above[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (from[i - 1] != to[j - 1] ? 1u : 0u)});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[to.size()];
}

bool isSame(const Problem &left, const Problem &right)
{
    return left.kind == right.kind && left.rule == right.rule && left.formal == right.formal &&
           left.plain == right.plain;
}

bool isSameKind(const Problem &left, const Problem &right)
{
    return left.kind == right.kind && left.rule == right.rule && left.severity == right.severity;
}

/// Whether `after` has fewer problems like this one, none that is worse than it and was not there, and not more that are as
/// bad. What was left out before may have lesser ones of its own, once it is shown.
template <class IsLike>
bool isBetter(const std::vector<Problem> &before, const std::vector<Problem> &after, const Problem &problem,
              std::size_t fewer, IsLike isLike)
{
    const auto like = [&](const Problem &other) { return isLike(problem, other); };
    if (std::size_t(std::ranges::count_if(after, like)) + fewer > std::size_t(std::ranges::count_if(before, like)))
        return false;
    for (int severity = int(problem.severity) + 1; severity <= int(Severity::Severe); ++severity) {
        const auto count = [severity](const std::vector<Problem> &problems) {
            return std::ranges::count(problems, Severity(severity), &Problem::severity);
        };
        if (count(after) > count(before))
            return false;
    }
    const auto asBad = [&problem](const std::vector<Problem> &problems) {
        return std::ranges::count_if(problems,
                                     [&](const Problem &other) { return other.severity >= problem.severity; });
    };
    return asBad(after) <= asBad(before);
}

std::vector<Problem> problemsWith(const QuickFix &fix, RenderRequest request, const rst::Engine &engine)
{
    request.text = changedText(std::move(request.text), fix.changes);
    return postProblems(request, engine);
}

} // namespace

FixProposals::FixProposals(const Rendering &rendering, const Problem &wrong, const rst::Engine &reader)
    : problem(wrong)
    , problems(rendering.problems)
    , document(rendering.document)
    , engine(reader)
    , source(rendering.source)
    , positions(source)
    , begin(positions.byteAt(wrong.range.begin))
    , end(positions.byteAt(wrong.range.end))
    , line(positions.lineAt(begin))
{
}

std::string_view FixProposals::textOf(int number) const
{
    if (number < 1)
        return {};
    const std::size_t first = positions.lineBegin(number);
    return source.substr(first, positions.lineEnd(number) - first);
}

bool FixProposals::isBlank(int number) const
{
    return textOf(number).find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string FixProposals::quoted(std::size_t index) const
{
    const QStringList parts = problem.formal.split(u'"');
    return parts.value(qsizetype(2 * index + 1)).toStdString();
}

void FixProposals::add(QLatin1StringView rule, const QString &sentence, const std::vector<ByteEdit> &edits)
{
    QuickFix fix{.rule = rule, .sentence = sentence};
    for (const ByteEdit &edit : edits)
        fix.changes.push_back({positions.rangeOf(edit.begin, edit.end), QString::fromStdString(edit.replacement)});
    m_lastReplacement = edits.front().replacement;
    m_lastBegin = edits.front().begin;
    m_fixes.push_back(std::move(fix));
}

void FixProposals::selectInLast(std::size_t offset, std::size_t length)
{
    const int first =
        positions.utf16At(m_lastBegin) + int(toQString(std::string_view(m_lastReplacement).substr(0, offset)).size());
    const int size = int(toQString(std::string_view(m_lastReplacement).substr(offset, length)).size());
    m_fixes.back().selection = TextRange{first, first + size};
}

std::vector<std::string> nearestNames(std::string_view name, const std::vector<std::string> &names)
{
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string &candidate : names) {
        if (candidate == name || name.size() > longestName || candidate.size() > longestName)
            continue;
        const std::size_t distance = editDistance(name, candidate);
        if (distance <= std::min(farthestName, name.size() / 2))
            near.emplace_back(distance, candidate);
    }
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> nearest;
    for (auto &[distance, candidate] : near | std::views::take(mostNames))
        nearest.push_back(std::move(candidate));
    return nearest;
}

std::vector<QuickFix> proposedFixes(const Rendering &rendering, const Problem &problem, const rst::Engine &engine)
{
    FixProposals fixes(rendering, problem, engine);
    proposeHeadingFixes(fixes);
    proposeBlockFixes(fixes);
    proposeDefinitionFixes(fixes);
    proposeInlineFixes(fixes);
    proposeFindingFixes(fixes);
    return std::move(fixes).take();
}

std::vector<QuickFix> quickFixes(const Rendering &rendering, const Problem &problem, const RenderRequest &request,
                                 const rst::Engine &engine)
{
    std::vector<QuickFix> fixes = proposedFixes(rendering, problem, engine);
    std::erase_if(fixes, [&](const QuickFix &fix) {
        return !isBetter(rendering.problems, problemsWith(fix, request, engine), problem, 1, isSame);
    });
    return fixes;
}

std::optional<QuickFix> fixOfAll(const Rendering &rendering, const Problem &problem, const QuickFix &fix,
                                 const RenderRequest &request, const rst::Engine &engine)
{
    QuickFix all{.rule = fix.rule};
    std::size_t fixed = 0;
    for (const Problem &other : rendering.problems) {
        if (!isSameKind(problem, other) || fixed == mostTogether)
            continue;
        std::vector<QuickFix> fixes = proposedFixes(rendering, other, engine);
        const auto same = std::ranges::find(fixes, fix.rule, &QuickFix::rule);
        if (same == fixes.end())
            continue;
        ++fixed;
        all.changes.insert(all.changes.end(), same->changes.begin(), same->changes.end());
    }
    if (fixed < 2)
        return std::nullopt;
    std::ranges::stable_sort(all.changes, {}, [](const TextChange &change) { return change.range.begin; });
    const auto overlap = std::ranges::adjacent_find(all.changes, [](const TextChange &one, const TextChange &next) {
        return one.range.end > next.range.begin || one.range == next.range;
    });
    if (overlap != all.changes.end() ||
        !isBetter(rendering.problems, problemsWith(all, request, engine), problem, fixed, isSameKind))
        return std::nullopt;
    all.sentence = FixWords::tr("Fix all %n of this kind", nullptr, int(fixed));
    return all;
}

QString changedText(QString text, const std::vector<TextChange> &changes)
{
    for (const TextChange &change : changes | std::views::reverse)
        text.replace(change.range.begin, change.range.end - change.range.begin, change.replacement);
    return text;
}

} // namespace session
