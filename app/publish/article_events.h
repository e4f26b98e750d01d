// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace publish {

/// An article's HTML as one event a line, so that two renderings can be compared: start tags with their attributes and classes
/// in order, end tags, and texts. What does not count is left out: paragraph signs after headings, the colours of code,
/// comments, scripts, what ABlog puts below an article, and white space that a browser does not show.
/// Of a whole page the article alone is taken: its `article`, `div.body` or `main`.
[[nodiscard]] std::string articleEvents(std::string_view html);

} // namespace publish
