// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

/// Texts, addresses and lines as Markdown writes them (https://spec.commonmark.org/0.31.2/).
namespace rst {

[[nodiscard]] bool isMarkdownPunctuation(char c) noexcept;
/// Text with backslashes where a character would be taken for markup.
[[nodiscard]] std::string escapedMarkdown(std::string_view text);
/// The same without what GitHub's Markdown would make links to e-mail addresses: no backslash keeps it from that.
[[nodiscard]] std::string escapedUnlinkedMarkdown(std::string_view text);
/// Text as code, between as many backquotes as it takes.
[[nodiscard]] std::string markdownCodeSpan(std::string_view text);
/// An address between the parentheses of a link.
[[nodiscard]] std::string markdownDestination(std::string_view uri);
/// Whether the address is its own text and may stand between angle brackets.
[[nodiscard]] bool isMarkdownAutolink(std::string_view uri, std::string_view text);
/// Lines of a paragraph, protected from being read as other blocks.
[[nodiscard]] std::string asMarkdownParagraph(std::string_view text);

} // namespace rst
