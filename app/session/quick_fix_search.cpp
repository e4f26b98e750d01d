// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/quick_fix_search.h"

#include "rst/engine.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace session {

namespace {

constexpr std::size_t mostProblems = 4; // at one place

/// What is wrong at a position, or else in its line; the worst first.
std::vector<Problem> problemsAt(const Rendering &rendering, int position)
{
    std::vector<Problem> here, inLine;
    const TextPositions positions(rendering.source);
    const int line = positions.lineAt(positions.byteAt(position));
    for (const Problem &problem : rendering.problems) {
        if (problem.range.begin <= position && position <= problem.range.end)
            here.push_back(problem);
        if (problem.line == line)
            inLine.push_back(problem);
    }
    std::vector<Problem> &chosen = here.empty() ? inLine : here;
    std::ranges::stable_sort(chosen, std::greater(), &Problem::severity);
    chosen.resize(std::min(chosen.size(), mostProblems));
    return chosen;
}

std::vector<OfferedFix> fixesAt(const RenderingPtr &rendering, const RenderRequest &request, int position,
                                const EnginePtr &engine)
{
    std::vector<OfferedFix> offered;
    for (const Problem &problem : problemsAt(*rendering, position)) {
        const std::vector<QuickFix> fixes = quickFixes(*rendering, problem, request, *engine);
        for (const QuickFix &fix : fixes)
            offered.push_back({problem, fix});
        if (fixes.empty())
            continue;
        if (const auto all = fixOfAll(*rendering, problem, fixes.front(), request, *engine))
            offered.push_back({problem, *all});
    }
    return offered;
}

} // namespace

void QuickFixSearch::search(const RenderingPtr &rendering, const RenderRequest &request, int position,
                            const EnginePtr &engine)
{
    const int number = ++m_searches;
    QtConcurrent::run(&fixesAt, rendering, request, position, engine)
        .then(this, [this, number, revision = rendering->revision](const std::vector<OfferedFix> &fixes) {
            QMetaObject::invokeMethod(
                this,
                [this, number, revision, fixes] {
                    if (number == m_searches)
                        Q_EMIT found(revision, fixes);
                },
                Qt::QueuedConnection);
        });
}

} // namespace session
