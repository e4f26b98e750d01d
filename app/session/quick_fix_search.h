// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/quick_fixes.h"

#include <QObject>

#include <vector>

namespace session {

/// A fix and the problem that it mends.
struct OfferedFix {
    Problem problem = {};
    QuickFix fix = {};
};

/// Looks for the fixes of what is wrong at a place of the text, on the thread pool.
class QuickFixSearch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Looks at the problems at a position; where there are none, at those of its line. `request` is what `rendering` was
    /// made of. Answers once with found(); the answer to an older search is dropped.
    void search(const RenderingPtr &rendering, const RenderRequest &request, int position, const EnginePtr &engine);

Q_SIGNALS:
    /// The fixes for a revision of the text, those of one problem together, followed by that for all of its kind.
    void found(int revision, const std::vector<session::OfferedFix> &fixes);

private:
    int m_searches = 0;
};

} // namespace session
