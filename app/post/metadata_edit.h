// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/metadata_source.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// Replaces the bytes from `begin` to `end` of a source.
struct TextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string replacement = {};
};

/// A wish of the metadata form. The name is an option of `post` (`tags`, `author`, `category`, `location`, `language`, `title`,
/// `excerpt`, `image`, `redirect`, `exclude`, `nocomments`, `canonical_link`, `external_link`, or any other), or `date`.
struct MetadataChange {
    std::string name = {};
    std::optional<std::string> value = {}; // nothing takes the option away; a flag's value is empty
};

struct MetadataEdit {
    std::vector<TextEdit> edits = {}; // in the order of the text, apart from one another; none where nothing changes
    std::string notice = {};          // what the author should know, in plain words; mostly empty
};

/// The smallest edits that make a change: only the bytes of that option, of the date, or of a new line change. Works for any
/// bytes. A post without metadata gets a directive at its top; of two directives the first is changed. White space in the
/// value becomes single blanks. The error is a sentence about a change that cannot be made.
[[nodiscard]] std::expected<MetadataEdit, std::string> editMetadata(std::string_view source,
                                                                    const MetadataChange &change,
                                                                    const BlogConfig &config);

/// The source with the edits applied, which must be in order and apart.
[[nodiscard]] std::string applied(std::string_view source, const std::vector<TextEdit> &edits);

/// What the metadata block says about `name` now: the date or an option's value; nothing where it is not there.
[[nodiscard]] std::optional<std::string> metadataValue(const MetadataBlock &block, std::string_view name);

} // namespace post
