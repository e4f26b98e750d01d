// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/marked_text.h"

#include "rst/parser/inline_chars.h"

#include <algorithm>
#include <format>

namespace repair {

std::string markFor(std::size_t object, char kind)
{
    return std::format("{}{:06}", kind, object);
}

std::size_t objectAt(std::string_view text, std::size_t at)
{
    std::size_t object = 0;
    for (const char digit : text.substr(at + 1, objectDigits))
        object = object * 10 + std::size_t(digit - '0');
    return object;
}

std::string inOneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    std::ranges::replace(line, mark::LineBreak, ' ');
    return line;
}

std::size_t joinHyphens(std::string &text)
{
    std::size_t count = 0;
    for (std::size_t end = text.find("-\n"); end != std::string::npos; end = text.find("-\n", end + 1)) {
        const std::size_t next = end + 2;
        if (rst::alphanumericBefore(text, end) == 0 || rst::alphanumericAt(text, next) == 0)
            continue;
        ++count;
        const std::size_t wordEnd = text.find_first_of(" \n\x04", next);
        if (wordEnd != std::string::npos && text[wordEnd] == ' ')
            text[wordEnd] = '\n';
        text.erase(end + 1, 1);
    }
    return count;
}

std::size_t collapseBlanks(std::string &text)
{
    std::size_t count = 0;
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == ' ' && (out.empty() || out.ends_with(' ') || out.ends_with('\n') || out.ends_with(mark::LineBreak))) {
            count += out.ends_with(' ');
            continue;
        }
        if ((c == '\n' || c == mark::LineBreak) && out.ends_with(' '))
            out.pop_back();
        out += c;
    }
    text = std::move(out);
    return count;
}

} // namespace repair
