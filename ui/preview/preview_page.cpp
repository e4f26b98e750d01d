// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_page.h"

#include "ui/preview/picture_consent.h"
#include "ui/preview/preview_scheme.h"

#include <QFile>
#include <QLoggingCategory>
#include <QWebEngineCookieStore>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInterceptor>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

Q_LOGGING_CATEGORY(previewLog, "broadside.preview", QtWarningMsg)

/// Lets pass what is part of the preview and the pictures that were allowed, and nothing else. Asked again for where a
/// server sends a request on to.
class RequestGate : public QWebEngineUrlRequestInterceptor
{
public:
    RequestGate(const PictureConsent *consent, QObject *parent)
        : QWebEngineUrlRequestInterceptor(parent)
        , m_consent(consent)
    {
    }

    void interceptRequest(QWebEngineUrlRequestInfo &info) override
    {
        const QUrl url = info.requestUrl();
        switch (info.resourceType()) {
        case QWebEngineUrlRequestInfo::ResourceTypeMainFrame: info.block(url != PreviewScheme::pageUrl()); break;
        case QWebEngineUrlRequestInfo::ResourceTypeStylesheet:
            info.block(!PreviewScheme::isStyle(url) && !PreviewScheme::isSite(url));
            break;
        case QWebEngineUrlRequestInfo::ResourceTypeFontResource: info.block(!PreviewScheme::isSite(url)); break;
        case QWebEngineUrlRequestInfo::ResourceTypeImage:
            info.block(!PreviewScheme::isPicture(url) && !PreviewScheme::isSite(url) && url.scheme() != "data"_L1 &&
                       !(info.requestMethod() == "GET" && m_consent->allows(url)));
            break;
        default: info.block(true);
        }
    }

private:
    const PictureConsent *m_consent;
};

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void forbidEverything(QWebEngineSettings *settings)
{
    using Setting = QWebEngineSettings::WebAttribute;
    for (const Setting setting :
         {Setting::JavascriptEnabled, // of the page; other worlds' scripts are not affected
          Setting::JavascriptCanOpenWindows, Setting::JavascriptCanAccessClipboard, Setting::LocalStorageEnabled,
          Setting::LocalContentCanAccessRemoteUrls, Setting::LocalContentCanAccessFileUrls, Setting::PluginsEnabled,
          Setting::HyperlinkAuditingEnabled, Setting::AutoLoadIconsForPage, Setting::ErrorPageEnabled,
          Setting::FullScreenSupportEnabled, Setting::WebGLEnabled, Setting::ScreenCaptureEnabled,
          Setting::AllowRunningInsecureContent, Setting::AllowGeolocationOnInsecureOrigins, Setting::DnsPrefetchEnabled,
          Setting::PdfViewerEnabled, Setting::NavigateOnDropEnabled, Setting::JavascriptCanPaste})
        settings->setAttribute(setting, false);
}

} // namespace

PreviewPage::PreviewPage(QWebEngineProfile *profile, quint32 worldId, const PictureConsent *consent)
    : QWebEnginePage(profile)
    , m_scheme(new PreviewScheme(profile))
{
    profile->installUrlSchemeHandler("broadside"_ba, m_scheme);
    profile->setUrlRequestInterceptor(new RequestGate(consent, profile));
    profile->cookieStore()->setCookieFilter([](const QWebEngineCookieStore::FilterRequest &) { return false; });
    forbidEverything(settings());

    QWebEngineScript script;
    script.setName(u"preview"_s);
    script.setWorldId(worldId);
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setSourceCode(resourceText(u":/qtwebchannel/qwebchannel.js"_s) + resourceText(u":/preview/preview.js"_s));
    scripts().insert(script);
}

bool PreviewPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    return isMainFrame && url == PreviewScheme::pageUrl();
}

void PreviewPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message, int line,
                                           const QString &source)
{
    qCDebug(previewLog) << source << line << message;
}

} // namespace ui
