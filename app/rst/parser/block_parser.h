// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/parse_context.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rst {

/// Whether section titles may stand in a nested block (docutils' `match_titles`).
enum class SectionTitles : bool { NotAllowed, Allowed };

/// Parses lines into block elements: docutils' `RSTState` machinery (parsers/rst/states.py), as seen by
/// directives and by the parts of the parser. One file of parser/ holds each construct.
///
/// Blocks nest by recursion, at most `maximumDepth` deep; what would be deeper is reported once and kept as a literal block.
class BlockParser
{
public:
    static constexpr unsigned maximumDepth = 200;

    explicit BlockParser(ParseContext &context) noexcept
        : m_context(context)
    {
    }

    /// Parses the whole document into its root.
    void parseDocument(Lines lines);

    /// Parses a block of a construct or of a directive's content into `parent` (`RSTState.nested_parse`).
    void nestedParse(Lines lines, NodeId parent, SectionTitles titles = SectionTitles::NotAllowed);

    /// Parses inline markup into `parent`; the messages about it, detached, for the caller to place
    /// (`RSTState.inline_text`). `line` is the line number for messages.
    [[nodiscard]] std::vector<NodeId> inlineText(const InlineText &text, std::uint32_t line, NodeId parent);

    /// Parses an indented block as block quotes with attributions into `parent` (`Body.block_quote`); used by epigraph and its like.
    void blockQuote(Lines lines, NodeId parent);

    /// What an image's `:target:` option says: a reference name (`refname`), or else a URI (`Body.parse_target`).
    struct TargetSpecification
    {
        bool isReference = false;
        std::string_view value = {};
    };
    [[nodiscard]] TargetSpecification parseTarget(Lines block, std::string_view blockText, std::uint32_t line);

    /// The nesting of sections at this point: 0 outside of any. Title styles are shared by the whole document.
    [[nodiscard]] unsigned sectionLevel() const noexcept { return m_sectionLevel; }

    [[nodiscard]] ParseContext &context() noexcept { return m_context; }

private:
    ParseContext &m_context;
    unsigned m_sectionLevel = 0;
    unsigned m_depth = 0;
};

} // namespace rst
