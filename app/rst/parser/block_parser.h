// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/block_machine.h"
#include "rst/parser/line_patterns.h"
#include "rst/parser/parse_context.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

struct DirectiveSpec;
struct Enumerator;
class DirectiveContext;

/// Whether section titles may stand in a nested block (docutils' `match_titles`).
enum class SectionTitles : bool { NotAllowed, Allowed };

/// Parses lines into block elements: docutils' `RSTState` machinery (parsers/rst/states.py), as seen by
/// directives and by the parts of the parser. One file of parser/ holds each construct.
///
/// A block is read by a BlockMachine. body() looks at a block's first line, as docutils' state `Body` does, and calls the
/// function named like docutils' transition; textState() and lineState() look at the second line. Functions that answer
/// with a Flow may end the block's machine: docutils raises EOFError there, and a title uses it to get back to the section
/// that it belongs to.
///
/// Blocks nest by recursion, at most `maximumDepth` deep; what would be deeper is reported once and kept as a literal block.
/// Sections nest by recursion too, but no deeper than there are title styles.
class BlockParser
{
public:
    static constexpr unsigned maximumDepth = 200;

    explicit BlockParser(ParseContext &context) noexcept : m_context(context) {}

    /// Parses the whole document into its root.
    void parseDocument(Lines lines) { parseDocument(lines, {}); }
    /// The same with lines put into it that do not count, the last ones first.
    struct InsertedLines {
        Lines lines = {};
        std::size_t place = 0; // before which line
    };
    void parseDocument(Lines lines, const std::array<InsertedLines, 2> &inserted);

    /// Parses a block of a construct or of a directive's content into `parent` (`RSTState.nested_parse`).
    /// `firstLine` is docutils' number of the first line (its `input_offset` + 1); 0 for the right one.
    void nestedParse(Lines lines, NodeId parent, SectionTitles titles = SectionTitles::NotAllowed,
                     std::uint32_t firstLine = 0);

    /// Parses inline markup into `parent`; the messages about it, detached, for the caller to place
    /// (`RSTState.inline_text`). `line` is the line number for messages.
    [[nodiscard]] std::vector<NodeId> inlineText(const InlineText &text, std::uint32_t line, NodeId parent);

    /// Parses an indented block as block quotes with attributions into `parent` (`Body.block_quote`); used by epigraph and its like.
    void blockQuote(Lines lines, NodeId parent, std::uint32_t firstLine = 0);

    /// What an image's `:target:` option says: a reference name (`refname`), or else a URI (`Body.parse_target`).
    struct TargetSpecification {
        bool isReference = false;
        std::string_view value = {};
    };
    [[nodiscard]] TargetSpecification parseTarget(Lines block, std::string_view blockText, std::uint32_t line);

    using BlockError = std::optional<std::string>; // docutils' MarkupError: what is wrong
    /// Takes a directive's arguments, options and content out of its block (`Body.parse_directive_block`). Public for the
    /// `role` directive, whose options are those of a role.
    [[nodiscard]] BlockError parseDirectiveBlock(DirectiveContext &directive, const DirectiveSpec &spec,
                                                 IndentedBlock block);

    /// Has `lines` read next, in the place of the directive at work, as if they stood there (`StateMachine.insert_input`).
    /// `path` is where they come from; includedPaths() has it until they are read.
    void insertInput(Lines lines, std::string path);
    /// The files being included at this point, outermost first (`document.include_log`, without the document itself).
    [[nodiscard]] const std::vector<std::string> &includedPaths() const noexcept { return m_includedPaths; }

    /// The nesting of sections at this point: 0 outside of any. Title styles are shared by the whole document.
    [[nodiscard]] unsigned sectionLevel() const noexcept { return m_sectionLevel; }
    /// Parses a block whose titles have styles of their own, as in Sphinx' `only`. Where its first title is styled like one
    /// before it, the level of that one, counted from 0.
    [[nodiscard]] std::optional<unsigned> parseWithOwnTitles(Lines lines, NodeId parent, std::uint32_t firstLine);
    /// Whether sections may stand at this point.
    [[nodiscard]] SectionTitles sectionTitles() const noexcept;

    [[nodiscard]] ParseContext &context() noexcept { return m_context; }

private:
    /// Whether a machine goes on, or has come to its end (docutils' EOFError).
    enum class Flow : bool { Continue, EndOfInput };

    // The machinery (block_parser.cpp).
    void run(BlockMachine &machine);
    [[nodiscard]] Flow body(BlockMachine &machine);
    bool nextLine(BlockMachine &machine, std::ptrdiff_t count = 1);
    void previousLine(BlockMachine &machine, std::ptrdiff_t count = 1) { nextLine(machine, -count); }
    void goToLine(BlockMachine &machine, std::ptrdiff_t index) { nextLine(machine, index - machine.at); }
    /// A machine that reads on in the same block, for a list or a section (`nested_list_parse`).
    [[nodiscard]] static BlockMachine nestedMachine(const BlockMachine &machine, NodeId node);
    template <class Item>
    void nestedListParse(BlockMachine &machine, NodeId list, bool blankFinish, std::string_view construct, Item item);
    void finishNested(BlockMachine &machine, const BlockMachine &nested, bool blankFinish, std::string_view construct);
    void reportUnindent(const BlockMachine &machine, std::string_view construct);
    void nestedParse(const IndentedBlock &block, NodeId parent)
    {
        nestedParse(block.lines, parent, SectionTitles::NotAllowed, block.firstLine);
    }
    void parseTooDeep(Lines lines, NodeId parent);
    [[nodiscard]] std::uint32_t docutilsLineNumber(Lines lines) const;

    void add(const BlockMachine &machine, NodeId node);
    void add(const BlockMachine &machine, const std::vector<NodeId> &nodes);
    NodeId append(const BlockMachine &machine, NodeKind kind, Span span);
    /// Gives the nodes that a directive has appended behind `last` the line that docutils gives them.
    void noteAppended(const BlockMachine &machine, NodeId last);
    /// Quotes lines below a message.
    void quote(NodeId message, const BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t last);
    [[nodiscard]] Span spanOfLine(const BlockMachine &machine, std::ptrdiff_t index) const;
    [[nodiscard]] Span spanOfLines(const BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t last) const;
    /// Ends the element's span with the last line read.
    void setSpanEnd(NodeId node, const BlockMachine &machine);

    // Cutting out blocks (indented_blocks.cpp); the machine then stands at the block's last line.
    [[nodiscard]] IndentedBlock indentedBlock(BlockMachine &machine);
    [[nodiscard]] IndentedBlock knownIndentedBlock(BlockMachine &machine, FirstIndent first);
    [[nodiscard]] IndentedBlock firstKnownIndentedBlock(BlockMachine &machine, FirstIndent first,
                                                        UntilBlank untilBlank = UntilBlank::No,
                                                        StripIndent stripIndent = StripIndent::Yes,
                                                        StripTop stripTop = StripTop::Yes);
    [[nodiscard]] static std::ptrdiff_t textBlockEnd(BlockMachine &machine);
    [[nodiscard]] static std::ptrdiff_t flushLeftEnd(BlockMachine &machine);

    // The transitions of `Body`, one file each. Those that say whether they found their construct leave other lines alone:
    // they are text.
    void indent(BlockMachine &machine);
    void bullet(BlockMachine &machine, std::size_t markerEnd);
    [[nodiscard]] bool enumerator(BlockMachine &machine, std::size_t markerEnd);
    void fieldMarker(BlockMachine &machine, std::size_t markerEnd);
    [[nodiscard]] bool optionMarker(BlockMachine &machine, std::size_t markerEnd);
    void doctest(BlockMachine &machine);
    void lineBlock(BlockMachine &machine, std::size_t markerEnd);
    enum class TableKind : bool { Grid, Simple };
    void tableTop(BlockMachine &machine, TableKind kind);
    void explicitMarkup(BlockMachine &machine, std::size_t markerEnd);
    void anonymous(BlockMachine &machine, std::size_t markerEnd);
    [[nodiscard]] std::optional<Flow> line(BlockMachine &machine);
    [[nodiscard]] Flow text(BlockMachine &machine);

    // Text blocks (text_block.cpp) and literal blocks (literal_block.cpp).
    void blankAfterText(BlockMachine &machine, std::ptrdiff_t first);
    void paragraph(BlockMachine &machine, std::ptrdiff_t first);
    [[nodiscard]] bool paragraphOf(BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t end);
    void literalBlock(BlockMachine &machine);
    void quotedLiteralBlock(BlockMachine &machine);

    // Titles, transitions and sections (sections.cpp).
    struct TitleStyle {
        char underline = 0;
        char overline = 0; // 0 where there is none
        friend bool operator==(TitleStyle, TitleStyle) noexcept = default;
    };
    struct Title {
        std::string_view text = {};
        TitleStyle style = {};
        std::ptrdiff_t firstLine = 0; // the overline or the title; the machine stands at the underline
        std::uint32_t lineNumber = 0;
        std::vector<NodeId> messages = {};
    };
    enum class SubsectionCheck : std::uint8_t { Valid, Invalid, BelongsFurtherUp };
    [[nodiscard]] std::optional<Flow> underline(BlockMachine &machine);
    [[nodiscard]] Flow lineState(BlockMachine &machine);
    [[nodiscard]] Flow lineEof(BlockMachine &machine, std::ptrdiff_t overline);
    [[nodiscard]] Flow lineUnderline(BlockMachine &machine);
    [[nodiscard]] Flow lineText(BlockMachine &machine);
    [[nodiscard]] Flow stateCorrection(BlockMachine &machine, std::ptrdiff_t count);
    void reportShortOverline(BlockMachine &machine, std::ptrdiff_t overline);
    template <DiagnosticKind kind>
    void reportTitle(BlockMachine &machine, std::ptrdiff_t first, std::ptrdiff_t last);
    void transition(BlockMachine &machine, std::ptrdiff_t marker);
    [[nodiscard]] Flow section(BlockMachine &machine, const Title &title);
    [[nodiscard]] SubsectionCheck checkSubsection(BlockMachine &machine, const Title &title);
    [[nodiscard]] Flow newSubsection(BlockMachine &machine, const Title &title);

    // Items of lists; those that answer with a bool say whether the item ends with a blank line.
    [[nodiscard]] bool listItem(BlockMachine &machine, NodeId list, std::size_t markerEnd);
    [[nodiscard]] bool isEnumeratedListItem(const BlockMachine &machine, const Enumerator &enumerator) const;
    [[nodiscard]] bool field(BlockMachine &machine, NodeId list, std::size_t markerEnd);
    struct OptionItem {
        enum class Result : std::uint8_t { Item, Text, Malformed };
        Result result = Result::Text;
        bool blankFinish = true;
        std::string error = {};
    };
    [[nodiscard]] OptionItem optionListItem(BlockMachine &machine, NodeId list, std::size_t markerEnd);
    void definitionList(BlockMachine &machine);
    [[nodiscard]] bool definitionListItem(BlockMachine &machine, NodeId list);
    [[nodiscard]] std::vector<NodeId> term(BlockMachine &machine, NodeId item, std::ptrdiff_t termLine);
    struct LineBlockLine {
        NodeId node = NodeId::None;
        std::size_t indent = 0;
        std::vector<NodeId> messages = {};
    };
    [[nodiscard]] bool lineBlockLine(BlockMachine &machine, std::vector<LineBlockLine> &lines, std::size_t markerEnd);
    void addLine(const BlockMachine &machine, const BlockMachine &outer, NodeId block, const LineBlockLine &line);
    void nestLineBlockLines(NodeId block, const std::vector<LineBlockLine> &lines);
    void nestLines(NodeId block, const std::vector<LineBlockLine> &lines);
    void attribution(Lines lines, std::size_t markLength, std::size_t indent, std::uint32_t lineNumber, NodeId quote);

    // Tables (tables.cpp).
    struct IsolatedTable {
        std::span<Line> lines = {}; // none where it is malformed
        std::vector<NodeId> messages = {};
        bool blankFinish = true;
    };
    [[nodiscard]] IsolatedTable isolateGridTable(BlockMachine &machine);
    [[nodiscard]] IsolatedTable isolateSimpleTable(BlockMachine &machine);
    [[nodiscard]] NodeId malformedTable(const BlockMachine &machine, Lines block, std::string_view detail = {},
                                        std::uint32_t offset = 0);

    // Explicit markup, one file for each construct; each says whether it ends with a blank line, or nothing where malformed.
    [[nodiscard]] bool explicitConstruct(BlockMachine &machine, std::size_t markerEnd);
    void explicitList(BlockMachine &machine, bool blankFinish);
    [[nodiscard]] bool comment(BlockMachine &machine, std::string_view firstLine, std::size_t markerEnd);
    [[nodiscard]] bool footnote(BlockMachine &machine, std::string_view label, std::size_t markerEnd);
    [[nodiscard]] bool citation(BlockMachine &machine, std::string_view label, std::size_t markerEnd);
    [[nodiscard]] std::optional<bool> hyperlinkTarget(BlockMachine &machine, std::size_t markerEnd);
    [[nodiscard]] bool anonymousTarget(BlockMachine &machine, std::size_t markerEnd);
    void makeTarget(BlockMachine &machine, Lines block, std::string_view name, std::ptrdiff_t first,
                    std::uint32_t lineNumber);
    [[nodiscard]] std::optional<bool> substitutionDefinition(BlockMachine &machine, std::size_t markerEnd);
    [[nodiscard]] bool substitutionContent(IndentedBlock block, NodeId definition);
    [[nodiscard]] NodeId disallowedInSubstitution(NodeId definition) const;

    // Directives (directives.cpp, directive_block.cpp).
    [[nodiscard]] bool directive(BlockMachine &machine, std::string_view name, std::size_t markerEnd,
                                 std::string_view substitution = {});
    [[nodiscard]] bool unknownDirective(BlockMachine &machine, std::string_view name);
    [[nodiscard]] bool runDirective(BlockMachine &machine, const DirectiveSpec &spec, std::string_view name,
                                    std::size_t markerEnd, std::string_view substitution);
    [[nodiscard]] BlockError parseDirectiveArguments(DirectiveContext &directive, const DirectiveSpec &spec,
                                                     Lines block);
    [[nodiscard]] BlockError parseDirectiveOptions(DirectiveContext &directive, const DirectiveSpec &spec, Lines block);

    ParseContext &m_context;
    unsigned m_sectionLevel = 0; // docutils' memo.section_level
    bool m_isBubblingUp = false; // memo.section_bubble_up_kludge
    std::vector<TitleStyle> m_titleStyles;
    unsigned m_depth = 0;
    bool m_hasReportedDepth = false;
    std::uint32_t m_lineCount = 0;                 // of the document, files included aside
    ReadersPlace m_readersPlace = {};              // of any machine
    BlockMachine *m_machine = nullptr;             // the one at work
    const DirectiveContext *m_directive = nullptr; // the one at work
    std::vector<std::string> m_includedPaths;
};

} // namespace rst
