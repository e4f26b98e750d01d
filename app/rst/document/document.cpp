// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/document/document.h"

#include <cassert>
#include <string>

namespace rst {

Document::Document()
{
    m_nodes.emplaceBack(); // the root
}

NodeId Document::create(NodeKind kind, Span span, std::uint32_t line)
{
    const NodeId id{std::uint32_t(m_nodes.size())};
    Node &created = m_nodes.emplaceBack();
    created.kind = kind;
    created.span = span;
    created.setLine(line);
    m_kinds.set(std::size_t(kind));
    return id;
}

NodeId Document::append(NodeId parent, NodeKind kind, Span span, std::uint32_t line)
{
    const NodeId id = create(kind, span, line);
    append(parent, id);
    return id;
}

NodeId Document::createText(std::string_view text, Span span)
{
    const NodeId id = create(NodeKind::Text, span);
    node(id).setText(text);
    return id;
}

NodeId Document::appendText(NodeId parent, std::string_view text, Span span)
{
    if (text.empty())
        return NodeId::None;
    const NodeId id = createText(text, span);
    append(parent, id);
    return id;
}

void Document::append(NodeId parent, NodeId child)
{
    if (child == NodeId::None)
        return;
    assert(node(child).parent == NodeId::None);
    Node &added = node(child);
    Node &owner = node(parent);
    added.parent = parent;
    added.previous = owner.lastChild();
    if (added.previous == NodeId::None)
        owner.setFirstChild(child);
    else
        node(added.previous).next = child;
    owner.setLastChild(child);
}

void Document::prepend(NodeId parent, NodeId child)
{
    if (const NodeId first = node(parent).firstChild(); first != NodeId::None)
        insertBefore(first, child);
    else
        append(parent, child);
}

void Document::insertBefore(NodeId sibling, NodeId added)
{
    if (added == NodeId::None)
        return;
    assert(node(added).parent == NodeId::None);
    Node &after = node(sibling);
    node(added).parent = after.parent;
    node(added).next = sibling;
    node(added).previous = after.previous;
    if (after.previous == NodeId::None)
        node(after.parent).setFirstChild(added);
    else
        node(after.previous).next = added;
    after.previous = added;
}

void Document::insertAfter(NodeId sibling, NodeId added)
{
    if (const NodeId next = node(sibling).next; next != NodeId::None)
        insertBefore(next, added);
    else
        append(node(sibling).parent, added);
}

void Document::detach(NodeId id)
{
    Node &leaving = node(id);
    if (leaving.parent == NodeId::None)
        return;
    if (leaving.previous == NodeId::None)
        node(leaving.parent).setFirstChild(leaving.next);
    else
        node(leaving.previous).next = leaving.next;
    if (leaving.next == NodeId::None)
        node(leaving.parent).setLastChild(leaving.previous);
    else
        node(leaving.next).previous = leaving.previous;
    leaving.parent = leaving.previous = leaving.next = NodeId::None;
}

void Document::replace(NodeId id, NodeId replacement)
{
    insertBefore(id, replacement);
    detach(id);
}

void Document::moveChildren(NodeId from, NodeId to)
{
    while (node(from).firstChild() != NodeId::None) {
        const NodeId child = node(from).firstChild();
        detach(child);
        append(to, child);
    }
}

void Document::unwrap(NodeId id)
{
    while (node(id).firstChild() != NodeId::None) {
        const NodeId child = node(id).firstChild();
        detach(child);
        insertBefore(id, child);
    }
    detach(id);
}

NodeId Document::copyAlone(NodeId id)
{
    const Node original = node(id); // a copy: creating may move the records
    const NodeId copied = create(original.kind, original.span, original.line());
    if (original.kind == NodeKind::Text)
        node(copied).setText(original.text());
    node(copied).isReferenced = original.isReferenced;
    node(copied).isResolved = original.isResolved;
    for (AttributeId entry = firstAttribute(id); entry != AttributeId::None; entry = nextAttribute(id, entry)) {
        const Attribute source = attribute(entry);
        addAttribute(copied, source.name, source.value);
    }
    return copied;
}

NodeId Document::copy(NodeId id)
{
    const NodeId top = copyAlone(id);
    NodeId from = id;
    NodeId to = top;
    for (;;) {
        if (const NodeId child = node(from).firstChild(); child != NodeId::None) {
            const NodeId copied = copyAlone(child);
            append(to, copied);
            from = child;
            to = copied;
            continue;
        }
        while (from != id && node(from).next == NodeId::None) {
            from = node(from).parent;
            to = node(to).parent;
        }
        if (from == id)
            return top;
        from = node(from).next;
        const NodeId copied = copyAlone(from);
        append(node(to).parent, copied);
        to = copied;
    }
}

// A node's attributes are a ring, and the node knows the last of them: an item is added at the end in constant
// time, however many there are (a footnote may have as many back references as a post has references).

void Document::addAttribute(NodeId id, AttributeName name, std::string_view item)
{
    if (id == NodeId::None)
        return;
    const AttributeId added{std::uint32_t(m_attributes.size())};
    m_attributes.emplaceBack(item, AttributeId::None, name);
    linkLast(id, added);
}

void Document::setAttribute(NodeId id, AttributeName name, std::string_view value)
{
    for (AttributeId entry = firstAttribute(id); entry != AttributeId::None; entry = nextAttribute(id, entry)) {
        if (attribute(entry).name == name) {
            attribute(entry).value = value;
            return;
        }
    }
    addAttribute(id, name, value);
}

void Document::setAttribute(NodeId id, AttributeName name, std::int64_t value)
{
    setAttribute(id, name, store(std::to_string(value)));
}

void Document::addAttributes(NodeId id, AttributeName name, std::span<const std::string_view> items)
{
    for (const std::string_view item : items)
        addAttribute(id, name, item);
}

void Document::replaceAttribute(NodeId id, AttributeName from, AttributeName to, std::string_view value)
{
    for (AttributeId entry = firstAttribute(id); entry != AttributeId::None; entry = nextAttribute(id, entry)) {
        if (attribute(entry).name == from) {
            attribute(entry).name = to;
            attribute(entry).value = value;
            return;
        }
    }
    setAttribute(id, to, value);
}

void Document::removeAttribute(NodeId id, AttributeName name)
{
    // Builds the ring anew from the entries that stay.
    AttributeId entry = firstAttribute(id);
    const AttributeId last = node(id).attributes;
    node(id).attributes = AttributeId::None;
    while (entry != AttributeId::None) {
        const AttributeId following = entry == last ? AttributeId::None : attribute(entry).next;
        if (attribute(entry).name != name)
            linkLast(id, entry);
        entry = following;
    }
}

void Document::linkLast(NodeId id, AttributeId entry)
{
    const AttributeId last = node(id).attributes;
    attribute(entry).next = last == AttributeId::None ? entry : attribute(last).next;
    if (last != AttributeId::None)
        attribute(last).next = entry;
    node(id).attributes = entry;
}

bool Document::removeAttributeItem(NodeId id, AttributeName name, std::string_view item)
{
    AttributeId before = node(id).attributes;
    for (AttributeId entry = firstAttribute(id); entry != AttributeId::None; entry = nextAttribute(id, entry)) {
        if (attribute(entry).name == name && attribute(entry).value == item) {
            if (before == entry) { // the only one
                node(id).attributes = AttributeId::None;
            } else {
                attribute(before).next = attribute(entry).next;
                if (node(id).attributes == entry)
                    node(id).attributes = before;
            }
            return true;
        }
        before = entry;
    }
    return false;
}

void Document::copyAttribute(NodeId from, NodeId to, AttributeName name)
{
    removeAttribute(to, name);
    for (AttributeId entry = firstAttribute(from); entry != AttributeId::None; entry = nextAttribute(from, entry)) {
        const Attribute source = attribute(entry);
        if (source.name == name)
            addAttribute(to, name, source.value);
    }
}

NodeId Document::decoration(ReadersPlace place)
{
    if (m_decoration != NodeId::None)
        return m_decoration;
    m_decoration = create(NodeKind::Decoration);
    setUpChild(m_decoration, place);
    NodeRef first = (*this)[root()].firstChild();
    while (first && (first.isA(Category::Titular) || first.is(NodeKind::Meta)))
        first = first.next();
    if (first)
        insertBefore(first.id(), m_decoration);
    else
        append(root(), m_decoration);
    return m_decoration;
}

NodeId Document::footer(ReadersPlace place)
{
    const NodeId owner = decoration(place);
    if (const NodeRef last = (*this)[owner].lastChild(); last.is(NodeKind::Footer))
        return last.id();
    const NodeId footer = append(owner, NodeKind::Footer);
    setUpChild(footer, place);
    return footer;
}

} // namespace rst
