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
constexpr QLatin1StringView checksProse("editor/checksProse");
constexpr QLatin1StringView unwantedHints("editor/unwantedHints");
constexpr QLatin1StringView checksSpelling("spelling/checks");
constexpr QLatin1StringView personalWords("spelling/words");
constexpr QLatin1StringView wrapsLines("editor/wrapsLines");
constexpr QLatin1StringView isFocused("editor/focus");
constexpr QLatin1StringView isTypewriter("editor/typewriter");
constexpr QLatin1StringView editorZoom("editor/zoom");
constexpr QLatin1StringView previewZoom("preview/zoom");
constexpr QLatin1StringView lastFolder("files/lastFolder");
constexpr QLatin1StringView blogFolder("files/blogFolder");
constexpr QLatin1StringView windowGeometry("window/geometry");
constexpr QLatin1StringView windowState("window/state");
constexpr QLatin1StringView splitterState("window/splitter");
constexpr QLatin1StringView archiveFolder("archive/folder");
constexpr QLatin1StringView archiveState("archive/state");
constexpr QLatin1StringView twinPath("repair/copies");
constexpr QLatin1StringView skippedRepairs("repair/skipped"); // a map of path to reason
constexpr QLatin1StringView recentPosts("files/recent");      // lists of path, title, ISO date and time, branch
constexpr QLatin1StringView restoresSession("files/restoresSession");
constexpr QLatin1StringView openPosts("files/open");   // lists of path, position
constexpr QLatin1StringView shortcuts("keys/actions"); // a map of action to keys
constexpr QLatin1StringView usesSiteStyle("preview/siteStyle");
constexpr QLatin1StringView pageWidth("preview/width");
constexpr QLatin1StringView pictureHosts("preview/pictureHosts"); // lists of a folder and hosts
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
    settings.checksProse = store.value(key::checksProse, settings.checksProse).toBool();
    settings.unwantedHints = store.value(key::unwantedHints).toStringList();
    settings.checksSpelling = store.value(key::checksSpelling, settings.checksSpelling).toBool();
    settings.personalWords = store.value(key::personalWords).toStringList();
    settings.wrapsLines = store.value(key::wrapsLines, settings.wrapsLines).toBool();
    settings.isFocused = store.value(key::isFocused, settings.isFocused).toBool();
    settings.isTypewriter = store.value(key::isTypewriter, settings.isTypewriter).toBool();
    settings.editorZoom = std::clamp(store.value(key::editorZoom, settings.editorZoom).toInt(), -6, 30);
    settings.previewZoom = std::clamp(store.value(key::previewZoom, settings.previewZoom).toDouble(), 0.25, 5.0);
    settings.lastFolder = store.value(key::lastFolder).toString();
    settings.blogFolder = store.value(key::blogFolder).toString();
    settings.windowGeometry = store.value(key::windowGeometry).toByteArray();
    settings.windowState = store.value(key::windowState).toByteArray();
    settings.splitterState = store.value(key::splitterState).toByteArray();
    settings.archiveFolder = store.value(key::archiveFolder).toString();
    settings.archiveState = store.value(key::archiveState).toByteArray();
    settings.twinPath = store.value(key::twinPath).toString();
    const QVariantMap skipped = store.value(key::skippedRepairs).toMap();
    for (const auto &[path, reason] : skipped.asKeyValueRange())
        settings.skippedRepairs.insert(path, reason.toString());
    for (const QVariant &entry : store.value(key::recentPosts).toList()) {
        const QStringList fields = entry.toStringList();
        if ((fields.size() == 3 || fields.size() == 4) && settings.recentPosts.size() < mostRecentPosts)
            settings.recentPosts.append(
                {fields[0], fields[1], QDateTime::fromString(fields[2], Qt::ISODate), fields.value(3)});
    }
    settings.restoresSession = store.value(key::restoresSession, settings.restoresSession).toBool();
    for (const QVariant &entry : store.value(key::openPosts).toList()) {
        const QStringList fields = entry.toStringList();
        if (fields.size() == 2 && settings.openPosts.size() < mostRecentPosts)
            settings.openPosts.append({fields[0], std::max(fields[1].toInt(), 0)});
    }
    const QVariantMap shortcuts = store.value(key::shortcuts).toMap();
    for (const auto &[action, keys] : shortcuts.asKeyValueRange())
        settings.shortcuts.insert(action, keys.toString());
    settings.usesSiteStyle = store.value(key::usesSiteStyle, settings.usesSiteStyle).toBool();
    settings.pageWidth = std::clamp(store.value(key::pageWidth, settings.pageWidth).toInt(), 0, 4000);
    for (const QVariant &entry : store.value(key::pictureHosts).toList()) {
        if (const QStringList fields = entry.toStringList(); fields.size() > 1)
            settings.pictureHosts.insert(fields.front(), fields.sliced(1));
    }
    return settings;
}

void saveSettings(const Settings &settings, QSettings &store)
{
    store.setValue(key::colourScheme, int(settings.colourScheme));
    store.setValue(key::viewMode, int(settings.viewMode));
    store.setValue(key::expandsForm, settings.expandsForm);
    store.setValue(key::checksProse, settings.checksProse);
    store.setValue(key::unwantedHints, settings.unwantedHints);
    store.setValue(key::checksSpelling, settings.checksSpelling);
    store.setValue(key::personalWords, settings.personalWords);
    store.setValue(key::wrapsLines, settings.wrapsLines);
    store.setValue(key::isFocused, settings.isFocused);
    store.setValue(key::isTypewriter, settings.isTypewriter);
    store.setValue(key::editorZoom, settings.editorZoom);
    store.setValue(key::previewZoom, settings.previewZoom);
    store.setValue(key::lastFolder, settings.lastFolder);
    store.setValue(key::blogFolder, settings.blogFolder);
    store.setValue(key::windowGeometry, settings.windowGeometry);
    store.setValue(key::windowState, settings.windowState);
    store.setValue(key::splitterState, settings.splitterState);
    store.setValue(key::archiveFolder, settings.archiveFolder);
    store.setValue(key::archiveState, settings.archiveState);
    store.setValue(key::twinPath, settings.twinPath);
    QVariantMap skipped;
    for (const auto &[path, reason] : settings.skippedRepairs.asKeyValueRange())
        skipped.insert(path, reason);
    store.setValue(key::skippedRepairs, skipped);
    QVariantList recent;
    for (const RecentPost &post : settings.recentPosts)
        recent.append(QStringList{post.path, post.title, post.opened.toString(Qt::ISODate), post.branch});
    store.setValue(key::recentPosts, recent);
    store.setValue(key::restoresSession, settings.restoresSession);
    QVariantList open;
    for (const OpenPost &post : settings.openPosts)
        open.append(QStringList{post.path, QString::number(post.position)});
    store.setValue(key::openPosts, open);
    QVariantMap shortcuts;
    for (const auto &[action, keys] : settings.shortcuts.asKeyValueRange())
        shortcuts.insert(action, keys);
    store.setValue(key::shortcuts, shortcuts);
    store.setValue(key::usesSiteStyle, settings.usesSiteStyle);
    store.setValue(key::pageWidth, settings.pageWidth);
    QVariantList hosts;
    for (const auto &[folder, names] : settings.pictureHosts.asKeyValueRange())
        hosts.append(QVariant(QStringList{folder} + names));
    store.setValue(key::pictureHosts, hosts);
}

} // namespace session
