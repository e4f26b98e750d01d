// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/models/problems_model.h"

#include "ui/plain_words.h"
#include "ui/theme.h"

#include <QGuiApplication>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Whether two rows say the same, wherever it is.
bool saysTheSame(const session::Problem &left, const session::Problem &right)
{
    return left.severity == right.severity && left.plain == right.plain && left.formal == right.formal;
}

} // namespace

/// Rows that say the same stay: a post with a thousand problems must not be measured anew for each key, and the chosen row
/// is not lost while one types.
void ProblemsModel::setProblems(std::vector<session::Problem> problems)
{
    const auto [oldBegin, newBegin] = std::ranges::mismatch(m_problems, problems, saysTheSame);
    const std::ptrdiff_t begin = oldBegin - m_problems.begin();
    const auto [oldEnd, newEnd] =
        std::ranges::mismatch(std::ranges::subrange(oldBegin, m_problems.end()) | std::views::reverse,
                              std::ranges::subrange(newBegin, problems.end()) | std::views::reverse, saysTheSame);
    const auto removed = int(oldEnd.base() - oldBegin), inserted = int(newEnd.base() - newBegin);
    if (removed > 0) {
        beginRemoveRows({}, int(begin), int(begin) + removed - 1);
        m_problems.erase(oldBegin, oldBegin + removed);
        endRemoveRows();
    }
    std::vector<int> moved;
    for (int old = 0; const session::Problem &problem : m_problems) {
        const int row = old < begin ? old : old + inserted;
        const session::Problem &now = problems[std::size_t(row)];
        if (problem.line != now.line || problem.column != now.column)
            moved.push_back(row);
        ++old;
    }
    if (inserted > 0)
        beginInsertRows({}, int(begin), int(begin) + inserted - 1);
    m_problems = std::move(problems);
    if (inserted > 0)
        endInsertRows();
    tellOfMoved(moved);
    Q_EMIT problemsChanged();
}

/// Tells views of rows with another place. A view measures each changed row anew; where there are many, as behind a line that
/// was inserted, it is to measure those that it shows.
void ProblemsModel::tellOfMoved(const std::vector<int> &rows)
{
    constexpr std::size_t mostMeasured = 20;
    if (rows.size() > mostMeasured) {
        Q_EMIT layoutAboutToBeChanged();
        Q_EMIT layoutChanged();
        return;
    }
    for (const int row : rows)
        Q_EMIT dataChanged(index(row, PlaceColumn), index(row, PlaceColumn), {Qt::DisplayRole});
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
            return severityIconOfRow(problem.severity, QGuiApplication::palette());
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
