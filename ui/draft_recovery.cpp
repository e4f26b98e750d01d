// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/draft_recovery.h"

#include "ui/blog_choice.h"
#include "ui/dialogs/compare_dialog.h"
#include "ui/editor/rst_editor.h"
#include "ui/held_pictures.h"
#include "ui/panels/message_bar.h"
#include "ui/post_commands.h"

#include "session/blog.h"
#include "session/post_file.h"

#include <QFileInfo>
#include <QLocale>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Whether the draft's file holds its text, and its pictures have theirs.
bool isSaved(const session::LeftDraft &left)
{
    if (!left.pictures.isEmpty())
        return false;
    const auto saved = session::loadPost(left.draft.path);
    return saved && saved->text == left.draft.text;
}

} // namespace

DraftRecovery::DraftRecovery(session::PostSession *session, RstEditor *editor, PostCommands *commands,
                             HeldPictures *held, MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
    , m_commands(commands)
    , m_held(held)
    , m_messages(messages)
    , m_journal(new session::DraftJournal(session::draftFolder(), this))
{
    connect(editor, &RstEditor::edited, this, &DraftRecovery::keep);
    connect(editor->document(), &QTextDocument::modificationChanged, this, &DraftRecovery::keep);
    connect(held, &HeldPictures::changed, this, &DraftRecovery::keep);
    connect(session, &session::PostSession::moved, this, &DraftRecovery::follow);
    // A post without a file is saved instead of an answer to the question.
    connect(commands, &PostCommands::saved, this, [this] {
        if (m_isAsking)
            offer();
    });
    connect(commands, &PostCommands::postStarted, this, [this] { m_isAsking = false; });
    connect(m_journal, &session::DraftJournal::failed, this,
            [this](const QString &sentence) { m_messages->tell(MessageBar::Kind::Warning, sentence); });
}

void DraftRecovery::keep()
{
    // What was saved is not safe yet while its pictures are not stored.
    if (m_editor->document()->isModified() || !m_held->named().isEmpty())
        m_journal->record({m_session->path(), m_editor->text(), m_session->fileHash(), m_held->pictures()});
    else
        m_journal->forget();
}

void DraftRecovery::follow(const QString &from, const QString &to)
{
    keep(); // under the new name, though nothing was typed since
    if (!from.isEmpty() && !QFileInfo::exists(from))
        session::renameInLeftDrafts(session::draftFolder(), from, to);
}

QList<session::LeftDraft> DraftRecovery::drafts()
{
    QList<session::LeftDraft> drafts = session::leftDrafts(session::draftFolder());
    drafts.removeIf([](const session::LeftDraft &left) {
        const bool isDone = isSaved(left); // the end came between saving and forgetting
        if (isDone)
            session::discardDraft(left);
        return isDone;
    });
    return drafts;
}

void DraftRecovery::offer()
{
    m_isAsking = false;
    const QList<session::LeftDraft> drafts = DraftRecovery::drafts();
    if (drafts.isEmpty())
        return;
    const session::LeftDraft &left = drafts.front();
    const QString known = session::nameOf(left.draft);
    const QString name = known.isEmpty() ? tr("a new post") : u"“%1”"_s.arg(known);
    const QString when = QLocale().toString(left.written.toLocalTime(), QLocale::ShortFormat);
    m_messages->tell(MessageBar::Kind::Warning,
                     tr("Unsaved changes to %1 were kept when Broadside ended at %2.").arg(name, when) +
                         (session::isOutdated(left.draft) ? u' ' + tr("The file has changed since.") : QString()),
                     {{u"compareDraft"_s, tr("Difference…"), [this, left] { compare(left); }},
                      {u"recover"_s, tr("Bring them back"), [this, left] { show(left); }},
                      {u"discardDraft"_s, tr("Throw them away"), [this, left] { discard(left); }}});
}

void DraftRecovery::compare(const session::LeftDraft &left)
{
    const QString &path = left.draft.path;
    const auto saved = session::loadPost(path);
    auto *dialog = new CompareDialog(
        tr("Unsaved Changes"), saved ? tr("From the saved file to what was kept") : tr("There is no saved file"),
        {saved ? saved->text : QString(),
         {.text = left.draft.text, .path = path, .blog = std::make_shared<post::BlogConfig>(session::blogOf(path))}},
        {{u"recover"_s, tr("&Bring Them Back"), [this, left] { show(left); }},
         {u"discardDraft"_s, tr("&Throw Them Away"), [this, left] { discard(left); }}},
        m_editor->window());
    connect(dialog, &QDialog::rejected, this, &DraftRecovery::offer); // they are still there
    dialog->open();
}

void DraftRecovery::discard(const session::LeftDraft &left)
{
    session::discardDraft(left);
    offer();
}

void DraftRecovery::show(const session::LeftDraft &left)
{
    m_isAsking = true;
    m_commands->afterUnsaved(tr("Bring them back"), [this, left] { read(left); }, [this] { offer(); });
}

void DraftRecovery::read(const session::LeftDraft &left)
{
    m_isAsking = false;
    if (left.pictures.isEmpty()) {
        bringBack(left, {});
        return;
    }
    QtConcurrent::run(&session::picturesOf, left)
        .then(this, [this, left, revision = m_session->revision()](const session::NamedPictures &pictures) {
            const auto show = [this, left, revision, pictures] {
                if (revision == m_session->revision())
                    bringBack(left, pictures);
                else // somebody writes something else by now
                    offer();
            };
            QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
        });
}

void DraftRecovery::bringBack(const session::LeftDraft &left, const session::NamedPictures &pictures)
{
    const auto saved =
        left.draft.path.isEmpty() ? std::unexpected(session::LoadFailure{}) : session::loadPost(left.draft.path);
    m_commands->start(saved ? *saved : m_commands->blog()->newPost()); // Undo leads back to the file as it is
    m_editor->change(left.draft.text);
    m_editor->document()->setModified(true);
    m_journal->takePictures(left);
    m_held->hold(pictures);
    m_journal->flush(); // before the former journal goes
    session::discardDraft(left);
}

void DraftRecovery::end()
{
    m_journal->forget();
}

} // namespace ui
