// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/preview/picture_consent.h"
#include "ui/scroll_direction.h"

#include "session/embedded_pictures.h"
#include "session/preview_places.h"
#include "session/rendering.h"
#include "session/site_style.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QPrinter;
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
    /// The blog's folder, in which pictures lie. The engine names them from there, wherever in it the post lies.
    void setFolder(const QString &root);
    /// The post's pictures that are in no file yet, by the names that its text has for them.
    void setHeldPictures(const session::NamedPictures &pictures);
    /// Exchanges the blocks that differ from those shown. What stands at the top of the view stays there, unless a place
    /// is given.
    void show(const session::RenderingPtr &rendering, std::optional<PreviewPlace> place,
              std::optional<session::BlockPlace> written = {});
    /// Empties the page, for another post.
    void clear();
    /// Does not go against the direction, unless the place is far away.
    void scrollTo(const PreviewPlace &place, ScrollDirection direction = ScrollDirection::Any);
    /// Marks a block for a moment.
    void point(int block);
    void setZoom(double factor);
    /// The width of the page in pixels, as a reader's device has it; 0 for all there is.
    void setPageWidth(int width);
    /// The looks of the built site instead of ours; an empty one for ours.
    void setSiteStyle(const session::SiteStyle &style);
    /// Pictures of these hosts may be loaded from the network, whenever this blog is open.
    void setRememberedHosts(const QStringList &hosts);
    /// Lets one picture of the network through, or all of a host, until the program ends.
    void allowPicture(const QUrl &picture);
    void allowHost(const QString &host);
    /// The hosts of which something is let through.
    [[nodiscard]] QStringList allowedHosts() const { return m_consent.hosts(); }
    /// Marks `words` in the page and goes to the next place that has them, or the previous one; `done` is told how many
    /// there are and which one that is, from 1. Empty words end it.
    void find(const QString &words, bool backwards, const std::function<void(int which, int count)> &done);
    /// Both need a page that has come to life; they tell whether it has. `finished` is called later.
    [[nodiscard]] bool print(QPrinter *printer, const std::function<void(bool succeeded)> &finished);
    [[nodiscard]] bool writePdf(const QString &path, const std::function<void(bool succeeded)> &finished);
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
    void scrolled(const ui::PreviewPlace &place, ui::ScrollDirection direction);
    void linkClicked(const QUrl &link);
    /// Empty when it is none any more.
    void linkHovered(const QString &link);
    /// Somebody, or the page's own looks, asks for a picture of the network. To be confirmed outside of the page.
    void pictureRequested(const QUrl &picture);
    void painted(int revision);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void becomeReady();
    void update();
    void runScript(const QString &script);
    void noticeClick(int block, int offset, const QString &word);
    void noticePaint(int revision);
    void noticeLink(const QString &link);
    void beginAgain();
    void applyColours();
    void applyStyle();
    void applyConsent();

    PictureConsent m_consent; // outlives the profile
    QWebEngineView *m_view = nullptr;
    std::unique_ptr<QWebEngineProfile> m_profile; // before the page, which must be gone before it
    std::unique_ptr<PreviewPage> m_page;
    PreviewChannel *m_channel;
    session::RenderingPtr m_wanted;
    std::optional<PreviewPlace> m_place;          // for the next patch
    std::optional<session::BlockPlace> m_written; // what the next patch brings into view
    std::vector<std::uint64_t> m_shown;           // hashes of the blocks on the page
    QString m_root;
    session::NamedPictures m_held;
    session::SiteStyle m_style;
    int m_pageWidth = 0;
    double m_zoom = 1;
    bool m_isReady = false;
    int m_paintedRevision = 0;
    int m_deaths = 0; // of the web engine's process since it painted last
};

} // namespace ui
