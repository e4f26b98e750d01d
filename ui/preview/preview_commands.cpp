// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/preview/preview_commands.h"

#include "ui/panels/message_bar.h"
#include "ui/preview/preview_find_bar.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/theme.h"

#include "session/blog.h"

#include <QAction>
#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QAction *commandOf(QObject *owner, const QString &name, QLatin1StringView icon, const QString &text)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themeIcon(icon), text, owner);
    action->setObjectName(name);
    return action;
}

} // namespace

PreviewCommands::PreviewCommands(session::PostSession *session, PreviewPane *pane, MessageBar *messages,
                                 session::Settings *settings, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_pane(pane)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
    , m_menu(new QMenu(tr("&Preview"), window))
    , m_siteStyle(commandOf(this, u"preview.siteStyle"_s, {}, tr("In the &Site's Own Look")))
    , m_find(commandOf(this, u"preview.find"_s, "edit-find"_L1, tr("Find in the Pre&view…")))
    , m_print(commandOf(this, u"file.print"_s, "document-print"_L1, tr("&Print…")))
    , m_pdf(commandOf(this, u"file.pdf"_s, "application-pdf"_L1, tr("Save as P&DF…")))
{
    m_menu->setObjectName(u"preview.menu"_s);
    addFaces();
    m_menu->addSeparator();
    addWidths();
    m_menu->addSeparator();
    m_siteStyle->setCheckable(true);
    m_siteStyle->setToolTip(tr("Needs a site that was built in the blog's folder"));
    m_menu->addAction(m_siteStyle);
    m_menu->addAction(m_find);
    pane->setMenu(m_menu);

    m_find->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_print->setShortcut(QKeySequence::Print);
    connect(m_siteStyle, &QAction::triggered, this, [this](bool isOn) {
        m_settings->usesSiteStyle = isOn;
        applySiteStyle();
    });
    connect(m_find, &QAction::triggered, pane->findBar(), &PreviewFindBar::start);
    connect(m_print, &QAction::triggered, this, &PreviewCommands::print);
    connect(m_pdf, &QAction::triggered, this, &PreviewCommands::choosePdf);
    connect(session, &session::PostSession::pathChanged, this, &PreviewCommands::setBlog);
    connect(pane->view(), &PreviewView::pictureRequested, this, &PreviewCommands::decideOnPicture);
    setBlog();
}

void PreviewCommands::addFaces()
{
    struct Face {
        session::PreviewFace face;
        QString name;
        QString text;
        QString title;
    };
    using enum session::PreviewFace;
    const Face faces[] = {{Page, u"preview.page"_s, tr("P&age"), tr("Page")},
                          {Card, u"preview.card"_s, tr("&Card in a List of Posts"), tr("Card in a list")},
                          {FeedEntry, u"preview.feed"_s, tr("&Entry of the Feed"), tr("Feed entry")},
                          {SocialCard, u"preview.social"_s, tr("S&hared Link"), tr("Shared link")}};
    auto *group = new QActionGroup(this);
    int key = Qt::Key_4; // after those of the views: text, both, page
    for (const auto &[face, name, text, title] : faces) {
        QAction *action = commandOf(this, name, {}, text);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(key++)));
        action->setCheckable(true);
        action->setChecked(face == Page);
        group->addAction(action);
        m_menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, face, title] {
            m_pane->setTitle(title);
            m_session->setFace(face);
        });
    }
}

void PreviewCommands::addWidths()
{
    struct Width {
        int pixels;
        QString name;
        QString text;
    };
    const Width widths[] = {{0, u"preview.wide"_s, tr("As &Wide as the Window")},
                            {768, u"preview.tablet"_s, tr("As on a &Tablet")},
                            {390, u"preview.phone"_s, tr("As on a Ph&one")}};
    auto *group = new QActionGroup(this);
    for (const auto &[pixels, name, text] : widths) {
        QAction *action = commandOf(this, name, {}, text);
        action->setCheckable(true);
        action->setChecked(pixels == m_settings->pageWidth);
        group->addAction(action);
        m_menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, pixels] {
            m_settings->pageWidth = pixels;
            m_pane->view()->setPageWidth(pixels);
        });
    }
    m_pane->view()->setPageWidth(m_settings->pageWidth);
}

QString PreviewCommands::blogFolder() const
{
    return session::sourceFolder(m_session->path(), m_session->blog());
}

void PreviewCommands::setBlog()
{
    m_pane->view()->setRememberedHosts(m_settings->pictureHosts.value(blogFolder()));
    m_pane->setAllowedHosts(m_pane->view()->allowedHosts());
    applySiteStyle();
}

void PreviewCommands::applySiteStyle()
{
    const session::SiteStyle style = session::findSiteStyle(blogFolder());
    m_siteStyle->setEnabled(!style.sheets.isEmpty());
    m_siteStyle->setChecked(m_settings->usesSiteStyle && !style.sheets.isEmpty());
    m_pane->view()->setSiteStyle(m_siteStyle->isChecked() ? style : session::SiteStyle());
}

void PreviewCommands::decideOnPicture(const QUrl &picture)
{
    const QString host = picture.host();
    QList<Remedy> remedies{{u"pictureNow"_s, tr("This one"),
                            [this, picture] {
                                m_pane->view()->allowPicture(picture);
                                m_pane->setAllowedHosts(m_pane->view()->allowedHosts());
                            }},
                           {u"hostNow"_s, tr("All until Broadside is closed"), [this, host] {
                                m_pane->view()->allowHost(host);
                                m_pane->setAllowedHosts(m_pane->view()->allowedHosts());
                            }}};
    if (!blogFolder().isEmpty())
        remedies.append({u"hostAlways"_s, tr("Always in this blog"), [this, host] { rememberHost(host); }});
    remedies.append({u"hostNever"_s, tr("No"), [] {}});
    m_messages->tell(MessageBar::Kind::Note,
                     tr("Load pictures from %1? It will see that somebody reads this post, and from where.").arg(host),
                     remedies);
}

void PreviewCommands::rememberHost(const QString &host)
{
    QStringList &hosts = m_settings->pictureHosts[blogFolder()];
    if (!hosts.contains(host))
        hosts.append(host);
    setBlog();
}

QString PreviewCommands::fileStem() const
{
    return m_session->path().isEmpty() ? u"post"_s : QFileInfo(m_session->path()).completeBaseName();
}

void PreviewCommands::print()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(fileStem()); // which a file in place of paper is named after
    auto *dialog = new QPrintDialog(printer.get(), m_window);
    dialog->setObjectName(u"printDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        const auto tell = [this, printer](bool succeeded) { // which keeps the printer until then
            if (!succeeded)
                m_messages->tell(MessageBar::Kind::Error, tr("The page could not be printed."));
        };
        if (!m_pane->view()->print(printer.get(), tell))
            m_messages->tell(MessageBar::Kind::Note, tr("The preview is not there yet. Try again in a moment."));
    });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the dialog looks at it to the end
    dialog->open();
}

void PreviewCommands::choosePdf()
{
    const QFileInfo post(m_session->path());
    const QString folder = m_session->path().isEmpty() ? m_settings->lastFolder : post.absolutePath();
    auto *dialog = new QFileDialog(m_window, tr("Save as PDF"), folder, tr("PDF documents (*.pdf)"));
    dialog->setObjectName(u"pdfDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(fileStem() + u".pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PreviewCommands::writePdf);
    dialog->open();
}

void PreviewCommands::writePdf(const QString &path)
{
    const auto tell = [this, path](bool succeeded) {
        if (succeeded)
            m_messages->tell(MessageBar::Kind::Note, tr("“%1” was written.").arg(path));
        else
            m_messages->tell(MessageBar::Kind::Error,
                             tr("“%1” could not be written. Choose another folder.").arg(path));
    };
    if (!m_pane->view()->writePdf(path, tell))
        m_messages->tell(MessageBar::Kind::Note, tr("The preview is not there yet. Try again in a moment."));
}

} // namespace ui
