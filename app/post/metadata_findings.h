// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/finding.h"
#include "post/post_metadata.h"
#include "rst/document/document.h"

#include <span>
#include <string_view>
#include <vector>

namespace post {

/// ABlog's traps: dates that stop a build or change with its day, a post without a heading, several directives, directives
/// together with front matter, empty labels, options that are refused.
[[nodiscard]] std::vector<Finding> metadataFindings(std::string_view source, const rst::Document &document,
                                                    const BlogConfig &config, const DateTime &today);
/// The same where the document's posts are known already.
[[nodiscard]] std::vector<Finding> metadataFindings(std::string_view source, const rst::Document &document,
                                                    std::span<const PostMetadata> posts, const BlogConfig &config,
                                                    const DateTime &today);

} // namespace post
