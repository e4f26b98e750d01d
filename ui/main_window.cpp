// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/main_window.h"

#include "ui/dialogs/about.h"
#include "ui/draft_recovery.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/rst_editor.h"
#include "ui/export_command.h"
#include "ui/markup_commands.h"
#include "ui/models/outline_model.h"
#include "ui/models/problems_model.h"
#include "ui/pane_cycle.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/metadata_form.h"
#include "ui/panels/outline_panel.h"
#include "ui/panels/problems_panel.h"
#include "ui/panels/start_page.h"
#include "ui/post_commands.h"
#include "ui/post_remarks.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/repair_command.h"
#include "ui/scroll_link.h"
#include "ui/status_line.h"
#include "ui/text_commands.h"
#include "ui/theme.h"
#include "ui/view_actions.h"
#include "ui/window_docks.h"
#include "ui/window_menus.h"

#include "session/blog.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

MainWindow::MainWindow(session::Settings *settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_session(new session::PostSession(this))
    , m_pages(new QStackedWidget(this))
    , m_startPage(new StartPage(m_pages))
    , m_splitter(new QSplitter(m_pages))
    , m_writing(new QWidget(m_splitter))
    , m_form(new MetadataForm(m_writing))
    , m_messages(new MessageBar(this))
    , m_editor(new RstEditor(m_writing))
    , m_findBar(new FindBar(m_editor, m_writing))
    , m_preview(new PreviewPane(m_splitter))
    , m_outline(new OutlineModel(this))
    , m_outlinePanel(new OutlinePanel(m_outline, this))
    , m_problems(new ProblemsModel(this))
    , m_problemsPanel(new ProblemsPanel(m_problems, this))
    , m_docks(new WindowDocks(m_outlinePanel, m_problemsPanel, this))
    , m_status(new StatusLine(this))
    , m_remarks(new PostRemarks(m_messages, this))
    , m_commands(new PostCommands(m_session, m_editor, m_messages, settings, this))
    , m_recovery(new DraftRecovery(m_session, m_editor, m_commands, m_messages, this))
    , m_markup(new MarkupCommands(m_editor, this))
    , m_export(new ExportCommand(m_session, m_messages, this))
    , m_repair(new RepairCommand(m_session, m_editor, this))
    , m_view(new ViewActions(settings, m_writing, m_preview, this))
    , m_scrollLink(new ScrollLink(m_editor, m_preview->view(), m_session, this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setStatusBar(m_status);
    layOut();
    connectText();
    connectPanels();
    makeMenus();
    restoreLayout();
    showStartPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString &path)
{
    m_commands->openFile(path);
}

void MainWindow::offerDrafts()
{
    m_recovery->offer();
}

void MainWindow::makeMenus()
{
    auto *text = new TextCommands(m_editor, this);
    auto *panes = new PaneCycle({m_form, m_editor, m_preview, m_problemsPanel, m_outlinePanel}, this);
    auto *about = new QAction(themeIcon("help-about"_L1), tr("&About Broadside"), this);
    about->setObjectName(u"help.about"_s);
    connect(about, &QAction::triggered, this, [this] { showAbout(this); });
    auto *quit = new QAction(themeIcon("application-exit"_L1), tr("&Quit"), this);
    quit->setObjectName(u"file.quit"_s);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addMenus(
        this,
        {.file = {m_commands->newAction(), m_commands->openAction(), nullptr, m_commands->saveAction(),
                  m_commands->saveAsAction(), m_commands->refreshAction(), nullptr, m_export->exportAction(), nullptr,
                  m_commands->closeAction(), quit},
         .edit = text->actions() + QList<QAction *>{nullptr, m_findBar->findAction(), m_findBar->nextAction(),
                                                    m_findBar->previousAction()},
         .insert = m_markup->actions(),
         .view =
             m_view->modes() +
             QList<QAction *>{nullptr, m_editor->zoomInAction(), m_editor->zoomOutAction(), m_editor->zoomResetAction(),
                              m_editor->wrapAction(), nullptr, m_view->fullScreenAction()} +
             m_docks->actions() + QList<QAction *>{nullptr, panes->nextAction(), panes->previousAction(), nullptr},
         .post = {m_form->expandAction(), m_repair->repairAction(), nullptr, m_problemsPanel->nextAction(),
                  m_problemsPanel->previousAction()},
         .help = {about},
         .templates = m_commands->templateMenu(),
         .recent = m_commands->recentMenu(),
         .colourSchemes = m_view->colourSchemes(),
         .files = QList<QAction *>{m_commands->newAction(), m_commands->openAction(), m_commands->saveAction(), nullptr,
                                   text->undoAction(), text->redoAction(), nullptr} +
                  m_markup->frequent(),
         .modes = m_view->modes(),
         .exports = {m_export->exportAction()}});
}

void MainWindow::restoreLayout()
{
    m_form->setExpanded(m_settings->expandsForm);
    m_editor->setZoom(m_settings->editorZoom);
    m_editor->wrapAction()->setChecked(m_settings->wrapsLines);
    m_preview->view()->setZoom(m_settings->previewZoom);
    resize(1360, 860);
    restoreGeometry(m_settings->windowGeometry);
    if (!m_splitter->restoreState(m_settings->splitterState))
        m_splitter->setSizes({1000, 1000});
}

void MainWindow::layOut()
{
    auto *column = new QVBoxLayout(m_writing);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);

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

void MainWindow::connectText()
{
    connect(m_editor, &RstEditor::edited, this, [this] { m_session->setText(m_editor->text()); });
    connect(m_editor, &RstEditor::cursorPositionChanged, this, &MainWindow::updatePosition);
    connect(m_editor->document(), &QTextDocument::modificationChanged, this, &MainWindow::updateTitle);
    connect(m_session, &session::PostSession::rendered, this, &MainWindow::showRendering);
    connect(m_session, &session::PostSession::pathChanged, this, &MainWindow::updateFolder);
    connect(m_commands, &PostCommands::postStarted, this, &MainWindow::showPost);
    connect(m_commands, &PostCommands::postClosed, this, &MainWindow::showStartPage);
    connect(m_commands, &PostCommands::saved, this, &MainWindow::updateTitle);
    connect(m_commands, &PostCommands::textNeeded, m_form, &MetadataForm::commit);
    connect(m_export, &ExportCommand::textNeeded, m_form, &MetadataForm::commit);
    connect(m_repair, &RepairCommand::textNeeded, m_form, &MetadataForm::commit);
    connect(m_repair, &RepairCommand::saveNeeded, m_commands->saveAction(), &QAction::trigger);
    connect(m_repair, &RepairCommand::openNeeded, m_commands, &PostCommands::openFile);
}

void MainWindow::connectPanels()
{
    connect(m_form, &MetadataForm::fieldEdited, this, &MainWindow::changeMetadata);
    connect(m_form, &MetadataForm::postRequested, this, [this] { changeMetadata(session::dateField, QString()); });
    connect(m_remarks, &PostRemarks::postRequested, m_form, &MetadataForm::postRequested);
    connect(m_remarks, &PostRemarks::textRequested, this, &MainWindow::goTo);
    connect(m_remarks, &PostRemarks::repairRequested, m_repair->repairAction(), &QAction::trigger);
    connect(m_form, &MetadataForm::undoRequested, m_editor, &QPlainTextEdit::undo);
    connect(m_form, &MetadataForm::redoRequested, m_editor, &QPlainTextEdit::redo);
    connect(m_outlinePanel, &OutlinePanel::sectionActivated, this, &MainWindow::goTo);
    connect(m_problemsPanel, &ProblemsPanel::problemActivated, this, &MainWindow::goTo);
    connect(m_preview->view(), &PreviewView::textRequested, this, &MainWindow::goTo);
    connect(m_preview->view(), &PreviewView::linkClicked, m_remarks, &PostRemarks::tellLink);
    connect(m_preview->view(), &PreviewView::linkHovered, m_status, &StatusLine::setLink);
    connect(m_startPage, &StartPage::newPostRequested, m_commands->newAction(), &QAction::trigger);
    connect(m_startPage, &StartPage::openRequested, m_commands->openAction(), &QAction::trigger);
    connect(m_startPage, &StartPage::exampleRequested, m_commands, &PostCommands::openExample);
    connect(m_startPage, &StartPage::recentRequested, m_commands, &PostCommands::openFile);
}

void MainWindow::showRendering(const session::RenderingPtr &rendering)
{
    m_preview->view()->show(rendering, m_scrollLink->takeMovedPlace());
    if (!m_session->isSettled()) // positions in it are those of an older text
        return;
    m_editor->setProblems(rendering->problems);
    m_problems->setProblems(rendering->problems);
    m_docks->setProblemCount(rendering->problems.size());
    m_remarks->remarkOn(*rendering);
    m_outline->setOutline(rendering->outline);
    m_form->setValues(rendering->metadata);
    m_status->setRendering(*rendering);
    updatePosition();
    updateTitle();
}

void MainWindow::changeMetadata(const QString &name, const std::optional<QString> &value)
{
    const auto changes = session::metadataChanges(m_session->text(), name, value, m_session->blog());
    if (changes)
        m_editor->replace(*changes);
    else
        m_messages->tell(MessageBar::Kind::Error, changes.error());
}

void MainWindow::goTo(session::TextRange range)
{
    m_editor->goTo(range);
    m_editor->setFocus();
}

void MainWindow::showPost()
{
    if (m_pages->currentWidget() != m_splitter) {
        m_pages->setCurrentWidget(m_splitter);
        m_docks->show(m_settings->windowState);
    }
    m_remarks->begin();
    m_form->clear();
    m_form->setSuggestions(session::suggestionsOf(m_session->blog()));
    m_status->setFormat(m_session->format());
    m_preview->setRemark(m_session->text().size() > session::largeTextLength ? tr("made when you press F5")
                                                                             : QString());
    m_editor->setFocus();
    updateTitle();
}

void MainWindow::showStartPage()
{
    if (m_pages->currentWidget() == m_splitter)
        m_settings->windowState = saveState();
    m_startPage->setRecentPosts(m_settings->recentPosts);
    m_pages->setCurrentWidget(m_startPage);
    m_docks->hide();
    m_preview->view()->clear();
    m_startPage->setFocus();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const bool hasPost = m_pages->currentWidget() == m_splitter;
    const bool isModified = m_editor->document()->isModified();
    setWindowTitle(hasPost ? m_session->displayName() + u"[*] — Broadside"_s : u"Broadside"_s);
    setWindowModified(hasPost && isModified);
    setWindowFilePath({});
    m_commands->saveAction()->setEnabled(hasPost);
    m_commands->saveAsAction()->setEnabled(hasPost);
    m_export->exportAction()->setEnabled(hasPost);
    m_repair->repairAction()->setEnabled(hasPost);
    m_markup->setEnabled(hasPost);
    m_status->setSaved(!isModified, !m_session->path().isEmpty());
    m_status->setVisible(hasPost);
}

void MainWindow::updatePosition()
{
    const QTextCursor cursor = m_editor->textCursor();
    m_status->setPosition(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    m_problemsPanel->setPosition(cursor.position());
    m_outlinePanel->setPosition(cursor.position());
}

void MainWindow::updateFolder()
{
    const QString &path = m_session->path();
    m_preview->view()->setFolder(session::sourceFolder(path, m_session->blog()),
                                 path.isEmpty() ? QString() : QFileInfo(path).absolutePath());
    updateTitle();
}

void MainWindow::rememberLayout()
{
    m_settings->windowGeometry = saveGeometry();
    if (m_pages->currentWidget() == m_splitter)
        m_settings->windowState = saveState();
    m_settings->splitterState = m_splitter->saveState();
    m_settings->expandsForm = m_form->isExpanded();
    m_settings->editorZoom = m_editor->zoom();
    m_settings->wrapsLines = m_editor->wrapAction()->isChecked();
    m_settings->previewZoom = m_preview->view()->zoom();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_commands->confirmClose()) {
        event->ignore();
        return;
    }
    rememberLayout();
    m_recovery->end();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(event->mimeData()->urls().front().toLocalFile());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // The web engine wakes once the window is drawn.
    QTimer::singleShot(0, m_preview->view(), &PreviewView::start);
}

} // namespace ui
