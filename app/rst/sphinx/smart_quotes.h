// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rst {

/// The quotation marks of a language (docutils' `smartchars.quotes`).
struct QuotationMarks {
    std::string_view language = {};
    std::string_view primaryOpen = {};
    std::string_view primaryClose = {};
    std::string_view secondaryOpen = {};
    std::string_view secondaryClose = {};
};

/// The marks of a language tag, in any case; where it has none of its own, those of the tag without its last
/// subtags (`de_AT` is `de`). Null for a language without any, whose quotes stay as they are typed.
[[nodiscard]] const QuotationMarks *quotationMarks(std::string_view languageTag);

/// What is turned into what: Sphinx' `smartquotes_action`
/// (https://docutils.sourceforge.io/docs/user/smartquotes.html).
struct SmartQuotesAction {
    enum class Dashes : std::uint8_t { None, Single, OldSchool }; // `--` is an em dash, or an en dash

    bool quotes = false;
    bool doubleBackticks = false;
    bool singleBackticks = false;
    Dashes dashes = Dashes::None;
    bool ellipses = false;
    bool quotEntities = false; // `&quot;` counts as a quote
    bool isReversed = false;   // typographic ones become typewriter ones

    /// Letters such as `qDe`, or a number.
    [[nodiscard]] static SmartQuotesAction from(std::string_view letters) noexcept;
};

/// Turns typewriter quotes, dashes and full stops into typographic ones.
///
/// One object serves one block of text: it takes its pieces in order, each of which is the context of the next.
class SmartQuotes
{
public:
    SmartQuotes(const QuotationMarks &marks, const SmartQuotesAction &action);

    /// The next piece of text. A backslash escape is a NUL before the escaped character, as in docutils' text nodes;
    /// the NULs stay in the result.
    [[nodiscard]] std::string educate(std::string_view text);
    /// The next piece is literal: it serves as context only.
    void skip(std::string_view text);

private:
    struct Marks {
        std::u32string primaryOpen, primaryClose, secondaryOpen, secondaryClose;
    };

    [[nodiscard]] bool needsEducation(std::string_view text) const noexcept;
    [[nodiscard]] std::u32string educateQuotes(std::u32string text) const;
    [[nodiscard]] std::u32string educateBackticks(std::u32string text) const;
    [[nodiscard]] std::u32string reversed(std::u32string text) const;

    Marks m_marks;
    SmartQuotesAction m_action;
    bool m_isEnglish = false;
    char32_t m_context = U' ';
};

} // namespace rst
