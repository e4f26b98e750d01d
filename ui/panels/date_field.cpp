// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/date_field.h"

#include "ui/theme.h"

#include "session/date_meaning.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace ui {

DateField::DateField(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_open(new QToolButton(this))
    , m_popup(new QMenu(this))
    , m_calendar(new QCalendarWidget(m_popup))
    , m_draft(new QCheckBox(tr("Draft"), this))
{
    m_text->setObjectName(u"form.date"_s);
    m_text->setAccessibleName(tr("Date"));
    m_text->setPlaceholderText(tr("no date"));
    m_text->setToolTip(tr("A date, or words like “tomorrow”, “next Monday”, “in two weeks”."));
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(u"2024-12-30 10:30"_s) + 16);
    m_open->setObjectName(u"form.calendar"_s);
    m_open->setIcon(themeIcon("view-calendar"_L1));
    m_open->setAccessibleName(tr("Choose the date in a calendar"));
    m_open->setToolTip(tr("Choose the date in a calendar"));
    m_open->setPopupMode(QToolButton::InstantPopup);
    m_open->setMenu(m_popup);
    m_draft->setObjectName(u"form.draft"_s);
    m_draft->setToolTip(tr("A draft has no date: the site lists it among the drafts only."));
    m_calendar->setObjectName(u"form.calendarDays"_s);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    auto *days = new QWidgetAction(m_popup);
    days->setDefaultWidget(m_calendar);
    m_popup->addAction(days);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_text);
    row->addWidget(m_open);
    row->addWidget(m_draft);

    connect(m_text, &QLineEdit::editingFinished, this, &DateField::commit);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        Q_EMIT dayTyped(session::meantDay(text.simplified(), post::today()).value_or(QDate()));
    });
    connect(m_calendar, &QCalendarWidget::clicked, this, &DateField::pick);
    connect(m_calendar, &QCalendarWidget::activated, this, &DateField::pick);
    connect(m_draft, &QCheckBox::clicked, this, &DateField::setDraft);
}

void DateField::setDate(const QString &text, QDate day)
{
    const QSignalBlocker blocker(m_draft);
    m_draft->setChecked(text.isEmpty());
    if (day.isValid())
        m_calendar->setSelectedDate(day);
    if (text != m_shown || !m_text->isModified()) {
        m_shown = text;
        if (m_text->text() != text)
            m_text->setText(text);
        m_text->setModified(false);
    }
}

void DateField::commit()
{
    QString text = m_text->text().simplified();
    m_text->setModified(false);
    Q_EMIT dayTyped({});
    if (text == m_shown.simplified()) // blanks of the text are its author's, as long as nobody types here
        return;
    text = session::typedDate(text, m_format, post::today());
    m_text->setText(text);
    m_shown = text;
    m_draft->setChecked(text.isEmpty());
    Q_EMIT dateEdited(text);
}

void DateField::pick(QDate day)
{
    m_popup->close();
    m_text->setText(session::writtenDay(day, m_format));
    commit();
}

void DateField::setDraft(bool isDraft)
{
    if (isDraft)
        m_text->clear();
    else
        m_text->setText(session::writtenDay(QDate::currentDate(), m_format));
    commit();
}

} // namespace ui
