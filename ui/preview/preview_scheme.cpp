// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_scheme.h"

#include "publish/picture_home.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

void PreviewScheme::registerScheme()
{
    QWebEngineUrlScheme scheme("broadside"_ba);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme); // and no access to local files
    QWebEngineUrlScheme::registerScheme(scheme);
}

QUrl PreviewScheme::pageUrl()
{
    return QUrl(u"broadside://page/"_s);
}

bool PreviewScheme::isStyle(const QUrl &url)
{
    return url == QUrl(u"broadside://page/frame.css"_s) || url == QUrl(u"broadside://page/preview.css"_s);
}

bool PreviewScheme::isSite(const QUrl &url)
{
    return url.scheme() == "broadside"_L1 && url.host() == "site"_L1;
}

bool PreviewScheme::isPicture(const QUrl &url)
{
    return url.scheme() == "broadside"_L1 && url.host() == "post"_L1;
}

PreviewScheme::PreviewScheme(QObject *parent) : QWebEngineUrlSchemeHandler(parent)
{
}

void PreviewScheme::setRoot(const QString &folder)
{
    m_root = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
}

void PreviewScheme::setSite(const QString &folder)
{
    m_site = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
}

void PreviewScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (job->requestMethod() != "GET")
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
    else if (isSite(url))
        replyFile(job, m_site, {u"image/"_s, u"text/css"_s, u"font/"_s, u"application/vnd.ms-fontobject"_s});
    else if (isPicture(url))
        replyPicture(job);
    else
        replyPage(job);
}

void PreviewScheme::replyPage(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (!isStyle(url) && url != pageUrl()) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    auto *file = new QFile(isStyle(url) ? u":/preview"_s + url.path() : u":/preview/preview.html"_s, job);
    if (file->open(QIODevice::ReadOnly))
        job->reply(isStyle(url) ? "text/css"_ba : "text/html"_ba, file);
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

/// What is in no file has a name that no file has, wherever the post is taken to lie.
void PreviewScheme::replyPicture(QWebEngineUrlRequestJob *job)
{
    const QString path = job->requestUrl().path(QUrl::FullyDecoded);
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
    const auto held = m_held.constFind(name);
    if (held == m_held.constEnd()) {
        replyFile(job, m_root, {u"image/"_s});
        return;
    }
    const QString type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    auto *bytes = new QBuffer(job);
    bytes->setData(*held);
    if (type.startsWith("image/"_L1) && bytes->open(QIODevice::ReadOnly))
        replyForeign(job, type, bytes);
    else
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
}

/// A file below `root` whose type begins with one of `kinds`.
void PreviewScheme::replyFile(QWebEngineUrlRequestJob *job, const QString &root, const QStringList &kinds)
{
    const QString wanted = QDir::cleanPath(root + u'/' + job->requestUrl().path(QUrl::FullyDecoded));
    const QFileInfo info(QFileInfo(wanted).canonicalFilePath()); // links lead where they lead; that must be inside, too
    if (root.isEmpty() || !info.isFile() || !info.filePath().startsWith(root + u'/')) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    const QString type = QMimeDatabase().mimeTypeForFile(info).name();
    const bool isKind = std::ranges::any_of(kinds, [&type](const QString &kind) { return type.startsWith(kind); });
    auto *file = new QFile(info.filePath(), job);
    if (!isKind || info.size() > publish::largestPicture || !file->open(QIODevice::ReadOnly)) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
    } else {
        replyForeign(job, type, file);
    }
}

/// Should an SVG ever be taken for a document, it would be one that can do nothing.
void PreviewScheme::replyForeign(QWebEngineUrlRequestJob *job, const QString &type, QIODevice *bytes)
{
    job->setAdditionalResponseHeaders({{"Content-Security-Policy"_ba, "default-src 'none'; sandbox"_ba},
                                       {"X-Content-Type-Options"_ba, "nosniff"_ba}});
    job->reply(type.toLatin1(), bytes);
}

} // namespace ui
