// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/rendering.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QWebEnginePage;
class QWebEngineProfile;
class QWebEngineView;

namespace ui {

class PreviewChannel;
class PreviewPage;

/// A place in the preview: a block, how far into it (0 to 1), and the share of the view's height where that stands.
struct PreviewPlace {
    int block = 0;
    double part = 0;
    double share = 0;
};

/// Makes the preview's address space known to the web engine; to be called once, before there is an application.
void preparePreview();

/// The post as the site will show it.
///
/// The web engine is the heaviest part of the program, so it comes to life with start(), after the window is drawn.
/// Renderings that arrive earlier wait.
class PreviewView : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewView(QWidget *parent = nullptr);
    ~PreviewView() override;

    /// Brings the web engine to life; again does nothing.
    void start();
    /// Where the post lies, for the names of its pictures; `root` is the blog's folder.
    void setFolder(const QString &root, const QString &folder);
    /// Exchanges the blocks that differ from those shown. What stands at the top of the view stays there, unless a place
    /// is given.
    void show(const session::RenderingPtr &rendering, std::optional<PreviewPlace> place);
    /// Empties the page, for another post.
    void clear();
    void scrollTo(const PreviewPlace &place);
    void setZoom(double factor);
    [[nodiscard]] double zoom() const { return m_zoom; }

    /// The revision that is on the screen; 0 for none.
    [[nodiscard]] int paintedRevision() const { return m_paintedRevision; }
    /// The page, to look into; null before start().
    [[nodiscard]] QWebEnginePage *webPage() const;
    /// The script world that our own script lives in, away from the page's content.
    static constexpr quint32 scriptWorld = 1; // QWebEngineScript::ApplicationWorld

Q_SIGNALS:
    /// The user wants the cursor on this stretch of the text.
    void textRequested(session::TextRange range);
    void scrolled(const ui::PreviewPlace &place);
    void linkClicked(const QUrl &link);
    void linkHovered(const QString &link);
    void painted(int revision);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void becomeReady();
    void update();
    void runScript(const QString &script);
    void noticeClick(int block, int offset, const QString &word);
    void noticePaint(int revision);
    void beginAgain();
    void applyColours();

    QWebEngineView *m_view = nullptr;
    std::unique_ptr<QWebEngineProfile> m_profile; // before the page, which must be gone before it
    std::unique_ptr<PreviewPage> m_page;
    PreviewChannel *m_channel;
    session::RenderingPtr m_wanted;
    std::optional<PreviewPlace> m_place; // for the next patch
    std::vector<std::uint64_t> m_shown;  // hashes of the blocks on the page
    QString m_root;
    QString m_folder;
    double m_zoom = 1;
    bool m_isReady = false;
    int m_paintedRevision = 0;
    int m_deaths = 0; // of the web engine's process since it painted last
};

} // namespace ui
