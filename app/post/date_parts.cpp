// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/date_parts.h"

#include "post/date.h"

#include <algorithm>
#include <array>
#include <string>

namespace post::dateutil {

Or<void> YearMonthDay::addText(std::string_view digits, Label label)
{
    const bool isNumber = !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return noDate;
    return add(*wholeNumber(digits), label, digits.size() > 2);
}

Or<void> YearMonthDay::addValue(const Decimal &value, Label label)
{
    return add(value.whole, label, value.whole > 100 || (value.whole == 100 && value.fraction > 0));
}

Or<void> YearMonthDay::add(std::int64_t value, Label label, bool isYear)
{
    if (isYear) {
        m_hasCentury = true;
        if (label != Label::None && label != Label::Year)
            return noDate;
        label = Label::Year;
    }
    m_values.push_back(value);
    if (label == Label::None)
        return {};
    auto &index = label == Label::Year ? m_year : label == Label::Month ? m_month : m_day;
    if (index)
        return noDate; // said twice
    index = m_values.size() - 1;
    return {};
}

bool YearMonthDay::canBeDay(const Decimal &value) const
{
    if (m_day)
        return false;
    const std::int64_t longest =
        !m_month ? 31 : daysInMonth(m_year ? int(m_values[*m_year] % 400) : 2000, int(m_values[*m_month]));
    return value.whole >= 1 && (value.whole < longest || (value.whole == longest && value.fraction == 0));
}

/// All is labelled, or all but one of three.
YearMonthDay::Resolved YearMonthDay::byLabels() const
{
    std::array<std::optional<std::size_t>, 3> indices = {m_year, m_month, m_day};
    if (m_values.size() == 3) {
        for (auto &index : indices) {
            for (std::size_t i = 0; !index && i < 3; ++i) {
                if (std::ranges::find(indices, std::optional(i)) == indices.end())
                    index = i;
            }
        }
    }
    const auto at = [this](std::optional<std::size_t> index) {
        return index ? std::optional(m_values[*index]) : std::nullopt;
    };
    return {at(indices[0]), at(indices[1]), at(indices[2])};
}

/// Three numbers of which at most one is labelled.
YearMonthDay::Resolved YearMonthDay::three() const
{
    const std::int64_t first = m_values[0], second = m_values[1], third = m_values[2];
    if (m_month == 0)
        return second > 31 ? Resolved{second, first, third} : Resolved{third, first, second};
    if (m_month == 1)
        return first > 31 ? Resolved{first, second, third} : Resolved{third, second, first};
    if (m_month == 2)
        return second > 31 ? Resolved{second, third, first} : Resolved{first, third, second};
    if (first > 31 || m_year == 0)
        return {first, second, third};
    if (first > 12)
        return {third, second, first};
    return {third, first, second};
}

Or<YearMonthDay::Resolved> YearMonthDay::resolved() const
{
    const std::size_t labels =
        std::size_t(m_year.has_value()) + std::size_t(m_month.has_value()) + std::size_t(m_day.has_value());
    const std::size_t count = m_values.size();
    if ((count > 0 && count == labels) || (count == 3 && labels == 2))
        return byLabels();
    if (count > 3)
        return noDate;
    if (count == 3)
        return three();
    if (count == 0)
        return Resolved{};
    if (count == 2 && !m_month) {
        const std::int64_t first = m_values[0], second = m_values[1];
        if (first > 31)
            return Resolved{.year = first, .month = second};
        if (second > 31)
            return Resolved{.year = second, .month = first};
        return Resolved{.month = first, .day = second};
    }
    Resolved result;
    if (m_month)
        result.month = m_values[*m_month];
    if (count == 2 || !m_month) {
        const std::int64_t other = m_month ? m_values[1 - *m_month] : m_values[0];
        (other > 31 ? result.year : result.day) = other;
    }
    return result;
}

Or<void> ClockTime::setPart(std::optional<std::int64_t> &part, std::string_view digits)
{
    part = wholeNumber(digits);
    return part ? Or<void>() : noDate;
}

Or<void> ClockTime::setUnit(const Decimal &value, std::string_view text, Unit unit)
{
    switch (unit) {
    case Unit::Hour:
        hour = value.whole;
        if (value.fraction > 0)
            minute = value.sixtieths();
        return {};
    case Unit::Minute: setMinutes(value); return {};
    case Unit::Second: return setSeconds(text);
    case Unit::None: return {};
    }
    return {};
}

void ClockTime::setMinutes(const Decimal &value)
{
    minute = value.whole;
    second = value.fraction > 0 ? std::optional(value.sixtieths()) : std::nullopt;
}

Or<void> ClockTime::setSeconds(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (!setPart(second, text.substr(0, point)))
        return noDate;
    microsecond = 0;
    if (point == text.npos)
        return {};
    return setPart(microsecond, (std::string(text.substr(point + 1)) + "000000").substr(0, 6));
}

void ClockTime::setHalf(std::int64_t hourOfHalf, bool isAfternoon)
{
    if (hourOfHalf < 12 && isAfternoon)
        hour = hourOfHalf + 12;
    else if (hourOfHalf == 12 && !isAfternoon)
        hour = 0;
    else
        hour = hourOfHalf;
}

} // namespace post::dateutil
