// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"

#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

class QIODevice;

namespace ui {

/// The preview's own address space, so that nothing else needs to be reachable:
///
/// - `broadside://page/` is the preview's page, its style and nothing more;
/// - `broadside://post/PATH` are the pictures below the blog's folder, and those of the post that are in no file yet,
/// - `broadside://site/PATH` are the stylesheets, fonts and pictures below the folder of the built site.
///
/// No other file of the disk has an address.
class PreviewScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    /// Makes the scheme known to the web engine; before the first profile is made.
    static void registerScheme();
    [[nodiscard]] static QUrl pageUrl();
    /// Whether an address is one of our own stylesheets.
    [[nodiscard]] static bool isStyle(const QUrl &url);
    /// Whether an address is one of a file of the built site.
    [[nodiscard]] static bool isSite(const QUrl &url);
    /// Whether an address is one of a picture below the blog's folder.
    [[nodiscard]] static bool isPicture(const QUrl &url);

    explicit PreviewScheme(QObject *parent);

    /// The folder whose pictures may be shown; none if empty.
    void setRoot(const QString &folder);
    /// The folder of the built site; none if empty.
    void setSite(const QString &folder);

    /// The post's pictures that are in no file yet, by the names that its text has for them.
    void setHeldPictures(const session::NamedPictures &pictures) { m_held = pictures; }

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    void replyPage(QWebEngineUrlRequestJob *job);
    void replyPicture(QWebEngineUrlRequestJob *job);
    void replyFile(QWebEngineUrlRequestJob *job, const QString &root, const QStringList &kinds);
    static void replyForeign(QWebEngineUrlRequestJob *job, const QString &type, QIODevice *bytes);

    QString m_root; // canonical, as is the other
    QString m_site;
    session::NamedPictures m_held = {};
};

} // namespace ui
