// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"

#include <string>
#include <string_view>

namespace post {

/// A date by a format of strftime(), with the names of months and days in a language, `de` or `pt_BR`
/// (`sphinx.util.i18n.format_date`).
[[nodiscard]] std::string localizedDate(const DateTime &date, std::string_view format, std::string_view language);

} // namespace post
