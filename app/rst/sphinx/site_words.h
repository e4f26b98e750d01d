// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string_view>

namespace rst {

/// What Sphinx and ABlog write into a page in the site's language, besides the titles of notes (admonition_labels.h).
enum class SiteWord : std::uint8_t {
    Todo,
    Section, // with %s for the number, like the next three
    Figure,
    Table,
    Listing,
    Index,
    ModuleIndex,
    SearchPage,
    Parameters,
    Variables,
    Raises,
    Returns,
    ReturnType,
    Type,
    Default,
    DateFormat, // of |today|
    UpdatedOn,
};

/// A word in a language, `de` or `pt_BR`: that of its region, or of the language at large, else English
/// (Python's `gettext.translation`).
[[nodiscard]] std::string_view siteWord(SiteWord word, std::string_view language) noexcept;

} // namespace rst
