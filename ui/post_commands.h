// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/panels/message_bar.h"

#include "session/post_session.h"
#include "session/settings.h"

#include <QObject>

#include <functional>

namespace post {
struct BlogConfig;
}

class QAction;
class QFileDialog;
class QMenu;
class QWidget;

namespace ui {

class BlogChoice;
class HeldPictures;
class OutsideChanges;
class RecentPosts;
class RstEditor;

/// What can be done with the post as a file: new, open, save, close, go on with a recent one.
///
/// Whatever goes wrong is told in the message bar. Nothing here blocks typing, but for the choice of a file and the
/// question before the window closes on unsaved work.
class PostCommands : public QObject
{
    Q_OBJECT

public:
    PostCommands(session::PostSession *session, RstEditor *editor, HeldPictures *held, MessageBar *messages,
                 session::Settings *settings, QWidget *window);

    void openFile(const QString &path);
    /// Opens a file in the place of what was made of it; asks about that if somebody has written since.
    void openInstead(const QString &path);
    /// Goes on with a post of the recent ones: its file or, where there is none, what its branch holds.
    void openRecent(const QString &path);
    void openExample();
    /// Begins a post from the template of that name; a blank one where there is none.
    void makeNew(const QString &name);
    /// What others do to the post.
    [[nodiscard]] OutsideChanges *outside() const { return m_outside; }
    /// Which blog new posts are for.
    [[nodiscard]] BlogChoice *blog() const { return m_blog; }
    /// Whether the window may close; asks about unsaved changes.
    [[nodiscard]] bool confirmClose();
    /// Begins with a post, whatever is open; its text counts as unsaved if it has no file.
    void start(const session::LoadedPost &post);
    /// Runs `next` now, or once the user has decided about unsaved changes; `stayed`, if nothing is to become of it.
    void afterUnsaved(
        const QString &label, const std::function<void()> &next, const std::function<void()> &stayed = [] {});
    /// What is shown is what the post's file holds.
    void noteSaved();
    /// Begins with a text that has no file yet, once the user has decided about unsaved changes; `note` is told
    /// then, and `started` is run.
    void startUnsaved(const QString &text, const QString &note, const QList<Remedy> &remedies,
                      const std::function<void()> &started);

    [[nodiscard]] QAction *newAction() const { return m_new; }
    /// The kinds of announcement to begin with.
    [[nodiscard]] QMenu *templateMenu() const { return m_templates; }
    [[nodiscard]] QAction *pasteAction() const { return m_paste; }
    [[nodiscard]] QAction *openAction() const { return m_open; }
    [[nodiscard]] RecentPosts *recent() const { return m_recent; }
    [[nodiscard]] QAction *saveAction() const { return m_save; }
    [[nodiscard]] QAction *saveAsAction() const { return m_saveAs; }
    [[nodiscard]] QAction *closeAction() const { return m_close; }
    [[nodiscard]] QAction *refreshAction() const { return m_refresh; }

Q_SIGNALS:
    /// In the dialog that opens files, which may be no post's.
    void fileChosen(const QString &path);
    /// Half-typed values of the form are to be put into the text now.
    void textNeeded();
    void postStarted();
    void postClosed();
    void saved();

private:
    void makeNewFromClipboard();
    void chooseFile();
    void chooseFileIn(const QString &folder);
    void save();
    void saveAs();
    void proposeFile(QFileDialog *dialog) const;
    [[nodiscard]] bool saveTo(const QString &path);
    void close();
    void refresh();
    void load(const QString &path);
    void offerTextOfBranch(const QString &path, const QString &branch);
    void takeFromBranch(const session::RecentPost &post);
    void refuse(const QString &path, const session::LoadFailure &failure);
    void fillTemplateMenu();

    session::PostSession *m_session;
    RstEditor *m_editor;
    HeldPictures *m_held;
    MessageBar *m_messages;
    session::Settings *m_settings;
    QWidget *m_window;
    BlogChoice *m_blog;
    OutsideChanges *m_outside;
    RecentPosts *m_recent;
    QMenu *m_templates;
    QAction *m_new;
    QAction *m_paste;
    QAction *m_open;
    QAction *m_save;
    QAction *m_saveAs;
    QAction *m_close;
    QAction *m_refresh;
};

} // namespace ui
