// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/rcs_keywords.h"

#include <algorithm>

namespace rst::transforms {

namespace {

constexpr bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

constexpr char lower(char character)
{
    return character >= 'A' && character <= 'Z' ? char(character + ('a' - 'A')) : character;
}

constexpr bool isLetter(char character)
{
    return lower(character) >= 'a' && lower(character) <= 'z';
}

bool startsWithKeyword(std::string_view text, std::string_view keyword)
{
    return text.size() >= keyword.size() &&
           std::ranges::equal(text.substr(0, keyword.size()), keyword, {}, lower, lower);
}

/// What a keyword stands for, and how much of the text it takes.
struct Expansion {
    std::string text = {};
    std::size_t length = 0;
};

/// Whether `text` has the shape of `pattern`: 0 is a digit, - is a hyphen or a slash.
bool hasDateShape(std::string_view text)
{
    constexpr std::string_view pattern = "0000-00-00";
    if (text.size() < pattern.size())
        return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool fits = pattern[i] == '0' ? isDigit(text[i]) : text[i] == '-' || text[i] == '/';
        if (!fits)
            return false;
    }
    return true;
}

/// `$Date: 2026/01/31 12:00:00 whatever $`
std::optional<Expansion> dateAt(std::string_view text)
{
    constexpr std::string_view keyword = "$Date: ";
    if (!startsWithKeyword(text, keyword) || !hasDateShape(text.substr(keyword.size())))
        return std::nullopt;
    const std::string_view date = text.substr(keyword.size(), 10);
    const std::string_view time = text.substr(keyword.size() + 10);
    const bool hasTime =
        time.size() > 1 && (time[0] == ' ' || lower(time[0]) == 't') && (isDigit(time[1]) || time[1] == ':');
    const std::size_t end = time.find('$');
    if (!hasTime || end == std::string_view::npos || end < 3 || time[end - 1] != ' ')
        return std::nullopt;
    Expansion result{.text = std::string(date), .length = keyword.size() + 10 + end + 1};
    std::ranges::replace(result.text, '/', '-');
    return result;
}

/// The expansion from `begin` on to the last `closing` on the line.
std::optional<Expansion> upToLast(std::string_view text, std::size_t begin, std::string_view closing)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    if (begin >= line.size())
        return std::nullopt;
    const std::size_t end = line.rfind(closing);
    if (end == std::string_view::npos || end <= begin)
        return std::nullopt;
    return Expansion{.text = std::string(line.substr(begin, end - begin)), .length = end + closing.size()};
}

/// `$RCSfile: post.rst,v $`
std::optional<Expansion> fileNameAt(std::string_view text)
{
    constexpr std::string_view keyword = "$RCSfile: ";
    return startsWithKeyword(text, keyword) ? upToLast(text, keyword.size(), ",v $") : std::nullopt;
}

/// `$Keyword: whatever $`
std::optional<Expansion> anyKeywordAt(std::string_view text)
{
    const auto *const end = std::find_if_not(text.begin() + 1, text.end(), isLetter);
    const auto letters = std::size_t(end - text.begin());
    if (letters < 2 || !text.substr(letters).starts_with(": "))
        return std::nullopt;
    return upToLast(text, letters + 2, " $");
}

template <class ExpansionAt>
std::optional<std::string> replaced(std::string_view text, ExpansionAt expansionAt)
{
    std::optional<std::string> result;
    std::size_t copied = 0;
    for (std::size_t at = text.find('$'); at != std::string_view::npos; at = text.find('$', at)) {
        const std::optional<Expansion> expansion = expansionAt(text.substr(at));
        if (!expansion) {
            ++at;
            continue;
        }
        if (!result)
            result.emplace();
        result->append(text.substr(copied, at - copied)).append(expansion->text);
        at += expansion->length;
        copied = at;
    }
    if (result)
        result->append(text.substr(copied));
    return result;
}

} // namespace

std::optional<std::string> withoutRcsKeywords(std::string_view text)
{
    // A text has keywords of one sort only, the most particular one.
    if (auto result = replaced(text, dateAt))
        return result;
    if (auto result = replaced(text, fileNameAt))
        return result;
    return replaced(text, anyKeywordAt);
}

void cleanRcsKeywords(Document &document, NodeId paragraph)
{
    const NodeRef text = document[paragraph].firstChild();
    if (!text.is(NodeKind::Text) || text.next())
        return;
    if (const std::optional<std::string> clean = withoutRcsKeywords(text.text()))
        document.setText(text.id(), document.store(*clean));
}

} // namespace rst::transforms
