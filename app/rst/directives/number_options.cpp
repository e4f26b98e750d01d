// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/option_converters.h"

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <array>
#include <format>
#include <limits>
#include <optional>
#include <ranges>

#include <unicode/uchar.h>

namespace rst::options {

namespace {

using Error = std::unexpected<std::string>;

constexpr std::size_t maximumDigits = 4300; // sys.set_int_max_str_digits()
constexpr std::size_t maximumQuote = 200;   // of the text in Python's message

[[nodiscard]] std::string invalidInt(std::string_view text)
{
    const std::string quoted = pythonRepr(text);
    std::size_t end = 0;
    for (std::size_t count = 0; end < quoted.size() && count < maximumQuote; ++count)
        end += decodeAt(quoted, end).size;
    return std::format("invalid literal for int() with base 10: {}", std::string_view(quoted).substr(0, end));
}

/// Decimal digits of any script to their values; underscores may stand between two of them.
[[nodiscard]] std::optional<std::string> digitsOf(std::string_view text)
{
    std::string digits;
    bool isBetween = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decodeAt(text, at);
        at += character.size;
        if (character.value == U'_') {
            if (!isBetween || at == text.size())
                return std::nullopt;
            isBetween = false;
            continue;
        }
        const int digit = u_charDigitValue(UChar32(character.value));
        if (digit < 0)
            return std::nullopt;
        digits.push_back(char('0' + digit));
        isBetween = true;
    }
    return digits.empty() ? std::nullopt : std::optional(std::move(digits));
}

} // namespace

std::expected<std::int64_t, std::string> pythonInt(std::string_view text)
{
    std::string_view number = trimmed(text);
    const bool isNegative = number.starts_with('-');
    if (isNegative || number.starts_with('+'))
        number.remove_prefix(1);
    const std::optional<std::string> digits = digitsOf(number);
    if (!digits)
        return Error(invalidInt(text));
    if (digits->size() > maximumDigits) {
        return Error(std::format("Exceeds the limit ({} digits) for integer string conversion: value has {} digits; "
                                 "use sys.set_int_max_str_digits() to increase the limit",
                                 maximumDigits, digits->size()));
    }
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    std::int64_t value = 0;
    for (const char digit : *digits) {
        if (value > (greatest - (digit - '0')) / 10)
            return isNegative ? -greatest : greatest;
        value = value * 10 + (digit - '0');
    }
    return isNegative ? -value : value;
}

Result integer(const std::string *text)
{
    if (text == nullptr)
        return Error("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
    return pythonInt(*text);
}

Result nonnegativeInt(const std::string *text)
{
    Result value = integer(text);
    if (value && std::get<std::int64_t>(*value) < 0)
        return Error("negative value; must be positive or zero");
    return value;
}

Result positiveInt(const std::string *text)
{
    Result value = integer(text);
    if (value && std::get<std::int64_t>(*value) < 1)
        return Error("negative or zero value; must be positive");
    return value;
}

Result positiveIntList(const std::string *text)
{
    if (text == nullptr)
        return Error("argument of type 'NoneType' is not iterable");
    std::vector<std::string_view> entries;
    if (text->contains(',')) {
        for (const auto entry : std::views::split(std::string_view(*text), ','))
            entries.emplace_back(entry.begin(), entry.end());
    } else {
        entries = wordsOf(*text);
    }
    std::vector<std::int64_t> values;
    for (const std::string_view entry : entries) {
        const std::string entryText(entry);
        const Result value = positiveInt(&entryText);
        if (!value)
            return value;
        values.push_back(std::get<std::int64_t>(*value));
    }
    return values;
}

Result percentage(const std::string *text)
{
    if (text == nullptr)
        return nonnegativeInt(text);
    const std::string number = text->substr(0, text->find_last_not_of(" %") + 1);
    return nonnegativeInt(&number);
}

namespace {

constexpr std::array<std::string_view, 8> lengthUnits{"em", "ex", "px", "in", "cm", "mm", "pt", "pc"};

struct Measure {
    std::string_view number = {};
    std::string_view unit = {};
};

/// A number and what follows it, apart from blanks between; nothing where there is no number.
[[nodiscard]] std::optional<Measure> measureOf(std::string_view text) noexcept
{
    const std::size_t numberEnd = std::min(text.find_first_not_of("0123456789."), text.size());
    const std::string_view number = text.substr(0, numberEnd);
    if (number.find_first_not_of('.') == std::string_view::npos || std::ranges::count(number, '.') > 1)
        return std::nullopt;
    const std::size_t unitBegin = std::min(text.find_first_not_of(' ', numberEnd), text.size());
    return Measure{.number = number, .unit = text.substr(unitBegin)};
}

/// A length with one of CSS's units, with `other` as a unit, or (where that is not empty) without one.
[[nodiscard]] Result measure(const std::string *text, std::string_view other, std::string_view defaultUnit)
{
    if (text == nullptr)
        return Error("expected string or bytes-like object, got 'NoneType'");
    if (const std::optional<Measure> found = measureOf(*text)) {
        if (std::ranges::contains(lengthUnits, found->unit) || (found->unit == other && !other.empty()))
            return std::format("{}{}", found->number, found->unit);
        if (found->unit.empty())
            return std::format("{}{}", found->number, defaultUnit);
    }
    std::string message = "not a positive measure of one of the following units:\n";
    for (const std::string_view unit : lengthUnits)
        message += std::format("\"{}\" ", unit);
    return Error(message + std::format("\"{}\"", other));
}

} // namespace

Result lengthOrUnitless(const std::string *text)
{
    return measure(text, "", "");
}

Result lengthOrPercentageOrUnitless(const std::string *text)
{
    return measure(text, "%", "");
}

Result lengthOrPercentageOrPixels(const std::string *text)
{
    return measure(text, "%", "px");
}

} // namespace rst::options
