// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_repair.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QTableWidget;

namespace ui {

/// A post beside its copy, paragraph by paragraph, three ways: as the import left it, repaired, and the copy. What differs
/// in words is marked; nothing of it is taken.
class TwinView : public QWidget
{
    Q_OBJECT

public:
    explicit TwinView(QWidget *parent = nullptr);

    void show(const session::RepairPreview &preview);
    /// How many paragraphs have other words.
    [[nodiscard]] int differences() const { return m_differences; }

Q_SIGNALS:
    /// The user wants to see this stretch of the repaired text.
    void placeChosen(session::TextRange after);

private:
    void hideAlike();
    void addRow(const repair::TwinParagraph &paragraph);

    QLabel *m_sentence;
    QCheckBox *m_onlyDifferences;
    QTableWidget *m_table;
    QList<session::TextRange> m_places;
    QList<bool> m_isAlike;
    int m_differences = 0;
    QTimer m_fit; // gives the rows their heights once the columns have their widths
};

} // namespace ui
