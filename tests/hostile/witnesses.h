// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

/// Hears every connection to this machine's loopback addresses, on one port.
class LoopbackServer
{
public:
    LoopbackServer();

    [[nodiscard]] quint16 port() const { return m_four.serverPort(); }
    /// How many connections there were.
    [[nodiscard]] int hits() const { return m_hits; }

private:
    QTcpServer m_four;
    QTcpServer m_six;
    int m_hits = 0;
};

/// A blog in a folder of its own, with everything in it that leads out, and files beside it that nobody may open.
///
/// Whether somebody does, the system tells: every open() of a file outside the blog, by whatever program, is counted.
class TrappedBlog
{
public:
    TrappedBlog();
    ~TrappedBlog();
    TrappedBlog(const TrappedBlog &) = delete;
    TrappedBlog &operator=(const TrappedBlog &) = delete;

    [[nodiscard]] QString postPath() const { return m_folder.filePath(QStringLiteral("blog/posts/post.rst")); }
    [[nodiscard]] QString canary() const { return m_folder.filePath(QStringLiteral("outside/canary.txt")); }
    /// Writes the post, and gives its path.
    QString write(const QByteArray &source) const;
    /// The files outside the blog that were opened since the last call.
    [[nodiscard]] QStringList takeOpened();

    /// What stands in every file outside the blog.
    static constexpr const char *secret = "the canary sings";

private:
    void lay(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    int m_watch = -1;
};
