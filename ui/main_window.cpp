// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/main_window.h"

#include "ui/archive_link.h"
#include "ui/blog_choice.h"
#include "ui/draft_recovery.h"
#include "ui/drift_command.h"
#include "ui/editor/place_tips.h"
#include "ui/editor/rst_completer.h"
#include "ui/editor/rst_editor.h"
#include "ui/export_command.h"
#include "ui/file_drop.h"
#include "ui/file_name_offer.h"
#include "ui/held_pictures.h"
#include "ui/history_command.h"
#include "ui/import_command.h"
#include "ui/markup_commands.h"
#include "ui/models/outline_model.h"
#include "ui/models/problems_model.h"
#include "ui/name_commands.h"
#include "ui/open_windows.h"
#include "ui/outside_changes.h"
#include "ui/pane_cycle.h"
#include "ui/panel_link.h"
#include "ui/panels/archive_line.h"
#include "ui/panels/archive_panel.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/metadata_form.h"
#include "ui/panels/outline_panel.h"
#include "ui/panels/problems_panel.h"
#include "ui/panels/start_page.h"
#include "ui/paste_commands.h"
#include "ui/post_commands.h"
#include "ui/post_remarks.h"
#include "ui/preview/code_colours.h"
#include "ui/preview/preview_commands.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/problem_commands.h"
#include "ui/recent_posts.h"
#include "ui/rename_command.h"
#include "ui/repair_command.h"
#include "ui/scroll_link.h"
#include "ui/site_link_follower.h"
#include "ui/spelling_commands.h"
#include "ui/start_page_link.h"
#include "ui/status_line.h"
#include "ui/structure_commands.h"
#include "ui/text_commands.h"
#include "ui/view_actions.h"
#include "ui/window_docks.h"
#include "ui/window_layout.h"
#include "ui/window_menus.h"
#include "ui/window_tools.h"
#include "ui/writing_pane.h"

#include "session/blog.h"
#include "session/blog_archive.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

MainWindow::MainWindow(session::Settings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_session(new session::PostSession(this))
    , m_archive(new session::BlogArchive(this))
    , m_pages(new QStackedWidget(this))
    , m_startPage(new StartPage(m_pages))
    , m_splitter(new QSplitter(m_pages))
    , m_writing(new WritingPane(m_splitter))
    , m_preview(new PreviewPane(m_splitter))
    , m_messages(new MessageBar(this))
    , m_archivePanel(new ArchivePanel(m_archive, this))
    , m_outline(new OutlineModel(this))
    , m_outlinePanel(new OutlinePanel(m_outline, this))
    , m_problems(new ProblemsModel(this))
    , m_problemsPanel(new ProblemsPanel(m_problems, this))
    , m_docks(new WindowDocks(m_archivePanel, m_outlinePanel, m_problemsPanel, this))
    , m_status(new StatusLine(this))
    , m_remarks(new PostRemarks(m_messages, this))
    , m_held(new HeldPictures(m_session, editor(), m_messages, this))
    , m_commands(new PostCommands(m_session, editor(), m_held, m_messages, settings, this))
    , m_recovery(new DraftRecovery(m_session, editor(), m_commands, m_held, m_messages, this))
    , m_history(new HistoryCommand(m_session, editor(), m_commands, m_messages, this))
    , m_start(new StartPageLink(m_startPage, m_commands, m_recovery, settings, this))
    , m_import(new ImportCommand(m_commands, m_messages, this))
    , m_markup(new MarkupCommands(editor(), this))
    , m_structure(new StructureCommands(editor(), this))
    , m_paste(new PasteCommands(m_session, editor(), m_held, m_messages, this))
    , m_export(new ExportCommand(m_session, m_held, m_messages, this))
    , m_repair(new RepairCommand(m_session, editor(), settings, this))
    , m_spelling(new SpellingCommands(m_session, editor(), m_status, m_messages, settings, this))
    , m_completer(new RstCompleter(m_session, editor(), this))
    , m_drift(new DriftCommand(m_session, this))
    , m_previewCommands(new PreviewCommands(m_session, m_preview, m_messages, settings, this))
    , m_view(new ViewActions(settings, m_writing, m_preview, this))
    , m_scrollLink(new ScrollLink(editor(), m_writing->steadyView(), m_preview->view(), m_session, this))
    , m_siteLinks(new SiteLinkFollower(m_session, this))
    , m_panelLink(new PanelLink(m_session,
                                {.writing = m_writing,
                                 .preview = m_preview,
                                 .outline = m_outline,
                                 .outlinePanel = m_outlinePanel,
                                 .problems = m_problems,
                                 .problemsPanel = m_problemsPanel,
                                 .docks = m_docks,
                                 .status = m_status,
                                 .remarks = m_remarks,
                                 .messages = m_messages,
                                 .scrollLink = m_scrollLink},
                                this))
{
    setObjectName(u"mainWindow"_s);
    setStatusBar(m_status);
    layOut();
    connectParts();
    takeDrops();
    new ArchiveLink(m_session, m_archive,
                    {.panel = m_archivePanel,
                     .form = m_writing->form(),
                     .editor = editor(),
                     .completer = m_completer,
                     .spelling = m_spelling,
                     .commands = m_commands},
                    this);
    m_outlinePanel->setSectionActions(m_structure->sectionActions());
    new FileNameOffer(m_session, editor(), m_commands, m_messages, this);
    makeMenus();
    m_archivePanel->restore(m_settings->archiveState);
    if (m_settings->archiveFolder.isEmpty())
        m_archive->follow(m_commands->blog()->blogForNew());
    else
        m_archive->setFolder(m_settings->archiveFolder);
    restoreLayout(*m_settings, {this, m_splitter, m_writing, m_preview});
    showStartPage();
}

MainWindow::~MainWindow() = default;

RstEditor *MainWindow::editor() const
{
    return m_writing->editor();
}

void MainWindow::openFile(const QString &path)
{
    m_import->open(path);
}

void MainWindow::offerDrafts()
{
    if (m_pages->currentWidget() == m_startPage)
        m_start->showDrafts();
    else
        m_recovery->offer();
}

void MainWindow::restorePost(const session::OpenPost &post)
{
    m_commands->openFile(post.path);
    if (m_session->path() == post.path)
        m_panelLink->goTo({post.position, post.position});
}

std::optional<session::OpenPost> MainWindow::openPost() const
{
    if (m_pages->currentWidget() != m_splitter || m_session->path().isEmpty())
        return std::nullopt;
    return session::OpenPost{m_session->path(), editor()->textCursor().position()};
}

void MainWindow::makeMenus()
{
    auto *tools = new WindowTools(m_settings, this);
    auto *names = new NameCommands(m_session, editor(), m_messages, this);
    connect(names, &NameCommands::linkFollowed, m_siteLinks, &SiteLinkFollower::follow);
    addMenus(this,
             {.settings = m_settings,
              .post = m_commands,
              .history = m_history,
              .importer = m_import,
              .exporter = m_export,
              .repair = m_repair,
              .text = new TextCommands(editor(), this),
              .markup = m_markup,
              .structure = m_structure,
              .writing = m_writing,
              .archive = m_archivePanel,
              .renamer = new RenameCommand(m_archive, m_messages, this),
              .problems = m_problemsPanel,
              .fixes = new ProblemCommands(m_session, editor(), m_spelling, m_settings, this),
              .spelling = m_spelling,
              .names = names,
              .tips = new PlaceTips(m_session, editor(), m_spelling, this),
              .paste = m_paste,
              .completer = m_completer,
              .view = m_view,
              .docks = m_docks,
              .panes = new PaneCycle(
                  {m_writing->form(), editor(), m_preview, m_problemsPanel, m_outlinePanel, m_archivePanel}, this),
              .scroll = m_scrollLink,
              .preview = m_previewCommands,
              .drift = m_drift,
              .tools = tools});
    tools->takeKeys();
}

void MainWindow::layOut()
{
    m_splitter->setObjectName(u"panes"_s);
    m_splitter->addWidget(m_writing);
    m_splitter->addWidget(m_preview);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_splitter);

    auto *centre = new QWidget(this);
    auto *rows = new QVBoxLayout(centre);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_messages);
    rows->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::connectParts()
{
    connect(editor()->document(), &QTextDocument::modificationChanged, this, &MainWindow::updateTitle);
    connect(m_panelLink, &PanelLink::settled, this, &MainWindow::updateTitle);
    m_session->setCodeColours(makeCodeColours());
    connect(m_session, &session::PostSession::pathChanged, this, &MainWindow::updateFolder);
    connect(m_commands, &PostCommands::postStarted, this, &MainWindow::showPost);
    connect(m_commands, &PostCommands::postClosed, this, &MainWindow::showStartPage);
    connect(m_commands, &PostCommands::saved, this, &MainWindow::updateTitle);
    const MetadataForm *form = m_writing->form();
    connect(m_commands, &PostCommands::textNeeded, form, &MetadataForm::commit);
    connect(m_export, &ExportCommand::textNeeded, form, &MetadataForm::commit);
    connect(m_export, &ExportCommand::placeWanted, editor(), &RstEditor::goTo);
    connect(m_export, &ExportCommand::textChanged, editor(), &RstEditor::change);
    connect(m_export, &ExportCommand::writtenTo, m_history, &HistoryCommand::copyTo);
    connect(m_export, &ExportCommand::adopted, m_commands, &PostCommands::noteSaved);
    connect(m_export, &ExportCommand::committed, m_commands->outside(), &OutsideChanges::noteCommitted);
    connect(m_export, &ExportCommand::committed, m_commands->recent(), &RecentPosts::rememberCommitted);
    connect(m_export, &ExportCommand::tookBack, m_commands,
            [this](const QString &, const QString &, const QString &place) {
                m_commands->recent()->forgetCommitted(place);
            });
    connect(m_export, &ExportCommand::tookBack, m_commands->outside(), &OutsideChanges::noteTakenBack);
    connect(m_repair, &RepairCommand::textNeeded, form, &MetadataForm::commit);
    connect(m_markup, &MarkupCommands::pictureWanted, m_paste, &PasteCommands::choosePictures);
    connect(m_paste, &PasteCommands::saveNeeded, m_commands->saveAction(), &QAction::trigger);
    connect(m_commands, &PostCommands::saved, m_paste, &PasteCommands::storeWaiting);
    connect(m_commands, &PostCommands::postStarted, m_paste, &PasteCommands::beginPost);
    connect(m_import, &ImportCommand::picturesCame, m_held,
            [this](const session::NamedPictures &pictures) { m_held->hold(pictures); });
    connect(m_held, &HeldPictures::saveNeeded, m_commands->saveAction(), &QAction::trigger);
    connect(m_held, &HeldPictures::changed, this, [this] {
        m_preview->view()->setHeldPictures(m_held->pictures());
        m_session->setHeldPictures(m_held->pictures().keys());
    });
    connect(m_repair, &RepairCommand::saveNeeded, m_commands->saveAction(), &QAction::trigger);
    connect(m_repair, &RepairCommand::openNeeded, m_commands, &PostCommands::openFile);
    connect(m_drift, &DriftCommand::openNeeded, m_commands, &PostCommands::openFile);
    connect(m_preview->view(), &PreviewView::linkClicked, m_siteLinks, &SiteLinkFollower::follow);
    connect(m_siteLinks, &SiteLinkFollower::openNeeded, m_commands, &PostCommands::openFile);
    connect(m_siteLinks, &SiteLinkFollower::textRequested, m_panelLink, &PanelLink::goTo);
    connect(m_siteLinks, &SiteLinkFollower::leftSite, m_remarks, &PostRemarks::tellLink);
    connect(m_panelLink, &PanelLink::settled, m_siteLinks, &SiteLinkFollower::arrive);
    const ArchiveLine *line = m_startPage->archiveLine();
    connect(m_archive, &session::BlogArchive::changed, this, [this] { m_startPage->setArchive(m_archive->posts()); });
    connect(line, &ArchiveLine::browseRequested, m_docks->archiveAction(), &QAction::trigger);
    connect(line, &ArchiveLine::repairRequested, this, [this] { m_repair->openArchive(m_archive->folder()); });
    connect(line, &ArchiveLine::stopRequested, m_repair, &RepairCommand::stopSurvey);
    connect(m_repair, &RepairCommand::surveyProgressed, line, &ArchiveLine::showSurvey);
    connect(m_remarks, &PostRemarks::repairRequested, m_repair->repairAction(), &QAction::trigger);
}

void MainWindow::takeDrops()
{
    const auto *drop = new FileDrop(editor(), this);
    connect(drop, &FileDrop::postNeeded, m_commands->newAction(), &QAction::trigger);
    connect(drop, &FileDrop::picturesDropped, m_paste, &PasteCommands::insertPictureFiles);
    connect(drop, &FileDrop::filesDropped, this,
            [this](const QStringList &paths) { openFiles(paths, this, m_settings); });
    connect(drop, &FileDrop::windowsNeeded, this,
            [this](const QStringList &paths) { openInWindows(paths, m_settings); });
    connect(drop, &FileDrop::refused, m_messages,
            [this](const QString &why) { m_messages->tell(MessageBar::Kind::Note, why); });
    connect(m_commands, &PostCommands::fileChosen, m_import, &ImportCommand::open);
}

void MainWindow::showPost()
{
    if (m_pages->currentWidget() != m_splitter) {
        m_pages->setCurrentWidget(m_splitter);
        m_docks->show(m_settings->windowState);
    }
    m_remarks->begin();
    m_writing->form()->clear();
    m_status->setFormat(m_session->format());
    m_preview->setRemark(m_session->text().size() > session::largeTextLength ? tr("made when you press F5")
                                                                             : QString());
    editor()->setFocus();
    updateTitle();
}

void MainWindow::showStartPage()
{
    if (m_pages->currentWidget() == m_splitter)
        m_settings->windowState = saveState();
    m_start->refresh();
    m_pages->setCurrentWidget(m_startPage);
    m_docks->hide();
    m_preview->view()->clear();
    m_startPage->focusFirst();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const bool hasPost = m_pages->currentWidget() == m_splitter;
    const bool isModified = editor()->document()->isModified();
    setWindowTitle(hasPost ? m_session->displayName() + u"[*] — Broadside"_s : u"Broadside"_s);
    setWindowModified(hasPost && isModified);
    setWindowFilePath({});
    m_commands->saveAction()->setEnabled(hasPost);
    m_commands->saveAsAction()->setEnabled(hasPost);
    m_export->exportAction()->setEnabled(hasPost);
    m_history->historyAction()->setEnabled(hasPost);
    m_repair->repairAction()->setEnabled(hasPost);
    m_markup->setEnabled(hasPost);
    m_structure->setEnabled(hasPost);
    m_status->setSaved(!isModified, !m_session->path().isEmpty(),
                       m_session->committed() ? m_session->committed()->branch : QString());
    m_status->setVisible(hasPost);
}

void MainWindow::updateFolder()
{
    const QString &path = m_session->path();
    m_preview->view()->setFolder(session::sourceFolder(path, m_session->blog()));
    updateTitle();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_commands->confirmClose()) {
        event->ignore();
        return;
    }
    m_settings->archiveState = m_archivePanel->state();
    m_settings->archiveFolder = m_archive->folder();
    rememberLayout(*m_settings, {this, m_splitter, m_writing, m_preview});
    if (m_pages->currentWidget() == m_splitter)
        m_settings->windowState = saveState();
    if (const auto post = openPost())
        m_settings->openPosts = {*post}; // the last window that closes is what comes back
    else
        m_settings->openPosts.clear();
    m_recovery->end();
    event->accept();
}

/// A button takes the space bar alone outside of dialogs, but on KDE; who has chosen one means Return, too.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isBare = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (isReturn && isBare && !event->isAutoRepeat() && button && !qobject_cast<QCheckBox *>(button))
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    // The web engine takes as long to wake as all the rest; it does so once the window is on the screen. A timer that is
    // set when the window is shown would run before it is drawn.
    if (!std::exchange(m_isDrawn, true))
        QTimer::singleShot(0, m_preview->view(), &PreviewView::start);
}

} // namespace ui
