// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/prolog.h"

#include <algorithm>
#include <cstddef>

namespace rst {
namespace {

/// `:name: text`
bool isField(std::string_view line)
{
    if (!line.starts_with(':'))
        return false;
    const std::size_t end = line.find(':', 1);
    return end != line.npos && end > 1 && line.substr(1, end - 1).find_first_of(" \t") == line.npos;
}

} // namespace

std::vector<Line> decorated(Document &document, Lines lines, const SphinxSettings &settings)
{
    std::vector<Line> result(lines.begin(), lines.end());
    if (!settings.prolog.empty()) {
        const auto end = std::ranges::find_if_not(lines, isField, &Line::text);
        auto position = end - lines.begin();
        std::vector<Line> added;
        if (position > 0)
            added.emplace_back();
        const auto prolog = document.sources().add("<rst_prolog>", settings.prolog);
        added.insert(added.end(), prolog.begin(), prolog.end());
        added.emplace_back();
        result.insert(result.begin() + position, added.begin(), added.end());
    }
    if (!settings.epilog.empty()) {
        result.emplace_back();
        const auto epilog = document.sources().add("<rst_epilog>", settings.epilog);
        result.insert(result.end(), epilog.begin(), epilog.end());
    }
    return result;
}

} // namespace rst
