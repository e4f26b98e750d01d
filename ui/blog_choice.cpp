// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/blog_choice.h"

#include "ui/panels/message_bar.h"
#include "ui/theme.h"

#include "post/blog_config.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString qtPath(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

} // namespace

BlogChoice::BlogChoice(session::PostSession *session, MessageBar *messages, session::Settings *settings,
                       QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
    , m_choose(new QAction(themeIcon("folder-open"_L1), tr("Choose Blog &Folder…"), window))
{
    m_choose->setObjectName(u"file.blogFolder"_s);
    window->addAction(m_choose);
    connect(m_choose, &QAction::triggered, this, &BlogChoice::choose);
}

post::BlogConfig BlogChoice::blogForNew() const
{
    if (!m_session->blog().root.empty() || m_settings->blogFolder.isEmpty())
        return m_session->blog();
    return post::findBlogConfig(std::filesystem::path(m_settings->blogFolder.toStdString()))
        .value_or(post::BlogConfig{});
}

session::LoadedPost BlogChoice::newPost(const QString &text) const
{
    return {.text = text, .home = qtPath(blogForNew().root)};
}

void BlogChoice::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Choose the Folder of Your Blog"),
                                   m_settings->blogFolder.isEmpty() ? m_settings->lastFolder : m_settings->blogFolder);
    dialog->setObjectName(u"file.blogDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &BlogChoice::use);
    dialog->open();
}

void BlogChoice::use(const QString &chosenFolder)
{
    QString folder = chosenFolder;
    auto blog = post::findBlogConfig(std::filesystem::path(folder.toStdString()));
    if (blog && blog->root.empty()) { // a repository's folder, perhaps, whose site lies in one of its own
        if (const auto below = post::blogFolderBelow(folder.toStdString()); !below.empty()) {
            folder = qtPath(below);
            blog = post::findBlogConfig(below);
        }
    }
    if (!blog) {
        m_messages->tell(MessageBar::Kind::Error, QString::fromStdString(blog.error()));
        return;
    }
    m_settings->blogFolder = folder;
    const QString root = blog->root.empty() ? folder : qtPath(blog->root);
    const QString posts = qtPath(blog->postsFolder());
    m_settings->lastFolder = blog->root.empty() || !QFileInfo(posts).isDir() ? folder : posts;
    m_session->setHome(root); // a text without a file is meant for it, too
    Q_EMIT chosen(QFileInfo(root).canonicalFilePath());
    m_messages->tell(
        MessageBar::Kind::Note,
        blog->root.empty()
            ? tr("“%1” has no broadside.toml and no conf.py above it, so the usual rules hold there.").arg(folder)
            : tr("New posts follow the rules of “%1”.").arg(root));
}

} // namespace ui
