// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/date.h"

#include <chrono>
#include <ctime>

namespace rst {

std::string formattedDate(const std::string &format, std::int64_t epoch, TimeZone zone)
{
    const std::time_t now =
        epoch >= 0 ? std::time_t(epoch) : std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm time = {};
    if (epoch >= 0 || zone == TimeZone::Utc)
        gmtime_r(&now, &time);
    else
        localtime_r(&now, &time);
    const std::string guarded = format + ' '; // so that the result is never empty, which would look like a lack of room
    std::string text(guarded.size() * 4 + 64, '\0');
    std::size_t size = 0;
    while ((size = std::strftime(text.data(), text.size(), guarded.c_str(), &time)) == 0)
        text.resize(text.size() * 2);
    text.resize(size - 1);
    return text;
}

} // namespace rst
