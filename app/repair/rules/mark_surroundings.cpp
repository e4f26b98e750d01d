// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/mark_surroundings.h"

#include "repair/marked_text.h"
#include "rst/parser/inline_chars.h"

#include <algorithm>

namespace repair {

namespace {

constexpr std::string_view lineEnds = "\n\x04";

} // namespace

bool isBlankAt(std::string_view text, std::size_t at)
{
    return at >= text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == mark::LineBreak;
}

bool isBlankBefore(std::string_view text, std::size_t at)
{
    return at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == mark::LineBreak;
}

bool isEndAt(std::string_view text, std::size_t at)
{
    return isBlankAt(text, at) || std::string_view(",.;:!?)]").contains(text[at]);
}

bool isCodeNameAt(std::string_view text, std::size_t at)
{
    bool hasMarkWithin = false;
    std::size_t end = at + 1;
    for (std::size_t size = rst::alphanumericAt(text, end); size > 0; size = rst::alphanumericAt(text, end)) {
        end += size;
        if (end < text.size() && text[end] == '_' && rst::alphanumericAt(text, end + 1) > 0) {
            hasMarkWithin = true;
            ++end;
        }
    }
    return hasMarkWithin && end < text.size() && text[end] == '(';
}

bool isBehindDottedName(std::string_view text, std::size_t at)
{
    const std::string_view before = text.substr(0, at);
    const std::size_t blank = before.find_last_of(" \n\x04");
    const std::string_view word = before.substr(blank == std::string_view::npos ? 0 : blank + 1);
    return word.ends_with('.') && word.find('.') > 0 && word.find('.') + 1 < word.size();
}

bool isObjectBefore(std::string_view text, std::size_t at)
{
    return at > objectDigits && text[at - objectDigits - 1] == mark::Object;
}

std::size_t wordsIn(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        count += !isBlankAt(text, at) && isBlankBefore(text, at);
    return count;
}

std::string_view lineBefore(std::string_view text, std::size_t at)
{
    const std::string_view before = text.substr(0, at);
    const std::size_t end = before.find_last_of(lineEnds);
    return before.substr(end == std::string_view::npos ? 0 : end + 1);
}

bool hasWordsInLine(std::string_view text, std::size_t at)
{
    const std::size_t before = text.find_last_of(lineEnds, at);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of(lineEnds, at), text.size());
    return text.substr(begin, end - begin).find_first_not_of("*_ ") != std::string_view::npos;
}

} // namespace repair
