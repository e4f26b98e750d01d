// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/index_entries.h"

#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <utility>

namespace rst {
namespace {

constexpr std::string_view entryTypes[] = {"single", "pair", "double", "triple", "see", "seealso"};
// What `pair` has taken the place of, with the words for it.
constexpr std::pair<std::string_view, std::string_view> deprecatedTypes[] = {
    {"module", "module"},       {"keyword", "keyword"},     {"operator", "operator"},        {"object", "object"},
    {"exception", "exception"}, {"statement", "statement"}, {"builtin", "built-in function"}};

bool takePrefix(std::string_view &entry, std::string_view type)
{
    if (!entry.starts_with(type) || !entry.substr(type.size()).starts_with(':'))
        return false;
    entry = trimmed(entry.substr(type.size() + 1));
    return true;
}

/// Without the mark of a main entry.
std::string_view withoutMark(std::string_view entry)
{
    return entry.starts_with('!') ? trimmedLeft(entry.substr(1)) : entry;
}

/// Whether the text has that many parts between semicolons, none of them empty (`_split_into`).
bool hasParts(std::string_view value, std::size_t count)
{
    for (; count > 1; --count) {
        const std::size_t semicolon = value.find(';');
        if (semicolon == value.npos || trimmed(value.substr(0, semicolon)).empty())
            return false;
        value.remove_prefix(semicolon + 1);
    }
    return !trimmed(value).empty();
}

std::size_t partsOf(std::string_view type)
{
    return type == "single" ? 1 : type == "triple" ? 3 : 2;
}

} // namespace

std::vector<IndexEntry> indexEntries(Reporter &reporter, Place place, std::string_view written)
{
    written = trimmed(written);
    const std::string_view entry = withoutMark(written);
    for (const auto &[type, words] : deprecatedTypes) {
        std::string_view value = entry;
        if (!takePrefix(value, type))
            continue;
        std::string pair = std::format("{}; {}", words, value);
        warn<DiagnosticKind::SphinxIndexTypeDeprecated>(reporter, {0, place.span}, "index", pythonRepr(type),
                                                        pythonRepr(entry), pair);
        return {{.type = "pair", .value = std::move(pair)}};
    }
    for (const std::string_view type : entryTypes) {
        std::string_view value = entry;
        if (takePrefix(value, type))
            return {{.type = type == "double" ? "pair" : type, .value = std::string(value)}};
    }
    std::vector<IndexEntry> entries;
    for (const std::string_view item : commaItems(written)) {
        if (const std::string_view value = withoutMark(item); !value.empty())
            entries.push_back({.value = std::string(value)});
    }
    return entries;
}

void checkIndexEntries(Reporter &reporter, Place place, const std::vector<IndexEntry> &entries)
{
    const auto wrong = std::ranges::find_if(
        entries, [](const IndexEntry &entry) { return !hasParts(entry.value, partsOf(entry.type)); });
    if (wrong != entries.end())
        warn<DiagnosticKind::SphinxIndexEntry>(reporter, place, {}, wrong->type == "seealso" ? "see" : wrong->type,
                                               pythonRepr(wrong->value));
}

} // namespace rst
