// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/document/node_ref.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readers {

/// Builds a document tree from blocks and inline pieces in reading order, keeping to what reStructuredText can say: markup
/// does not nest, lines that were broken become line blocks, pictures stand apart from text, sections skip no level and lie
/// in no quote.
class TreeBuilder
{
public:
    /// Deeper containers than this are left out, their contents kept.
    static constexpr std::size_t maximumDepth = 60;

    explicit TreeBuilder(rst::Document &document) : m_document(document) {}

    /// A container: block quote, list, list item, container, admonition ...
    void begin(rst::NodeKind kind);
    void end();
    /// The last block of what is open; none where there is none yet.
    [[nodiscard]] rst::NodeRef lastBlock() const { return m_document[blocksParent()].lastChild(); }
    /// Goes on in that block.
    void resume();
    /// Whether so many containers may be begun within one another.
    [[nodiscard]] bool hasRoomFor(std::size_t levels) const
    {
        return m_leftOut == 0 && m_open.size() + levels <= maximumDepth;
    }
    /// The container that is open, for its attributes.
    [[nodiscard]] rst::NodeId open() const { return m_open.empty() ? rst::Document::root() : m_open.back(); }
    /// What blocks go into now: that container, or the section, or the document.
    [[nodiscard]] rst::NodeRef container() const { return m_document[blocksParent()]; }
    void attribute(rst::AttributeName name, std::string_view value);

    /// Text blocks: inline pieces go in between.
    void beginText();
    void endParagraph();
    /// Levels count from 1. Below a container other than a section it becomes a strong paragraph.
    void endHeading(unsigned level);
    /// The text as the only paragraph of a table's entry, a term, a caption: an element of `kind` without line breaks.
    void endElement(rst::NodeKind kind);
    void transition();
    /// A literal block; with a language, a `code-block`.
    void code(std::string_view text, std::string_view language);
    /// Source that is to stand as it is.
    void verbatim(std::string_view text);

    // Inline pieces.
    void text(std::string_view text);
    void literal(std::string_view text);
    void image(std::string_view uri, std::string_view alt);
    void lineBreak();
    void beginStyle(rst::NodeKind style);
    void endStyle(rst::NodeKind style);
    /// To a footnote with this id, which shows `text`; `isNumber` where that is the number it is written with.
    void footnoteReference(std::string_view id, std::string_view text, bool isNumber);
    void beginLink(std::string_view uri);
    void endLink();

    /// Closes everything that is open.
    void finish();

private:
    [[nodiscard]] rst::NodeId blocksParent() const;
    /// A picture, or a link around one.
    [[nodiscard]] static bool isPicture(rst::NodeRef node);
    void appendBlock(rst::NodeId block);
    void addLeaf(std::string_view text, rst::NodeKind kind);
    void useContainer(rst::NodeKind kind);
    void closeContainer();
    /// Comes before an element within the line that holds no other.
    void beginPiece();
    void appendText(std::string_view text) { m_run += text; }
    void flushRun();
    void newLine();
    [[nodiscard]] bool isLineStart() const;
    [[nodiscard]] std::string takeBlank();
    void appendLines(std::vector<rst::NodeId> &lines);
    void appendImage(rst::NodeId image);
    [[nodiscard]] rst::NodeKind currentStyle() const;
    [[nodiscard]] rst::NodeId joinedLines();

    struct Section {
        unsigned level = 0;
        rst::NodeId node = rst::NodeId::None;
    };

    rst::Document &m_document;
    std::vector<rst::NodeId> m_open; // containers; sections are apart
    std::size_t m_leftOut = 0;       // containers open beyond the maximum depth
    std::vector<Section> m_sections;

    // The text block that is being built.
    std::vector<rst::NodeId> m_lines;
    rst::NodeId m_container = rst::NodeId::None; // the inline element that text goes to
    std::string m_run;                           // text of the container, or line, that is not yet in the tree
    std::string m_pendingBlank;                  // white space whose place is not yet known
    std::vector<rst::NodeKind> m_styles;
    std::string m_link;
    std::size_t m_linkDepth = 0;
    bool m_isTextOpen = false;
};

} // namespace readers
