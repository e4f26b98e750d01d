// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

#include <QObject>

class QAction;
class QActionGroup;
class QSplitter;
class QWidget;

namespace ui {

/// Text, both or preview; light or dark; full screen.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    /// `text` and `preview` are the two panes.
    ViewActions(session::Settings *settings, QWidget *text, QWidget *preview, QWidget *window);

    [[nodiscard]] QList<QAction *> modes() const { return m_modes; }
    [[nodiscard]] QList<QAction *> colourSchemes() const { return m_schemes; }
    [[nodiscard]] QAction *fullScreenAction() const { return m_fullScreen; }
    void setMode(session::ViewMode mode);

Q_SIGNALS:
    void modeChanged(session::ViewMode mode);

private:
    void setScheme(session::ColourScheme scheme);
    [[nodiscard]] QAction *choice(QActionGroup *group, const QString &name, QLatin1StringView icon, const QString &text,
                                  const QKeySequence &keys);

    session::Settings *m_settings;
    QWidget *m_text;
    QWidget *m_preview;
    QWidget *m_window;
    QList<QAction *> m_modes;
    QList<QAction *> m_schemes;
    QAction *m_fullScreen;
};

} // namespace ui
