// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <iterator>
#include <string>
#include <string_view>

namespace rst {

/// A node for reading: a document and an id. Cheap to copy; false where there is no node.
class NodeRef
{
public:
    class ChildRange;
    class ItemRange;

    NodeRef() = default;
    NodeRef(const Document &document, NodeId id) noexcept : m_document(&document), m_id(id) {}

    explicit operator bool() const noexcept { return m_id != NodeId::None; }
    [[nodiscard]] NodeId id() const noexcept { return m_id; }
    [[nodiscard]] const Document &document() const noexcept { return *m_document; }

    [[nodiscard]] NodeKind kind() const noexcept { return node().kind; }
    [[nodiscard]] bool is(NodeKind kind) const noexcept { return *this && node().kind == kind; }
    [[nodiscard]] bool isA(Category category) const noexcept { return *this && rst::isA(node().kind, category); }
    [[nodiscard]] std::string_view tag() const noexcept { return tagName(node().kind); }
    [[nodiscard]] std::string_view text() const noexcept { return node().text(); }
    [[nodiscard]] Span span() const noexcept { return node().span; }
    [[nodiscard]] std::uint32_t line() const noexcept { return node().line(); }
    [[nodiscard]] bool hasSource() const noexcept { return node().hasSource || node().line() != 0; }
    [[nodiscard]] bool isReferenced() const noexcept { return node().isReferenced; }
    [[nodiscard]] bool isResolved() const noexcept { return node().isResolved; }

    [[nodiscard]] NodeRef parent() const noexcept { return at(node().parent); }
    [[nodiscard]] NodeRef previous() const noexcept { return at(node().previous); }
    [[nodiscard]] NodeRef next() const noexcept { return at(node().next); }
    [[nodiscard]] NodeRef firstChild() const noexcept { return at(node().firstChild()); }
    [[nodiscard]] NodeRef lastChild() const noexcept { return at(node().lastChild()); }
    [[nodiscard]] bool hasChildren() const noexcept { return node().firstChild() != NodeId::None; }
    [[nodiscard]] std::size_t childCount() const noexcept;
    [[nodiscard]] inline ChildRange children() const noexcept;

    /// The next node in document order within the subtree of `top`; false after its last one.
    /// With it every walk over a tree is a loop: `for (NodeRef n = top; n; n = n.following(top))`.
    [[nodiscard]] inline NodeRef following(NodeRef top) const noexcept;
    /// Like following(), but past this node's own subtree.
    [[nodiscard]] inline NodeRef followingPast(NodeRef top) const noexcept;

    [[nodiscard]] bool hasAttribute(AttributeName name) const noexcept;
    /// The attribute's value (a list's first item), or an empty view.
    [[nodiscard]] std::string_view attribute(AttributeName name) const noexcept;
    /// A numeric attribute's value, or `fallback`.
    [[nodiscard]] std::int64_t number(AttributeName name, std::int64_t fallback = 0) const noexcept;
    [[nodiscard]] bool hasItem(AttributeName list, std::string_view item) const noexcept;
    /// The items of a list attribute, in order.
    [[nodiscard]] inline ItemRange items(AttributeName list) const noexcept;
    /// All entries, in the order in which they were set.
    [[nodiscard]] inline const Attribute *firstAttribute() const noexcept;
    [[nodiscard]] inline const Attribute *nextAttribute(const Attribute &attribute) const noexcept;

    /// All text below, as docutils' `astext()`: children joined by each kind's separator
    /// (`"\n\n"` between body elements, nothing between inline ones).
    [[nodiscard]] std::string asText() const;

    friend bool operator==(NodeRef left, NodeRef right) noexcept { return left.m_id == right.m_id; }

private:
    [[nodiscard]] const Node &node() const noexcept { return m_document->node(m_id); }
    [[nodiscard]] NodeRef at(NodeId id) const noexcept { return NodeRef(*m_document, id); }

    const Document *m_document = nullptr;
    NodeId m_id = NodeId::None;
};

class NodeRef::ChildRange
{
public:
    class iterator
    {
    public:
        using value_type = NodeRef;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        explicit iterator(NodeRef node) noexcept : m_node(node) {}
        NodeRef operator*() const noexcept { return m_node; }
        iterator &operator++() noexcept
        {
            m_node = m_node.next();
            return *this;
        }
        iterator operator++(int) noexcept
        {
            iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const iterator &left, const iterator &right) noexcept
        {
            return left.m_node == right.m_node;
        }

    private:
        NodeRef m_node;
    };

    explicit ChildRange(NodeRef first) noexcept : m_first(first) {}
    [[nodiscard]] iterator begin() const noexcept { return iterator(m_first); }
    [[nodiscard]] iterator end() const noexcept { return iterator(); }

private:
    NodeRef m_first;
};

class NodeRef::ItemRange
{
public:
    class iterator
    {
    public:
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        iterator(NodeRef node, AttributeName name, const Attribute *entry) noexcept
            : m_node(node)
            , m_name(name)
            , m_entry(entry)
        {
            skip();
        }
        std::string_view operator*() const noexcept { return m_entry->value; }
        iterator &operator++() noexcept
        {
            m_entry = m_node.nextAttribute(*m_entry);
            skip();
            return *this;
        }
        iterator operator++(int) noexcept
        {
            iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const iterator &left, const iterator &right) noexcept
        {
            return left.m_entry == right.m_entry;
        }

    private:
        void skip() noexcept
        {
            while (m_entry != nullptr && m_entry->name != m_name)
                m_entry = m_node.nextAttribute(*m_entry);
        }

        NodeRef m_node;
        AttributeName m_name = AttributeName::Ids;
        const Attribute *m_entry = nullptr;
    };

    ItemRange(NodeRef node, AttributeName name) noexcept : m_node(node), m_name(name) {}
    [[nodiscard]] iterator begin() const noexcept { return {m_node, m_name, m_node.firstAttribute()}; }
    [[nodiscard]] iterator end() const noexcept { return {}; }
    [[nodiscard]] bool empty() const noexcept { return begin() == end(); }

private:
    NodeRef m_node;
    AttributeName m_name;
};

// What every walk and every look at an attribute is made of.

inline NodeRef NodeRef::following(NodeRef top) const noexcept
{
    const NodeId child = node().firstChild();
    return child != NodeId::None ? at(child) : followingPast(top);
}

inline NodeRef NodeRef::followingPast(NodeRef top) const noexcept
{
    for (NodeId here = m_id; here != NodeId::None && here != top.m_id; here = m_document->node(here).parent) {
        if (const NodeId sibling = m_document->node(here).next; sibling != NodeId::None)
            return at(sibling);
    }
    return {};
}

inline const Attribute *NodeRef::firstAttribute() const noexcept
{
    const AttributeId first = m_document->firstAttribute(m_id);
    return first == AttributeId::None ? nullptr : &m_document->attribute(first);
}

inline const Attribute *NodeRef::nextAttribute(const Attribute &attribute) const noexcept
{
    return &attribute == &m_document->attribute(node().attributes) ? nullptr : &m_document->attribute(attribute.next);
}

inline NodeRef::ChildRange NodeRef::children() const noexcept
{
    return ChildRange(firstChild());
}

inline NodeRef::ItemRange NodeRef::items(AttributeName list) const noexcept
{
    return {*this, list};
}

inline NodeRef Document::operator[](NodeId id) const noexcept
{
    return NodeRef(*this, id);
}

} // namespace rst
