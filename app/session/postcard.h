// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"

#include <string>

namespace session {

/// What the site tells about a post below its title: date, author, location, language, category and tags.
[[nodiscard]] std::string postcardHtml(const MetadataValues &metadata);

} // namespace session
