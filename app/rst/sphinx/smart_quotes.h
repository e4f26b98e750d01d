// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

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

/// Turns typewriter quotes, dashes and full stops into typographic ones, as Sphinx does with its default action `qDe`
/// (https://docutils.sourceforge.io/docs/user/smartquotes.html).
///
/// One object serves one block of text: it takes its pieces in order, each of which is the context of the next.
class SmartQuotes
{
public:
    explicit SmartQuotes(const QuotationMarks &marks);

    /// The next piece of text. A backslash escape is a NUL before the escaped character, as in docutils' text nodes;
    /// the NULs stay in the result.
    [[nodiscard]] std::string educate(std::string_view text);
    /// The next piece is literal: it serves as context only.
    void skip(std::string_view text);

private:
    struct Marks {
        std::u32string primaryOpen, primaryClose, secondaryOpen, secondaryClose;
    };

    [[nodiscard]] std::u32string educateQuotes(std::u32string text) const;

    Marks m_marks;
    bool m_isEnglish = false;
    char32_t m_context = U' ';
};

} // namespace rst
