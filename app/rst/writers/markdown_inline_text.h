// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/writers/markdown_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// The inline markup of a text element as Markdown; its lines are separated by \n.
class MarkdownInlineText
{
public:
    /// How a text's lines may be joined where Markdown has no room for line ends.
    enum class Lines { Kept, OneLine };

    explicit MarkdownInlineText(const MarkdownStyle &style) : m_style(style) {}

    /// What stands in `element`, escaped so that it reads back within a paragraph.
    [[nodiscard]] std::string write(NodeRef element, Lines lines = Lines::Kept);
    /// A picture; with an address, a link around it.
    [[nodiscard]] static std::string picture(NodeRef image, std::string_view target);

private:
    enum class Mark { None, Emphasis, Strong, Superscript, Subscript, Verbatim };

    /// A stretch of text of one style, or Markdown that is ready.
    struct Piece {
        Mark mark = Mark::None;
        std::string text = {};
    };

    void addNode(NodeRef node, NodeRef top);
    void addReference(NodeRef reference);
    void add(Mark mark, std::string_view text);
    void addText(Mark mark, std::string_view text);
    [[nodiscard]] static Mark markOf(NodeRef text, NodeRef top);
    [[nodiscard]] std::string joined() const;
    [[nodiscard]] bool maySurround(std::string_view out, const Piece &piece, std::size_t index) const;

    const MarkdownStyle &m_style;
    std::vector<Piece> m_pieces;
};

} // namespace rst
