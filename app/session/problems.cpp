// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/problems.h"

#include <QCoreApplication>

namespace session {

namespace {

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(session::Problems)
};

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Unfilled: return ProblemWords::tr("to fill in");
    case Severity::Info: return ProblemWords::tr("note");
    case Severity::LooksWrong: return ProblemWords::tr("looks wrong");
    case Severity::Warning: return ProblemWords::tr("warning");
    case Severity::Error: return ProblemWords::tr("error");
    case Severity::Severe: return ProblemWords::tr("severe");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace session
