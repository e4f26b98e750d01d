// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/pep_rfc_reference.h"

#include "rst/parser/inline_chars.h"

#include <algorithm>
#include <format>

// https://docutils.sourceforge.io/docs/user/config.html#pep-references and #rfc-references

namespace rst {

namespace {

[[nodiscard]] bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] std::size_t skipDigits(std::string_view text, std::size_t at) noexcept
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

[[nodiscard]] std::size_t skipSpace(std::string_view text, std::size_t at) noexcept
{
    while (isSpaceAt(text, at))
        at += decodeAt(text, at).size;
    return at;
}

[[nodiscard]] std::string_view withoutZeros(std::string_view digits) noexcept
{
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? digits.substr(digits.size() - 1) : digits.substr(first);
}

[[nodiscard]] std::optional<NumberedReference> numbered(std::string_view text, std::size_t begin, std::size_t digits)
{
    const std::size_t end = skipDigits(text, digits);
    if (end == digits || !isFollowedForMarkup(text, end))
        return std::nullopt;
    return NumberedReference{.begin = begin, .end = end, .number = withoutZeros(text.substr(digits, end - digits))};
}

/// `pep-0001`, perhaps with `.txt` (in docutils' pattern any character stands for the dot, a last digit included).
[[nodiscard]] std::optional<NumberedReference> pepFileAt(std::string_view text, std::size_t begin)
{
    const std::size_t digits = begin + 4;
    const std::size_t end = skipDigits(text, digits);
    if (end == digits)
        return std::nullopt;
    const auto fileEnd = [text](std::size_t dot) -> std::size_t {
        if (dot >= text.size() || text[dot] == '\n')
            return 0;
        const std::size_t ending = dot + decodeAt(text, dot).size;
        return text.substr(ending).starts_with("txt") && isFollowedForMarkup(text, ending + 3) ? ending + 3 : 0;
    };
    for (const std::size_t dot : {end, end - 1}) {
        if (const std::size_t whole = fileEnd(dot); whole != 0 && dot > digits)
            return NumberedReference{
                .begin = begin, .end = whole, .number = withoutZeros(text.substr(digits, dot - digits))};
        if (dot == end && isFollowedForMarkup(text, end))
            return NumberedReference{
                .begin = begin, .end = end, .number = withoutZeros(text.substr(digits, end - digits))};
    }
    return std::nullopt;
}

} // namespace

std::optional<NumberedReference> pepReferenceAt(std::string_view whole, std::size_t begin, std::size_t end)
{
    const std::string_view text = whole.substr(0, end);
    const std::string_view here = text.substr(begin);
    if (here.starts_with("pep-"))
        return pepFileAt(text, begin);
    if (here.starts_with("PEP") && isSpaceAt(text, begin + 3))
        return numbered(text, begin, skipSpace(text, begin + 3));
    return std::nullopt;
}

std::optional<NumberedReference> rfcReferenceAt(std::string_view whole, std::size_t begin, std::size_t end)
{
    const std::string_view text = whole.substr(0, end);
    if (!text.substr(begin).starts_with("RFC"))
        return std::nullopt;
    const std::size_t separator = begin + 3;
    return numbered(text, begin, text.substr(separator).starts_with('-') ? separator + 1 : skipSpace(text, separator));
}

std::optional<NumberedReference> findPepReference(std::string_view whole, std::size_t begin, std::size_t end)
{
    const std::string_view text = whole.substr(0, end);
    for (std::size_t at = text.find_first_of("pP", begin); at != std::string_view::npos;
         at = text.find_first_of("pP", at + 1)) {
        if (at != begin && !isPrecededForMarkup(text, at))
            continue;
        if (const auto found = pepReferenceAt(whole, at, end))
            return found;
    }
    return std::nullopt;
}

std::optional<NumberedReference> findRfcReference(std::string_view whole, std::size_t begin, std::size_t end)
{
    const std::string_view text = whole.substr(0, end);
    for (std::size_t at = text.find("RFC", begin); at != std::string_view::npos; at = text.find("RFC", at + 1)) {
        if (at != begin && !isPrecededForMarkup(text, at))
            continue;
        if (const auto found = rfcReferenceAt(whole, at, end))
            return found;
    }
    return std::nullopt;
}

std::string pepUri(const Settings &settings, std::string_view number)
{
    return std::format("{}pep-{:0>4}", settings.pepBaseUrl, number);
}

std::string rfcUri(const Settings &settings, std::string_view number)
{
    return std::format("{}rfc{}.html", settings.rfcBaseUrl, number);
}

} // namespace rst
