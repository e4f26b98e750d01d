// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/settings.h"

#include <algorithm>

namespace session {

namespace {

namespace key {
constexpr QLatin1StringView colourScheme("view/colourScheme");
constexpr QLatin1StringView viewMode("view/mode");
constexpr QLatin1StringView expandsForm("view/expandsForm");
constexpr QLatin1StringView wrapsLines("editor/wrapsLines");
constexpr QLatin1StringView editorZoom("editor/zoom");
constexpr QLatin1StringView previewZoom("preview/zoom");
constexpr QLatin1StringView lastFolder("files/lastFolder");
constexpr QLatin1StringView windowGeometry("window/geometry");
constexpr QLatin1StringView windowState("window/state");
constexpr QLatin1StringView splitterState("window/splitter");
constexpr QLatin1StringView recentPosts("files/recent"); // lists of path, title, ISO date and time
} // namespace key

/// An enumerator kept as a number; out of range counts as not there.
template <class Enum>
Enum enumValue(const QSettings &store, QLatin1StringView name, Enum fallback, Enum last)
{
    const int value = store.value(name, int(fallback)).toInt();
    return value >= 0 && value <= int(last) ? Enum(value) : fallback;
}

} // namespace

Settings loadSettings(const QSettings &store)
{
    Settings settings;
    settings.colourScheme = enumValue(store, key::colourScheme, settings.colourScheme, ColourScheme::Dark);
    settings.viewMode = enumValue(store, key::viewMode, settings.viewMode, ViewMode::Preview);
    settings.expandsForm = store.value(key::expandsForm, settings.expandsForm).toBool();
    settings.wrapsLines = store.value(key::wrapsLines, settings.wrapsLines).toBool();
    settings.editorZoom = std::clamp(store.value(key::editorZoom, settings.editorZoom).toInt(), -6, 30);
    settings.previewZoom = std::clamp(store.value(key::previewZoom, settings.previewZoom).toDouble(), 0.25, 5.0);
    settings.lastFolder = store.value(key::lastFolder).toString();
    settings.windowGeometry = store.value(key::windowGeometry).toByteArray();
    settings.windowState = store.value(key::windowState).toByteArray();
    settings.splitterState = store.value(key::splitterState).toByteArray();
    for (const QVariant &entry : store.value(key::recentPosts).toList()) {
        const QStringList fields = entry.toStringList();
        if (fields.size() == 3 && settings.recentPosts.size() < mostRecentPosts)
            settings.recentPosts.append({fields[0], fields[1], QDateTime::fromString(fields[2], Qt::ISODate)});
    }
    return settings;
}

void saveSettings(const Settings &settings, QSettings &store)
{
    store.setValue(key::colourScheme, int(settings.colourScheme));
    store.setValue(key::viewMode, int(settings.viewMode));
    store.setValue(key::expandsForm, settings.expandsForm);
    store.setValue(key::wrapsLines, settings.wrapsLines);
    store.setValue(key::editorZoom, settings.editorZoom);
    store.setValue(key::previewZoom, settings.previewZoom);
    store.setValue(key::lastFolder, settings.lastFolder);
    store.setValue(key::windowGeometry, settings.windowGeometry);
    store.setValue(key::windowState, settings.windowState);
    store.setValue(key::splitterState, settings.splitterState);
    QVariantList recent;
    for (const RecentPost &post : settings.recentPosts)
        recent.append(QStringList{post.path, post.title, post.opened.toString(Qt::ISODate)});
    store.setValue(key::recentPosts, recent);
}

} // namespace session
