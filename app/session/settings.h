// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/recent_posts.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <cstdint>

namespace session {

enum class ColourScheme : std::uint8_t { System, Light, Dark };
enum class ViewMode : std::uint8_t { Text, Both, Preview };

/// Everything the program remembers between runs. The names of the keys exist in settings.cpp alone.
struct Settings {
    ColourScheme colourScheme = ColourScheme::System;
    ViewMode viewMode = ViewMode::Both;
    bool wrapsLines = true;
    bool expandsForm = true;
    int editorZoom = 0; // points added to the editor's font
    double previewZoom = 1.0;
    QString lastFolder = {};
    QByteArray windowGeometry = {};
    QByteArray windowState = {};
    QByteArray splitterState = {};
    QList<RecentPost> recentPosts = {};
};

[[nodiscard]] Settings loadSettings(const QSettings &store);
void saveSettings(const Settings &settings, QSettings &store);

} // namespace session
