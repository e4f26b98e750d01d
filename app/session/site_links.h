// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/rendering.h"

#include "post/site_index.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace session {

/// A place in a document of the blog.
struct SitePlace {
    QString path = {}; // of the file
    QString id = {};   // of the element; empty for the document's begin

    friend bool operator==(const SitePlace &, const SitePlace &) = default;
};

/// Where a link on the page of a post leads, if that is the page of a document of its blog; `postPath` is the post's file.
[[nodiscard]] std::optional<SitePlace> placeOnSite(const QUrl &link, const QString &postPath,
                                                   const post::SiteIndex &site);

/// The text of the element with that id; nothing where there is none.
[[nodiscard]] std::optional<TextRange> textOfId(const Rendering &rendering, const QString &id);

} // namespace session
