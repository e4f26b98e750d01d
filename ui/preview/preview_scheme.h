// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

namespace ui {

/// The preview's own address space, so that nothing else needs to be reachable:
///
/// - `broadside://page/` is the preview's page, its style and nothing more;
/// - `broadside://post/PATH` are the pictures below the blog's folder,
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

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    void replyPage(QWebEngineUrlRequestJob *job);
    void replyFile(QWebEngineUrlRequestJob *job, const QString &root, const QStringList &kinds);

    QString m_root; // canonical, as is the other
    QString m_site;
};

} // namespace ui
