// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_search.h"

#include <QTextCursor>
#include <QWidget>

#include <optional>

class QAction;
class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {

class RstEditor;

/// Finds words in the text, and replaces them: a strip below it, open only while it is used. Words can be a regular
/// expression, and the search can keep to what was selected.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(RstEditor *editor, QWidget *parent);

    [[nodiscard]] QAction *findAction() const { return m_find; }
    [[nodiscard]] QAction *replaceAction() const { return m_replace; }
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *previousAction() const { return m_previous; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Direction : std::uint8_t { Forward, Backward };

    QToolButton *addOption(const QString &name, const QString &text, const QString &toolTip);
    void layOut();
    void open(bool replaces);
    void takeSelection();
    [[nodiscard]] bool showsMatch() const;
    void close();
    void restrictToSelection(bool isRestricted);
    void markHits();
    void search(Direction direction, int from);
    void searchNext();
    void searchPrevious();
    void searchAgain();
    void replaceOne();
    void replaceAll();
    [[nodiscard]] session::SearchWords wanted() const;
    [[nodiscard]] session::TextRange range() const;
    [[nodiscard]] QString notFound() const;
    /// The expression to look for; nothing, and the reason is shown, where there is none.
    [[nodiscard]] std::optional<QRegularExpression> expression();

    RstEditor *m_editor;
    QLineEdit *m_words;
    QLineEdit *m_replacement;
    QLabel *m_result;
    QToolButton *m_case;
    QToolButton *m_wholeWords;
    QToolButton *m_isExpression;
    QToolButton *m_inSelection;
    QToolButton *m_replaceOne;
    QToolButton *m_replaceAll;
    QTextCursor m_selected; // what the search keeps to; moves along with edits
    QAction *m_find;
    QAction *m_replace;
    QAction *m_next;
    QAction *m_previous;
};

} // namespace ui
