// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/chunked_vector.h"
#include "rst/document/node.h"
#include "rst/document/source_map.h"
#include "rst/document/text_arena.h"

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rst {

class NodeRef;

/// One entry of an element's attribute list. Lists (ids, names, classes ...) have one entry per item, in order.
struct Attribute {
    std::string_view value = {};
    AttributeId next = AttributeId::None; // in the ring of the element's attributes
    AttributeName name = AttributeName::Ids;
};

/// What a `pending` element waits for, its details being attributes of the element that are set only where they are given:
/// ClassAttribute has PendingClasses, Name (of the directive) and Rawsource; Contents has Depth, Local and Backlinks;
/// SectNum has Depth, Start, Prefix and Suffix; TargetNotes has PendingClasses.
enum class PendingKind : std::uint8_t { ClassAttribute, Contents, PartContents, SectNum, TargetNotes };

/// A transform that a directive asked for (docutils' `document.note_pending`); its details are attributes of the node.
struct Pending {
    NodeId node = NodeId::None;
    PendingKind kind = PendingKind::ClassAttribute;
};

/// Where the reader stands (docutils' `document.current_line` and `current_source`). At the end of a block it has a source
/// and no line; beyond the end, neither.
struct ReadersPlace {
    std::uint32_t line = 0;
    bool hasSource = true;
};

/// The document tree (https://docutils.sourceforge.io/docs/ref/doctree.html), its attributes and its text.
///
/// Owns everything; parser and transforms edit it through ids, everybody else reads it through NodeRef.
/// Ids and views stay valid when the document grows or is moved.
class Document
{
public:
    Document();
    Document(Document &&) noexcept = default;
    Document &operator=(Document &&) noexcept = default;

    [[nodiscard]] static constexpr NodeId root() noexcept { return NodeId{0}; }
    [[nodiscard]] NodeRef operator[](NodeId id) const noexcept;
    [[nodiscard]] std::size_t nodeCount() const noexcept { return m_nodes.size(); }
    /// Whether there may be a node of this kind, since one was made: without one, no walk need look for it.
    [[nodiscard]] bool mayHave(NodeKind kind) const noexcept { return m_kinds.test(std::size_t(kind)); }

    // Building.
    /// A new element that belongs to nobody yet.
    [[nodiscard]] NodeId create(NodeKind kind, Span span = {}, std::uint32_t line = 0);
    /// A new last child of `parent`.
    NodeId append(NodeId parent, NodeKind kind, Span span = {}, std::uint32_t line = 0);
    /// A new run of text, detached. `text` must live as long as the document: a view into sources() or the result of store().
    [[nodiscard]] NodeId createText(std::string_view text, Span span = {});
    /// A new run of text as last child; nothing for empty text. Returns the text's id, or None.
    NodeId appendText(NodeId parent, std::string_view text, Span span = {});

    // Moving. `child` and `replacement` must be detached (as new nodes are). For the child None, the message that a full
    // reporter does not give, nothing is done here and under "Attributes".
    void append(NodeId parent, NodeId child);
    void prepend(NodeId parent, NodeId child);
    void insertBefore(NodeId sibling, NodeId node);
    void insertAfter(NodeId sibling, NodeId node);
    /// Takes a node with its subtree out of its parent. Does nothing to a detached node.
    void detach(NodeId node);
    void replace(NodeId node, NodeId replacement);
    /// Moves all children of `from` to the end of `to`.
    void moveChildren(NodeId from, NodeId to);
    /// Puts the children of `node` in its place and detaches it.
    void unwrap(NodeId node);
    /// A copy of the node and its subtree, detached (docutils' deepcopy()).
    [[nodiscard]] NodeId copy(NodeId node);
    /// A copy of the node and its attributes without children, detached (docutils' copy()).
    [[nodiscard]] NodeId copyAlone(NodeId node);

    // Properties.
    void setKind(NodeId id, NodeKind kind)
    {
        node(id).kind = kind;
        m_kinds.set(std::size_t(kind));
    }
    /// Makes an element of another kind of it, as good as new, but for its span and its children.
    void recast(NodeId id, NodeKind kind)
    {
        setKind(id, kind);
        setLine(id, 0);
        node(id).hasSource = false;
        node(id).attributes = AttributeId::None;
    }
    void setText(NodeId id, std::string_view text) { node(id).setText(text); }
    void setSpan(NodeId id, Span span) { node(id).span = span; }
    void setLine(NodeId id, std::uint32_t line) { node(id).setLine(line); }
    /// What docutils' `setup_child` does to a child of an element of the document: gives it the reader's source, and the
    /// reader's line unless it has one.
    void setUpChild(NodeId id, ReadersPlace place)
    {
        node(id).hasSource |= place.hasSource;
        if (node(id).line() == 0)
            node(id).setLine(place.line);
    }
    void setReferenced(NodeId id) { node(id).isReferenced = true; }
    void setResolved(NodeId id) { node(id).isResolved = true; }

    // Attributes. Values must live as long as the document: string literals, views into sources(), store().
    /// Sets a single value, replacing the one there is.
    void setAttribute(NodeId id, AttributeName name, std::string_view value);
    void setAttribute(NodeId id, AttributeName name, std::int64_t value);
    /// Adds an item to a list attribute (also when it is there already).
    void addAttribute(NodeId id, AttributeName name, std::string_view item);
    /// Adds several items, in one pass over the attributes there are.
    void addAttributes(NodeId id, AttributeName name, std::span<const std::string_view> items);
    /// Sets a single value in the place of another attribute, which goes: a reference that has found its target.
    void replaceAttribute(NodeId id, AttributeName from, AttributeName to, std::string_view value);
    /// Takes an attribute with all its items away.
    void removeAttribute(NodeId id, AttributeName name);
    /// Takes the first item equal to `item` out of a list attribute; whether there was one.
    bool removeAttributeItem(NodeId id, AttributeName name, std::string_view item);
    /// Copies one attribute with all its items; what `to` had under that name goes.
    void copyAttribute(NodeId from, NodeId to, AttributeName name);

    // Text and positions.
    [[nodiscard]] SourceMap &sources() noexcept { return m_sources; }
    [[nodiscard]] const SourceMap &sources() const noexcept { return m_sources; }
    [[nodiscard]] TextArena &texts() noexcept { return m_texts; }
    /// A copy of `text` that lives as long as the document.
    [[nodiscard]] std::string_view store(std::string_view text) { return m_texts.store(text); }

    // What is not in the tree.
    [[nodiscard]] std::vector<Pending> &pendings() noexcept { return m_pendings; }
    /// The element for header and footer, made where there is none: before the document's content but behind its titles and
    /// its meta elements (docutils' `get_decoration`). A new one gets the reader's place.
    [[nodiscard]] NodeId decoration(ReadersPlace place);
    /// The footer in it, made in the same way (docutils' `get_footer`).
    [[nodiscard]] NodeId footer(ReadersPlace place);

private:
    friend class NodeRef;

    [[nodiscard]] Node &node(NodeId id) noexcept { return m_nodes[std::size_t(id)]; }
    [[nodiscard]] const Node &node(NodeId id) const noexcept { return m_nodes[std::size_t(id)]; }
    [[nodiscard]] Attribute &attribute(AttributeId id) noexcept { return m_attributes[std::size_t(id)]; }
    [[nodiscard]] const Attribute &attribute(AttributeId id) const noexcept { return m_attributes[std::size_t(id)]; }
    [[nodiscard]] AttributeId firstAttribute(NodeId id) const noexcept
    {
        const AttributeId last = node(id).attributes;
        return last == AttributeId::None ? last : attribute(last).next;
    }
    [[nodiscard]] AttributeId nextAttribute(NodeId id, AttributeId entry) const noexcept
    {
        return entry == node(id).attributes ? AttributeId::None : attribute(entry).next;
    }
    void linkLast(NodeId id, AttributeId entry);

    ChunkedVector<Node> m_nodes;
    std::bitset<256> m_kinds; // of the nodes ever made
    ChunkedVector<Attribute> m_attributes;
    SourceMap m_sources;
    TextArena m_texts;
    std::vector<Pending> m_pendings;
    NodeId m_decoration = NodeId::None;
};

} // namespace rst

#include "rst/document/node_ref.h" // Document's reading side
