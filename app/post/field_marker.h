// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>

namespace post {

/// The length of the `:name:` that a line begins with, colons included; 0 where it begins with none.
/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#field-lists
[[nodiscard]] std::size_t fieldMarkerLength(std::string_view line) noexcept;

} // namespace post
