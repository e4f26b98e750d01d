// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/paste_commands.h"

#include "ui/editor/large_insertion.h"
#include "ui/editor/rst_editor.h"
#include "ui/held_pictures.h"
#include "ui/theme.h"

#include "session/embedded_pictures.h"
#include "session/markup_edits.h"
#include "session/pasted_text.h"
#include "session/picture_edits.h"
#include "session/quick_fixes.h"
#include "session/typing_edits.h"

#include "post/template_slots.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTimer>
#include <QtConcurrentRun>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype leastAside = 20'000; // characters; to look through more would be felt
constexpr auto unnoticed = 400ms;        // that nothing need be said of

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
    ReadPaste paste = {.rst = taken.text, .plain = pasted.plain, .problems = taken.problems};
    if (!place) {
        paste.held = taken.pictures;
    } else if (!taken.pictures.isEmpty()) {
        const session::StoredPictures stored = session::stored(taken, *place);
        paste.rst = session::changedText(taken.text, session::renamedPictures(taken.text, stored.names));
        paste.held = stored.left;
        paste.problems += stored.problems;
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
        insertPictures({*picture});
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
        .then(this, [this, cursor = m_editor->textCursor(), post = m_post,
                     ended = tellWhileReading()](const ReadPaste &paste) {
            const auto put = [this, cursor, post, ended, paste] {
                if (isStillOpen(post))
                    insert(cursor, paste, ended);
                else
                    ended();
            };
            QMetaObject::invokeMethod(this, put, Qt::QueuedConnection);
        });
}

std::function<void()> PasteCommands::tellWhileReading()
{
    const QString sentence = tr("What you pasted is being read. It comes where the cursor was.");
    const auto isReading = std::make_shared<bool>(true);
    QTimer::singleShot(unnoticed, this, [this, sentence, isReading, post = m_post] {
        if (*isReading && post == m_post) // a post that was begun since has nothing to wait for
            m_messages->tell(MessageBar::Kind::Note, sentence);
    });
    return [this, sentence, isReading] {
        *isReading = false;
        if (m_messages->sentence() == sentence) // and nothing that was said since
            m_messages->dismiss();
    };
}

bool PasteCommands::isStillOpen(int post) const
{
    if (post == m_post)
        return true;
    m_messages->tell(MessageBar::Kind::Note,
                     tr("Another post was opened before what you pasted could be put in. It is in neither of them."));
    return false;
}

void PasteCommands::insert(QTextCursor cursor, const ReadPaste &paste, const std::function<void()> &ended)
{
    if (paste.rst.isEmpty()) {
        put(cursor, paste.plain, ended);
        return;
    }
    m_held->hold(paste.held);
    const int begin = cursor.selectionStart();
    const QString inserted = session::partedBlocks(paste.rst, m_editor->text(), {begin, cursor.selectionEnd()});
    put(cursor, inserted, [this, paste, ended, begin, length = int(inserted.size())] {
        ended();
        QStringList sentences = paste.problems;
        const bool isTold = !paste.held.isEmpty() || !sentences.isEmpty(); // and takes the place of what was said
        const bool lacksFile = isTold && m_session->path().isEmpty() && !m_held->named().isEmpty();
        if (lacksFile && paste.held.isEmpty())
            sentences.append(tr("Pictures are stored with the post, and this post has no file yet."));
        else if (lacksFile)
            sentences.append(
                tr("%n picture(s) came with this text. They are stored with the post, which has no file yet.", nullptr,
                   int(m_held->named().size())));
        const auto kind = paste.problems.isEmpty() ? MessageBar::Kind::Note : MessageBar::Kind::Error;
        if (lacksFile)
            askForFile(kind, sentences.join(u' '));
        else if (!sentences.isEmpty())
            m_messages->tell(kind, sentences.join(u' '));
        else if (paste.rst.trimmed() != paste.plain.trimmed())
            offerPlain({begin, begin + length}, paste.plain);
        if (paste.problems.isEmpty())
            storeWaiting(); // it may have got its file meanwhile
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
    insertPictures(QList<GivenPicture>(paths.begin(), paths.end()));
}

std::optional<session::PicturePlace> PasteCommands::placeOfPictures() const
{
    if (m_session->path().isEmpty())
        return std::nullopt;
    const session::RenderingPtr &rendering = m_session->rendering();
    const QDate day = rendering && rendering->metadata.day.isValid() ? rendering->metadata.day : QDate::currentDate();
    return session::picturePlace(m_session->path(), m_session->blog(), day.year());
}

void PasteCommands::insertPictures(const QList<GivenPicture> &pictures)
{
    QtConcurrent::run(&takePictures, pictures, placeOfPictures())
        .then(this, [this, cursor = m_editor->textCursor(), post = m_post,
                     ended = tellWhileReading()](const TakenPictures &taken) {
            const auto put = [this, taken, cursor, post, ended] {
                ended();
                if (isStillOpen(post))
                    showPictures(taken, cursor);
            };
            QMetaObject::invokeMethod(this, put, Qt::QueuedConnection);
        });
}

void PasteCommands::askForFile(MessageBar::Kind kind, const QString &sentence)
{
    const auto save = [this] {
        m_messages->dismiss();
        Q_EMIT saveNeeded();
    };
    m_messages->tell(kind, sentence, {{u"save"_s, tr("&Save Post…"), save}});
}

void PasteCommands::storeWaiting()
{
    if (const std::optional<session::PicturePlace> place = placeOfPictures())
        m_held->store(*place);
}

void PasteCommands::beginPost()
{
    ++m_post;
    m_held->forget();
}

/// Where they were wanted, though somebody may have written elsewhere since.
void PasteCommands::showPictures(const TakenPictures &taken, const QTextCursor &cursor)
{
    m_held->hold(taken.held, taken.files);
    if (!taken.names.isEmpty()) {
        const session::MarkupEdit edit =
            session::shownPictures(m_editor->text(), cursor.position(), taken.names,
                                   [this](const QString &address) { return isPictureThere(address); });
        m_editor->replace(edit.changes);
        m_editor->goTo(edit.selection);
        m_editor->setFocus();
    }
    tellOfPictures(taken);
    storeWaiting(); // it may have got its file meanwhile
}

bool PasteCommands::isPictureThere(const QString &address) const
{
    if (m_held->pictures().contains(address))
        return true;
    if (m_session->path().isEmpty() && post::templateSlots(address.toStdString()).empty())
        return true;
    const std::optional<session::PicturePlace> place = placeOfPictures();
    return session::isPictureThere(address, m_session->path(), place ? place->root : QString());
}

/// One picture says by what is selected that it wants a description; of several, the others may be out of view.
void PasteCommands::tellOfPictures(const TakenPictures &taken)
{
    QStringList sentences = taken.errors;
    m_note.clear();
    if (taken.names.size() > 1)
        sentences.append(
            tr("%n picture(s) are in the text now. Say what each of them shows: Tab leads to the next one.", nullptr,
               int(taken.names.size())));
    const auto kind = taken.errors.isEmpty() ? MessageBar::Kind::Note : MessageBar::Kind::Error;
    if (m_session->path().isEmpty() && !m_held->named().isEmpty()) {
        sentences.append(tr("Pictures are stored with the post, and this post has no file yet."));
        askForFile(kind, sentences.join(u' '));
    } else if (!sentences.isEmpty()) {
        m_messages->tell(kind, sentences.join(u' '));
    }
    if (taken.errors.isEmpty() && !sentences.isEmpty())
        m_note = m_messages->sentence();
}

/// Everything is written, or the pictures were taken back.
void PasteCommands::dismissNote()
{
    if (m_note.isEmpty())
        return;
    const bool isWanted = m_session->path().isEmpty() ? !m_held->named().isEmpty()
                                                      : session::nextDescription(m_editor->text(), 0).has_value();
    if (isWanted)
        return;
    if (m_messages->sentence() == m_note) // and nothing that was said since
        m_messages->dismiss();
    m_note.clear();
}

} // namespace ui
