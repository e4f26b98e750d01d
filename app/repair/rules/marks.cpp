// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/marks.h"

#include "repair/marked_text.h"
#include "repair/rules/mark_surroundings.h"
#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

// html2text wrote ** for bold and _ for italic text; the importer made one star of two. It never leaves a blank line in a
// pair on its own, so that pairs that run over paragraphs come from marks around several.

namespace repair {

namespace {

/// The longest texts that are believed where they run over several paragraphs, in words. Word processors wrap whole pages in
/// what looks like bold, never in italic.
constexpr std::size_t longestStrongAcross = 50;
constexpr std::size_t longestEmphasisAcross = 300;
constexpr std::size_t farthestAcross = 12; // texts

enum class What { Open, Close, Drop, Text };

/// A run of stars or underscores. Of an even number, half close what the other half opens, but where they stand around a text
/// that was bold twice over.
struct Token {
    std::size_t at = 0;
    std::size_t size = 1;
    What what = What::Text;
    bool opens = false;  // looks like it: something that may begin a text follows at once
    bool closes = false; // something stands right before it
    bool counts = true;  // it changes the style
};

/// One text's stars, or its underscores.
class Pairing
{
public:
    Pairing(std::string &text, char character, const RuleContext &context)
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

    /// Pairs what pairs within the text; what is left over stays as Open or Close alone.
    void pair(bool &footnotes, bool isOpenBefore);
    void apply(char begin, char end);

    /// A mark that wants its partner in a later, or an earlier, text.
    [[nodiscard]] Token *leftOpen() { return m_left && m_left->what == What::Open ? m_left : nullptr; }
    [[nodiscard]] Token *leftClose() { return m_left && m_left->what == What::Close ? m_left : nullptr; }
    void settle(What what)
    {
        m_left->what = what;
        m_left = nullptr;
    }
    [[nodiscard]] Token *left() { return m_left; }
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// Whether words stand before the mark in its line.
    [[nodiscard]] bool isWithinLine(const Token &token) const
    {
        return token.size == 1 && !rst::trimmed(lineBefore(m_text, token.at)).empty();
    }
    void cover() { m_isCovered = true; } // the whole text is strong
    void coverTo(std::size_t at) { m_coverTo = at; }
    void coverFrom(std::size_t at) { m_coverFrom = at; }

private:
    std::size_t addRun(std::size_t at);
    [[nodiscard]] bool isBlankSinceLast(std::size_t at) const;
    [[nodiscard]] bool isAroundAll() const;
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] bool isSignAgain(std::size_t token) const;
    [[nodiscard]] bool isEmptyPair(std::size_t token) const;
    void joinWords(std::string &before, std::size_t at) const;

    std::string &m_text;
    char m_character;
    const RuleContext &m_context;
    std::vector<Token> m_tokens;
    Token *m_left = nullptr;
    bool m_isCovered = false;
    std::optional<std::size_t> m_coverTo, m_coverFrom;
};

/// The tokens of a run of characters; returns its last place.
std::size_t Pairing::addRun(std::size_t at)
{
    std::size_t end = at;
    while (end < m_text.size() && m_text[end] == m_character)
        ++end;
    const bool isWordBefore = !isObjectBefore(m_text, at) && rst::alphanumericBefore(m_text, at) > 0;
    const bool isWordAfter = rst::alphanumericAt(m_text, end) > 0;
    Token token = {.at = at, .size = end - at, .opens = !isBlankAt(m_text, end), .closes = !isBlankBefore(m_text, at)};
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
bool Pairing::isBlankSinceLast(std::size_t at) const
{
    if (m_tokens.empty())
        return false;
    const std::size_t begin = m_tokens.back().at + m_tokens.back().size;
    return std::string_view(m_text).substr(begin, at - begin).find_first_not_of(" \n\x04") == std::string_view::npos;
}

/// Whether the first and the last mark are the edges of the text.
bool Pairing::isAroundAll() const
{
    const Token &last = m_tokens.back();
    return m_tokens.size() % 2 == 0 && m_tokens.front().at == 0 && last.closes &&
           std::string_view(m_text).substr(last.at + last.size).find_first_not_of(" \n\x04") == std::string_view::npos;
}

/// Whether lines of the text end as lines of C do: a star makes a pointer there.
bool Pairing::isCode() const
{
    return std::ranges::any_of(std::initializer_list<std::string_view>{";\x04", ";\n", "{\x04", "{\n"},
                               [this](std::string_view end) { return m_text.contains(end); }) &&
           std::ranges::all_of(m_tokens, [](const Token &token) { return token.opens && !token.closes; });
}

/// Whether the next mark is behind a word and opens nothing, too.
bool Pairing::isSignAgain(std::size_t token) const
{
    if (token + 1 >= m_tokens.size())
        return false;
    const Token &next = m_tokens[token + 1];
    return next.closes && !next.opens && next.size == 1 && !isObjectBefore(m_text, next.at) &&
           rst::alphanumericBefore(m_text, next.at) > 0;
}

/// Whether the token, or the one before, is followed by nothing but blanks and the next.
bool Pairing::isEmptyPair(std::size_t token) const
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

void Pairing::pair(bool &footnotes, bool isOpenBefore)
{
    // Bold within bold, where nothing else is open.
    std::size_t counting = 0;
    for (std::size_t i = 0; i + 1 < m_tokens.size(); ++i) {
        Token &token = m_tokens[i], &next = m_tokens[i + 1];
        if (!token.counts && !next.counts && counting % 2 == 0 && token.opens && !token.closes && !next.opens)
            token.counts = next.counts = true;
        counting += token.counts;
    }
    counting = std::size_t(std::ranges::count_if(m_tokens, &Token::counts));
    // A mark behind a word with nothing open, or apart from all words, is a sign: "code*", "word_", "* See". So are the stars
    // of code.
    const bool areSigns = m_character == '*' && !isOpenBefore && isCode();
    std::vector<Token *> tokens;
    std::size_t before = 0; // of those that count
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        Token &token = m_tokens[i];
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
        const bool mayClose = isOpenBefore && tokens.empty() && counting % 2 == 1;
        if (!isOpen && !mayClose && token.size == 1 &&
            ((isBehindWord && (m_character == '_' || i > 0 || !isLastOfPairs || isSignAgain(i))) || isApart ||
             areSigns)) {
            token.what = What::Text;
            footnotes = footnotes || m_character == '*';
            continue;
        }
        tokens.push_back(&token);
    }
    if (tokens.size() % 2 == 1) {
        // Which one is alone? An opening mark before another one; else a closing one at the begin, or an opening one at the end.
        std::size_t alone = tokens.size() - 1;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const bool secondOpens = tokens[i + 1]->opens && !tokens[i + 1]->closes;
            if (i % 2 == 0 && tokens[i]->opens && secondOpens) {
                alone = i;
                break;
            }
        }
        if (alone == tokens.size() - 1 && tokens.front()->closes && !tokens.front()->opens)
            alone = 0;
        m_left = tokens[alone];
        const bool isOnlyAtEdge =
            m_left->at == 0 && footnotes && m_character == '*' && m_left->opens && tokens.size() == 1;
        if (isOnlyAtEdge) {
            m_left->what = What::Text; // the note itself: "*See …"
            m_left = nullptr;
        } else {
            m_left->what = m_left->closes && !m_left->opens ? What::Close : What::Open;
        }
        tokens.erase(tokens.begin() + std::ptrdiff_t(alone));
    }
    for (std::size_t i = 0; i + 1 < tokens.size(); i += 2) {
        const std::string_view inner = std::string_view(m_text).substr(
            tokens[i]->at + tokens[i]->size, tokens[i + 1]->at - tokens[i]->at - tokens[i]->size);
        const bool isEmpty = std::ranges::all_of(
            inner, [](char c) { return c == ' ' || c == '\n' || c == mark::LineBreak || c == '*' || c == '_'; });
        if (isEmpty && !m_context.may(RuleId::EmptyMarks)) {
            tokens[i]->what = tokens[i + 1]->what = What::Text;
            continue;
        }
        tokens[i]->what = isEmpty ? What::Drop : What::Open;
        tokens[i + 1]->what = isEmpty ? What::Drop : What::Close;
        if (isEmpty)
            m_context.did(RuleId::EmptyMarks);
        else
            m_context.did(m_character == '*' ? RuleId::Strong : RuleId::Emphasis);
    }
}

/// A mark that goes from between two letters makes one word of two, or leaves a blank where these look like words.
void Pairing::joinWords(std::string &before, std::size_t at) const
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

void Pairing::apply(char begin, char end)
{
    std::string out;
    out.reserve(m_text.size() + 8);
    std::size_t from = 0;
    if (m_isCovered || m_coverTo)
        out += begin;
    for (const Token &token : m_tokens) {
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

/// Joins what is left over in one text with what is left over in a later one, as far as that is believed.
void pairAcross(std::vector<Pairing *> &texts, const RuleContext &context, bool isStar)
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i] == nullptr || texts[i]->leftOpen() == nullptr)
            continue;
        std::size_t j = i + 1;
        while (j < texts.size() && j - i <= farthestAcross && texts[j] != nullptr && texts[j]->left() == nullptr)
            ++j;
        if (j >= texts.size() || texts[j] == nullptr || texts[j]->left() == nullptr)
            continue;
        const std::size_t begin = texts[i]->leftOpen()->at, end = texts[j]->left()->at;
        std::size_t words = wordsIn(std::string_view(texts[i]->text()).substr(begin)) +
                            wordsIn(std::string_view(texts[j]->text()).substr(0, end));
        for (std::size_t k = i + 1; k < j; ++k)
            words += wordsIn(texts[k]->text());
        const bool isBelieved =
            words < (isStar ? longestStrongAcross : longestEmphasisAcross) && context.may(RuleId::StrongAcross);
        if (isBelieved) {
            context.did(RuleId::StrongAcross);
            texts[i]->settle(What::Open);
            texts[i]->coverFrom(begin);
            for (std::size_t k = i + 1; k < j; ++k)
                texts[k]->cover();
            texts[j]->settle(What::Close);
            texts[j]->coverTo(end);
        } else if (isStar) {
            context.did(RuleId::LongStrong);
            texts[i]->settle(What::Drop);
            texts[j]->settle(What::Drop);
        }
        i = j - 1;
    }
}

/// html2text put a blank behind what was bold or italic, before a comma, too.
void joinPunctuation(std::string &text, const RuleContext &context)
{
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const bool isEnd = text[at] == mark::StrongEnd || text[at] == mark::EmphasisEnd;
        const bool isParted = text[at + 1] == ' ' || text[at + 1] == '\n';
        if (!isEnd || !isParted || !std::string_view(",.;:!?)").contains(text[at + 2]))
            continue;
        context.did(RuleId::MarkSpace);
        const bool isLineEnd = text[at + 1] == '\n';
        text.erase(at + 1, 1);
        if (isLineEnd && at + 2 < text.size() && text[at + 2] == ' ')
            text[at + 2] = '\n'; // the line ends behind it instead
    }
}

} // namespace

void pairMarks(const std::vector<std::string *> &texts, const RuleContext &context)
{
    for (const char character : {'*', '_'}) {
        const bool isStar = character == '*';
        if (!context.may(isStar ? RuleId::Strong : RuleId::Emphasis))
            continue;
        std::vector<std::optional<Pairing>> pairings(texts.size());
        std::vector<Pairing *> order;
        bool footnotes = false, isOpenBefore = false;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (texts[i] != nullptr) {
                pairings[i].emplace(*texts[i], character, context);
                pairings[i]->pair(footnotes, isOpenBefore);
                if (pairings[i]->left() != nullptr)
                    isOpenBefore = pairings[i]->leftOpen() != nullptr;
            } else {
                isOpenBefore = false;
            }
            order.push_back(pairings[i] ? &*pairings[i] : nullptr);
        }
        pairAcross(order, context, isStar);
        for (Pairing *pairing : order) {
            if (pairing == nullptr)
                continue;
            if (Token *alone = pairing->left()) {
                // Within text it may be a sign of its own; at an edge it is a leftover.
                const bool isName = !isStar && alone->what == What::Open && pairing->isWithinLine(*alone);
                const bool isDropped = !isName && context.may(RuleId::StrayMarks);
                alone->what = isDropped ? What::Drop : What::Text;
                if (isDropped)
                    context.did(RuleId::StrayMarks);
            }
            pairing->apply(isStar ? mark::StrongBegin : mark::EmphasisBegin,
                           isStar ? mark::StrongEnd : mark::EmphasisEnd);
        }
    }
    if (!context.may(RuleId::MarkSpace))
        return;
    for (std::string *text : texts) {
        if (text != nullptr)
            joinPunctuation(*text, context);
    }
}

} // namespace repair
