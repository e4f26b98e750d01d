// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/date.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// What a new post begins with.
struct PostTemplate {
    std::string name = {};  // as on the command line
    std::string label = {}; // as in a menu
    std::string about = {}; // one line of what it is for; may be empty
    std::string tags = {};  // comma list
    std::string body = {};  // reStructuredText below the title, with slots (template_slots.h) to fill in
};

/// Reads the text of a template. A comment at its top may say more about it, all of which can be left out:
///
///     .. template: Board election
///        about: Who may vote, how, and until when
///        tags: election, board
[[nodiscard]] PostTemplate parsePostTemplate(std::string_view name, std::string_view text);

/// The templates, the one for a blank post first: those that Broadside comes with, in place of which, and beside which,
/// are the `.rst` files in the blog's folder of templates.
[[nodiscard]] std::vector<PostTemplate> postTemplates(const BlogConfig &config);
/// The template of that name, or null.
[[nodiscard]] const PostTemplate *findPostTemplate(std::span<const PostTemplate> templates,
                                                   std::string_view name) noexcept;

struct NewPost {
    std::string title = {};
    std::optional<DateTime> date = {}; // nothing: a draft
    std::string tags = {};             // beside the template's and the blog's
};

/// The whole text of a new post: directive, title, body.
[[nodiscard]] std::string newPostText(const PostTemplate &post, const NewPost &wishes, const BlogConfig &config);

} // namespace post
