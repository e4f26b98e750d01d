// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/arguments.h"
#include "post/date.h"

#include <expected>
#include <string>

namespace cli {

/// The value of `--today`, or the real day; the error is a sentence.
[[nodiscard]] std::expected<post::DateTime, std::string> todayFrom(const Arguments &arguments);

} // namespace cli
