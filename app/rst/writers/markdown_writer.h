// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <cstdint>
#include <string>

namespace rst {

/// How the writer says what CommonMark alone cannot say.
struct MarkdownStyle {
    enum class Flavour : std::uint8_t {
        Gfm,  // GitHub's: admonitions are quotations, figures are pictures above their captions
        Myst, // directives and roles of MyST (https://myst-parser.readthedocs.io)
    } flavour = Flavour::Gfm;
    /// Of the outermost titles, 1 to 6. Six levels are all there are: deeper titles stay at the sixth.
    unsigned headingLevel = 1;
};

/// The tree as Markdown. What Markdown can express reads back (readers/markdown_reader.h) as the same tree; of what it cannot
/// (definition lists, spanning cells, footnotes without an extension) the text is kept. The metadata of a post is left out.
/// https://github.github.com/gfm/
[[nodiscard]] std::string writeMarkdown(const Document &document, const MarkdownStyle &style = {});

} // namespace rst
