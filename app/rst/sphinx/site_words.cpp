// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/site_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace rst {
namespace {

struct Words {
    std::string_view language = {};
    std::array<std::string_view, std::size_t(SiteWord::UpdatedOn) + 1> texts = {};
};
constexpr Words siteWords[] = {
#define RST_WORDS(tag, ...) {tag, {__VA_ARGS__}},
#include "rst/sphinx/site_words.def"
#undef RST_WORDS
};

} // namespace

std::string_view siteWord(SiteWord word, std::string_view language) noexcept
{
    for (const std::string_view tag : {language, language.substr(0, language.find('_'))}) {
        if (const auto *const found = std::ranges::find(siteWords, tag, &Words::language); found != std::end(siteWords))
            return found->texts[std::size_t(word)];
    }
    return siteWords[0].texts[std::size_t(word)];
}

} // namespace rst
