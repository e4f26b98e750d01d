// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/arguments.h"
#include "post/blog_config.h"
#include "post/date.h"
#include "rst/settings.h"

#include <expected>
#include <string>

namespace cli {

/// The engine's settings for a post of a blog.
[[nodiscard]] rst::Settings sphinxSettings(const post::BlogConfig &config, const post::DateTime &today);

/// The value of `--today`, or the real day; the error is a sentence.
[[nodiscard]] std::expected<post::DateTime, std::string> todayFrom(const Arguments &arguments);

} // namespace cli
