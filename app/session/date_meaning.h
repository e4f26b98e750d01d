// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <optional>

namespace session {

/// What a post's date comes to on the site.
enum class DateState : std::uint8_t { Draft, Published, Scheduled, Unsteady, Unreadable };

[[nodiscard]] DateState dateStateOf(const post::ParsedDate &date, const post::DateTime &today);

/// What the date means for those who wait for the post on an ABlog site, in words: a draft, hidden until a build of that day,
/// public, and by which clock. `zone` is that of this machine, "Europe/Lisbon".
[[nodiscard]] QString dateMeaning(const post::ParsedDate &date, const post::DateTime &today, const QString &zone);

/// The day as the blog writes dates; `format` is that of its settings.
[[nodiscard]] QString writtenDay(const QDate &day, const QString &format);

/// The day that words such as "tomorrow" mean; nothing where they are no such words.
[[nodiscard]] std::optional<QDate> meantDay(const QString &typed, const post::DateTime &today);

/// What somebody typed as a date, with words such as "tomorrow" turned into the day they mean. All else stays.
[[nodiscard]] QString typedDate(const QString &typed, const QString &format, const post::DateTime &today);

} // namespace session
