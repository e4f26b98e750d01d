// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/recent_posts.h"

#include <QByteArray>
#include <QMap>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace session {

enum class ColourScheme : std::uint8_t { System, Light, Dark };
enum class ViewMode : std::uint8_t { Text, Both, Preview };

/// A post that was open when the program ended, and where its cursor was.
struct OpenPost {
    QString path = {};
    int position = 0;

    friend bool operator==(const OpenPost &, const OpenPost &) = default;
};

/// Everything the program remembers between runs. The names of the keys exist in settings.cpp alone.
struct Settings {
    ColourScheme colourScheme = ColourScheme::System;
    ViewMode viewMode = ViewMode::Both;
    bool wrapsLines = true;
    bool expandsForm = true;
    bool isFocused = false;    // only the paragraph at the cursor is not faint
    bool isTypewriter = false; // the line at the cursor stays in the middle
    int editorZoom = 0;        // points added to the editor's font
    bool checksProse = true;
    QStringList unwantedHints = {}; // about the words, by their rules
    bool checksSpelling = true;
    QStringList personalWords = {}; // that are never misspelt
    double previewZoom = 1.0;
    QString lastFolder = {};
    QString blogFolder = {}; // whose rules a new post follows; empty for none chosen
    QByteArray windowGeometry = {};
    QByteArray windowState = {};
    QByteArray splitterState = {};
    QString archiveFolder = {};                 // whose posts the archive shows; empty: none
    QByteArray archiveState = {};               // how the archive is shown
    QString twinPath = {};                      // copies of the posts, for repair
    QMap<QString, QString> skippedRepairs = {}; // posts that are not to be repaired, by path, and why
    QList<RecentPost> recentPosts = {};
    bool restoresSession = true;
    QList<OpenPost> openPosts = {};
    QMap<QString, QString> shortcuts = {};        // of actions, by name, that the user has given other keys
    bool usesSiteStyle = true;                    // where a built site has stylesheets
    int pageWidth = 0;                            // of the preview, in pixels; 0 for all there is
    QMap<QString, QStringList> pictureHosts = {}; // whose pictures may be loaded, by the blog's folder

    friend bool operator==(const Settings &, const Settings &) = default;
};

[[nodiscard]] Settings loadSettings(const QSettings &store);
void saveSettings(const Settings &settings, QSettings &store);

} // namespace session
