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
    std::string out;
    out.reserve(text.size());
    bool isJoined = false; // the line end is still owed, behind this word
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isBroken = text[at] == '\n' && at > 1 && text[at - 1] == '-' &&
                              rst::alphanumericBefore(text, at - 1) > 0 && rst::alphanumericAt(text, at + 1) > 0;
        if (isBroken) {
            ++count;
            isJoined = true;
            continue;
        }
        if (isJoined && (text[at] == ' ' || text[at] == '\n' || text[at] == mark::LineBreak)) {
            isJoined = false;
            out += text[at] == ' ' ? '\n' : text[at];
            continue;
        }
        out += text[at];
    }
    text = std::move(out);
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
