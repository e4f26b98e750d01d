// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"

#include "post/post_metadata.h"
#include "rst/settings.h"

#include <string>

namespace session {

/// What the site tells about a post beside its page (ABlog's `postcard.html`): the date in the site's own format, an
/// update, author, location, language, category and tags, by the names that the site gives them.
[[nodiscard]] std::string postcardHtml(const post::PostMetadata &post, DateState state, const post::BlogConfig &blog,
                                       const rst::Settings &settings);

} // namespace session
