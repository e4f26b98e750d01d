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

/// What stands there for a text that means to be a post, but that the site takes for another page, as it does for an option
/// that `post` does not have.
[[nodiscard]] std::string noPostHtml();

} // namespace session
