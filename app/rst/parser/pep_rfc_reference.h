// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/settings.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rst {

/// A mention of a PEP or an RFC in plain text; its number without leading zeros.
struct NumberedReference {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view number = {};
};

/// The first `PEP 1` or `pep-0001.txt` in `text[begin, end)`: docutils' setting `pep_references`.
[[nodiscard]] std::optional<NumberedReference> findPepReference(std::string_view text, std::size_t begin,
                                                                std::size_t end);

/// One that begins at `text[begin]`.
[[nodiscard]] std::optional<NumberedReference> pepReferenceAt(std::string_view text, std::size_t begin,
                                                              std::size_t end);

/// The first `RFC 1` or `RFC-1` in `text[begin, end)`: docutils' setting `rfc_references`.
[[nodiscard]] std::optional<NumberedReference> findRfcReference(std::string_view text, std::size_t begin,
                                                                std::size_t end);

/// One that begins at `text[begin]`.
[[nodiscard]] std::optional<NumberedReference> rfcReferenceAt(std::string_view text, std::size_t begin,
                                                              std::size_t end);

/// The address of a PEP or an RFC, from its decimal number.
[[nodiscard]] std::string pepUri(const Settings &settings, std::string_view number);
[[nodiscard]] std::string rfcUri(const Settings &settings, std::string_view number);

} // namespace rst
