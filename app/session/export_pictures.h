// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"

#include <QStringList>

#include <stop_token>

namespace session {

/// The hosts that a post shows pictures from, each once; empty where all its pictures are the blog's.
[[nodiscard]] QStringList pictureHostsOf(const RenderingPtr &post);

/// Whether the text of a post holds pictures itself, in "data:" addresses.
[[nodiscard]] bool holdsPictures(const RenderingPtr &post);

/// The folder below the blog's that they would come into: "_static/2026".
[[nodiscard]] QString pictureFolderOf(const ExportRequest &request, const publish::ExportPlan &plan);

/// A post whose pictures were brought into the blog.
struct BroughtPictures {
    QString text = {};         // with the new addresses
    QStringList problems = {}; // a sentence for each picture that stays where it is
    int brought = 0;
};

/// Fetches the post's pictures from the network, takes those out that its text holds, and writes them into the blog's
/// folder for pictures, all or none. The text is only given back. Very slow; for a worker.
[[nodiscard]] BroughtPictures bringPictures(const ExportRequest &request, const publish::ExportPlan &plan,
                                            const std::stop_token &stop);

} // namespace session
