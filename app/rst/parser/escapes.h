// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace rst {

/// The text with a null byte for each backslash that escapes something (docutils' `escape2null`); as long as `text`.
[[nodiscard]] std::string withNulls(std::string_view text);

/// Takes null bytes away, and the white space that one escapes (docutils' `unescape`).
[[nodiscard]] std::string withoutNulls(std::string_view text);

} // namespace rst
