// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/document/walk.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rst {

class HtmlWriter;

/// A start tag in the making: the element's own ids and classes, and what the writer adds (docutils' `starttag`).
///
///     tag("ol", list).classesFirst("arabic").attribute("start", start).write("\n");
///
/// Views given to it must live until write(). Empty class words are left out, repeated ones written once.
class StartTag
{
public:
    StartTag(HtmlWriter &writer, std::string_view name, NodeRef node) noexcept;

    /// Class words before the element's own ones (docutils' argument `classes`), or after them (`CLASS`).
    StartTag &classesFirst(std::string_view word);
    StartTag &classesLast(std::string_view word);
    /// The classes of another element, before its own.
    StartTag &classesOf(NodeRef other);
    /// Leaves one of the element's own classes out, because the writer acted upon it.
    StartTag &withoutClass(std::string_view word);
    /// Takes the ids of another element as well.
    StartTag &idsOf(NodeRef other);
    StartTag &attribute(std::string_view name, std::string_view value);
    /// The same with a number; one of them in a tag.
    StartTag &attribute(std::string_view name, std::int64_t value);

    void write(std::string_view suffix = {});
    void writeEmpty(std::string_view suffix = {});

private:
    enum class Form : bool { Open, Empty };
    struct Entry {
        std::string_view name = {};
        std::string_view value = {};
    };
    template <class T, std::size_t capacity>
    struct Few {
        std::array<T, capacity> items = {};
        std::size_t size = 0;
        void add(const T &item);
    };

    void finish(Form form, std::string_view suffix);
    void gatherClasses();
    void addClass(std::string_view word);
    void writeAttributes(std::string_view classes, std::string_view firstId);
    void writeAttribute(const Entry &entry);
    [[nodiscard]] std::string_view classes(std::string &joined);

    HtmlWriter &m_writer;
    std::string_view m_name;
    NodeRef m_node;
    NodeRef m_classSource = {};
    NodeRef m_idSource = {};
    std::string_view m_without = {};
    std::string_view m_language = {};
    Few<std::string_view, 4> m_first;
    Few<std::string_view, 4> m_last;
    Few<Entry, 8> m_attributes;
    std::array<char, 20> m_number;
};

/// What docutils' html5 writer (`writers/_html_base.py`, `html5_polyglot`) makes of a tree: what stands between
/// `<body>` and `</body>`.
///
/// Each kind has a virtual visit function, which writes what comes before the children and leaves what comes after
/// them with into(); where that is not a constant, depart() knows the kind. Another dialect overrides these.
/// The functions stand in html_writer.cpp (frame, titles, sections) and html_writer_*.cpp (their names tell).
class HtmlWriter
{
public:
    explicit HtmlWriter(const Document &document);
    virtual ~HtmlWriter() = default;
    HtmlWriter(const HtmlWriter &) = delete;
    HtmlWriter &operator=(const HtmlWriter &) = delete;

    /// Writes the whole document; call once.
    [[nodiscard]] std::string write();
    /// Writes one subtree alone, as it would stand in the body.
    [[nodiscard]] std::string writeFragment(NodeRef top);

#define RST_NODE(Kind, tag, categories) virtual Walk visit##Kind(NodeRef node);
#include "rst/document/node_kinds.def"
    /// Ends an element that a visit function entered: writes what it left with into(). Overriders end with this one.
    virtual void depart(NodeRef node);

protected:
    /// Whether what stands in an element stands in a text. For Sphinx a note about a version is one, although it holds blocks.
    [[nodiscard]] static bool isTextElement(NodeRef node) noexcept
    {
        return node.isA(Category::TextElement) || node.is(NodeKind::VersionModified);
    }

    friend class StartTag;

    [[nodiscard]] StartTag tag(std::string_view name, NodeRef node) { return StartTag(*this, name, node); }
    /// Says "children next", and what to write after them. The views must outlive the walk (literals).
    Walk into(std::string_view end = {});
    /// The same, where the end begins with the end tag `name`.
    Walk intoTag(std::string_view name, std::string_view after = {});
    /// An inline element: start tag, children, end tag; `word` is a class.
    Walk inlineElement(std::string_view name, NodeRef node, std::string_view word = {});
    /// A block in a line of its own: `<name>`, children, `</name>` and a line end.
    Walk lineElement(std::string_view name, NodeRef node, std::string_view word = {});
    /// A block of blocks: line ends after the start tag and after the end tag.
    Walk blockElement(std::string_view name, NodeRef node, std::string_view word = {});
    /// A figure whose class says how it is aligned, unless `alignment` is empty.
    Walk figureElement(NodeRef figure, std::string_view alignment);

    /// Writes markup as it is.
    void raw(std::string_view markup) { m_body += markup; }
    /// Writes text with the special characters escaped (docutils' `encode`).
    void text(std::string_view text) { appendEncoded(m_body, text); }
    virtual void appendEncoded(std::string &to, std::string_view text) const;
    /// An attribute's value: line ends and tabs become blanks, special characters are escaped (`attval`).
    void appendAttributeValue(std::string &to, std::string_view value) const;
    /// Takes what was written since `start` out of the body.
    [[nodiscard]] std::string cut(std::size_t start);

    // What other dialects do in their own way.
    /// The whole, put together from the parts below.
    [[nodiscard]] virtual std::string assemble();
    /// The start and end of a section's title; the level is that of its section, from 1.
    virtual Walk startSectionTitle(NodeRef title);
    /// The label of a docinfo field or an admonition.
    [[nodiscard]] virtual std::string_view labelOf(NodeKind kind) const;
    /// An admonition with the title that its kind has.
    virtual Walk startAdmonition(NodeRef node);
    /// An entry of docinfo: its name as a term and the start of its definition.
    void startDocinfoItem(NodeRef node);
    [[nodiscard]] virtual bool isCompactable(NodeRef list);

    // Facts about the tree, as docutils asks for them.
    /// Whether a list's items are so short that it is set without space between them (`SimpleListChecker`).
    [[nodiscard]] bool isSimpleList(NodeRef list);
    /// The tag that one of the classes of an inline element stands for (`kbd`, `del` ...), or empty.
    [[nodiscard]] static std::string_view textLevelTag(NodeRef node) noexcept;
    /// docutils' declaration of an image's size, for its attribute `style`; may leave a warning.
    [[nodiscard]] std::string imageSize(NodeRef image);
    /// Writes the warnings that are waiting (docutils' `report_messages`); call after a block.
    void reportMessages(NodeRef block);
    /// Leaves a warning to be written after the block.
    void warn(NodeRef node, std::string message);
    /// Literal text, with `<span class="pre">` around the words that must not break.
    void literalText(std::string_view text);

    const Document &m_document;
    std::string m_body;
    unsigned m_sectionLevel = 0;
    bool m_compactSimple = false;

    // Parts of the page that stand elsewhere than in the order of the tree.
    std::string m_header;
    std::string m_footer;
    std::string m_heading; // the document's title and subtitle
    std::string m_docinfo;

    /// The table whose rows are being written, innermost last.
    struct TableState {
        NodeRef table = {};
        std::vector<bool> stubs = {}; // of its columns
        std::vector<std::int64_t> widths = {};
        std::size_t column = 0; // of the next entry
    };
    std::vector<TableState> m_tables;

private:
    struct Message {
        std::string text = {};
        std::uint32_t line = 0;
    };

    Walk docinfoItem(NodeRef node);
    Walk startNote(NodeRef note, std::string_view name, std::string_view groupStart, std::string_view role);
    void endNote(NodeRef note, std::string_view groupEnd);
    void writeBackrefs(NodeRef note);
    void writeColumnGroup(const NodeRef &lastColspec);
    void endTerm(NodeRef termOrClassifier);
    void endInline(NodeRef node);
    Walk math(NodeRef node, std::string_view name, std::string_view suffix);
    void endDocumentTitle();
    void judgeLists(NodeRef top);

    struct End {
        std::string_view tag = {};
        std::string_view after = {};
    };

    std::vector<End> m_ends; // what into() left, innermost last
    std::vector<std::string_view> m_classScratch;
    std::vector<std::size_t> m_starts; // where parts that are cut out begin
    std::vector<bool> m_compactBefore; // of the bullet lists around
    std::vector<Message> m_messages;
    std::unordered_map<NodeId, bool> m_isSimple; // lists; see isSimpleList()
    NodeId m_itemOfTerms = NodeId::None;         // of a definition list, whose terms are being written
    NodeId m_lastClassifier = NodeId::None;      // of its classifiers, until it is written
};

} // namespace rst
