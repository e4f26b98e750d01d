// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/python_value.h"

namespace post {

std::optional<std::int64_t> PythonValue::number() const noexcept
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return *number;
    if (const auto *truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    return std::nullopt;
}

bool PythonValue::isTrue() const noexcept
{
    if (const auto *truth = std::get_if<bool>(&value))
        return *truth;
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return *whole != 0;
    if (const auto *number = std::get_if<double>(&value))
        return *number != 0;
    if (text() != nullptr)
        return !text()->empty();
    if (list() != nullptr)
        return !list()->empty();
    return dictionary() != nullptr && !dictionary()->empty();
}

} // namespace post
