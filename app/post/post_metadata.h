// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/date.h"
#include "rst/document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace post {

/// One element of an excerpt: its text, or a picture's address.
struct ExcerptPart {
    bool isImage = false;
    std::string text = {};
    std::string alternative = {}; // of a picture

    friend bool operator==(const ExcerptPart &, const ExcerptPart &) = default;
};

/// A post as ABlog registers it.
struct PostMetadata {
    bool isDraft = true;       // no date, or one after today
    std::string section = {};  // the id of the section that the post is; empty for the whole document
    std::string dateText = {}; // as written
    ParsedDate date = {};
    DateTime updated = {};  // the newest of the date and the `update` directives; without a date meaningless
    std::string title = {}; // empty: there is none, and the build stops
    std::vector<std::string> tags = {}, author = {}, category = {}, location = {}, language = {}, redirect = {};
    std::vector<ExcerptPart> excerpt = {};
    bool noComments = false;
    bool exclude = false;
    std::string canonicalLink = {}; // empty: none
    std::string externalLink = {};
    bool isFrontMatter = false;
    bool isInSection = false;             // one of several on its page, or by post_always_section: it is a section
    rst::NodeId node = rst::NodeId::None; // the `post` element, which is no longer in the tree
};

/// The posts of a document that the `sphinx` dialect has read, in the order of their directives
/// (https://ablog.readthedocs.io/en/stable/manual/posting-and-listing.html).
/// Parts that a date lacks come from `today`.
[[nodiscard]] std::vector<PostMetadata> readPosts(const rst::Document &document, const BlogConfig &config,
                                                  const DateTime &today);
/// The same where drafts are told from posts by another day than the one that dates take their missing parts from: ABlog
/// asks the clock, whatever the site's settings call today.
[[nodiscard]] std::vector<PostMetadata> readPosts(const rst::Document &document, const BlogConfig &config,
                                                  const DateTime &today, const DateTime &clock);

/// The items of a comma list, trimmed; empty ones are kept, as ABlog keeps them: an empty text has one.
[[nodiscard]] std::vector<std::string> commaList(std::string_view text);

} // namespace post
