// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QWidget>

class QCalendarWidget;
class QCheckBox;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ui {

/// The post's date: as text, from a calendar, or none for a draft. Words such as "tomorrow" become the day they mean.
class DateField : public QWidget
{
    Q_OBJECT

public:
    explicit DateField(QWidget *parent = nullptr);

    /// `day` is what the text means, for the calendar; invalid where it means nothing.
    void setDate(const QString &text, QDate day);
    /// How the blog writes dates.
    void setFormat(const QString &format) { m_format = format; }
    void commit();

    [[nodiscard]] QLineEdit *textField() const { return m_text; }

Q_SIGNALS:
    /// Empty for a draft.
    void dateEdited(const QString &text);
    /// The day that is meant by what is typed just now; invalid where that is none, or was taken over.
    void dayTyped(QDate day);

private:
    void pick(QDate day);
    void setDraft(bool isDraft);

    QLineEdit *m_text;
    QToolButton *m_open;
    QMenu *m_popup;
    QCalendarWidget *m_calendar;
    QCheckBox *m_draft;
    QString m_shown;
    QString m_format;
};

} // namespace ui
