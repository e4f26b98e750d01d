// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/prose_language.h"

#include "rst/text/unicode.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace post {

namespace {

/// Adds the names of days and months.
/// https://unicode-org.github.io/icu-docs/apidoc/released/icu4c/classicu_1_1DateFormatSymbols.html
ProseLanguage withNames(const char *tag, ProseLanguage language)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(tag), error);
    if (U_FAILURE(error))
        return language;
    int count = 0;
    const icu::UnicodeString *months =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (std::size_t i = 0; i < language.months.size() && int(i) < count; ++i)
        months[i].toUTF8String(language.months[i]);
    const icu::UnicodeString *weekdays =
        symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (std::size_t i = 0; i < language.weekdays.size() && count == 8; ++i)
        weekdays[1 + (i + 1) % 7].toUTF8String(language.weekdays[i]); // ICU's first is none, its second Sunday
    return language;
}

struct KnownLanguage {
    std::array<std::string_view, 3> names = {}; // tag, English name, own name
    ProseLanguage language = {};
};

std::vector<KnownLanguage> knownLanguages()
{
    return {
        {{"en", "english", "english"},
         withNames("en", {.fillers = {"the", "of"},
                          .ordinals = {"st", "nd", "rd", "th"},
                          .meantTwice = {"had", "that", "very", "so", "no", "really", "bye", "ha", "blah"},
                          .emptyLinks = {"click here", "here", "this link", "link", "this page"},
                          .capitalNames = true,
                          .monthFirst = true})},
        {{"de", "german", "deutsch"},
         withNames("de", {.fillers = {"den", "dem", "der"},
                          .meantTwice = {"die", "das", "der", "den", "dem", "sie", "sehr", "ha", "bla"},
                          .emptyLinks = {"hier", "hier klicken", "dieser link", "link", "diese seite"},
                          .capitalNames = true})},
        {{"fr", "french", "français"},
         withNames("fr", {.fillers = {"le"},
                          .ordinals = {"er"},
                          .meantTwice = {"nous", "vous", "très", "bla", "ha"},
                          .emptyLinks = {"ici", "cliquez ici", "ce lien", "lien", "cette page"}})},
        {{"es", "spanish", "español"},
         withNames("es", {.fillers = {"de", "del", "el"},
                          .ordinals = {"º", "°", "ero"},
                          .meantTwice = {"muy", "bla", "ja"},
                          .emptyLinks = {"aquí", "haz clic aquí", "este enlace", "enlace", "esta página"}})},
        {{"pt", "portuguese", "português"},
         withNames("pt", {.fillers = {"de", "do"},
                          .ordinals = {"º", "°"},
                          .meantTwice = {"muito", "bla", "se"},
                          .emptyLinks = {"aqui", "clique aqui", "este link", "link", "esta página"}})},
        {{"it", "italian", "italiano"},
         withNames("it", {.fillers = {"il"},
                          .ordinals = {"º", "°"},
                          .meantTwice = {"molto", "piano", "bla", "ha"},
                          .emptyLinks = {"qui", "clicca qui", "questo link", "link", "questa pagina"}})},
        {{"nl", "dutch", "nederlands"},
         withNames("nl", {.fillers = {"de"},
                          .meantTwice = {"die", "dat", "heel", "bla", "ha"},
                          .emptyLinks = {"hier", "klik hier", "deze link", "link", "deze pagina"}})},
    };
}

} // namespace

const ProseLanguage *proseLanguage(std::string_view language)
{
    static const std::vector<KnownLanguage> known = knownLanguages();
    const std::string name = rst::toLowerAscii(rst::trimmed(language));
    const std::string_view tag = std::string_view(name).substr(0, name.find_first_of("-_"));
    const auto found = std::ranges::find_if(
        known, [&](const KnownLanguage &entry) { return std::ranges::contains(entry.names, tag); });
    return found == known.end() ? nullptr : &found->language;
}

std::string languageOf(std::string_view own, const BlogConfig &blog)
{
    if (const std::string_view written = rst::trimmed(own); !written.empty())
        return std::string(written);
    return blog.defaultLanguage.empty() ? blog.site.language : blog.defaultLanguage.front();
}

std::string languageOf(std::span<const PostMetadata> posts, const BlogConfig &blog)
{
    const bool says = !posts.empty() && !posts.front().language.empty();
    return languageOf(says ? std::string_view(posts.front().language.front()) : std::string_view(), blog);
}

} // namespace post
