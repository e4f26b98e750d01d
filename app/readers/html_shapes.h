// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

struct GumboInternalNode;

namespace readers {

/// One picture with words below it: `figure`, or the table that Blogger makes of a picture with a caption.
struct FigureParts {
    const GumboInternalNode *picture = nullptr;
    const GumboInternalNode *link = nullptr; // around the picture, or none
    const GumboInternalNode *caption = nullptr;
};

/// The parts of an element that is a figure and nothing besides; nothing for all others.
[[nodiscard]] std::optional<FigureParts> figureParts(const GumboInternalNode *element);

/// Whether a `dl` is a list of terms of one line, each with what it means. What is not becomes paragraphs.
[[nodiscard]] bool isDefinitionList(const GumboInternalNode *list);

/// How a numbered list counts.
struct Numbering {
    std::string_view sequence = "arabic";
    int start = 1;
};

/// A paragraph that Word means as an item of a list, and writes with the mark as text.
struct WordItem {
    std::size_t level = 1;
    int number = 0; // 0 for a bullet
};

/// What an element says in `mso-list`; nothing where it is no such paragraph.
[[nodiscard]] std::optional<WordItem> wordItem(const GumboInternalNode *element);
/// Whether an element is the mark of such an item.
[[nodiscard]] bool isWordMark(const GumboInternalNode *element);

/// The language that a `pre` says its code is in, as sites and their scripts for colours write it: `language-python` and
/// `lang-py` on it or on the `code` in it, `brush: python`, `highlight-python` around it. Empty where none says any.
[[nodiscard]] std::string codeLanguage(const GumboInternalNode *pre);

/// The page that shows a film, for the address that a page embeds it by; other addresses as they are.
[[nodiscard]] std::string filmPage(std::string_view address);

} // namespace readers
