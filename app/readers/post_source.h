// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "readers/blogger_reader.h"
#include "readers/front_matter.h"
#include "rst/document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace readers {

/// What another system says of a post.
struct ImportedPost {
    std::string title = {};
    std::string date = {}; // YYYY-MM-DD in the post's own time zone; empty: a draft
    std::string author = {};
    std::vector<std::string> tags = {};
    std::string url = {};
};

/// What an entry of Blogger's export says of its post.
[[nodiscard]] ImportedPost importedPost(const BloggerEntry &entry);
/// What front matter says of its post; `name` stands for an address that it does not name.
[[nodiscard]] ImportedPost importedPost(const FrontMatter &front, std::string_view name);

/// Takes the first heading out of the body where it says the post's title again, or where it is the only one of its level and
/// the post has no other title.
void settleTitle(ImportedPost &post, rst::Document &body);

/// A whole post in reStructuredText: the directive, the title, the body.
[[nodiscard]] std::string postSource(const ImportedPost &post, const rst::Document &body);

/// The last part of an address without its extension, in the characters of file names; empty where there is none.
[[nodiscard]] std::string slugOfUrl(std::string_view url);

} // namespace readers
