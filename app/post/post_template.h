// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/date.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace post {

/// What a new post begins with.
struct PostTemplate {
    std::string_view name = {};  // as on the command line
    std::string_view label = {}; // as in a menu
    std::string_view tags = {};  // comma list
    std::string_view body = {};  // reStructuredText below the title
};

/// The templates, the plain one first.
[[nodiscard]] std::span<const PostTemplate> postTemplates() noexcept;
/// The template of that name, or null.
[[nodiscard]] const PostTemplate *findPostTemplate(std::string_view name) noexcept;

struct NewPost {
    std::string title = {};
    std::optional<DateTime> date = {}; // nothing: a draft
    std::string tags = {};             // beside the template's and the blog's
};

/// The whole text of a new post: directive, title, body.
[[nodiscard]] std::string newPostText(const PostTemplate &post, const NewPost &wishes, const BlogConfig &config);

} // namespace post
