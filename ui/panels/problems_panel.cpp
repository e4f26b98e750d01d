// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/problems_panel.h"

#include "ui/models/problems_model.h"
#include "ui/panels/problem_delegate.h"
#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

ProblemsPanel::ProblemsPanel(ProblemsModel *problems, QWidget *parent)
    : QWidget(parent)
    , m_model(problems)
    , m_list(new QTreeView(this))
    , m_empty(new QLabel(tr("No problems found."), this))
    , m_next(addAction(themeIcon("go-down"_L1), tr("&Next Problem"), QKeySequence(Qt::Key_F8), this,
                       &ProblemsPanel::goToNext))
    , m_previous(addAction(themeIcon("go-up"_L1), tr("&Previous Problem"), QKeySequence(Qt::SHIFT | Qt::Key_F8), this,
                           &ProblemsPanel::goToPrevious))
{
    m_next->setObjectName(u"problems.next"_s);
    m_previous->setObjectName(u"problems.previous"_s);
    m_empty->setObjectName(u"problems.empty"_s);
    m_empty->setContentsMargins(12, 10, 12, 10);
    m_empty->setForegroundRole(QPalette::PlaceholderText);

    m_list->setObjectName(u"problems.list"_s);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setMinimumHeight(fontMetrics().lineSpacing()); // a low screen leaves no more
    // Before the list hears of it, which chooses a neighbour then.
    connect(problems, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_list->currentIndex().row();
                if (row >= first && row <= last)
                    m_gone = m_model->problems()[std::size_t(row)].plain;
            });
    m_list->setModel(problems);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHeaderHidden(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(true);

    auto *box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(m_empty);
    box->addWidget(m_list);

    setFocusProxy(m_list);
    const auto activate = [this](const QModelIndex &index) { goTo(m_model->problems()[std::size_t(index.row())]); };
    connect(m_list, &QTreeView::clicked, this, activate);
    connect(m_list, &QTreeView::activated, this, activate);
    connect(problems, &ProblemsModel::problemsChanged, this, &ProblemsPanel::showCounts);
    showCounts();
}

void ProblemsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_list->viewport()->update();
}

void ProblemsPanel::goToNext()
{
    const auto &problems = m_model->problems();
    const auto next =
        std::ranges::upper_bound(problems, m_position, {}, [](const session::Problem &p) { return p.range.begin; });
    if (!problems.empty())
        goTo(next == problems.end() ? problems.front() : *next);
}

void ProblemsPanel::goToPrevious()
{
    const auto &problems = m_model->problems();
    const auto here =
        std::ranges::lower_bound(problems, m_position, {}, [](const session::Problem &p) { return p.range.begin; });
    if (!problems.empty())
        goTo(here == problems.begin() ? problems.back() : *std::prev(here));
}

void ProblemsPanel::goTo(const session::Problem &problem)
{
    const auto row = &problem - m_model->problems().data();
    const QModelIndex index = m_model->index(int(row), 0);
    m_list->setCurrentIndex(index);
    // The last row in view may be cut. Scrolling by pixels would measure every row, which takes long where there are many.
    if (m_list->visualRect(index).bottom() > m_list->viewport()->height())
        m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_position = problem.range.begin;
    Q_EMIT problemActivated(problem.range);
}

/// A neighbour of the chosen problem serves who walks through the list. Who writes, and just mended that problem, did not
/// choose another one.
void ProblemsPanel::leaveGoneProblem()
{
    const std::optional<QString> gone = std::exchange(m_gone, std::nullopt);
    const int row = m_list->currentIndex().row();
    if (gone && row >= 0 && !m_list->hasFocus() && m_model->problems()[std::size_t(row)].plain != *gone)
        m_list->setCurrentIndex({});
}

void ProblemsPanel::showCounts()
{
    leaveGoneProblem();
    const bool hasProblems = !m_model->problems().empty();
    m_list->setVisible(hasProblems);
    m_empty->setVisible(!hasProblems);
    m_next->setEnabled(hasProblems);
    m_previous->setEnabled(hasProblems);
    fitColumns();
}

/// Makes room for severities and places. Rows are measured that can be the widest: one of each severity, and the place with
/// the most digits.
void ProblemsPanel::fitColumns()
{
    std::map<session::Severity, int> severities;
    int widest = 0, mostDigits = 0;
    for (int row = 0; const session::Problem &problem : m_model->problems()) {
        severities.try_emplace(problem.severity, row);
        const int digits = int(std::to_string(problem.line).size() + std::to_string(problem.column).size());
        if (digits > mostDigits) {
            mostDigits = digits;
            widest = row;
        }
        ++row;
    }
    int width = 0;
    for (const auto &[severity, row] : severities)
        width = std::max(width, m_list->sizeHintForIndex(m_model->index(row, ProblemsModel::SeverityColumn)).width());
    m_list->setColumnWidth(ProblemsModel::SeverityColumn, width);
    m_list->setColumnWidth(ProblemsModel::PlaceColumn,
                           m_list->sizeHintForIndex(m_model->index(widest, ProblemsModel::PlaceColumn)).width());
}

} // namespace ui
