// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QWebEnginePage>

namespace ui {

class PictureConsent;
class PreviewScheme;

/// A web page that can do nothing by itself: its scripts are off, every request but those of the preview's own scheme
/// and for pictures that the user allowed is refused, it stores nothing and never goes anywhere. Ours is the only script,
/// in a world of its own.
class PreviewPage : public QWebEnginePage
{
    Q_OBJECT

public:
    /// preview.js lives in the script world `worldId`. The profile has to outlive the page, and `consent` the profile.
    PreviewPage(QWebEngineProfile *profile, quint32 worldId, const PictureConsent *consent);

    [[nodiscard]] PreviewScheme *scheme() const { return m_scheme; }

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    PreviewScheme *m_scheme;
};

} // namespace ui
