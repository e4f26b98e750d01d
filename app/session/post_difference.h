// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_renderer.h"
#include "session/rendering.h"

#include <QString>

namespace session {

/// Two states of a post, compared.
struct PostDifference {
    RenderingPtr page = {}; // the later state's blocks; those that are new and those that are gone are marked
    QString text = {};      // in the unified format; empty where the texts are alike
    int places = 0;         // of the page that differ
    int first = 0;          // the block of the first of them
};

/// Renders both states as readers see them. `later` says where the post lies, and is what the page is of.
[[nodiscard]] PostDifference postDifference(const QString &earlier, const RenderRequest &later);

} // namespace session
