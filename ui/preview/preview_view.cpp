// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_view.h"

#include "ui/preview/code_colours.h"
#include "ui/preview/preview_channel.h"
#include "ui/preview/preview_page.h"
#include "ui/preview/preview_scheme.h"
#include "ui/theme.h"

#include "session/preview_patch.h"
#include "session/preview_places.h"

#include <QChildEvent>
#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QPageLayout>
#include <QSaveFile>
#include <QUrl>
#include <QVBoxLayout>
#include <QWebChannel>
#include <QWebEngineFindTextResult>
#include <QWebEngineProfile>
#include <QWebEngineView>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// An address as the post has it, not as the page does that shows it.
QString shownAddress(const QUrl &link)
{
    if (link.scheme() != PreviewScheme::pageUrl().scheme())
        return link.toDisplayString();
    const QString path = link.path(QUrl::FullyDecoded).mid(1); // behind the slash
    return link.hasFragment() ? path + u'#' + link.fragment(QUrl::FullyDecoded) : path;
}

/// A value as JavaScript writes it.
QString literal(const QJsonArray &value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
}

QJsonArray arguments(const PreviewPlace &place)
{
    return {place.block, place.part, place.share};
}

} // namespace

void preparePreview()
{
    // Without a graphics card, OpenGL is computed, and a key would take four times as long to the page as with the scene
    // graph's own raster drawing.
    const bool hasGraphicsCard = !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System | QDir::Files).isEmpty();
    if (!hasGraphicsCard && !qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    // Nor does anything need OpenGL then. X would load the one that computes, with its compiler: 80 MB, and a third of the
    // time until the window is drawn.
    if (!hasGraphicsCard && !qEnvironmentVariableIsSet("QT_XCB_GL_INTEGRATION"))
        qputenv("QT_XCB_GL_INTEGRATION", "none");
    PreviewScheme::registerScheme();
    QCoreApplication::setAttribute(
        Qt::AA_ShareOpenGLContexts); // the web engine comes after the application, and wants this
}

PreviewView::PreviewView(QWidget *parent) : QWidget(parent), m_channel(new PreviewChannel(this))
{
    setObjectName(u"preview"_s);
    setAccessibleName(tr("Preview"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setLayout(new QVBoxLayout);
    layout()->setContentsMargins({});

    connect(m_channel, &PreviewChannel::becameReady, this, &PreviewView::becomeReady);
    connect(m_channel, &PreviewChannel::clicked, this, &PreviewView::noticeClick);
    connect(m_channel, &PreviewChannel::painted, this, &PreviewView::noticePaint);
    connect(m_channel, &PreviewChannel::scrolled, this, [this](int block, double part, double share, int direction) {
        Q_EMIT scrolled({block, part, share}, ScrollDirection(qBound(-1, direction, 1)));
    });
    connect(m_channel, &PreviewChannel::pictureRequested, this,
            [this](const QString &address) { Q_EMIT pictureRequested(QUrl(address)); });
    connect(m_channel, &PreviewChannel::linkClicked, this,
            [this](const QString &link) { Q_EMIT linkClicked(QUrl(link)); });
}

PreviewView::~PreviewView() = default;

void PreviewView::start()
{
    if (m_view)
        return;
    m_view = new QWebEngineView(this);
    m_view->installEventFilter(this);
    m_profile = std::make_unique<QWebEngineProfile>(); // without a name it keeps nothing on the disk
    m_page = std::make_unique<PreviewPage>(m_profile.get(), scriptWorld, &m_consent);
    m_page->setBackgroundColor(palette().color(QPalette::Base));
    auto *channel = new QWebChannel(m_page.get());
    channel->registerObject(u"preview"_s, m_channel);
    m_page->setWebChannel(channel, scriptWorld);
    connect(m_page.get(), &QWebEnginePage::linkHovered, this, &PreviewView::noticeLink);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &PreviewView::beginAgain);
    m_view->setPage(m_page.get());
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAccessibleName(tr("Page"));
    m_view->setZoomFactor(m_zoom);
    layout()->addWidget(m_view);
    setPageWidth(m_pageWidth);
    setFocusProxy(m_view);
    m_page->scheme()->setRoot(m_root);
    m_page->scheme()->setHeldPictures(m_held);
    m_page->scheme()->setSite(m_style.folder);
    m_page->load(PreviewScheme::pageUrl());
}

// The web engine puts the widget that takes the focus into the view, again for every page, and gives it no name.
bool PreviewView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::ChildPolished) {
        if (auto *const child = qobject_cast<QWidget *>(static_cast<QChildEvent *>(event)->child())) {
            child->setAccessibleName(m_view->accessibleName());
            child->installEventFilter(this);
        }
    }
    if (event->type() == QEvent::FocusOut) // the engine does not say that no link has the focus any more
        Q_EMIT linkHovered({});
    return QWidget::eventFilter(watched, event);
}

void PreviewView::noticeLink(const QString &link)
{
    // The engine is not told that the mouse has gone while it drags something, and takes what scrolls below that place then
    // for what it points at.
    const QWidget *focused = window()->focusWidget();
    const bool isMeant = m_view->underMouse() || (focused && isAncestorOf(focused));
    Q_EMIT linkHovered(isMeant ? shownAddress(QUrl(link)) : QString());
}

void PreviewView::setFolder(const QString &root)
{
    m_root = root;
    if (m_page)
        m_page->scheme()->setRoot(root);
}

void PreviewView::setHeldPictures(const session::NamedPictures &pictures)
{
    m_held = pictures;
    if (m_page)
        m_page->scheme()->setHeldPictures(pictures);
}

void PreviewView::show(const session::RenderingPtr &rendering, std::optional<PreviewPlace> place,
                       std::optional<session::BlockPlace> written)
{
    m_wanted = rendering;
    m_written = written;
    if (place)
        m_place = place;
    if (m_isReady)
        update();
}

void PreviewView::clear()
{
    m_wanted = nullptr;
    m_paintedRevision = 0;
    m_shown.clear();
    if (m_isReady)
        runScript(u"broadside.clear()"_s);
}

void PreviewView::scrollTo(const PreviewPlace &place, ScrollDirection direction)
{
    if (!m_isReady) {
        m_place = place;
        return;
    }
    QJsonArray wanted = arguments(place);
    wanted.append(int(direction));
    runScript(u"broadside.scrollTo(...%1)"_s.arg(literal(wanted)));
}

void PreviewView::point(int block)
{
    if (m_isReady)
        runScript(u"broadside.point(%1)"_s.arg(block));
}

QWebEnginePage *PreviewView::webPage() const
{
    return m_page.get();
}

void PreviewView::setZoom(double factor)
{
    m_zoom = qBound(0.25, factor, 5.0);
    if (m_view)
        m_view->setZoomFactor(m_zoom);
}

void PreviewView::setPageWidth(int width)
{
    m_pageWidth = width;
    if (!m_view)
        return;
    m_view->setMaximumWidth(width > 0 ? width : QWIDGETSIZE_MAX);
    layout()->setAlignment(m_view, width > 0 ? Qt::Alignment(Qt::AlignHCenter) : Qt::Alignment());
    m_view->setMinimumWidth(width > 0 ? std::min(width, this->width()) : 0);
}

void PreviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_pageWidth > 0)
        setPageWidth(m_pageWidth);
}

void PreviewView::setSiteStyle(const session::SiteStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    if (m_page)
        m_page->scheme()->setSite(style.folder);
    if (m_isReady) {
        applyStyle();
        applyColours();
    }
}

void PreviewView::setRememberedHosts(const QStringList &hosts)
{
    m_consent.setRemembered(hosts);
    applyConsent();
}

void PreviewView::allowPicture(const QUrl &picture)
{
    m_consent.allow(picture);
    applyConsent();
}

void PreviewView::allowHost(const QString &host)
{
    m_consent.allowHost(host);
    applyConsent();
}

void PreviewView::find(const QString &words, bool backwards, const std::function<void(int which, int count)> &done)
{
    if (!m_page)
        return;
    const auto flags = backwards ? QWebEnginePage::FindBackward : QWebEnginePage::FindFlags();
    m_page->findText(words, flags, [done](const QWebEngineFindTextResult &result) {
        done(result.activeMatch(), result.numberOfMatches());
    });
}

bool PreviewView::print(QPrinter *printer, const std::function<void(bool succeeded)> &finished)
{
    if (!m_isReady)
        return false;
    connect(m_view, &QWebEngineView::printFinished, this, finished, Qt::SingleShotConnection);
    m_view->print(printer);
    return true;
}

bool PreviewView::writePdf(const QString &path, const std::function<void(bool succeeded)> &finished)
{
    if (!m_isReady)
        return false;
    const auto write = [path, finished](const QByteArray &pdf) {
        QSaveFile file(path);
        finished(!pdf.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit());
    };
    constexpr qreal margin = 20; // the engine's own layout has none, and the text would begin at the paper's edge
    const auto paper = QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4;
    m_page->printToPdf(write, QPageLayout(QPageSize(paper), QPageLayout::Portrait,
                                          QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter));
    return true;
}

void PreviewView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void PreviewView::becomeReady()
{
    m_isReady = true;
    m_shown.clear();
    m_paintedRevision = 0;
    applyStyle();
    applyColours();
    applyConsent();
    if (m_wanted)
        update();
}

void PreviewView::update()
{
    const QJsonArray changes = session::takePageChanges(m_shown, m_wanted->blocks);
    const QJsonValue place = m_place ? QJsonValue(arguments(*m_place)) : QJsonValue();
    const QJsonValue written =
        m_written ? QJsonValue(QJsonArray{int(m_written->block), m_written->part}) : QJsonValue();
    m_place.reset();
    runScript(u"broadside.patch(...%1)"_s.arg(literal({m_wanted->revision, changes, place, written})));
}

void PreviewView::runScript(const QString &script)
{
    m_page->runJavaScript(script, scriptWorld);
}

void PreviewView::noticeClick(int block, int offset, const QString &word)
{
    if (m_wanted && block >= 0 && std::size_t(block) < m_wanted->blocks.size())
        Q_EMIT textRequested(session::clickedText(*m_wanted, std::size_t(block), offset, word));
}

/// With an empty page. A text that the web engine died of is not shown to it for ever.
void PreviewView::beginAgain()
{
    constexpr int mostDeaths = 3;
    m_isReady = false;
    if (++m_deaths >= mostDeaths)
        m_wanted = nullptr; // until the text is another
    m_page->load(PreviewScheme::pageUrl());
}

void PreviewView::noticePaint(int revision)
{
    m_deaths = 0;
    m_paintedRevision = revision;
    Q_EMIT painted(revision);
}

void PreviewView::applyColours()
{
    if (!m_page)
        return;
    // A site that was built has its own colours, which are light.
    const QPalette own = palette();
    const bool hasOwnColours = m_style.sheets.isEmpty();
    m_page->setBackgroundColor(hasOwnColours ? own.color(QPalette::Base) : QColor(Qt::white));
    if (m_isReady)
        runScript(u"broadside.setColours(...%1)"_s.arg(
            literal({hasOwnColours && isDark(own), hasOwnColours ? codeStyleSheet(own) : QString()})));
}

void PreviewView::applyStyle()
{
    QJsonArray sheets;
    for (const QString &sheet : std::as_const(m_style.sheets)) {
        QUrl url(u"broadside://site/"_s);
        url.setPath(u'/' + sheet);
        sheets.append(url.toString(QUrl::FullyEncoded));
    }
    runScript(u"broadside.setSheets(%1)"_s.arg(literal(sheets)));
}

void PreviewView::applyConsent()
{
    if (m_isReady)
        runScript(u"broadside.setAllowed(...%1)"_s.arg(literal(
            {QJsonArray::fromStringList(m_consent.pictures()), QJsonArray::fromStringList(m_consent.wholeHosts())})));
}

} // namespace ui
