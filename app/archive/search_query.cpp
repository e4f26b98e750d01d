// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive.h"
#include "rst/text/utf8.h"

#include <algorithm>

namespace archive {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether the tokenizer finds a word here; any character beyond ASCII may be one.
bool hasWord(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    });
}

std::string withoutControls(std::string_view text)
{
    std::string result(text);
    std::erase_if(result, [](char c) { return c >= 0 && c < ' ' && !isSpace(c); });
    return result;
}

std::vector<std::string_view> foundWords(std::string_view snippet)
{
    std::vector<std::string_view> words;
    for (std::size_t begin = snippet.find(snippetBegin); begin != snippet.npos;
         begin = snippet.find(snippetBegin, begin)) {
        const std::size_t end = snippet.find(snippetEnd, ++begin);
        if (end == snippet.npos)
            break;
        if (end > begin)
            words.push_back(snippet.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

} // namespace

std::string matchExpression(std::string_view typed)
{
    const std::string text = withoutControls(typed);
    std::string expression;
    bool lastIsOpen = false; // the last word may go on
    for (std::size_t i = 0; i < text.size();) {
        if (isSpace(text[i])) {
            ++i;
            continue;
        }
        const bool isPhrase = text[i] == '"';
        const std::size_t begin = isPhrase ? i + 1 : i;
        std::size_t end = begin;
        while (end < text.size() && text[end] != '"' && (isPhrase || !isSpace(text[end])))
            ++end;
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        i = isPhrase && end < text.size() ? end + 1 : end;
        if (!hasWord(word))
            continue;
        expression += expression.empty() ? "\"" : " \"";
        expression += word;
        expression += '"';
        // One letter begins too many words.
        lastIsOpen = i == text.size() && text.back() != '"' && rst::countCodePoints(word) >= 2;
    }
    return lastIsOpen ? expression + '*' : expression;
}

std::size_t lineOf(std::string_view snippet, std::string_view source)
{
    const std::vector<std::string_view> words = foundWords(snippet);
    std::size_t best = 1, most = 0, number = 0;
    for (std::size_t begin = 0; begin < source.size();) {
        const std::size_t end = std::min(source.find('\n', begin), source.size());
        const std::string_view line = source.substr(begin, end - begin);
        ++number;
        const auto count =
            std::size_t(std::ranges::count_if(words, [&](std::string_view word) { return line.contains(word); }));
        if (count > most) {
            most = count;
            best = number;
        }
        begin = end + 1;
    }
    return best;
}

} // namespace archive
