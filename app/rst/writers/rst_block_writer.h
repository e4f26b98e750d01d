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

struct TableParts;

/// Writes blocks. rst_writer.cpp has the frame and what is made of paragraphs, rst_writer_sequence.cpp what stands
/// between blocks; rst_writer_lists.cpp, _directives.cpp and the like have the others.
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
    void writeClassesBefore(NodeRef node);
    void writeEmptyComment();
    void writeSection(NodeRef section);
    void writeTitle(NodeRef title, std::size_t depth);
    void writeParagraph(NodeRef paragraph);
    void writeLineBlock(NodeRef lineBlock, std::size_t depth);
    void writeLineBlockDirective(NodeRef lineBlock);
    void writeBlockQuote(NodeRef quote);
    void writeComment(NodeRef comment);
    void writeHanging(std::string_view begin, std::string_view text, std::size_t columns);
    void writeIndented(NodeRef parent, std::size_t columns);

    void writeBulletList(NodeRef list);
    void writeEnumeratedList(NodeRef list);
    void writeClassesOfNext(NodeRef item);
    void writeItem(NodeRef item, std::string marker, bool isCompact);
    void writeDefinitionList(NodeRef list);
    void writeFieldList(NodeRef list);
    [[nodiscard]] std::string fieldName(NodeRef name) const;
    void writeField(std::string_view name, NodeRef body);
    void writeOptionList(NodeRef list);
    void writeDocinfo(NodeRef docinfo);
    void writeDocinfoTopics(NodeRef docinfo);

    /// A title as it may stand behind the name of a directive.
    [[nodiscard]] std::string titleArgument(NodeRef title);
    void writeDirective(std::string_view name, std::string_view argument, NodeRef node, bool hasContent);
    void writeOption(std::string_view name, std::string_view value);
    void writeCommonOptions(NodeRef node);
    void writeContentOf(NodeRef node);
    void writeAdmonition(NodeRef admonition);
    void writeContainer(NodeRef container);
    void writeTextOption(std::string_view name, std::string_view value);
    void writeName(NodeRef node);
    void writeClasses(NodeRef node);
    void writeImageOptions(NodeRef image);
    void writeImage(NodeRef image, std::string_view target);
    [[nodiscard]] std::string imageTarget(NodeRef reference) const;
    void writeFigure(NodeRef figure);
    void writeLiteralBlock(NodeRef block);
    void writeCodeBlock(NodeRef block);
    void writeCode(NodeRef block);
    void writeParsedLiteral(NodeRef block);
    void writeContentLines(std::string_view text);
    void writeTopic(NodeRef topic);
    void writeContents(NodeRef topic);
    void writeSectionNumbers(NodeRef root);
    void writeDecoration(NodeRef decoration);
    void writeMeta(NodeRef meta);
    void writeDocumentHead(NodeRef root);
    void writeDocument(NodeRef root);
    void writeFootnote(NodeRef footnote);
    void writeTargetBlock(NodeRef target);
    [[nodiscard]] std::string_view nameGiven(NodeRef target) const;
    void writeSubstitution(NodeRef definition);
    void writeVerbatim(std::string_view text);
    void writeTable(NodeRef table);
    void writeGridTable(const TableParts &parts);
    void writeRowLists(const std::vector<NodeRef> &rows);

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

/// Whether nothing is written for the node itself.
[[nodiscard]] bool isInvisible(NodeRef node);

/// The directive that makes a block quote of this kind; nothing for a plain one.
[[nodiscard]] std::string_view quoteDirective(NodeRef quote);

/// Whether all of the text is indented: only an option above it, which is not, keeps that.
[[nodiscard]] bool isIndented(std::string_view text);

/// A text with blanks for its line ends.
[[nodiscard]] std::string inOneLine(std::string_view text);

/// A text with backslashes before its characters of these.
[[nodiscard]] std::string withBackslashes(std::string_view text, std::string_view characters);

/// A picture's address as its directive has it.
[[nodiscard]] std::string imageUri(NodeRef image);

/// A name between backquotes, and the underscore that makes a reference of it.
[[nodiscard]] std::string phraseReference(std::string_view name);

/// Whether the topic was a field of the bibliographic list: a dedication or an abstract right behind it.
[[nodiscard]] bool isDocinfoTopic(NodeRef topic);

/// Whether the topic is a table of contents that was made of the document's sections.
[[nodiscard]] bool isContents(NodeRef topic);

/// Whether the directive "target-notes" made the footnote.
[[nodiscard]] bool isTargetNote(NodeRef footnote);

} // namespace rst
