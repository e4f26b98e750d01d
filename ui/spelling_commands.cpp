// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/spelling_commands.h"

#include "ui/editor/rst_editor.h"
#include "ui/editor/text_marks.h"
#include "ui/panels/message_bar.h"
#include "ui/status_line.h"
#include "ui/theme.h"

#include "post/prose_language.h"

#include <QAction>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString languageName(const QString &code)
{
    const QLocale locale(code);
    return locale.language() == QLocale::C ? code : QLocale::languageToString(locale.language());
}

QString languageOf(const session::Rendering &rendering, const post::BlogConfig &blog)
{
    const std::string own = rendering.metadata.options.value(u"language"_s).toStdString();
    return QString::fromStdString(post::languageOf(own, blog));
}

} // namespace

SpellingCommands::SpellingCommands(session::PostSession *session, RstEditor *editor, StatusLine *status,
                                   MessageBar *messages, session::Settings *settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_status(status)
    , m_messages(messages)
    , m_settings(settings)
    , m_check(new QAction(themeIcon("tools-check-spelling"_L1), tr("Check &Spelling"), window))
    , m_next(new QAction(tr("Next &Misspelt Word"), window))
    , m_words(new QAction(tr("M&y Words…"), window))
{
    m_check->setObjectName(u"spelling.check"_s);
    m_check->setCheckable(true);
    m_check->setToolTip(tr("Marks words that are in no dictionary of the post’s language"));
    m_next->setObjectName(u"spelling.next"_s);
    m_next->setShortcut(QKeySequence(Qt::Key_F7));
    m_words->setObjectName(u"spelling.words"_s);
    window->addActions({m_check, m_next, m_words});
    connect(m_words, &QAction::triggered, this, [this, window] { editWords(window); });
    connect(m_check, &QAction::toggled, this, &SpellingCommands::switchTo);
    connect(m_next, &QAction::triggered, this, &SpellingCommands::goToNext);
    connect(session, &session::PostSession::rendered, this, &SpellingCommands::checkText);
    connect(editor, &RstEditor::contextMenuWanted, this, &SpellingCommands::extend);
    m_check->setChecked(settings->checksSpelling);
}

SpellingCommands::~SpellingCommands() = default;

void SpellingCommands::setNames(const QStringList &names)
{
    if (std::exchange(m_names, names) != names)
        passKnown();
}

void SpellingCommands::passKnown()
{
    if (m_checker)
        m_checker->setKnown(m_settings->personalWords, m_names);
}

void SpellingCommands::switchTo(bool isOn)
{
    m_settings->checksSpelling = isOn;
    m_checker.reset();
    m_editor->marks().setMisspelt({});
    m_status->setSpelling({}, {});
    if (!isOn)
        return;
    m_checker = std::make_unique<session::SpellChecker>();
    connect(m_checker.get(), &session::SpellChecker::checked, this, &SpellingCommands::show);
    connect(m_checker.get(), &session::SpellChecker::suggested, this, &SpellingCommands::fillSuggestions);
    passKnown();
    checkText();
}

void SpellingCommands::checkText()
{
    if (m_checker && m_session->isCurrent())
        m_checker->check(m_session->rendering(), languageOf(*m_session->rendering(), m_session->blog()));
}

void SpellingCommands::show(const session::SpellingResult &result)
{
    if (result.revision != m_session->revision())
        return;
    m_dictionary = result.dictionary;
    m_editor->marks().setMisspelt(result.wrong);
    const QString language = languageName(result.language);
    if (result.dictionary.isEmpty())
        m_status->setSpelling(tr("no %1 dictionary").arg(language),
                              tr("Spelling is not checked: no dictionary for %1 is installed. Your system’s packages "
                                 "have it, as hunspell-%2.")
                                  .arg(language, result.language.section(u'-', 0, 0).section(u'_', 0, 0)));
    else
        m_status->setSpelling(
            QString(result.dictionary).replace(u'_', u'-'),
            tr("Spelling is checked in %1. F7 goes to the next word that is in no dictionary.").arg(language));
    if (std::exchange(m_isGoing, false))
        goToNext();
}

void SpellingCommands::goToNext()
{
    if (!m_checker) {
        m_isGoing = true;
        m_check->setChecked(true);
        return;
    }
    if (m_dictionary.isEmpty()) {
        m_editor->tellAtCursor(tr("Spelling is not checked: no dictionary for the post’s language is installed."));
        return;
    }
    const auto word = m_editor->marks().misspelt().from(m_editor->textCursor().selectionEnd());
    if (!word) {
        m_editor->tellAtCursor(tr("No misspelt words."));
        return;
    }
    offer(*word);
}

bool SpellingCommands::offerAtCursor()
{
    const auto word = m_editor->marks().misspelt().at(m_editor->textCursor().position());
    if (!word || !m_checker)
        return false;
    offer(*word);
    return true;
}

void SpellingCommands::offer(const session::SpelledWord &word)
{
    m_editor->goTo(word.range);
    m_editor->setFocus();
    auto *menu = new QMenu(m_editor);
    menu->setObjectName(u"spelling.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    extend(menu, word.range.begin);
    menu->popup(m_editor->placeBelowCursor());
}

void SpellingCommands::extend(QMenu *menu, int position)
{
    const auto word = m_editor->marks().misspelt().at(position);
    if (!word || !m_checker)
        return;
    m_word = word;
    m_menu = menu;
    QAction *first = menu->actions().value(0);
    m_waiting = new QAction(tr("Looking for words…"), menu);
    m_waiting->setEnabled(false);
    auto *learned = new QAction(tr("&Add “%1” to My Words").arg(word->word), menu);
    learned->setObjectName(u"spelling.learn"_s);
    connect(learned, &QAction::triggered, this, [this, word] { learn(word->word); });
    auto *ignored = new QAction(tr("I&gnore until Broadside Ends"), menu);
    ignored->setObjectName(u"spelling.ignore"_s);
    connect(ignored, &QAction::triggered, this, [this, word] { m_checker->ignore(word->word); });
    auto *next = new QAction(tr("&Next Misspelt Word"), menu);
    next->setShortcut(m_next->shortcut());
    connect(next, &QAction::triggered, this, &SpellingCommands::goToNext, Qt::QueuedConnection);
    auto *gap = new QAction(menu);
    gap->setSeparator(true);
    auto *end = new QAction(menu);
    end->setSeparator(true);
    menu->insertActions(first, {m_waiting, gap, learned, ignored, next, end});
    m_checker->suggest(word->word);
}

void SpellingCommands::fillSuggestions(const QString &word, const QStringList &suggestions)
{
    if (!m_menu || !m_waiting || !m_word || m_word->word != word)
        return;
    if (suggestions.isEmpty()) {
        m_waiting->setText(tr("No similar words"));
        return;
    }
    for (const QString &suggestion : suggestions) {
        auto *action = new QAction(suggestion, m_menu);
        QFont bold = m_menu->font();
        bold.setBold(true);
        action->setFont(bold);
        connect(action, &QAction::triggered, this, [this, word = *m_word, suggestion] { replace(word, suggestion); });
        m_menu->insertAction(m_waiting, action);
    }
    m_menu->setActiveAction(m_menu->actions().front());
    delete m_waiting;
}

void SpellingCommands::replace(const session::SpelledWord &word, const QString &replacement)
{
    if (m_editor->marks().misspelt().at(word.range.begin) != word) // the text has gone on
        return;
    m_editor->replace({{word.range, replacement}});
    m_editor->goTo({word.range.begin + int(replacement.size()), word.range.begin + int(replacement.size())});
    m_editor->setFocus();
}

void SpellingCommands::learn(const QString &word)
{
    m_settings->personalWords.append(word);
    passKnown();
    m_messages->tell(MessageBar::Kind::Note, tr("“%1” is one of your words now.").arg(word),
                     {{u"words"_s, tr("My Words…"), [this] { m_words->trigger(); }}});
}

void SpellingCommands::editWords(QWidget *window)
{
    auto *dialog = new QInputDialog(window);
    dialog->setObjectName(u"spelling.wordList"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("My Words"));
    dialog->setLabelText(tr("Words that are never misspelt, one a line:"));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(m_settings->personalWords.join(u'\n'));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        m_settings->personalWords = text.simplified().split(u' ', Qt::SkipEmptyParts);
        passKnown();
    });
    dialog->open();
}

QString SpellingCommands::explanationAt(int position) const
{
    const auto word = m_editor->marks().misspelt().at(position);
    if (!word || !m_checker)
        return {};
    return u"<p>"_s + tr("“%1” is in no dictionary. Alt+Return offers others.").arg(word->word.toHtmlEscaped()) +
           u"</p>"_s;
}

} // namespace ui
