// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_renderer.h"
#include "session/problems.h"

#include <QString>

#include <optional>
#include <vector>

namespace session {

/// One way to mend a problem.
struct QuickFix {
    QLatin1StringView rule = {}; // which kind of fix it is: fixes of one rule can be made together
    QString sentence = {};       // what it does, as a command
    std::vector<TextChange> changes = {};
    std::optional<TextRange> selection = {}; // of what is left to fill in, in the changed text
};

/// What might mend a problem of a rendered text, the likeliest first: a function of its arguments alone. Nothing is
/// promised of the result; see quickFixes().
[[nodiscard]] std::vector<QuickFix> proposedFixes(const Rendering &rendering, const Problem &problem,
                                                  const rst::Engine &engine);

/// The proposals that keep the promise: the text is read again with each of them, and one is kept only if the problem is
/// gone and nothing worse has come. `request` says how the rendering came about. Safe on any thread.
[[nodiscard]] std::vector<QuickFix> quickFixes(const Rendering &rendering, const Problem &problem,
                                               const RenderRequest &request, const rst::Engine &engine);

/// The same fix for all problems of the kind, as one set of changes; nothing where there is only one or they do not go
/// together. The same promise holds.
[[nodiscard]] std::optional<QuickFix> fixOfAll(const Rendering &rendering, const Problem &problem, const QuickFix &fix,
                                               const RenderRequest &request, const rst::Engine &engine);

/// The text with changes made that stand in its order, apart from one another.
[[nodiscard]] QString changedText(QString text, const std::vector<TextChange> &changes);

} // namespace session
