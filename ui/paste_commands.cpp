// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/paste_commands.h"

#include "ui/editor/large_insertion.h"
#include "ui/editor/rst_editor.h"
#include "ui/held_pictures.h"
#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include "session/markup_edits.h"
#include "session/pasted_text.h"
#include "session/picture_edits.h"
#include "session/post_pictures.h"
#include "session/quick_fixes.h"
#include "session/typing_edits.h"

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

constexpr qsizetype leastAside = 20'000; // characters; to look through more would be felt

bool isShortAndPlain(const PastedText &pasted)
{
    return pasted.html.isEmpty() && pasted.plain.size() < leastAside &&
           session::formatOfPlainText(pasted.plain) == session::PastedFormat::Plain;
}

} // namespace

/// What was pasted as reStructuredText, and as the plain text it may be instead. Plain text alone is left as it is, but
/// for its addresses.
struct PasteCommands::ReadPaste {
    QString rst = {}; // empty if there is nothing but plain text
    QString plain = {};
    session::NamedPictures held = {}; // what the text names and nobody has stored
    QStringList problems = {};

    /// Safe on any thread. `place` is where the post's pictures are kept, if it has a file.
    static ReadPaste of(const PastedText &pasted, const std::optional<session::PicturePlace> &place);
};

PasteCommands::ReadPaste PasteCommands::ReadPaste::of(const PastedText &pasted,
                                                      const std::optional<session::PicturePlace> &place)
{
    const auto format = pasted.html.isEmpty() ? session::formatOfPlainText(pasted.plain) : session::PastedFormat::Html;
    if (format == session::PastedFormat::Plain)
        return {.plain = session::withCleanAddresses(pasted.plain)};
    const QString &source = format == session::PastedFormat::Html ? pasted.html : pasted.plain;
    const session::TextWithPictures taken = session::takenOut(session::pastedRst(source, format));
    ReadPaste paste = {.rst = taken.text, .plain = pasted.plain};
    if (!place) {
        paste.held = taken.pictures;
    } else if (!taken.pictures.isEmpty()) {
        const session::StoredPictures stored = session::stored(taken.pictures, *place);
        paste.rst = session::changedText(taken.text, session::renamedPictures(taken.text, stored.names));
        paste.held = stored.left;
        paste.problems = stored.problems;
    }
    return paste;
}

PasteCommands::PasteCommands(session::PostSession *session, RstEditor *editor, HeldPictures *held, MessageBar *messages,
                             QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_messages(messages)
    , m_window(window)
    , m_plain(new QAction(themeIcon("edit-paste"_L1), tr("Paste as Plain &Text"), window))
    , m_large(new LargeInsertion(editor))
    , m_held(held)
    , m_pictureFolder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
{
    m_plain->setObjectName(u"edit.pastePlain"_s);
    m_plain->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_V));
    window->addAction(m_plain);
    connect(m_plain, &QAction::triggered, this, &PasteCommands::pastePlain);
    connect(m_large, &LargeInsertion::underWay, session, &session::PostSession::holdRendering);
    connect(editor, &RstEditor::pasted, this, &PasteCommands::take);
    connect(editor, &RstEditor::edited, this, &PasteCommands::dismissNote);
}

void PasteCommands::pastePlain()
{
    put(m_editor->textCursor(), QGuiApplication::clipboard()->text());
}

void PasteCommands::take(const PastedContent &content)
{
    if (const auto *files = std::get_if<PastedFiles>(&content))
        insertPictureFiles(files->paths);
    else if (const auto *picture = std::get_if<PastedPicture>(&content))
        store(*picture);
    else
        takeText(std::get<PastedText>(content));
}

void PasteCommands::takeText(const PastedText &pasted)
{
    if (isShortAndPlain(pasted)) {
        put(m_editor->textCursor(), session::withCleanAddresses(pasted.plain));
        return;
    }
    QtConcurrent::run(&ReadPaste::of, pasted, placeOfPictures())
        .then(this, [this, cursor = m_editor->textCursor(), post = m_post](const ReadPaste &paste) {
            const auto put = [this, cursor, post, paste] {
                if (isStillOpen(post))
                    insert(cursor, paste);
            };
            QMetaObject::invokeMethod(this, put, Qt::QueuedConnection);
        });
}

bool PasteCommands::isStillOpen(int post) const
{
    if (post == m_post)
        return true;
    m_messages->tell(MessageBar::Kind::Note,
                     tr("Another post was opened before what you pasted could be put in. It is in neither of them."));
    return false;
}

void PasteCommands::insert(QTextCursor cursor, const ReadPaste &paste)
{
    if (paste.rst.isEmpty()) {
        put(cursor, paste.plain);
        return;
    }
    m_held->hold(paste.held);
    const int begin = cursor.selectionStart();
    const QString inserted = session::partedBlocks(paste.rst, m_editor->text(), {begin, cursor.selectionEnd()});
    put(cursor, inserted, [this, paste, begin, length = int(inserted.size())] {
        if (!paste.problems.isEmpty())
            m_messages->tell(MessageBar::Kind::Error, paste.problems.join(u' '));
        else if (!paste.held.isEmpty())
            askForFile(tr("%n picture(s) came with this text. They are stored with the post, which has no file yet.",
                          nullptr, int(m_held->named().size())));
        else if (paste.rst.trimmed() != paste.plain.trimmed())
            offerPlain({begin, begin + length}, paste.plain);
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

void PasteCommands::choosePictures()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose Pictures"),
                                   QFileInfo(m_pictureFolder).isDir() ? m_pictureFolder : QDir::homePath(),
                                   tr("Pictures (%1)").arg(session::pictureFilePatterns().join(u' ')));
    dialog->setObjectName(u"pictureDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        m_pictureFolder = QFileInfo(paths.value(0)).path();
        insertPictureFiles(paths);
    });
    dialog->open();
}

void PasteCommands::insertPictureFiles(const QStringList &paths)
{
    QList<Storing> pictures;
    for (const QString &path : paths) {
        pictures.append([path](const session::PicturePlace &place, const QString &postPath) {
            return session::storePictureFile(path, place, postPath);
        });
    }
    store(pictures, m_editor->textCursor());
}

void PasteCommands::store(const PastedPicture &pasted)
{
    const Storing storing = [pasted](const session::PicturePlace &place, const QString &) {
        return session::storePicture(encoded(pasted), pasted.name, place);
    };
    store({storing}, m_editor->textCursor());
}

std::optional<session::PicturePlace> PasteCommands::placeOfPictures() const
{
    if (m_session->path().isEmpty())
        return std::nullopt;
    const session::RenderingPtr &rendering = m_session->rendering();
    const QDate day = rendering && rendering->metadata.day.isValid() ? rendering->metadata.day : QDate::currentDate();
    return session::picturePlace(m_session->path(), m_session->blog(), day.year());
}

void PasteCommands::store(const QList<Storing> &pictures, const QTextCursor &cursor)
{
    const std::optional<session::PicturePlace> place = placeOfPictures();
    if (!place) {
        m_waiting = pictures;
        m_waitingPlace = cursor;
        askForFile(tr("Pictures are stored with the post, and this post has no file yet."));
        return;
    }
    const auto storeAll = [pictures, place = *place, path = m_session->path()] {
        QList<StoredPicture> stored;
        for (const Storing &storing : pictures)
            stored.append(storing(place, path));
        return stored;
    };
    QtConcurrent::run(storeAll).then(
        this, [this, root = place->root, cursor, post = m_post](const QList<StoredPicture> &stored) {
            const auto put = [this, stored, cursor, root, post] {
                if (isStillOpen(post))
                    showPictures(stored, cursor, root);
            };
            QMetaObject::invokeMethod(this, put, Qt::QueuedConnection);
        });
}

void PasteCommands::askForFile(const QString &sentence)
{
    const auto save = [this] {
        m_messages->dismiss();
        Q_EMIT saveNeeded();
    };
    m_messages->tell(MessageBar::Kind::Note, sentence, {{u"save"_s, tr("&Save Post…"), save}});
}

void PasteCommands::storeWaiting()
{
    const std::optional<session::PicturePlace> place = placeOfPictures();
    if (!place)
        return;
    m_held->store(*place);
    if (const QList<Storing> pictures = std::exchange(m_waiting, {}); !pictures.isEmpty())
        store(pictures, m_waitingPlace);
}

void PasteCommands::beginPost()
{
    ++m_post;
    m_waiting.clear();
    m_held->forget();
}

/// Where they were wanted, though somebody may have written elsewhere since.
void PasteCommands::showPictures(const QList<StoredPicture> &stored, const QTextCursor &cursor, const QString &root)
{
    QStringList names;
    QStringList errors;
    for (const StoredPicture &picture : stored)
        picture ? names.append(*picture) : errors.append(picture.error());
    if (!names.isEmpty()) {
        const session::MarkupEdit edit =
            session::shownPictures(m_editor->text(), cursor.position(), names, [this, root](const QString &address) {
                return session::isPictureThere(address, m_session->path(), root);
            });
        m_editor->replace(edit.changes);
        m_editor->goTo(edit.selection);
        m_editor->setFocus();
    }
    tellOfPictures(names.size(), errors);
}

/// One picture says by what is selected that it wants a description; of several, the others may be out of view.
void PasteCommands::tellOfPictures(qsizetype count, const QStringList &errors)
{
    QStringList sentences = errors;
    m_note.clear();
    if (count > 1)
        sentences.append(
            tr("%n picture(s) are in the text now. Say what each of them shows: Tab leads to the next one.", nullptr,
               int(count)));
    if (!sentences.isEmpty())
        m_messages->tell(errors.isEmpty() ? MessageBar::Kind::Note : MessageBar::Kind::Error, sentences.join(u' '));
    if (errors.isEmpty() && count > 1)
        m_note = m_messages->sentence();
}

/// Everything is written, or the pictures were taken back.
void PasteCommands::dismissNote()
{
    if (m_note.isEmpty() || session::nextDescription(m_editor->text(), 0))
        return;
    if (m_messages->sentence() == m_note) // and nothing that was said since
        m_messages->dismiss();
    m_note.clear();
}

} // namespace ui
