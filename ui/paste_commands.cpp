// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/paste_commands.h"

#include "ui/editor/large_insertion.h"
#include "ui/editor/rst_editor.h"
#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include "session/markup_edits.h"
#include "session/pasted_text.h"
#include "session/picture_edits.h"
#include "session/post_pictures.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The picture's file: as it was copied, or else as PNG.
QByteArray encoded(const PastedPicture &pasted)
{
    if (!pasted.bytes.isEmpty())
        return pasted.bytes;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    pasted.picture.save(&buffer, "PNG");
    return png;
}

} // namespace

PasteCommands::PasteCommands(session::PostSession *session, RstEditor *editor, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_messages(messages)
    , m_window(window)
    , m_plain(new QAction(themeIcon("edit-paste"_L1), tr("Paste as Plain &Text"), window))
    , m_large(new LargeInsertion(editor))
    , m_pictureFolder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    m_plain->setObjectName(u"edit.pastePlain"_s);
    m_plain->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V));
    window->addAction(m_plain);
    connect(m_plain, &QAction::triggered, this, &PasteCommands::pastePlain);
    connect(m_large, &LargeInsertion::underWay, session, &session::PostSession::holdRendering);
    connect(editor, &RstEditor::pasted, this, &PasteCommands::take);
}

void PasteCommands::pastePlain()
{
    put(m_editor->textCursor(), QGuiApplication::clipboard()->text());
}

void PasteCommands::take(const PastedContent &content)
{
    if (const auto *picture = std::get_if<PastedPicture>(&content))
        store(*picture);
    else if (const auto &text = std::get<PastedText>(content); text.format == session::PastedFormat::Plain)
        put(m_editor->textCursor(), session::withCleanAddresses(text.plain));
    else
        convert(text);
}

void PasteCommands::convert(const PastedText &pasted)
{
    QtConcurrent::run(&session::pastedRst, pasted.text, pasted.format)
        .then(this, [this, plain = pasted.plain, cursor = m_editor->textCursor()](const QString &rst) {
            QMetaObject::invokeMethod(
                this, [this, cursor, rst, plain] { insert(cursor, rst, plain); }, Qt::QueuedConnection);
        });
}

void PasteCommands::insert(QTextCursor cursor, const QString &rst, const QString &plain)
{
    if (rst.isEmpty()) {
        put(cursor, plain);
        return;
    }
    const int begin = cursor.selectionStart();
    const QString inserted = session::partedBlocks(rst, m_editor->text(), {begin, cursor.selectionEnd()});
    put(cursor, inserted, [this, rst, plain, begin, length = int(inserted.size())] {
        if (rst.trimmed() != plain.trimmed())
            offerPlain({begin, begin + length}, plain);
    });
}

void PasteCommands::put(const QTextCursor &cursor, const QString &text, const std::function<void()> &finished)
{
    m_large->insert(cursor, text, [this, finished] {
        m_editor->ensureCursorVisible();
        if (finished)
            finished();
    });
}

void PasteCommands::offerPlain(session::TextRange inserted, const QString &plain)
{
    const int revision = m_editor->document()->revision();
    const auto keepPlain = [this, inserted, plain, revision] {
        m_messages->dismiss();
        if (m_editor->document()->revision() == revision)
            m_editor->replace({{inserted, plain}});
        else // the text has gone on: nothing is guessed
            m_editor->undo();
    };
    m_messages->tell(MessageBar::Kind::Note, tr("Pasted as reStructuredText."),
                     {{u"keepPlain"_s, tr("Make It &Plain Text"), keepPlain}});
}

void PasteCommands::choosePicture()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose a Picture"),
                                   QFileInfo(m_pictureFolder).isDir() ? m_pictureFolder : QDir::homePath(),
                                   tr("Pictures (%1)").arg(session::pictureFilePatterns().join(u' ')));
    dialog->setObjectName(u"pictureDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_pictureFolder = QFileInfo(path).path();
        insertPictureFile(path);
    });
    dialog->open();
}

void PasteCommands::insertPictureFile(const QString &path)
{
    store([path](const session::PicturePlace &place, const QString &postPath) {
        return session::storePictureFile(path, place, postPath);
    });
}

void PasteCommands::store(const PastedPicture &pasted)
{
    store([pasted](const session::PicturePlace &place, const QString &) {
        return session::storePicture(encoded(pasted), pasted.name, place);
    });
}

void PasteCommands::store(const Storing &storing)
{
    if (m_session->path().isEmpty()) {
        m_waiting = storing;
        const auto save = [this] {
            m_messages->dismiss();
            Q_EMIT saveNeeded();
        };
        m_messages->tell(MessageBar::Kind::Note,
                         tr("Pictures are stored with the post, and this post has no file yet."),
                         {{u"save"_s, tr("&Save Post…"), save}});
        return;
    }
    const session::RenderingPtr &rendering = m_session->rendering();
    const QDate day = rendering && rendering->metadata.day.isValid() ? rendering->metadata.day : QDate::currentDate();
    const session::PicturePlace place = session::picturePlace(m_session->path(), m_session->blog(), day.year());
    QtConcurrent::run(storing, place, m_session->path()).then(this, [this, place](const StoredPicture &stored) {
        QMetaObject::invokeMethod(
            this, [this, stored, root = place.root] { showPicture(stored, root); }, Qt::QueuedConnection);
    });
}

void PasteCommands::storeWaiting()
{
    if (const Storing storing = std::exchange(m_waiting, nullptr); storing && !m_session->path().isEmpty())
        store(storing);
}

void PasteCommands::showPicture(const StoredPicture &stored, const QString &root)
{
    if (!stored) {
        m_messages->tell(MessageBar::Kind::Error, stored.error());
        return;
    }
    const session::MarkupEdit edit = session::shownPicture(
        m_editor->text(), m_editor->textCursor().position(), *stored,
        [this, root](const QString &address) { return session::isPictureThere(address, m_session->path(), root); });
    m_editor->replace(edit.changes);
    m_editor->goTo(edit.selection);
    m_editor->setFocus();
}

} // namespace ui
