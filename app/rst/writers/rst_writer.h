// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <string>
#include <string_view>

namespace rst {

/// How the writer draws what can be drawn in several ways.
struct RstStyle {
    /// Under the titles, one character per depth of sections.
    std::string_view adornments = "=-~^\"'`#*+:.";
    /// How deep the document itself lies: 1 where its sections are to stand below a title that somebody else writes.
    std::size_t depth = 0;
};

/// The tree as reStructuredText in one canonical form, which reads back as the same tree. What reStructuredText cannot say
/// (markup within markup, a section within a quote) is said as closely as it can; text is never lost.
[[nodiscard]] std::string writeRst(const Document &document, const RstStyle &style = {});

} // namespace rst
