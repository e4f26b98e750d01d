// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/preview_blocks.h"

#include "post/site.h"

#include <cstdint>

namespace session {

/// Where readers meet a post: its own page, a list of posts, a feed reader, a link that somebody shares.
enum class PreviewFace : std::uint8_t { Page, Card, FeedEntry, SocialCard };

/// One face of a post other than its page, from ABlog's own rules for excerpts and pictures; a calm sentence for a text that
/// is no post. `site` has the post's document alone.
[[nodiscard]] PreviewBlock faceBlock(PreviewFace face, const post::Site &site);

} // namespace session
