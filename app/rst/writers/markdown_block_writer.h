// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/writers/markdown_inline_text.h"
#include "rst/writers/markdown_writer.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rst {

/// Writes blocks, each as the lines it has where nothing is indented; who contains them indents them.
/// markdown_writer.cpp has the frame, markdown_writer_lists.cpp and markdown_writer_directives.cpp have the others.
///
/// Blocks nest by recursion: trees are no deeper than BlockParser::maximumDepth and the readers' own limit allow.
class MarkdownBlockWriter
{
public:
    explicit MarkdownBlockWriter(const MarkdownStyle &style) : m_style(style), m_level(style.headingLevel) {}

    /// The blocks below `parent`, without a line end.
    [[nodiscard]] std::string blocks(NodeRef parent);

private:
    using Options = std::vector<std::pair<std::string_view, std::string>>;

    [[nodiscard]] std::string block(NodeRef node);
    [[nodiscard]] std::string heading(NodeRef title);
    [[nodiscard]] std::string lineBlock(NodeRef lineBlock, std::string_view separator);
    [[nodiscard]] std::string list(NodeRef list);
    [[nodiscard]] std::string describedList(NodeRef list);
    [[nodiscard]] std::string describedItem(NodeRef item);
    [[nodiscard]] std::string footnote(NodeRef footnote);
    [[nodiscard]] std::string admonition(NodeRef admonition);
    [[nodiscard]] std::string image(NodeRef image, std::string_view target);
    [[nodiscard]] std::string figure(NodeRef figure);
    [[nodiscard]] std::string code(NodeRef block);
    [[nodiscard]] std::string table(NodeRef table);
    [[nodiscard]] std::string row(NodeRef row, std::size_t columns);
    [[nodiscard]] std::string cell(NodeRef entry);
    /// A directive of MyST.
    [[nodiscard]] static std::string directive(std::string_view name, std::string_view argument, const Options &options,
                                               std::string_view content);
    [[nodiscard]] static std::string fenced(std::string_view info, std::string_view content);
    [[nodiscard]] std::string inlineText(NodeRef element,
                                         MarkdownInlineText::Lines lines = MarkdownInlineText::Lines::Kept)
    {
        return MarkdownInlineText(m_style).write(element, lines);
    }
    [[nodiscard]] std::string strongLine(NodeRef element);
    /// A line of Markdown in bold.
    [[nodiscard]] static std::string strong(std::string_view text);
    [[nodiscard]] bool isMyst() const { return m_style.flavour == MarkdownStyle::Flavour::Myst; }

    const MarkdownStyle &m_style;
    unsigned m_level = 1; // of the next title
};

/// `text` with `first` before its first line and `rest` before the others that are not blank.
[[nodiscard]] std::string withPrefix(std::string_view text, std::string_view first, std::string_view rest);

} // namespace rst
