// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/post_metadata.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// An excerpt that is compared with those of many other posts.
class ComparedExcerpt
{
public:
    explicit ComparedExcerpt(std::string excerpt);

    /// Whether another one is the same to a reader: letters' case, punctuation and spaces aside. If that was cut at
    /// `longest` bytes, it is compared as far as it goes.
    [[nodiscard]] bool isSameAs(std::string_view other, std::size_t longest) const;

private:
    std::string m_excerpt;
    std::vector<std::string> m_words;
};

} // namespace post
