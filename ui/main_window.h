// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/settings.h"

#include <QMainWindow>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace ui {

class DraftRecovery;
class ExportCommand;
class FindBar;
class MarkupCommands;
class MessageBar;
class MetadataForm;
class OutlineModel;
class OutlinePanel;
class PostCommands;
class PostRemarks;
class PreviewPane;
class ProblemsModel;
class ProblemsPanel;
class RepairCommand;
class RstEditor;
class ScrollLink;
class StartPage;
class StatusLine;
class ViewActions;
class WindowDocks;

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

    [[nodiscard]] const session::PostSession *postSession() const { return m_session; }
    [[nodiscard]] RstEditor *editor() const { return m_editor; }
    [[nodiscard]] PreviewPane *preview() const { return m_preview; }
    [[nodiscard]] ExportCommand *exporter() const { return m_export; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void makeMenus();
    void restoreLayout();
    void connectText();
    void connectPanels();
    void showRendering(const session::RenderingPtr &rendering);
    void changeMetadata(const QString &name, const std::optional<QString> &value);
    void goTo(session::TextRange range);
    void showPost();
    void showStartPage();
    void updateTitle();
    void updatePosition();
    void updateFolder();
    void rememberLayout();

    session::Settings *m_settings;
    session::PostSession *m_session;

    QStackedWidget *m_pages;
    StartPage *m_startPage;
    QSplitter *m_splitter;
    QWidget *m_writing;
    MetadataForm *m_form;
    MessageBar *m_messages;
    RstEditor *m_editor;
    FindBar *m_findBar;
    PreviewPane *m_preview;
    OutlineModel *m_outline;
    OutlinePanel *m_outlinePanel;
    ProblemsModel *m_problems;
    ProblemsPanel *m_problemsPanel;
    WindowDocks *m_docks;
    StatusLine *m_status;
    PostRemarks *m_remarks;

    PostCommands *m_commands;
    DraftRecovery *m_recovery;
    MarkupCommands *m_markup;
    ExportCommand *m_export;
    RepairCommand *m_repair;
    ViewActions *m_view;
    ScrollLink *m_scrollLink;
};

} // namespace ui
