// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/outside_changes.h"

#include "ui/dialogs/compare_dialog.h"
#include "ui/editor/rst_editor.h"
#include "ui/panels/message_bar.h"

#include "session/text_changes.h"

#include <QFileInfo>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

OutsideChanges::OutsideChanges(session::PostSession *session, RstEditor *editor, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_messages(messages)
    , m_window(window)
{
    connect(session, &session::PostSession::changedOutside, this, &OutsideChanges::settle);
}

bool OutsideChanges::settle()
{
    const auto outside = m_session->outsideChange();
    if (!outside)
        return true;
    const QString name = QFileInfo(m_session->path()).fileName();
    // What a commit holds is not what the file held; it is replaced by nothing but itself.
    if (m_session->committed() && outside->text != m_session->committed()->text)
        noteUnsaved();
    if (!m_editor->document()->isModified()) {
        takeIn(*outside, outside->text);
        m_messages->tell(MessageBar::Kind::Note,
                         tr("“%1” was changed on the disk, and read again. Undo brings back what was here.").arg(name));
        return true;
    }
    const publish::LineMerge merge = m_session->mergedWith(*outside);
    if (merge.conflicts > 0) {
        ask(*outside);
        return false;
    }
    takeIn(*outside, QString::fromStdString(merge.text));
    m_messages->tell(
        MessageBar::Kind::Note,
        tr("“%1” was changed on the disk. What changed there is now in your text, too; Undo takes it out.").arg(name));
    return true;
}

void OutsideChanges::ask(const session::LoadedPost &outside)
{
    const auto merge = [this, outside] {
        takeIn(outside, QString::fromStdString(m_session->mergedWith(outside).text));
        m_messages->tell(MessageBar::Kind::Note,
                         tr("Both versions stand in the text, between the marks <<<<<<< and >>>>>>>. Choose, and take "
                            "the marks out."));
        const auto mark = int(m_editor->text().indexOf(u"<<<<<<< "_s));
        m_editor->goTo({mark, mark});
    };
    m_messages->tell(MessageBar::Kind::Warning,
                     tr("Somebody else has changed lines of “%1” on the disk that you have changed, too.")
                         .arg(QFileInfo(m_session->path()).fileName()),
                     {{u"compare"_s, tr("Difference…"), [this, outside] { compareWith(outside); }},
                      {u"merge"_s, tr("Merge"), merge},
                      {u"keepMine"_s, tr("Keep mine"), [this, outside] { m_session->acceptOutsideChange(outside); }},
                      {u"takeTheirs"_s, tr("Take theirs"), [this, outside] { takeIn(outside, outside.text); }}});
}

/// One step, of what differs alone, so that Undo brings the former text back and the cursor stays where it was.
void OutsideChanges::takeIn(const session::LoadedPost &outside, const QString &text)
{
    Q_EMIT replacing();
    m_editor->replace(session::textChanges(m_editor->text(), text));
    m_session->acceptOutsideChange(outside);
    if (text == outside.text)
        m_editor->document()->setModified(false);
    else
        noteUnsaved();
}

void OutsideChanges::compareWith(const session::LoadedPost &outside)
{
    auto *dialog = new CompareDialog(
        tr("Your Text, and the File on the Disk"), tr("From the file on the disk to your text"),
        {outside.text, m_session->request()},
        {{u"keepMine"_s, tr("Keep &Mine"), [this, outside] { m_session->acceptOutsideChange(outside); }},
         {u"takeTheirs"_s, tr("Take &Theirs"), [this, outside] { takeIn(outside, outside.text); }}},
        m_window);
    connect(dialog, &QDialog::rejected, this, [this] { settle(); }); // the question is still open
    dialog->open();
}

void OutsideChanges::noteCommitted(const session::CommittedText &text)
{
    if (!m_editor->document()->isModified()) // the file holds it, too
        return;
    m_session->noteCommitted(text);
    m_editor->document()->setModified(false);
}

void OutsideChanges::noteTakenBack(const QString &commit, const QString &path)
{
    const auto &committed = m_session->committed();
    const bool isOwnFile = !path.isEmpty() && path == m_session->path();
    if (isOwnFile) {
        if (const auto loaded = session::loadPost(path)) // else it is gone, as it was before the commit
            m_session->acceptOutsideChange(*loaded);
    } else if (!committed || committed->commit != commit) {
        return;
    }
    noteUnsaved();
}

void OutsideChanges::noteUnsaved()
{
    m_session->forgetCommitted();
    QTextDocument *document = m_editor->document();
    {
        // The document forgets which of its states was the saved one only when it goes from one to the other.
        const QSignalBlocker blocker(document);
        document->setModified(false);
    }
    document->setModified(true);
}

} // namespace ui
