// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_session.h"

#include "session/blog.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace session {

PostSession::PostSession(QObject *parent) : QObject(parent)
{
    connect(&m_renderer, &PostRenderer::rendered, this, &PostSession::keep);
    m_fileTimer.setSingleShot(true);
    m_fileTimer.setInterval(100ms);
    connect(&m_fileTimer, &QTimer::timeout, this, &PostSession::checkFile);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_fileTimer, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_fileTimer, qOverload<>(&QTimer::start));
}

bool PostSession::isCurrent() const
{
    return m_rendering && m_rendering->revision == m_revision;
}

bool PostSession::isSettled() const
{
    return isCurrent() && !m_renderer.isBusy();
}

QString PostSession::displayName() const
{
    if (m_rendering && !m_rendering->outline.empty() && m_rendering->outline.front().level == 1)
        return m_rendering->outline.front().title;
    return m_path.isEmpty() ? tr("Untitled post") : QFileInfo(m_path).fileName();
}

void PostSession::start(const LoadedPost &post)
{
    m_format = post.format;
    m_rendering = nullptr;
    m_committed.reset();
    m_firstRevision = m_revision + 1;
    m_fileHash = session::fileHash(post.text, post.format);
    m_fileText = post.text;
    setPath(post.path, post.home);
}

void PostSession::setFace(PreviewFace face)
{
    if (std::exchange(m_face, face) != face && m_rendering)
        renderNow();
}

void PostSession::setText(const QString &text)
{
    m_text = text;
    ++m_revision;
    if (text.size() <= largeTextLength && !m_isHeld)
        renderNow();
}

void PostSession::holdRendering(bool isHeld)
{
    m_isHeld = isHeld;
    if (!isHeld && !isCurrent() && m_text.size() <= largeTextLength)
        renderNow();
}

void PostSession::setProse(const Prose &prose)
{
    m_prose = prose;
    if (m_rendering)
        renderNow();
}

void PostSession::setKnownBlog(std::shared_ptr<const archive::KnownPosts> known, post::SiteIndexPtr site)
{
    const bool isOther = known != m_known || site != m_site;
    m_known = std::move(known);
    m_site = std::move(site);
    if (isOther)
        renderAgain();
}

void PostSession::setHeldPictures(const QStringList &names)
{
    if (std::exchange(m_held, names) != names)
        renderAgain();
}

void PostSession::renderAgain()
{
    // The first rendering may be under way, and was asked for without what is known now.
    if (m_rendering || (m_revision >= m_firstRevision && m_renderer.isBusy()))
        renderNow();
}

RenderRequest PostSession::request() const
{
    return {.revision = m_revision,
            .text = m_text,
            .path = m_path,
            .blog = m_blog,
            .site = m_site,
            .prose = m_prose,
            .held = m_held,
            .codeColours = m_codeColours,
            .known = m_known};
}

void PostSession::renderNow()
{
    RenderRequest wanted = request();
    wanted.face = m_face;
    wanted.before = m_rendering;
    m_renderer.request(std::move(wanted));
}

std::expected<void, QString> PostSession::saveAs(const QString &path)
{
    const QString former = m_path;
    const bool isOtherFile = path != former;
    if (const auto saved = savePost(path, m_text, m_format); !saved)
        return saved;
    m_committed.reset();
    m_fileHash = session::fileHash(m_text, m_format);
    m_fileText = m_text;
    if (isOtherFile) {
        setPath(path);
        Q_EMIT moved(former, path);
        renderNow(); // pictures and other files are looked up from the post's folder
    } else {
        watch();
    }
    return {};
}

void PostSession::setPath(const QString &path, const QString &home)
{
    m_path = path;
    m_blog = std::make_shared<const post::BlogConfig>(blogOf(path.isEmpty() ? home : path));
    watch();
    Q_EMIT pathChanged(m_path);
}

void PostSession::setHome(const QString &home)
{
    if (!m_path.isEmpty())
        return;
    setPath({}, home);
    if (m_rendering)
        renderNow();
}

std::optional<LoadedPost> PostSession::outsideChange() const
{
    if (m_path.isEmpty())
        return std::nullopt;
    auto loaded = loadPost(m_path);
    if (!loaded || session::fileHash(loaded->text, loaded->format) == m_fileHash)
        return std::nullopt;
    return *std::move(loaded);
}

publish::LineMerge PostSession::mergedWith(const LoadedPost &outside) const
{
    return publish::mergeLines(m_fileText.toStdString(), m_text.toStdString(), outside.text.toStdString(), "here",
                               "on the disk");
}

void PostSession::adopt(const LoadedPost &written)
{
    const QString former = m_path;
    acceptOutsideChange(written);
    setPath(written.path);
    if (former != m_path)
        Q_EMIT moved(former, m_path);
    renderNow();
}

void PostSession::acceptOutsideChange(const LoadedPost &outside)
{
    m_committed.reset();
    m_format = outside.format;
    m_fileHash = session::fileHash(outside.text, outside.format);
    m_fileText = outside.text;
}

void PostSession::holdOutsideChanges(bool isHeld)
{
    m_isFileHeld = isHeld;
    if (!isHeld)
        checkFile();
}

void PostSession::keep(const RenderingPtr &rendering)
{
    const int oldest = m_rendering ? m_rendering->revision : m_firstRevision;
    if (rendering->revision < oldest) // of another post, or late
        return;
    m_rendering = rendering;
    Q_EMIT rendered(rendering);
}

void PostSession::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_path.isEmpty())
        return;
    // Whoever saves atomically puts a new file in the place of the one that is watched; the folder notices.
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
    m_watcher.addPath(m_path);
}

void PostSession::checkFile()
{
    if (m_path.isEmpty() || m_isFileHeld)
        return;
    if (!m_watcher.files().contains(m_path) && QFile::exists(m_path))
        m_watcher.addPath(m_path);
    if (outsideChange())
        Q_EMIT changedOutside();
}

} // namespace session
