// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/settings.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace session {

/// Writes settings down soon after they changed, so that a crash or a power cut costs neither the chosen blog nor the list of
/// recent posts. Settings that are as they were write nothing.
class SettingsKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds defaultPause = std::chrono::seconds(5);

    SettingsKeeper(const Settings *settings, QSettings *store, std::chrono::milliseconds pause = defaultPause);

    void keep();

private:
    const Settings *m_settings;
    QSettings *m_store;
    Settings m_kept;
    QTimer m_timer;
};

} // namespace session
