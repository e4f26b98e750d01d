// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "witnesses.h"

#include <QDir>
#include <QFile>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// A whole PNG of one pixel.
const QByteArray picture = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

void require(bool condition, const char *what)
{
    if (!condition)
        qFatal("%s", what);
}

} // namespace

LoopbackServer::LoopbackServer()
{
    require(m_four.listen(QHostAddress::LocalHost), "The loopback server does not listen.");
    (void)m_six.listen(QHostAddress::LocalHostIPv6, m_four.serverPort()); // where there is such a thing
    for (QTcpServer *server : {&m_four, &m_six})
        QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [this] { ++m_hits; });
}

TrappedBlog::TrappedBlog()
{
    const QByteArray text = QByteArray(secret) + "\n";
    lay(u"outside/canary.txt"_s, text);
    lay(u"outside/canary.rst"_s, text);
    lay(u"outside/canary.png"_s, picture);
    lay(u"blog-secrets/canary.txt"_s, text); // the blog's name is the begin of its name
    lay(u"blog/broadside.toml"_s, "[blog]\n");
    lay(u"blog/pictures/words.txt"_s, "words\n");
    lay(u"blog/posts/pictures/words.txt"_s, "words\n");
    lay(u"blog/posts/ok.png"_s, picture);
    lay(u"blog/posts/pictures/ok.png"_s, picture);
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='"
                           "document.documentElement.dataset.obeyed=1'><script>top.document.documentElement.dataset."
                           "obeyed='yes'</script><image href='file://" +
                           canary().toUtf8() + "'/><rect width='9' height='9'/></svg>";
    lay(u"blog/pictures/evil.svg"_s, svg);
    lay(u"blog/posts/pictures/evil.svg"_s, svg);
    const QString posts = m_folder.filePath(u"blog/posts/"_s);
    require(QFile::link(canary(), posts + u"link.txt"_s), "no link");
    require(QFile::link(m_folder.filePath(u"outside"_s), posts + u"linked"_s), "no link");
    require(QFile::link(u"loop.txt"_s, posts + u"loop.txt"_s), "no link");
    require(QFile::link(u"/dev/zero"_s, posts + u"zero.txt"_s), "no link");
    require(mkfifo(QFile::encodeName(posts + u"pipe.txt"_s).constData(), 0600) == 0, "no pipe");
    QFile huge(posts + u"huge.txt"_s);
    require(huge.open(QIODevice::WriteOnly) && huge.resize(1LL << 40), "no huge file"); // takes no room
    m_watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    for (const QString &folder : {u"outside"_s, u"blog-secrets"_s}) {
        const QByteArray name = QFile::encodeName(m_folder.filePath(folder));
        require(inotify_add_watch(m_watch, name.constData(), IN_OPEN) >= 0, "no watch");
    }
}

TrappedBlog::~TrappedBlog()
{
    ::close(m_watch);
}

QString TrappedBlog::write(const QByteArray &source) const
{
    lay(u"blog/posts/post.rst"_s, source);
    return postPath();
}

QStringList TrappedBlog::takeOpened()
{
    QStringList opened;
    alignas(inotify_event) char buffer[16 * 1024];
    for (;;) {
        const ssize_t count = ::read(m_watch, buffer, sizeof buffer);
        if (count <= 0)
            return opened;
        for (ssize_t at = 0; at < count;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer + at);
            if ((event->mask & IN_ISDIR) == 0)
                opened.append(QString::fromUtf8(event->name));
            at += ssize_t(sizeof *event + event->len);
        }
    }
}

void TrappedBlog::lay(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder.filePath(name);
    require(QDir().mkpath(QFileInfo(path).absolutePath()), "no folder");
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "no file");
}
