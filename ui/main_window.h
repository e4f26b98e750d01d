// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/settings.h"

#include <QMainWindow>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace session {
class BlogArchive;
}

namespace ui {

class ArchivePanel;

class DraftRecovery;
class DriftCommand;
class ExportCommand;
class HeldPictures;
class HistoryCommand;
class ImportCommand;
class MarkupCommands;
class MessageBar;
class OutlineModel;
class OutlinePanel;
class PanelLink;
class PasteCommands;
class PostCommands;
class PostRemarks;
class PreviewCommands;
class PreviewPane;
class ProblemsModel;
class ProblemsPanel;
class RepairCommand;
class RstEditor;
class RstCompleter;
class ScrollLink;
class SiteLinkFollower;
class SpellingCommands;
class StartPage;
class StartPageLink;
class StatusLine;
class StructureCommands;
class ViewActions;
class WindowDocks;
class WritingPane;

/// The window: composes the panels and connects them with the session. It owns no state of the post.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(session::Settings *settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a file as the user would.
    void openFile(const QString &path);
    /// Offers what an earlier run could not save.
    void offerDrafts();
    /// Opens a post of the last time, at the place where it was left.
    void restorePost(const session::OpenPost &post);
    /// The post that is open and has a file, and where its cursor is.
    [[nodiscard]] std::optional<session::OpenPost> openPost() const;

    [[nodiscard]] const session::PostSession *postSession() const { return m_session; }
    [[nodiscard]] RstEditor *editor() const;
    [[nodiscard]] PreviewPane *preview() const { return m_preview; }
    [[nodiscard]] ExportCommand *exporter() const { return m_export; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void makeMenus();
    void connectParts();
    void takeDrops();
    void showPost();
    void showStartPage();
    void updateTitle();
    void updateFolder();

    session::Settings *m_settings;
    bool m_isDrawn = false;
    session::PostSession *m_session;
    session::BlogArchive *m_archive;

    QStackedWidget *m_pages;
    StartPage *m_startPage;
    QSplitter *m_splitter;
    WritingPane *m_writing;
    PreviewPane *m_preview;
    MessageBar *m_messages;
    ArchivePanel *m_archivePanel;
    OutlineModel *m_outline;
    OutlinePanel *m_outlinePanel;
    ProblemsModel *m_problems;
    ProblemsPanel *m_problemsPanel;
    WindowDocks *m_docks;
    StatusLine *m_status;
    PostRemarks *m_remarks;

    HeldPictures *m_held;
    PostCommands *m_commands;
    DraftRecovery *m_recovery;
    HistoryCommand *m_history;
    StartPageLink *m_start;
    ImportCommand *m_import;
    MarkupCommands *m_markup;
    StructureCommands *m_structure;
    PasteCommands *m_paste;
    ExportCommand *m_export;
    RepairCommand *m_repair;
    SpellingCommands *m_spelling;
    RstCompleter *m_completer;
    DriftCommand *m_drift;
    PreviewCommands *m_previewCommands;
    ViewActions *m_view;
    ScrollLink *m_scrollLink;
    SiteLinkFollower *m_siteLinks;
    PanelLink *m_panelLink;
};

} // namespace ui
