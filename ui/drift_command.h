// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_session.h"

#include <QObject>

class QAction;
class QWidget;

namespace ui {

/// Opens the comparison of what Broadside shows with what the blog's own Sphinx builds.
class DriftCommand : public QObject
{
    Q_OBJECT

public:
    DriftCommand(const session::PostSession *session, QWidget *window);

    [[nodiscard]] QAction *driftAction() const { return m_drift; }

Q_SIGNALS:
    void openNeeded(const QString &path);

private:
    void open();

    const session::PostSession *m_session;
    QWidget *m_window;
    QAction *m_drift;
};

} // namespace ui
