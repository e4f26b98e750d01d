// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace post {

/// The day that words mean on the day `today`: "tomorrow", "next Monday", "in two weeks". Nothing for all other text, dates
/// among it. ABlog knows none of these words but weekdays, and takes those from the day of the build.
[[nodiscard]] std::optional<DateTime> dayInWords(std::string_view text, const DateTime &today);

/// The day as the blog writes dates: by its own format where conf.py gives one that says the whole day, else as 2026-12-01,
/// which every site reads.
[[nodiscard]] std::string writtenDay(const DateTime &day, std::string_view format);

} // namespace post
