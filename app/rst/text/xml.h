// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace rst {

/// Text as it may stand in an XML or HTML attribute between double quotation marks, and in an element.
[[nodiscard]] std::string escapedXml(std::string_view text);

} // namespace rst
