// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"
#include "session/settings.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace ui {

class MessageBar;
class PreviewPane;

/// What can be done with the preview: which face of the post it shows, how wide and in whose looks, find, print, and
/// which pictures of the network it may load.
class PreviewCommands : public QObject
{
    Q_OBJECT

public:
    PreviewCommands(session::PostSession *session, PreviewPane *pane, MessageBar *messages, session::Settings *settings,
                    QWidget *window);

    /// Faces, widths and looks.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    [[nodiscard]] QAction *findAction() const { return m_find; }
    [[nodiscard]] QAction *printAction() const { return m_print; }
    [[nodiscard]] QAction *pdfAction() const { return m_pdf; }

private:
    void addFaces();
    void addWidths();
    void setBlog();
    void applySiteStyle();
    void decideOnPicture(const QUrl &picture);
    void rememberHost(const QString &host);
    /// Of a file that the page is written to.
    [[nodiscard]] QString fileStem() const;
    void print();
    void choosePdf();
    void writePdf(const QString &path);
    [[nodiscard]] QString blogFolder() const;

    session::PostSession *m_session;
    PreviewPane *m_pane;
    MessageBar *m_messages;
    session::Settings *m_settings;
    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_siteStyle;
    QAction *m_find;
    QAction *m_print;
    QAction *m_pdf;
};

} // namespace ui
