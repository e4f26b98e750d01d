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

DecoratingLines decorating(Document &document, Lines lines, const SphinxSettings &settings)
{
    DecoratingLines result;
    if (!settings.prolog.empty()) {
        const auto end = std::ranges::find_if_not(lines, isField, &Line::text);
        result.prologPlace = std::size_t(end - lines.begin());
        if (result.prologPlace > 0)
            result.prolog.emplace_back();
        const auto prolog = document.sources().add("<rst_prolog>", settings.prolog);
        result.prolog.insert(result.prolog.end(), prolog.begin(), prolog.end());
        result.prolog.emplace_back();
    }
    if (!settings.epilog.empty()) {
        result.epilog.push_back({.number = lines.empty() ? 1 : lines.back().number + 1});
        const auto epilog = document.sources().add("<rst_epilog>", settings.epilog);
        result.epilog.insert(result.epilog.end(), epilog.begin(), epilog.end());
    }
    return result;
}

} // namespace rst
