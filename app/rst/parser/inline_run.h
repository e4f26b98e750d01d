// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/lines.h"
#include "rst/parser/parse_context.h"
#include "rst/parser/pep_rfc_reference.h"
#include "rst/parser/standalone_hyperlink.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// One text at work: what InlineParser::parse() knows while it goes from left to right
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup).
///
/// Each construct has a file inline_*.cpp with the functions that read it. Such a function either takes the markup,
/// moving `m_at` past it, or returns false and leaves everything as it was.
///
/// Offsets are into the text. The parser looks at a twin of it in which escaping backslashes are NULs, so that no rule
/// has to count backslashes; without a backslash the twin is the text itself. Nodes get the text's own characters.
class InlineRun
{
public:
    InlineRun(ParseContext &context, const InlineText &text, std::uint32_t line, NodeId parent);

    /// Parses all of it; the messages.
    [[nodiscard]] std::vector<NodeId> run();

private:
    /// Where a start-string or an end-string stands.
    struct Mark {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// Whose end-string is looked for.
    enum class Ending : std::uint8_t { Emphasis, Strong, Literal, Target, Substitution, Interpreted };

    // inline_run.cpp: walking, positions, what all constructs need.
    [[nodiscard]] bool takeMarkup(char first);
    [[nodiscard]] bool mayStart(std::size_t at) const noexcept;
    /// Whether a start-string stands between matching quotes or brackets, or at the end: then it is mere text.
    [[nodiscard]] bool isQuoted(Mark start) const noexcept;
    /// Leaves `[.., end)` as text and lets markup start anew at `end`.
    void passAsText(std::size_t end) noexcept;
    /// Makes the text before `begin` nodes, so that those of a construct can follow.
    void flushText(std::size_t begin);
    /// Goes on after a construct that ends at `end`.
    void continueAt(std::size_t end) noexcept;
    void fail(Mark problem, NodeId systemMessage);
    [[nodiscard]] bool hasEscapes(std::size_t begin, std::size_t end) const noexcept;
    [[nodiscard]] std::string_view rawText(std::size_t begin, std::size_t end) const noexcept;
    /// The text with escapes resolved; lives as long as the document.
    [[nodiscard]] std::string_view plainText(std::size_t begin, std::size_t end);
    /// The name as references and targets have it: lower case, single blanks. `text` must live as long as the document.
    [[nodiscard]] std::string_view storedName(std::string_view text);
    /// The same with capitals as they are.
    [[nodiscard]] std::string_view storedWithPlainSpace(std::string_view text);
    [[nodiscard]] Span spanOf(std::size_t begin, std::size_t end) const noexcept;
    [[nodiscard]] Place placeOf(Mark mark) const noexcept { return {m_line, spanOf(mark.begin, mark.end)}; }
    NodeId appendNode(NodeKind kind, std::size_t begin, std::size_t end);
    void appendPlainText(NodeId parent, std::size_t begin, std::size_t end);
    /// Keeps docutils' `rawsource` of an element that spans `[begin, end)`, where its span does not tell it.
    void keepRawsource(NodeId node, std::size_t begin, std::size_t end);

    // inline_endings.cpp
    [[nodiscard]] std::optional<Mark> findEnd(Ending ending, std::size_t from);
    [[nodiscard]] std::optional<Mark> nextEnd(Ending ending, std::size_t from);
    [[nodiscard]] std::size_t endStringSize(Ending ending, std::size_t at) const noexcept;
    [[nodiscard]] bool isPrecededForEnd(Ending ending, std::size_t at) const noexcept;

    // inline_markup.cpp
    [[nodiscard]] bool takeStar();
    [[nodiscard]] bool takeLiteral();
    [[nodiscard]] bool takeInternalTarget();
    [[nodiscard]] bool takeSubstitution();
    [[nodiscard]] std::optional<Mark> endOrFail(Mark start, Ending ending, std::string_view construct);

    // inline_interpreted.cpp
    [[nodiscard]] bool takeRole();
    [[nodiscard]] bool takeBackquote(std::size_t roleBegin, std::string_view role);
    void applyRole(Mark whole, Mark content, std::string_view name);

    // inline_phrase_reference.cpp
    void takePhraseReference(Mark content, std::size_t end);
    /// The target of an embedded link, and what that says: a URI, or the name of another target.
    struct EmbeddedTarget {
        NodeId node = NodeId::None;
        std::string_view link = {};
        bool isAlias = false;
    };
    [[nodiscard]] EmbeddedTarget makeEmbeddedTarget(Mark inner, std::size_t textEnd);
    void noteEmbeddedTarget(const EmbeddedTarget &embedded, NodeId reference, std::optional<std::string_view> name);

    // inline_references.cpp
    [[nodiscard]] bool takeSimpleReference();
    [[nodiscard]] std::optional<std::size_t> simpleNameBegin(std::size_t end) const noexcept;
    [[nodiscard]] bool takeFootnoteReference();

    // inline_implicit.cpp
    void appendImplicit(std::size_t begin, std::size_t end);
    struct Implicit;
    [[nodiscard]] std::optional<Implicit> findImplicit(std::size_t begin, std::size_t end);

    ParseContext &m_context;
    Document &m_document;
    InlineText m_source;
    std::uint32_t m_line;
    NodeId m_parent;
    std::string m_escapedCopy; // the twin, where the text has backslashes
    std::string_view m_text;   // what the parser looks at: the twin or the text
    std::size_t m_at = 0;
    std::size_t m_start = 0;     // where the last construct ended: markup may start here whatever stands before
    std::size_t m_textBegin = 0; // of the text that is not a node yet
    std::vector<NodeId> m_messages;

    // The next end-string of each kind, so that start-strings without an end are not searched for again and again.
    struct KnownEnd {
        std::size_t from = std::string_view::npos; // searched from here; npos: not yet
        std::optional<Mark> next = {};
    };
    std::array<KnownEnd, 6> m_knownEnds;

    // The same for the kinds of implicit markup.
    template <class Match>
    struct KnownMatch {
        std::size_t from = std::string_view::npos;
        std::size_t end = 0; // of the text searched
        std::optional<Match> next = {};

        template <class Find, class FindAt>
        [[nodiscard]] std::optional<Match> find(Find search, FindAt lookAt, std::string_view text, std::size_t begin,
                                                std::size_t textEnd);
    };
    KnownMatch<StandaloneHyperlink> m_knownHyperlink;
    KnownMatch<NumberedReference> m_knownPep;
    KnownMatch<NumberedReference> m_knownRfc;

    std::optional<std::uint32_t> m_position; // of offset 0, for a text that stands in the source as it is
};

} // namespace rst
