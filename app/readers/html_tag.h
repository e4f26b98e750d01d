// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readers {

/// One tag of HTML, as it stands in Markdown.
struct HtmlTag {
    std::string name = {}; // lower case; empty for what is no tag
    bool isEnd = false;
    std::vector<std::pair<std::string, std::string>> attributes = {};

    [[nodiscard]] std::string_view value(std::string_view attribute) const;
};

/// Reads `<name attribute="value" …>` or `</name>`.
[[nodiscard]] HtmlTag readTag(std::string_view source);

/// The text of a piece of HTML, without its tags.
[[nodiscard]] std::string textOfHtml(std::string_view html);

} // namespace readers
