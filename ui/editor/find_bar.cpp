// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/editor/find_bar.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/text_marks.h"
#include "ui/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

FindBar::FindBar(RstEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_words(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_result(new QLabel(this))
    , m_case(addOption(u"case"_s, u"Aa"_s, tr("Match upper and lower case")))
    , m_wholeWords(addOption(u"wholeWords"_s, u"\u201cab\u201d"_s, tr("Find whole words only")))
    , m_isExpression(addOption(u"expression"_s, u".*"_s, tr("Regular expression")))
    , m_inSelection(addOption(u"inSelection"_s, tr("Selection"), tr("Keep to the selected text")))
    , m_replaceOne(addOption(u"replaceOne"_s, tr("Replace"), tr("Replace this one and find the next")))
    , m_replaceAll(addOption(u"replaceAll"_s, tr("Replace All"), tr("Replace all; one undo brings them back")))
    , m_find(new QAction(themeIcon("edit-find"_L1), tr("&Find…"), parent))
    , m_replace(new QAction(themeIcon("edit-find-replace"_L1), tr("&Replace…"), parent))
    , m_next(new QAction(themeIcon("go-down-search"_L1), tr("Find &Next"), parent))
    , m_previous(new QAction(themeIcon("go-up-search"_L1), tr("Find &Previous"), parent))
{
    setObjectName(u"findBar"_s);
    m_words->setObjectName(u"findBar.words"_s);
    m_words->setPlaceholderText(tr("Find"));
    m_words->setAccessibleName(tr("Words to find"));
    m_words->setClearButtonEnabled(true);
    m_replacement->setObjectName(u"findBar.replacement"_s);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Words to put in their place"));
    m_result->setObjectName(u"findBar.result"_s);
    constexpr int leastCharacters = 14; // of what is sought, and a button to clear it
    for (QLineEdit *field : {m_words, m_replacement})
        field->setMinimumWidth(leastCharacters * fontMetrics().averageCharWidth());
    for (QToolButton *button : {m_replaceOne, m_replaceAll})
        button->setCheckable(false);
    m_find->setObjectName(u"edit.find"_s);
    m_find->setShortcut(QKeySequence::Find);
    m_replace->setObjectName(u"edit.replace"_s);
    m_replace->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_H), QKeySequence(Qt::CTRL | Qt::Key_R)}); // GNOME, KDE
    m_next->setObjectName(u"edit.findNext"_s);
    m_next->setShortcut(QKeySequence(Qt::Key_F3));
    m_previous->setObjectName(u"edit.findPrevious"_s);
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    parent->addActions({m_find, m_replace, m_next, m_previous});
    layOut();
    hide();
    editor->installEventFilter(this);

    connect(editor, &RstEditor::started, this, [this] { m_inSelection->setChecked(false); });
    connect(m_find, &QAction::triggered, this, [this] { open(false); });
    connect(m_replace, &QAction::triggered, this, [this] { open(true); });
    connect(m_next, &QAction::triggered, this, &FindBar::searchNext);
    connect(m_previous, &QAction::triggered, this, &FindBar::searchPrevious);
    connect(m_words, &QLineEdit::returnPressed, this, &FindBar::searchNext);
    connect(m_words, &QLineEdit::textEdited, this, &FindBar::searchAgain);
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::markHits);
    for (const QToolButton *option : {m_case, m_wholeWords, m_isExpression}) {
        connect(option, &QToolButton::toggled, this, &FindBar::markHits);
        connect(option, &QToolButton::toggled, this, &FindBar::searchAgain);
    }
    // How many there are, and which one is chosen, is no longer so.
    connect(editor, &RstEditor::edited, m_result, &QLabel::clear);
    connect(m_inSelection, &QToolButton::toggled, this, &FindBar::restrictToSelection);
    connect(m_replacement, &QLineEdit::returnPressed, this, &FindBar::replaceOne);
    connect(m_replaceOne, &QToolButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QToolButton::clicked, this, &FindBar::replaceAll);
}

QToolButton *FindBar::addOption(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"findBar."_s + name);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void FindBar::layOut()
{
    const auto row = [](std::initializer_list<QWidget *> widgets) {
        auto *layout = new QHBoxLayout;
        layout->setSpacing(2);
        for (QWidget *widget : widgets)
            layout->addWidget(widget);
        return layout;
    };
    auto *closeButton = new QToolButton(this);
    closeButton->setIcon(themeIcon("window-close"_L1));
    closeButton->setAutoRaise(true);
    closeButton->setAccessibleName(tr("Close the find bar"));
    closeButton->setToolTip(tr("Close (Esc)"));
    connect(closeButton, &QToolButton::clicked, this, &FindBar::close);
    QToolButton *steps[2] = {};
    for (int i = 0; i < 2; ++i) {
        steps[i] = new QToolButton(this);
        steps[i]->setDefaultAction(i == 0 ? m_previous : m_next);
        steps[i]->setAutoRaise(true);
    }
    // The fields have their rows for themselves and the few buttons that act on them, so that they stay usable in a narrow
    // column; the options stand below, beside what a search says, which therefore moves nothing.
    auto *options = row({m_case, m_wholeWords, m_isExpression, m_inSelection});
    options->addSpacing(8);
    options->addWidget(m_result, 1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 5, 8, 5);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_words, 0, 0);
    grid->addLayout(row({steps[0], steps[1], closeButton}), 0, 1, Qt::AlignRight);
    grid->addWidget(m_replacement, 1, 0);
    grid->addLayout(row({m_replaceOne, m_replaceAll}), 1, 1, Qt::AlignLeft);
    grid->addLayout(options, 2, 0, 1, 2);
    m_result->setWordWrap(true);
}

/// Escape closes it from the text as well; what pops up over the text sees the key first.
bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (isVisible() && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    markHits();
}

void FindBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    markHits();
}

/// All hits are marked while the bar is there.
void FindBar::markHits()
{
    const auto words = session::searchExpression(wanted());
    m_editor->marks().setHits(isVisible() && words ? *words : QRegularExpression());
}

void FindBar::open(bool replaces)
{
    if (!isVisible() || !showsMatch())
        takeSelection();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_replacement, m_replaceOne, m_replaceAll})
        widget->setVisible(replaces);
    m_result->clear();
    show();
    m_words->setFocus();
    m_words->selectAll();
}

/// One line is what to look for, several are where.
void FindBar::takeSelection()
{
    const QTextCursor cursor = m_editor->textCursor();
    const bool hasLines = cursor.selectedText().contains(QChar::ParagraphSeparator);
    if (cursor.hasSelection() && !hasLines)
        m_words->setText(cursor.selectedText());
    m_inSelection->setChecked(hasLines);
    restrictToSelection(hasLines); // another one than before, though the button may stay as it is
}

/// Whether what is selected was found by the bar, and is nothing that the user has chosen.
bool FindBar::showsMatch() const
{
    const auto words = session::searchExpression(wanted());
    return !m_words->text().isEmpty() && words &&
           std::ranges::contains(session::occurrences(m_editor->text(), *words, range()), m_editor->selection());
}

void FindBar::close()
{
    hide();
    m_inSelection->setChecked(false);
    m_editor->setFocus();
}

void FindBar::restrictToSelection(bool isRestricted)
{
    m_selected = isRestricted ? m_editor->textCursor() : QTextCursor();
    m_editor->marks().setSearched(m_selected);
    if (isRestricted && !m_selected.hasSelection())
        m_inSelection->setChecked(false);
}

session::SearchWords FindBar::wanted() const
{
    return {.words = m_words->text(),
            .matchesCase = m_case->isChecked(),
            .matchesWholeWords = m_wholeWords->isChecked(),
            .isExpression = m_isExpression->isChecked()};
}

session::TextRange FindBar::range() const
{
    if (m_inSelection->isChecked() && m_selected.hasSelection())
        return {m_selected.selectionStart(), m_selected.selectionEnd()};
    return {0, m_editor->document()->characterCount() - 1};
}

std::optional<QRegularExpression> FindBar::expression()
{
    m_result->clear();
    if (m_words->text().isEmpty())
        return std::nullopt;
    const auto found = session::searchExpression(wanted());
    if (found)
        return *found;
    m_result->setText(found.error());
    return std::nullopt;
}

QString FindBar::notFound() const
{
    return m_inSelection->isChecked() ? tr("Not found in the selected text") : tr("Not found");
}

void FindBar::search(Direction direction, int from)
{
    const auto words = expression();
    if (!words)
        return;
    const std::vector<session::TextRange> found = session::occurrences(m_editor->text(), *words, range());
    if (found.empty()) {
        m_result->setText(notFound());
        return;
    }
    const bool isForward = direction == Direction::Forward;
    auto next = std::ranges::lower_bound(found, from, {}, &session::TextRange::begin);
    if (!isForward) // the last one that ends before
        next = std::ranges::upper_bound(found, from, {}, &session::TextRange::end);
    const bool goesRound = isForward ? next == found.end() : next == found.begin();
    const auto chosen = isForward ? (goesRound ? found.begin() : next) : std::prev(goesRound ? found.end() : next);
    const QString count = tr("%1 of %2").arg(chosen - found.begin() + 1).arg(found.size());
    m_result->setText(goesRound ? count + u" — "_s + tr("Went on from the other end") : count);
    m_editor->goTo(*chosen);
}

void FindBar::searchNext()
{
    search(Direction::Forward, m_editor->textCursor().selectionEnd());
}

void FindBar::searchPrevious()
{
    search(Direction::Backward, m_editor->textCursor().selectionStart());
}

void FindBar::searchAgain()
{
    search(Direction::Forward, m_editor->textCursor().selectionStart());
}

void FindBar::replaceOne()
{
    const auto words = expression();
    if (!words)
        return;
    const session::TextRange selection = m_editor->selection();
    const auto changes = session::replacements(m_editor->text(), *words, m_replacement->text(), wanted(), range());
    const auto here = std::ranges::find(changes, selection, &session::TextChange::range);
    if (here == changes.end()) { // shown first, and only then replaced
        searchAgain();
        return;
    }
    m_editor->replace({*here});
    search(Direction::Forward, selection.begin + int(here->replacement.size()));
}

void FindBar::replaceAll()
{
    const auto words = expression();
    if (!words)
        return;
    const auto changes = session::replacements(m_editor->text(), *words, m_replacement->text(), wanted(), range());
    m_editor->replace(changes);
    m_result->setText(changes.empty()       ? notFound()
                      : changes.size() == 1 ? tr("Replaced 1. Undo brings it back.")
                                            : tr("Replaced %1. Undo brings them back.").arg(changes.size()));
}

} // namespace ui
