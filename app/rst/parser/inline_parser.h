// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/parse_context.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// Parses inline markup (docutils' `Inliner`,
/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup).
///
/// One pass over the text, dispatching on the few characters that can begin markup; a backslash is looked at
/// where it stands, so that text without markup stays a view into the source.
class InlineParser
{
public:
    explicit InlineParser(ParseContext &context) noexcept : m_context(context) {}

    /// Appends the text's nodes to `parent`; the messages, detached, in order.
    [[nodiscard]] std::vector<NodeId> parse(const InlineText &text, std::uint32_t line, NodeId parent);

private:
    ParseContext &m_context;
};

/// Takes backslash escapes out of `text` (docutils' `unescape`): an escaped white space goes, an escaped character stays.
/// A view of `text` itself where it has no backslash; else a copy in the document. An escape must not begin before `text`.
[[nodiscard]] std::string_view unescaped(Document &document, std::string_view text);

/// How many bytes at the start of `text` are a simple reference name (`simplename`); 0 for none.
[[nodiscard]] std::size_t simpleNameLength(std::string_view text) noexcept;

/// `uri`, or for an e-mail address the `mailto:` URI of it, stored in the document (docutils' `Inliner.adjust_uri`).
[[nodiscard]] std::string_view adjustedUri(Document &document, std::string_view uri);

/// The problematic element for markup that could not be understood, tied to its system_message in both directions
/// (docutils' `Inliner.problematic`); detached. `text` must live as long as the document.
[[nodiscard]] NodeId makeProblematic(ParseContext &context, std::string_view text, Span span, NodeId systemMessage);

} // namespace rst
