// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/post_metadata.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace post {

/// The words of an excerpt, its paragraphs parted by spaces.
[[nodiscard]] std::string excerptText(const PostMetadata &metadata);

/// Why an excerpt tells those who see it in a list or a feed nothing of its post.
enum class ExcerptFault : std::uint8_t {
    None,
    Slot,     // what a template leaves to be filled in is a part of it
    Greeting, // "Dear community,"
    Origin,   // "This was originally posted elsewhere."
};

[[nodiscard]] ExcerptFault excerptFault(std::string_view excerpt);

/// Whether two excerpts are the same to a reader: letters' case, punctuation and spaces aside. One that was cut at
/// `longest` bytes is compared as far as it goes.
[[nodiscard]] bool isSameExcerpt(std::string_view excerpt, std::string_view other, std::size_t longest);

} // namespace post
