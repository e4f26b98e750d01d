// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rst {

/// A URI or e-mail address that stands in text without markup.
struct StandaloneHyperlink {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view scheme = {}; // empty for an e-mail address
};

/// The first standalone hyperlink in `text[begin, end)`, or nothing. Escaping backslashes are NULs in `text`.
/// The scheme may be one that nobody knows: see isKnownScheme().
/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#standalone-hyperlinks
[[nodiscard]] std::optional<StandaloneHyperlink> findStandaloneHyperlink(std::string_view text, std::size_t begin,
                                                                         std::size_t end) noexcept;

/// The standalone hyperlink that begins at `text[begin]` in `text[begin, end)`, or nothing.
[[nodiscard]] std::optional<StandaloneHyperlink> standaloneHyperlinkAt(std::string_view text, std::size_t begin,
                                                                       std::size_t end) noexcept;

/// Whether the scheme is in docutils' list of URI schemes, whatever its letters' case.
[[nodiscard]] bool isKnownScheme(std::string_view scheme);

/// Whether the whole of `text` is an e-mail address.
[[nodiscard]] bool isEmailAddress(std::string_view text) noexcept;

} // namespace rst
