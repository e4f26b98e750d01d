// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/models/problems_model.h"

#include "ui/plain_words.h"
#include "ui/theme.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace ui {

void ProblemsModel::setProblems(std::vector<session::Problem> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    const session::Problem &problem = m_problems[std::size_t(index.row())];
    const bool hasFormal = !problem.formal.isEmpty() && problem.formal != problem.plain;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == SeverityColumn)
            return session::severityName(problem.severity);
        if (index.column() == PlaceColumn)
            return u"%1:%2"_s.arg(problem.line).arg(problem.column);
        return hasFormal ? u"%1\n%2"_s.arg(problem.plain, problem.formal) : problem.plain;
    case Qt::DecorationRole:
        if (index.column() == SeverityColumn)
            return severityIcon(problem.severity, QGuiApplication::palette());
        return {};
    case Qt::ToolTipRole: return plainToolTip(hasFormal ? problem.formal : problem.plain);
    case Qt::AccessibleTextRole:
        return tr("%1, line %2: %3").arg(session::severityName(problem.severity)).arg(problem.line).arg(problem.plain);
    case Qt::TextAlignmentRole:
        return int(index.column() == PlaceColumn ? Qt::AlignRight | Qt::AlignTop : Qt::AlignLeft | Qt::AlignTop);
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn: return tr("Severity");
    case PlaceColumn: return tr("Place");
    default: return tr("Problem");
    }
}

} // namespace ui
