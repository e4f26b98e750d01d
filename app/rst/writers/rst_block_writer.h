// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/writers/rst_inline_text.h"
#include "rst/writers/rst_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// Writes blocks. rst_writer.cpp has the frame and what is made of paragraphs; rst_writer_lists.cpp, _directives.cpp and
/// _tables.cpp have the others.
///
/// Blocks nest by recursion: trees are no deeper than BlockParser::maximumDepth and the readers' own limit allow.
class RstBlockWriter
{
public:
    RstBlockWriter(const RstNames &names, const RstStyle &style) : m_names(names), m_style(style) {}

    [[nodiscard]] std::string write(NodeRef root);
    /// The blocks below `parent`, as they stand where nothing is indented.
    [[nodiscard]] std::string writeAlone(NodeRef parent);

private:
    /// Whether a block is kept apart from the one before it by a blank line.
    enum class Separation { BlankLine, None };

    void writeChildren(NodeRef parent, Separation separation = Separation::BlankLine);
    void writeBehind(NodeRef &before, NodeRef node, Separation separation);
    void writeBlock(NodeRef node);
    void writeEmptyComment();
    void writeSection(NodeRef section);
    void writeTitle(NodeRef title, std::size_t depth);
    void writeParagraph(NodeRef paragraph);
    void writeLineBlock(NodeRef lineBlock, std::size_t depth);
    void writeBlockQuote(NodeRef quote);
    void writeComment(NodeRef comment);
    void writeIndented(NodeRef parent, std::size_t columns);

    void writeBulletList(NodeRef list);
    void writeEnumeratedList(NodeRef list);
    void writeItem(NodeRef item, std::string marker, bool isCompact);
    void writeDefinitionList(NodeRef list);
    void writeFieldList(NodeRef list);
    void writeField(std::string_view name, NodeRef body);
    void writeOptionList(NodeRef list);
    void writeDocinfo(NodeRef docinfo);

    void writeDirective(std::string_view name, std::string_view argument, NodeRef node, bool hasContent);
    void writeOption(std::string_view name, std::string_view value);
    void writeCommonOptions(NodeRef node);
    void writeAdmonition(NodeRef admonition);
    void writeImage(NodeRef image, std::string_view target);
    void writeFigure(NodeRef figure);
    void writeLiteralBlock(NodeRef block);
    void writeTopic(NodeRef topic);
    void writeFootnote(NodeRef footnote);
    void writeTargetBlock(NodeRef target);
    void writeSubstitution(NodeRef definition);
    void writeVerbatim(std::string_view text);
    void writeTable(NodeRef table);

    /// Begins a block: the blank line before it, and an empty comment where it would be drawn into the one before.
    void separate();
    void line(std::string_view text);
    void lines(std::string_view text);
    void indent(std::size_t columns) { m_indent.append(columns, ' '); }
    void dedent(std::size_t columns) { m_indent.resize(m_indent.size() - columns); }

    [[nodiscard]] std::string inlineText(NodeRef element) { return RstInlineText(m_names).write(element); }
    /// A text as it may stand where a block begins.
    [[nodiscard]] static std::string asBlockStart(std::string text);
    /// A paragraph's text, protected from being read as another block.
    [[nodiscard]] static std::string asParagraph(std::string text);

    const RstNames &m_names;
    const RstStyle &m_style;
    std::string m_out;
    std::string m_indent;
    std::string m_marker;          // stands in the next line instead of its last columns of indentation
    std::size_t m_depth = 0;       // of sections
    bool m_wantsBlankLine = false; // before the next block
};

} // namespace rst
