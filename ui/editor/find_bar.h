// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

/// Finds words in the text: a strip below it, open only while it is used.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(QPlainTextEdit *editor, QWidget *parent);

    [[nodiscard]] QAction *findAction() const { return m_find; }
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *previousAction() const { return m_previous; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Direction : std::uint8_t { Forward, Backward };

    void open();
    void close();
    void search(Direction direction, int from);
    void searchNext();
    void searchPrevious();

    QPlainTextEdit *m_editor;
    QLineEdit *m_words;
    QLabel *m_result;
    QAction *m_find;
    QAction *m_next;
    QAction *m_previous;
};

} // namespace ui
