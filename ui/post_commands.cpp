// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/post_commands.h"

#include "ui/blog_choice.h"
#include "ui/editor/rst_editor.h"
#include "ui/held_pictures.h"
#include "ui/open_windows.h"
#include "ui/outside_changes.h"
#include "ui/recent_posts.h"
#include "ui/theme.h"

#include "session/blog.h"
#include "session/committed_post.h"
#include "session/post_export.h"
#include "session/post_import.h"
#include "session/recent_posts.h"

#include "post/blog_config.h"
#include "post/post_template.h"

#include <QAction>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QtConcurrentRun>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QLatin1StringView blankPost("plain"); // the name of its template

QAction *fileAction(QWidget *window, const QString &name, QLatin1StringView icon, const QString &text,
                    const QKeySequence &keys)
{
    auto *created = new QAction(themeIcon(icon), text, window);
    created->setObjectName(name);
    created->setShortcut(keys);
    window->addAction(created);
    return created;
}

} // namespace

PostCommands::PostCommands(session::PostSession *session, RstEditor *editor, HeldPictures *held, MessageBar *messages,
                           session::Settings *settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_editor(editor)
    , m_held(held)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
    , m_blog(new BlogChoice(session, messages, settings, window))
    , m_outside(new OutsideChanges(session, editor, messages, window))
    , m_recent(new RecentPosts(session, settings, window))
    , m_templates(new QMenu(tr("New &From"), window))
    , m_new(fileAction(window, u"file.new"_s, "document-new"_L1, tr("&New"), QKeySequence::New))
    , m_paste(fileAction(window, u"file.newFromClipboard"_s, "edit-paste"_L1, tr("New from Clip&board"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)))
    , m_open(fileAction(window, u"file.open"_s, "document-open"_L1, tr("&Open…"), QKeySequence::Open))
    , m_save(fileAction(window, u"file.save"_s, "document-save"_L1, tr("&Save"), QKeySequence::Save))
    , m_saveAs(fileAction(window, u"file.saveAs"_s, "document-save-as"_L1, tr("Save &As…"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)))
    , m_close(fileAction(window, u"file.close"_s, "document-close"_L1, tr("&Close"), QKeySequence::Close))
    , m_refresh(fileAction(window, u"file.refresh"_s, "view-refresh"_L1, tr("&Refresh"), QKeySequence(Qt::Key_F5)))
{
    fillTemplateMenu();
    connect(m_new, &QAction::triggered, this, [this] { makeNew(blankPost); });
    connect(m_paste, &QAction::triggered, this, &PostCommands::makeNewFromClipboard);
    connect(m_blog, &BlogChoice::chosen, this, &PostCommands::fillTemplateMenu);
    connect(m_templates, &QMenu::aboutToShow, this, &PostCommands::fillTemplateMenu);
    connect(m_open, &QAction::triggered, this, &PostCommands::chooseFile);
    connect(m_save, &QAction::triggered, this, &PostCommands::save);
    connect(m_saveAs, &QAction::triggered, this, &PostCommands::saveAs);
    connect(m_close, &QAction::triggered, this, &PostCommands::close);
    connect(m_refresh, &QAction::triggered, this, &PostCommands::refresh);
    connect(m_recent, &RecentPosts::chosen, this, &PostCommands::openRecent);
}

void PostCommands::makeNew(const QString &name)
{
    afterUnsaved(tr("Make a new post"), [this, name] {
        const post::BlogConfig blog = m_blog->blogForNew();
        const std::vector<post::PostTemplate> templates = post::postTemplates(blog);
        const post::PostTemplate *chosen = post::findPostTemplate(templates, name.toStdString());
        const QString title = tr("Untitled");
        const QString text = QString::fromStdString(
            post::newPostText(chosen ? *chosen : templates.front(), {.title = title.toStdString()}, blog));
        start(m_blog->newPost(text));
        const auto begin = int(text.indexOf(u'\n' + title + u'\n') + 1);
        m_editor->goTo({begin, begin + int(title.size())});
        m_editor->setFocus();
    });
}

void PostCommands::makeNewFromClipboard()
{
    afterUnsaved(tr("Paste into a new post"), [this] {
        start(m_blog->newPost());
        m_editor->paste();
        m_editor->setFocus();
    });
}

void PostCommands::fillTemplateMenu()
{
    qDeleteAll(m_templates->actions());
    for (const post::PostTemplate &post : post::postTemplates(m_blog->blogForNew())) {
        const QString name = QString::fromStdString(post.name);
        auto *entry = new QAction(QString::fromStdString(post.label), m_templates);
        entry->setObjectName(u"file.new."_s + name);
        entry->setToolTip(QString::fromStdString(post.about));
        connect(entry, &QAction::triggered, this, [this, name] { makeNew(name); });
        m_templates->addAction(entry);
    }
}

void PostCommands::openExample()
{
    afterUnsaved(tr("Show the example"), [this] {
        QFile file(u":/examples/welcome.rst"_s);
        if (file.open(QIODevice::ReadOnly))
            start({.text = QString::fromUtf8(file.readAll())});
    });
}

void PostCommands::startUnsaved(const QString &text, const QString &note, const QList<Remedy> &remedies,
                                const std::function<void()> &started)
{
    afterUnsaved(tr("Import it"), [this, text, note, remedies, started] {
        start(m_blog->newPost(text));
        m_editor->document()->setModified(true);
        m_messages->tell(MessageBar::Kind::Note, note, remedies);
        started();
    });
}

void PostCommands::openFile(const QString &path)
{
    if (!raiseWindowOf(path, m_window))
        afterUnsaved(tr("Open “%1”").arg(QFileInfo(path).fileName()), [this, path] { load(path); });
}

void PostCommands::openInstead(const QString &path)
{
    if (!m_editor->document()->isUndoAvailable())
        m_editor->document()->setModified(false);
    openFile(path);
}

void PostCommands::openRecent(const QString &path)
{
    const auto post = std::ranges::find(m_settings->recentPosts, path, &session::RecentPost::path);
    if (post == m_settings->recentPosts.end() || !session::isOnBranchOnly(*post))
        openFile(path);
    else
        afterUnsaved(tr("Open “%1”").arg(QFileInfo(path).fileName()),
                     [this, recent = *post] { takeFromBranch(recent); });
}

void PostCommands::takeFromBranch(const session::RecentPost &post)
{
    QtConcurrent::run(session::committedPost, post.path, post.branch)
        .then(this, [this, post](const std::optional<session::CommittedText> &committed) {
            if (!committed) {
                session::forget(m_settings->recentPosts, post.path);
                m_messages->tell(MessageBar::Kind::Error,
                                 tr("The branch %1 does not have this post any more.").arg(post.branch));
                return;
            }
            start({.text = committed->text, .home = QString::fromStdString(session::blogOf(post.path).root.string())});
            m_session->noteCommitted(*committed);
            session::remember(m_settings->recentPosts,
                              {post.path, post.title, QDateTime::currentDateTimeUtc(), post.branch});
            m_messages->tell(MessageBar::Kind::Note,
                             tr("This is the post as the branch %1 has it. It is in no file here.").arg(post.branch));
        });
}

void PostCommands::chooseFile()
{
    chooseFileIn(m_settings->lastFolder);
}

void PostCommands::chooseFileIn(const QString &folder)
{
    auto *dialog = new QFileDialog(m_window, tr("Open a Post"), folder,
                                   tr("Posts (*.rst *.txt)") + u";;"_s + session::importableFiles() + u";;"_s +
                                       tr("All files (*)"));
    dialog->setObjectName(u"file.openDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PostCommands::fileChosen);
    dialog->open();
}

void PostCommands::load(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const auto loaded = session::loadPost(absolute);
    if (!loaded) {
        refuse(absolute, loaded.error());
        return;
    }
    start(*loaded);
    m_settings->lastFolder = QFileInfo(absolute).absolutePath();
    const QString branch = session::branchOf(m_settings->recentPosts, absolute);
    session::remember(m_settings->recentPosts, {absolute, {}, QDateTime::currentDateTimeUtc(), branch});
    if (!loaded->note.isEmpty())
        m_messages->tell(MessageBar::Kind::Note, loaded->note);
    if (!branch.isEmpty())
        offerTextOfBranch(absolute, branch);
}

/// A post that was committed on another branch left its file as it was. Who opens that file again is to find the text.
void PostCommands::offerTextOfBranch(const QString &path, const QString &branch)
{
    QtConcurrent::run(session::committedPost, path, branch)
        .then(this, [this, path, branch](const std::optional<session::CommittedText> &committed) {
            if (m_session->path() != path || m_editor->document()->isModified())
                return;
            if (!committed || committed->text == m_editor->text()) {
                m_recent->forgetCommitted(path);
                return;
            }
            const auto show = [this, text = *committed] {
                m_editor->change(text.text);
                m_outside->noteCommitted(text);
            };
            m_messages->tell(
                MessageBar::Kind::Note,
                tr("You committed this post on the branch %1 with another text. The file here is as it was "
                   "before.")
                    .arg(branch),
                {{u"branchText"_s, tr("Show the committed text"), show}});
        });
}

void PostCommands::refuse(const QString &path, const session::LoadFailure &failure)
{
    using Reason = session::LoadFailure::Reason;
    QList<Remedy> remedies;
    if (failure.reason == Reason::Folder) {
        remedies.append({u"choose"_s, tr("Choose a post…"), [this, path] { chooseFileIn(path); }});
    } else if (failure.reason == Reason::NotUtf8) {
        remedies.append({u"windows1252"_s, tr("Read it as Windows-1252"), [this, path] {
                             const auto loaded = session::loadPostAsWindows1252(path);
                             if (!loaded) {
                                 refuse(path, loaded.error());
                                 return;
                             }
                             start(*loaded);
                             m_editor->document()->setModified(true);
                             m_messages->tell(MessageBar::Kind::Note, loaded->note);
                         }});
    } else if (failure.reason == Reason::Missing) {
        session::forget(m_settings->recentPosts, path);
    }
    m_messages->tell(MessageBar::Kind::Error, failure.sentence, remedies);
}

void PostCommands::start(const session::LoadedPost &post)
{
    m_messages->dismiss();
    m_session->start(post);
    m_editor->start(post.text);
    Q_EMIT postStarted();
}

void PostCommands::save()
{
    if (m_session->path().isEmpty())
        saveAs();
    else
        (void)saveTo(m_session->path());
}

void PostCommands::saveAs()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the Post As"), m_settings->lastFolder, tr("Posts (*.rst)"));
    dialog->setObjectName(u"file.saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"rst"_s);
    proposeFile(dialog);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { (void)saveTo(path); });
    dialog->open();
}

/// The post's own file; for a new post the one that the blog's path rule wants. Its folder may have to be made: a year's
/// first post has none yet.
void PostCommands::proposeFile(QFileDialog *dialog) const
{
    QString path = m_session->path();
    if (path.isEmpty() && m_session->rendering())
        path = session::proposedPath(*m_session->rendering(), m_session->blog(), QDate::currentDate());
    if (path.isEmpty()) {
        if (m_session->rendering()) // no blog is known, but a title is
            dialog->selectFile(session::proposedName(*m_session->rendering(), m_session->blog()));
        return;
    }
    QDir folder = QFileInfo(path).dir();
    while (!folder.exists() && !folder.isRoot())
        folder.setPath(QFileInfo(folder.path()).path());
    dialog->setDirectory(folder);
    dialog->selectFile(folder.relativeFilePath(path));
}

bool PostCommands::saveTo(const QString &path)
{
    Q_EMIT textNeeded();
    if (path == m_session->path() && !m_outside->settle())
        return false;
    // A year's first post has no folder yet, and a commit that was taken back took it along. Where it cannot be made,
    // saving says why.
    QDir().mkpath(QFileInfo(path).path());
    if (const auto result = m_session->saveAs(path); !result) {
        m_messages->tell(MessageBar::Kind::Error, result.error(),
                         {{u"saveAs"_s, tr("Save As…"), [this] { saveAs(); }}});
        return false;
    }
    noteSaved();
    return true;
}

void PostCommands::noteSaved()
{
    m_editor->document()->setModified(false);
    const QFileInfo file(m_session->path());
    m_settings->lastFolder = file.absolutePath();
    session::remember(m_settings->recentPosts,
                      {file.absoluteFilePath(), m_session->displayName(), QDateTime::currentDateTimeUtc()});
    m_messages->dismiss();
    Q_EMIT saved();
}

void PostCommands::close()
{
    afterUnsaved(tr("Close it"), [this] {
        start({});
        Q_EMIT postClosed();
    });
}

void PostCommands::refresh()
{
    m_outside->settle();
    m_session->renderNow();
}

void PostCommands::afterUnsaved(const QString &label, const std::function<void()> &next,
                                const std::function<void()> &stayed)
{
    Q_EMIT textNeeded();
    if (m_held->isStoring()) { // the post is whole in a moment, or something is wrong with it
        m_held->whenStored([this, label, next, stayed] { afterUnsaved(label, next, stayed); });
        return;
    }
    if (!m_editor->document()->isModified()) {
        next();
        return;
    }
    const auto saveFirst = [this, label, next, stayed] {
        if (m_session->path().isEmpty())
            saveAs(); // and then ask again
        else if (saveTo(m_session->path()))
            afterUnsaved(label, next, stayed);
    };
    m_messages->tell(MessageBar::Kind::Warning,
                     tr("“%1” has changes that are not saved.").arg(m_session->displayName()),
                     {{u"saveFirst"_s, tr("Save first"), saveFirst},
                      {u"discard"_s, tr("%1 without saving").arg(label), next},
                      {u"stay"_s, tr("Stay here"), stayed}});
}

bool PostCommands::confirmClose()
{
    Q_EMIT textNeeded();
    if (m_held->isStoring()) {
        m_held->whenStored([this] { m_window->close(); });
        return false;
    }
    if (!m_editor->document()->isModified())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Unsaved Changes"),
                         tr("“%1” has changes that are not saved.").arg(m_session->displayName()),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question.setObjectName(u"file.closeQuestion"_s);
    question.setTextFormat(Qt::PlainText); // a title is the post's
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
    case QMessageBox::Save:
        if (m_session->path().isEmpty()) {
            saveAs(); // the window stays until there is a name
            return false;
        }
        return saveTo(m_session->path()) && confirmClose();
    case QMessageBox::Discard: return true;
    default: return false;
    }
}

} // namespace ui
