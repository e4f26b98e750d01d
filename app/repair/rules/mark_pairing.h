// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/rule.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// A run of stars or underscores. Of an even number, half close what the other half opens, but where they stand around a text
/// that was bold twice over.
struct MarkToken {
    enum class What { Open, Close, Drop, Text };

    std::size_t at = 0;
    std::size_t size = 1;
    What what = What::Text;
    bool opens = false;  // looks like it: something that may begin a text follows at once
    bool closes = false; // something stands right before it
    bool counts = true;  // it changes the style
};

/// What the texts before one say about its marks.
struct MarkHistory {
    bool hasFootnotes = false; // a star behind a word was a sign, so that a note may begin with one
    bool isOpen = false;       // a mark still wants its partner
};

/// One text's stars, or its underscores.
class MarkPairing
{
public:
    /// Finds the marks of `text`, which apply() changes.
    MarkPairing(std::string &text, char character, const RuleContext &context);

    /// Pairs what pairs within the text; what is left over stays as Open or Close alone.
    void pair(MarkHistory &history);
    /// Writes the text anew, with `begin` and `end` in the place of the marks.
    void apply(char begin, char end);

    /// A mark that wants its partner in a later, or an earlier, text.
    [[nodiscard]] MarkToken *left() { return m_left; }
    [[nodiscard]] MarkToken *leftOpen() { return m_left && m_left->what == MarkToken::What::Open ? m_left : nullptr; }
    void settle(MarkToken::What what)
    {
        m_left->what = what;
        m_left = nullptr;
    }
    [[nodiscard]] const std::string &text() const { return m_text; }
    /// Whether words stand before the mark in its line.
    [[nodiscard]] bool isWithinLine(const MarkToken &token) const;

    // How much of the text lies between a mark in one text and its partner in another: all, its begin or its end.
    void cover() { m_isCovered = true; }
    void coverTo(std::size_t at) { m_coverTo = at; }
    void coverFrom(std::size_t at) { m_coverFrom = at; }

private:
    std::size_t addRun(std::size_t at);
    [[nodiscard]] bool isBlankSinceLast(std::size_t at) const;
    [[nodiscard]] bool isAroundAll() const;
    [[nodiscard]] bool isCode() const;
    [[nodiscard]] bool isSignAgain(std::size_t token) const;
    [[nodiscard]] bool isEmptyPair(std::size_t token) const;
    void countDoubled();
    [[nodiscard]] std::vector<MarkToken *> takeMarks(MarkHistory &history);
    void takeOut(std::vector<MarkToken *> &tokens, const MarkHistory &history);
    void pairUp(MarkToken &open, MarkToken &close);
    void joinWords(std::string &before, std::size_t at) const;

    std::string &m_text;
    char m_character;
    const RuleContext &m_context;
    std::vector<MarkToken> m_tokens;
    MarkToken *m_left = nullptr;
    bool m_isCovered = false;
    std::optional<std::size_t> m_coverTo, m_coverFrom;
};

} // namespace repair
