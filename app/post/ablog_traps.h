// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/finding.h"
#include "post/metadata_source.h"
#include "post/post_metadata.h"
#include "rst/document/document.h"

#include <span>
#include <vector>

namespace post {

/// Where ABlog itself stops, loops or does what nobody meant, in a document that the engine finds nothing wrong with: dates of
/// `update`, formats of `postlist`, posts without a section of their own, front matter that aborts the build, excerpts that
/// break in lists. `posts` are those of the document, `metadata` is what its source says of them.
[[nodiscard]] std::vector<Finding> ablogTraps(const rst::Document &document, const MetadataSource &metadata,
                                              std::span<const PostMetadata> posts, const BlogConfig &config,
                                              const DateTime &today);

/// Says which settings conf.py computes, so that we do not know them; empty for none.
[[nodiscard]] std::string computedSettings(const SiteSettings &site);

/// What in a conf.py stops ABlog: a default that is not among the names it must come from.
[[nodiscard]] std::vector<std::string> siteTraps(const SiteSettings &site);

} // namespace post
