// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace session {

/// The looks of a site that was built before.
struct SiteStyle {
    QString folder = {};     // of the html pages; empty where nothing is built
    QStringList sheets = {}; // stylesheets below it, in the order of its pages

    friend bool operator==(const SiteStyle &, const SiteStyle &) = default;
};

/// The stylesheets that the built pages of a blog link to, of those that lie beside the pages. `root` is the blog's folder.
[[nodiscard]] SiteStyle findSiteStyle(const QString &root);

} // namespace session
