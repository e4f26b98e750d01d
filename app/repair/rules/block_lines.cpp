// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/block_lines.h"

#include "rst/text/unicode.h"

namespace repair {

std::optional<ItemStart> itemStart(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string_view::npos || first < 2)
        return std::nullopt;
    if (line.substr(first).starts_with("* "))
        return ItemStart{.indent = first, .text = line.substr(first + 2)};
    std::size_t end = first;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9')
        ++end;
    if (end == first || end - first > 9 || !line.substr(end).starts_with(". "))
        return std::nullopt;
    return ItemStart{
        .indent = first, .isOrdered = true, .number = line.substr(first, end - first), .text = line.substr(end + 2)};
}

bool isQuoteLine(std::string_view line)
{
    return line.starts_with('>') && !line.starts_with(">>>");
}

bool isHardBreak(std::string_view line)
{
    return line.ends_with("  ");
}

bool isInParentheses(std::string_view line)
{
    const std::string_view text = rst::trimmed(line);
    return text.starts_with('(') && text.ends_with(')');
}

bool isTableRule(std::string_view line)
{
    return line.starts_with("---|") && line.find_first_not_of("-| ") == std::string_view::npos;
}

bool isLayoutRule(std::string_view line)
{
    return rst::trimmed(line) == "---";
}

bool isRule(std::string_view line)
{
    return rst::trimmed(line) == "* * *";
}

} // namespace repair
