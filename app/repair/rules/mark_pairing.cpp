// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/mark_pairing.h"

#include "repair/marked_text.h"
#include "repair/rules/mark_surroundings.h"
#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <initializer_list>

namespace repair {

using What = MarkToken::What;

MarkPairing::MarkPairing(std::string &text, char character, const RuleContext &context)
    : m_text(text)
    , m_character(character)
    , m_context(context)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == mark::Escape)
            ++at;
        else if (text[at] == mark::Object)
            at += objectDigits;
        else if (text[at] == character)
            at = addRun(at);
    }
}

bool MarkPairing::isWithinLine(const MarkToken &token) const
{
    return token.size == 1 && !rst::trimmed(lineBefore(m_text, token.at)).empty();
}

/// The tokens of a run of characters; returns its last place.
std::size_t MarkPairing::addRun(std::size_t at)
{
    std::size_t end = at;
    while (end < m_text.size() && m_text[end] == m_character)
        ++end;
    const bool isWordBefore = !isObjectBefore(m_text, at) && rst::alphanumericBefore(m_text, at) > 0;
    const bool isWordAfter = rst::alphanumericAt(m_text, end) > 0;
    MarkToken token = {
        .at = at, .size = end - at, .opens = !isBlankAt(m_text, end), .closes = !isBlankBefore(m_text, at)};
    token.counts = token.size % 2 == 1;
    if (m_character == '*' && isWordBefore && isEndAt(m_text, end))
        token.opens = false;
    if (m_character == '_') {
        if (token.size == 2 && !isWordBefore && isWordAfter && isBlankSinceLast(at)) {
            // The end of an empty text, and the begin of the next.
            m_tokens.push_back({.at = at});
            m_tokens.push_back({.at = at + 1, .opens = true});
            return end - 1;
        }
        if (!isWordBefore && isCodeNameAt(m_text, at))
            return end - 1;
        // Within words, and doubled around one, they are letters.
        const std::size_t close = m_text.find_first_of("_ \n\x04", end);
        const bool isName = close != std::string::npos && m_text[close] == '_';
        const bool isMark = token.size < 3 || (token.size == 3 && isWordAfter && isBlankBefore(m_text, at));
        if ((isWordBefore && isWordAfter) || !isMark ||
            (token.size == 2 && (isWordBefore || (isWordAfter && (isName || at > 0)))))
            return end - 1;
        token.counts = token.counts || (token.size == 2 && isWordAfter);
    }
    m_tokens.push_back(token);
    return end - 1;
}

/// Whether there is a mark before `at` in this text, and nothing but blanks since.
bool MarkPairing::isBlankSinceLast(std::size_t at) const
{
    if (m_tokens.empty())
        return false;
    const std::size_t begin = m_tokens.back().at + m_tokens.back().size;
    return std::string_view(m_text).substr(begin, at - begin).find_first_not_of(" \n\x04") == std::string_view::npos;
}

/// Whether the first and the last mark are the edges of the text.
bool MarkPairing::isAroundAll() const
{
    const MarkToken &last = m_tokens.back();
    return m_tokens.size() % 2 == 0 && m_tokens.front().at == 0 && last.closes &&
           std::string_view(m_text).substr(last.at + last.size).find_first_not_of(" \n\x04") == std::string_view::npos;
}

/// Whether lines of the text end as lines of C do: a star makes a pointer there.
bool MarkPairing::isCode() const
{
    return std::ranges::any_of(std::initializer_list<std::string_view>{";\x04", ";\n", "{\x04", "{\n"},
                               [this](std::string_view end) { return m_text.contains(end); }) &&
           std::ranges::all_of(m_tokens, [](const MarkToken &token) { return token.opens && !token.closes; });
}

/// Whether the next mark is behind a word and opens nothing, too.
bool MarkPairing::isSignAgain(std::size_t token) const
{
    if (token + 1 >= m_tokens.size())
        return false;
    const MarkToken &next = m_tokens[token + 1];
    return next.closes && !next.opens && next.size == 1 && !isObjectBefore(m_text, next.at) &&
           rst::alphanumericBefore(m_text, next.at) > 0;
}

/// Whether the token, or the one before, is followed by nothing but blanks and the next.
bool MarkPairing::isEmptyPair(std::size_t token) const
{
    const auto isEmpty = [this](std::size_t first) {
        if (first + 1 >= m_tokens.size())
            return false;
        const std::size_t begin = m_tokens[first].at + m_tokens[first].size;
        return std::string_view(m_text).substr(begin, m_tokens[first + 1].at - begin).find_first_not_of(" \n\x04") ==
               std::string_view::npos;
    };
    return isEmpty(token) || (token > 0 && isEmpty(token - 1));
}

void MarkPairing::pair(MarkHistory &history)
{
    countDoubled();
    std::vector<MarkToken *> tokens = takeMarks(history);
    if (tokens.size() % 2 == 1)
        takeOut(tokens, history);
    for (std::size_t i = 0; i + 1 < tokens.size(); i += 2)
        pairUp(*tokens[i], *tokens[i + 1]);
    if (m_left)
        history.isOpen = leftOpen() != nullptr;
}

/// Bold within bold, where nothing else is open: the doubled marks around it count.
void MarkPairing::countDoubled()
{
    std::size_t counting = 0;
    for (std::size_t i = 0; i + 1 < m_tokens.size(); ++i) {
        MarkToken &token = m_tokens[i], &next = m_tokens[i + 1];
        if (!token.counts && !next.counts && counting % 2 == 0 && token.opens && !token.closes && !next.opens)
            token.counts = next.counts = true;
        counting += token.counts;
    }
}

/// The marks that change the style, in their order. A mark behind a word with nothing open, or apart from all words, is a sign:
/// "code*", "word_", "* See". So are the stars of code.
std::vector<MarkToken *> MarkPairing::takeMarks(MarkHistory &history)
{
    const std::size_t counting = std::size_t(std::ranges::count_if(m_tokens, &MarkToken::counts));
    const bool areSigns = m_character == '*' && !history.isOpen && isCode();
    std::vector<MarkToken *> tokens;
    std::size_t before = 0; // of those that count
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        MarkToken &token = m_tokens[i];
        if (!token.counts) {
            token.what = What::Drop;
            m_context.did(token.opens && token.closes ? RuleId::Seams : RuleId::EmptyMarks);
            continue;
        }
        const bool isOpen = tokens.size() % 2 == 1;
        const bool isBehindWord =
            token.closes && !token.opens && !isObjectBefore(m_text, token.at) &&
            (rst::alphanumericBefore(m_text, token.at) > 0 || (counting == 1 && isBehindDottedName(m_text, token.at)));
        const bool isApart = !token.closes && !token.opens && m_character == '*' && hasWordsInLine(m_text, token.at) &&
                             !isEmptyPair(i) && !(i == 0 && isAroundAll());
        const bool isLastOfPairs = (counting - before) % 2 == 0;
        ++before;
        const bool mayClose = history.isOpen && tokens.empty() && counting % 2 == 1;
        if (!isOpen && !mayClose && token.size == 1 &&
            ((isBehindWord && (m_character == '_' || i > 0 || !isLastOfPairs || isSignAgain(i))) || isApart ||
             areSigns)) {
            token.what = What::Text;
            history.hasFootnotes = history.hasFootnotes || m_character == '*';
            continue;
        }
        tokens.push_back(&token);
    }
    return tokens;
}

/// Takes the one out that has no partner: an opening mark before another one; else a closing one at the begin, or an opening
/// one at the end.
void MarkPairing::takeOut(std::vector<MarkToken *> &tokens, const MarkHistory &history)
{
    std::size_t alone = tokens.size() - 1;
    for (std::size_t i = 0; i + 1 < tokens.size(); i += 2) {
        const bool secondOpens = tokens[i + 1]->opens && !tokens[i + 1]->closes;
        if (tokens[i]->opens && secondOpens) {
            alone = i;
            break;
        }
    }
    if (alone == tokens.size() - 1 && tokens.front()->closes && !tokens.front()->opens)
        alone = 0;
    MarkToken *const left = tokens[alone];
    const bool isNote =
        left->at == 0 && history.hasFootnotes && m_character == '*' && left->opens && tokens.size() == 1;
    if (isNote) {
        left->what = What::Text; // "*See …"
    } else {
        left->what = left->closes && !left->opens ? What::Close : What::Open;
        m_left = left;
    }
    tokens.erase(tokens.begin() + std::ptrdiff_t(alone));
}

void MarkPairing::pairUp(MarkToken &open, MarkToken &close)
{
    const std::size_t begin = open.at + open.size;
    const bool isEmpty = std::ranges::all_of(std::string_view(m_text).substr(begin, close.at - begin),
                                             [](char c) { return std::string_view(" \n\x04*_").contains(c); });
    if (!isEmpty) {
        open.what = What::Open;
        close.what = What::Close;
        m_context.did(m_character == '*' ? RuleId::Strong : RuleId::Emphasis);
    } else if (m_context.may(RuleId::EmptyMarks)) {
        open.what = close.what = What::Drop;
        m_context.did(RuleId::EmptyMarks);
    } else {
        open.what = close.what = What::Text;
    }
}

/// A mark that goes from between two letters makes one word of two, or leaves a blank where these look like words.
void MarkPairing::joinWords(std::string &before, std::size_t at) const
{
    std::size_t begin = before.size(), end = at;
    while (const std::size_t size = rst::alphanumericBefore(before, begin))
        begin -= size;
    while (const std::size_t size = rst::alphanumericAt(m_text, end))
        end += size;
    if (begin == before.size() || end == at || isObjectBefore(before, before.size()))
        return;
    const std::string left = before.substr(begin), right = m_text.substr(at, end - at);
    const auto [shorter, longer] = std::minmax({rst::countCodePoints(left), rst::countCodePoints(right)});
    if (shorter >= 2 && longer >= 4) {
        before += ' ';
        return;
    }
    m_context.ledger.lose(left + " " + right);
    m_context.ledger.gain(left + right);
}

void MarkPairing::apply(char begin, char end)
{
    std::string out;
    out.reserve(m_text.size() + 8);
    std::size_t from = 0;
    if (m_isCovered || m_coverTo)
        out += begin;
    for (const MarkToken &token : m_tokens) {
        out.append(m_text, from, token.at - from);
        from = token.at + token.size;
        const bool isInCover =
            m_isCovered || (m_coverTo && token.at < *m_coverTo) || (m_coverFrom && token.at > *m_coverFrom);
        switch (token.what) {
        case What::Open:
            if (!isInCover)
                out += begin;
            break;
        case What::Close:
            if (!isInCover)
                out += end;
            break;
        case What::Text:
            for (std::size_t i = 0; i < token.size; ++i)
                (out += mark::Escape) += m_character;
            break;
        case What::Drop: joinWords(out, from); break;
        }
    }
    out.append(m_text, from);
    if (m_isCovered || m_coverFrom)
        out += end;
    m_text = std::move(out);
}

} // namespace repair
