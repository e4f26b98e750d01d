// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "readers/post_source.h"
#include "rst/document/document.h"

#include <string_view>

namespace readers {

/// A page that was saved from the web.
struct HtmlPage {
    ImportedPost post = {};
    rst::Document body = {};
};

/// Reads the post of a page: its `article` or `main` part where it has one, without its navigation and without the heading
/// that repeats the title. What the page says of itself for search engines and for links that are shared gives title, date,
/// author, tags and address (https://ogp.me/, https://html.spec.whatwg.org/multipage/semantics.html#standard-metadata-names);
/// `name` stands for an address that it does not name. Never fails.
[[nodiscard]] HtmlPage readPage(std::string_view html, std::string_view name);

} // namespace readers
