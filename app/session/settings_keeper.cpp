// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/settings_keeper.h"

namespace session {

SettingsKeeper::SettingsKeeper(const Settings *settings, QSettings *store, std::chrono::milliseconds pause)
    : m_settings(settings)
    , m_store(store)
    , m_kept(*settings)
{
    m_timer.callOnTimeout(this, &SettingsKeeper::keep);
    m_timer.start(pause);
}

void SettingsKeeper::keep()
{
    if (*m_settings == m_kept)
        return;
    m_kept = *m_settings;
    saveSettings(m_kept, *m_store);
    m_store->sync();
}

} // namespace session
