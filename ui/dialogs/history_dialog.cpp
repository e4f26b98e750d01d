// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/history_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString occasionWords(session::Snapshot::Occasion occasion)
{
    using enum session::Snapshot::Occasion;
    switch (occasion) {
    case Opened: return HistoryDialog::tr("as it was opened");
    case Writing: return HistoryDialog::tr("while writing");
    case Saved: return HistoryDialog::tr("saved");
    case Replaced: return HistoryDialog::tr("before another version came in");
    }
    Q_UNREACHABLE_RETURN({});
}

/// "Today, 10:15", "Yesterday, 10:15", "2 March 2026, 10:15".
QString timeWords(const QDateTime &taken)
{
    const QDateTime local = taken.toLocalTime();
    const qint64 days = local.date().daysTo(QDate::currentDate());
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0)
        return HistoryDialog::tr("Today, %1").arg(time);
    if (days == 1)
        return HistoryDialog::tr("Yesterday, %1").arg(time);
    return u"%1, %2"_s.arg(QLocale().toString(local.date(), QLocale::LongFormat), time);
}

} // namespace

HistoryDialog::HistoryDialog(session::RenderRequest present, const QList<session::Snapshot> &history, QWidget *parent)
    : QDialog(parent)
    , m_present(std::move(present))
    , m_history(history)
    , m_times(new QListWidget(this))
    , m_view(new CompareView(this))
    , m_sentence(new QLabel(this))
    , m_restore(new QPushButton(themeIcon("edit-undo"_L1), tr("&Bring This State Back"), this))
{
    setObjectName(u"historyDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History of This Post"));
    layOut();
    connect(m_times, &QListWidget::currentRowChanged, this, &HistoryDialog::showSnapshot);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(m_view, &CompareView::compared, m_sentence, &QLabel::setText);
    fill();
}

void HistoryDialog::layOut()
{
    m_times->setObjectName(u"history.times"_s);
    m_times->setAccessibleName(tr("Former states of the post"));
    m_times->setSpacing(2);
    m_sentence->setObjectName(u"history.sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_restore->setObjectName(u"history.restore"_s);
    m_restore->setDefault(true);

    auto *sides = new QSplitter(this);
    sides->addWidget(m_times);
    sides->addWidget(m_view);
    sides->setChildrenCollapsible(false);
    sides->setSizes({280, 820});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addWidget(sides, 1);
    auto *last = new QHBoxLayout;
    last->addWidget(m_sentence, 1);
    last->addWidget(buttons);
    column->addLayout(last);
    resizeWithinScreen(this, {1160, 760});
}

void HistoryDialog::fill()
{
    for (const session::Snapshot &snapshot : std::as_const(m_history))
        m_times->addItem(timeWords(snapshot.taken) + u'\n' + occasionWords(snapshot.occasion));
    m_restore->setEnabled(false);
    if (m_history.isEmpty())
        m_sentence->setText(tr("This post has no history yet. Its states are kept from its first saving on."));
    else
        m_times->setCurrentRow(0);
}

void HistoryDialog::showSnapshot(int row)
{
    const auto text = session::snapshotText(m_history[row]);
    m_restore->setEnabled(text && *text != m_present.text);
    if (!text) {
        m_sentence->setText(text.error());
        return;
    }
    m_text = *text;
    m_view->compare({m_text, m_present}); // what was written since is marked as new
}

void HistoryDialog::restore()
{
    Q_EMIT restoreRequested(m_text, timeWords(m_history[m_times->currentRow()].taken));
    accept();
}

} // namespace ui
