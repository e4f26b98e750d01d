// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date_tokens.h"
#include "post/date_words.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>
#include <vector>

/// What is known of a date while its text is read.
namespace post::dateutil {

/// The text is no date.
enum class NoDate {};
template <class T>
using Or = std::expected<T, NoDate>;
inline constexpr std::unexpected<NoDate> noDate{NoDate{}};

/// The numbers of a date in the order of the text, and what is known of each (dateutil's `_ymd`).
class YearMonthDay
{
public:
    enum class Label { None, Year, Month, Day };

    [[nodiscard]] std::size_t size() const noexcept { return m_values.size(); }
    [[nodiscard]] bool hasCentury() const noexcept { return m_hasCentury; }

    /// A number as it stands in the text: three digits or more are a year.
    [[nodiscard]] Or<void> addText(std::string_view digits, Label label = Label::None);

    /// A number that was read already: more than 100 is a year.
    [[nodiscard]] Or<void> addValue(const Decimal &value, Label label = Label::None);
    /// Whether it is one of the days that the month has, as far as that is known (`could_be_day`).
    [[nodiscard]] bool canBeDay(const Decimal &value) const;

    struct Resolved {
        std::optional<std::int64_t> year = {}, month = {}, day = {};
    };
    /// Which number is what (`resolve_ymd`).
    [[nodiscard]] Or<Resolved> resolved() const;

private:
    [[nodiscard]] Or<void> add(std::int64_t value, Label label, bool isYear);
    [[nodiscard]] Resolved byLabels() const;
    [[nodiscard]] Resolved three() const;

    std::vector<std::int64_t> m_values;
    std::optional<std::size_t> m_year, m_month, m_day; // indices of what is known
    bool m_hasCentury = false;
};

/// The time of day, as far as the text says it.
struct ClockTime {
    std::optional<std::int64_t> hour = {}, minute = {}, second = {}, microsecond = {};

    [[nodiscard]] bool isEmpty() const noexcept { return !hour && !minute && !second && !microsecond; }
    /// Digits as one of the parts.
    [[nodiscard]] static Or<void> setPart(std::optional<std::int64_t> &part, std::string_view digits);
    /// A number before a unit, which is `text`.
    [[nodiscard]] Or<void> setUnit(const Decimal &value, std::string_view text, Unit unit);
    /// Minutes whose fraction is seconds.
    void setMinutes(const Decimal &value);
    /// Seconds whose fraction is microseconds.
    [[nodiscard]] Or<void> setSeconds(std::string_view text);
    /// An hour before AM or PM (`_adjust_ampm`).
    void setHalf(std::int64_t hourOfHalf, bool isAfternoon);
};

} // namespace post::dateutil
