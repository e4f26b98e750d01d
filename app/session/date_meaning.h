// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"

#include <QString>

#include <cstdint>

namespace session {

/// What a post's date comes to on the site.
enum class DateState : std::uint8_t { Draft, Published, Scheduled, Unsteady, Unreadable };

[[nodiscard]] DateState dateStateOf(const post::ParsedDate &date, const post::DateTime &today);

/// What the date means for those who wait for the post on an ABlog site, in words: a draft, hidden until a build of that day,
/// public, and by which clock. `zone` is that of this machine, "Europe/Lisbon".
[[nodiscard]] QString dateMeaning(const post::ParsedDate &date, const post::DateTime &today, const QString &zone);

} // namespace session
