// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/places.h"

#include "repair/legacy_post.h"
#include "repair/rewriting.h"
#include "repair/word_alignment.h"
#include "repair/word_map.h"

#include <algorithm>

namespace repair {

namespace {

using post::ByteRange;

/// What stands between blanks, and every line end. Several blanks before a word belong to it, so that their loss is seen.
std::vector<ByteRange> tokensOf(std::string_view text)
{
    std::vector<ByteRange> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n') {
            tokens.push_back({at, at + 1});
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && text[end] == ' ')
            ++end;
        const bool isWide = end - at > 1;
        const std::size_t word = end;
        while (end < text.size() && !isBlank(text[end]))
            ++end;
        if (end == word && end < text.size() && text[end] == '\t')
            ++end;
        if (end > word || isWide)
            tokens.push_back({isWide ? at : word, end});
        at = end;
    }
    return tokens;
}

/// The stretches of `text` that `other` has differently; those with hardly anything between them are one.
std::vector<ByteRange> differences(std::string_view text, std::string_view other)
{
    constexpr std::size_t near = 2;
    const std::vector<ByteRange> tokens = tokensOf(text), others = tokensOf(other);
    const std::vector<std::size_t> places = alignWords(textsOf(text, tokens), textsOf(other, others));
    if (std::ranges::all_of(places, [](std::size_t place) { return place == unaligned; }))
        return {}; // the whole text is another
    struct Stretch {
        std::size_t begin = 0, end = 0; // tokens
    };
    std::vector<Stretch> stretches;
    std::size_t next = 0;
    for (std::size_t i = 0; i <= tokens.size();) {
        std::size_t end = i;
        while (end < tokens.size() && places[end] == unaligned)
            ++end;
        const std::size_t stop = end < tokens.size() ? places[end] : others.size();
        if (end > i || stop > next) {
            if (!stretches.empty() && i - stretches.back().end <= near)
                stretches.back().end = end;
            else if (stretches.size() == mostPlaces)
                break;
            else
                stretches.push_back({i, end});
        }
        next = stop + 1;
        i = end + 1;
    }
    std::vector<ByteRange> found;
    for (const Stretch &stretch : stretches) {
        // Where something is missing, the word before shows the place.
        const std::size_t begin = stretch.begin == stretch.end && stretch.begin > 0 ? stretch.begin - 1 : stretch.begin;
        const std::size_t from = begin < tokens.size() ? tokens[begin].begin : text.size();
        const std::size_t to = stretch.end > begin ? tokens[stretch.end - 1].end : from;
        const ByteRange range = withoutBlanks(text, {from, to});
        if (found.empty() || range != found.back())
            found.push_back(range);
    }
    return found;
}

/// Where the pieces stand that a rule showed, each looked for behind the one before.
std::vector<Place> shownPlaces(RuleId rule, const Ledger &ledger, std::string_view text, const WordMap &before)
{
    std::vector<Place> places;
    std::size_t from = 0;
    for (const auto &[id, piece] : ledger.shown()) {
        if (id != rule || piece.empty() || places.size() == mostPlaces)
            continue;
        const std::size_t at = text.find(piece, from);
        if (at == text.npos)
            continue;
        from = at + piece.size();
        places.push_back({before.find({at, from}), {at, from}});
    }
    return places;
}

} // namespace

std::vector<RulePlaces> findPlaces(std::string_view source, const Repair &repair, const RuleSet &enabled,
                                   const Twin *twin)
{
    std::vector<RulePlaces> found;
    const auto post = findLegacyPost(source);
    if (!post || repair.state != Repair::State::Repaired)
        return found;
    const WordMap before(repair.text, source);
    const Ledger ledger = rewritePost(*post, enabled, twin).ledger;
    for (const Finding &finding : repair.findings) {
        RuleSet others = enabled;
        others.remove(finding.rule);
        RulePlaces places = {.rule = finding.rule};
        const Rewriting without = rewritePost(*post, others, twin);
        places.hasEffect = without.text != repair.text;
        for (const ByteRange &range : differences(repair.text, without.text))
            places.places.push_back({before.find(range), range});
        if (places.places.empty())
            places.places = shownPlaces(finding.rule, ledger, repair.text, before);
        found.push_back(std::move(places));
    }
    return found;
}

} // namespace repair
