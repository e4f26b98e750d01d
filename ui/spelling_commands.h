// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/settings.h"
#include "session/spell_checker.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace ui {

class MessageBar;
class RstEditor;
class StatusLine;

/// Spelling: whether it is checked, the way to the next word that no dictionary knows, and what can be done about it.
class SpellingCommands : public QObject
{
    Q_OBJECT

public:
    SpellingCommands(session::PostSession *session, RstEditor *editor, StatusLine *status, MessageBar *messages,
                     session::Settings *settings, QWidget *window);
    ~SpellingCommands() override;

    [[nodiscard]] QAction *checkAction() const { return m_check; }
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *wordsAction() const { return m_words; }

    /// Names of the archive's people, places and subjects: they are never wrong.
    void setNames(const QStringList &names);
    /// Shows what can be done about the word at the cursor; false where no word is wrong.
    bool offerAtCursor();
    /// What the mouse is told about a place; empty where no word is wrong.
    [[nodiscard]] QString explanationAt(int position) const;

private:
    void switchTo(bool isOn);
    void checkText();
    void show(const session::SpellingResult &result);
    void goToNext();
    void offer(const session::SpelledWord &word);
    /// Puts what can be done about the word at a position at the top of a menu.
    void extend(QMenu *menu, int position);
    void fillSuggestions(const QString &word, const QStringList &suggestions);
    void replace(const session::SpelledWord &word, const QString &replacement);
    void learn(const QString &word);
    void editWords(QWidget *window);
    void passKnown();

    session::PostSession *m_session;
    RstEditor *m_editor;
    StatusLine *m_status;
    MessageBar *m_messages;
    session::Settings *m_settings;
    QAction *m_check;
    QAction *m_next;
    QAction *m_words;
    std::unique_ptr<session::SpellChecker> m_checker; // null while spelling is not checked: it costs nothing then
    QStringList m_names;
    QString m_dictionary;
    QPointer<QMenu> m_menu;      // that waits for suggestions
    QPointer<QAction> m_waiting; // its entry in their place
    std::optional<session::SpelledWord> m_word;
    bool m_isGoing = false; // to the next word, once there is a result
};

} // namespace ui
