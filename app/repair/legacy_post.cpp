// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/legacy_post.h"

#include <algorithm>

namespace repair {

namespace {

constexpr std::string_view lineBegin = "*This was originally posted on blogger* `here <";
constexpr std::string_view lineEnd = ">`_.";

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// `.. name::`, `.. _name:`, `.. [1]`, `.. |x|`, `__ x` or `..` alone.
bool isExplicitMarkup(std::string_view line)
{
    if (line == ".." || line.starts_with("__ "))
        return true;
    if (!line.starts_with(".. "))
        return false;
    const std::string_view rest = line.substr(3);
    if (rest.starts_with('_') || rest.starts_with('|') || rest.starts_with('['))
        return true;
    const std::size_t colons = rest.find("::");
    return colons != rest.npos && colons > 0 && rest.substr(0, colons).find_first_of(" \t") == rest.npos;
}

/// Two stars that open a word, and two that close one: the importer left none in pairs.
bool hasStrong(std::string_view text)
{
    const std::size_t open = text.find("**");
    if (open == text.npos || open + 2 >= text.size() || text[open + 2] == ' ' || text[open + 2] == '*')
        return false;
    if (open > 0 && (isWordByte(text[open - 1]) || text[open - 1] == '*'))
        return false;
    const std::size_t close = text.find("**", open + 2);
    if (close == text.npos || text[close - 1] == ' ' || text.substr(open + 2, close - open - 2).contains('*'))
        return false;
    if (std::ranges::count(text, '*') % 4 != 0)
        return false;
    return close + 2 == text.size() || (!isWordByte(text[close + 2]) && text[close + 2] != '*');
}

bool hasLiteral(std::string_view text)
{
    const std::size_t open = text.find("``");
    if (open == text.npos || open + 2 >= text.size() || text[open + 2] == ' ' || text[open + 2] == '`')
        return false;
    const std::size_t close = text.find("``", open + 2);
    return close != text.npos && !text.substr(open + 2, close - open - 2).contains('<');
}

bool hasRole(std::string_view text)
{
    for (std::size_t at = text.find(":`"); at != text.npos; at = text.find(":`", at + 2)) {
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] >= 'a' && text[begin - 1] <= 'z')
            --begin;
        if (begin < at && begin > 0 && text[begin - 1] == ':' && (begin == 1 || !isWordByte(text[begin - 2])))
            return true;
    }
    return false;
}

/// `>`__` where no underscore opens an emphasis that it may close instead.
bool hasAnonymousLink(std::string_view text)
{
    if (!text.contains(">`__"))
        return false;
    for (std::size_t at = text.find('_'); at != text.npos; at = text.find('_', at + 1)) {
        const bool isAfter = at == 0 || std::string_view(" \n([\"*").contains(text[at - 1]) ||
                             (text[at - 1] == '`' && (at == 1 || text[at - 2] != '>'));
        if (isAfter && at + 1 < text.size() && text[at + 1] != '_' && text[at + 1] != ' ' && text[at + 1] != '\n')
            return false;
    }
    return true;
}

} // namespace

std::optional<LegacyPost> findLegacyPost(std::string_view source)
{
    std::size_t begin =
        source.starts_with(lineBegin) ? 0 : source.find("\n*This was originally posted on blogger* `here <");
    if (begin == source.npos)
        return std::nullopt;
    if (begin != 0)
        ++begin;
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    LegacyPost post;
    post.line = source.substr(begin, end - begin);
    if (!post.line.ends_with(lineEnd) || post.line.substr(0, post.line.size() - lineEnd.size()).contains('>'))
        return std::nullopt;
    // What the importer never wrote: then this is something else.
    const auto isForeign = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
    };
    if (std::ranges::any_of(source, isForeign))
        return std::nullopt;
    post.body = source.substr(std::min(end + 1, source.size()));

    // Above it: title, underline, blank line.
    const std::string_view above = source.substr(0, begin);
    std::size_t at = above.size();
    const auto previousLine = [&]() -> std::string_view {
        if (at == 0)
            return {};
        const std::size_t stop = at - 1; // the line end
        const std::size_t start = stop == 0 ? 0 : above.rfind('\n', stop - 1) + 1;
        at = start;
        return above.substr(start, stop - start);
    };
    post.head = above;
    if (previousLine().empty()) {
        const std::string_view underline = previousLine();
        const std::string_view title = previousLine();
        if (!underline.empty() && underline.find_first_not_of('=') == underline.npos && !isBlankLine(title)) {
            post.head = above.substr(0, at);
            post.title = title;
            post.underline = underline;
        }
    }
    return post;
}

bool isRepairedPost(std::string_view source)
{
    for (std::size_t begin = source.find(lineBegin); begin != source.npos; begin = source.find(lineBegin, begin + 1)) {
        const std::string_view line = source.substr(begin, source.find('\n', begin) - begin);
        if ((begin == 0 || source[begin - 1] == '\n') && line.ends_with(">`__."))
            return true;
    }
    return false;
}

std::string repairedLine(std::string_view line)
{
    return std::string(line.substr(0, line.size() - 1)) + "_.";
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

bool isBlankLine(std::string_view line) noexcept
{
    return line.find_first_not_of(" \t") == line.npos;
}

bool isHandWritten(const std::vector<std::string_view> &block)
{
    if (block.empty())
        return false;
    if (isExplicitMarkup(block.front()))
        return true;
    const bool isTable = std::ranges::any_of(block, [](std::string_view line) { return line.starts_with("---|"); });
    if (!isTable &&
        std::ranges::all_of(block, [](std::string_view line) { return line == "|" || line.starts_with("| "); }))
        return true;
    // Two blanks at a line's end, and the mark of a quotation, are the importer's.
    if (std::ranges::any_of(block,
                            [](std::string_view line) { return line.ends_with("  ") || line.starts_with("> "); }))
        return false;
    std::string text;
    for (const std::string_view line : block)
        (text += line) += '\n';
    if (block.front().starts_with("- ") || block.front().starts_with("#. "))
        return true;
    const std::size_t stars = std::size_t(std::ranges::count(text, '*'));
    const std::size_t bullets = std::size_t(std::ranges::count_if(block, [](std::string_view line) {
        return line.size() > 2 && line.starts_with("* ") && line[2] != ' ' && line[2] != '*';
    }));
    if (bullets > 0 && bullets == stars && block.front().starts_with("* "))
        return true;
    return hasAnonymousLink(text) || hasStrong(text) || hasLiteral(text) || hasRole(text);
}

} // namespace repair
