// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace post {

/// Whether a file is a post in Markdown, by its name.
[[nodiscard]] bool isMarkdownName(std::string_view path) noexcept;

/// A post in MyST Markdown as reStructuredText that says the same of the post: the YAML block at its head as a field list, the
/// `post` directive in its fence, headings and plain paragraphs. It is for reading metadata; of the body only the text is kept.
/// https://myst-parser.readthedocs.io/en/latest/configuration.html#frontmatter-local
[[nodiscard]] std::string mystAsRst(std::string_view markdown);

} // namespace post
