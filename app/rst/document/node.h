// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace rst {

/// What an element is. `Text` is a run of characters; every other kind has a tag name.
enum class NodeKind : std::uint8_t {
#define RST_NODE(Kind, tag, categories) Kind,
#include "rst/document/node_kinds.def"
};

/// The element's name as docutils writes it, for example `bullet_list`; `#text` for text.
[[nodiscard]] std::string_view tagName(NodeKind kind) noexcept;

/// The content categories of docutils' element hierarchy, as a set of bits.
enum class Category : std::uint32_t {
    None = 0,
    Root = 1u << 0,
    Titular = 1u << 1,
    PreBibliographic = 1u << 2,
    Bibliographic = 1u << 3,
    Decorative = 1u << 4,
    Structural = 1u << 5,
    Body = 1u << 6,
    Sequential = 1u << 7,
    Admonition = 1u << 8,
    Part = 1u << 9,
    Inline = 1u << 10,
    Invisible = 1u << 11,
    TextElement = 1u << 12,
    FixedText = 1u << 13,
};
constexpr Category operator|(Category left, Category right) noexcept
{
    return Category(std::uint32_t(left) | std::uint32_t(right));
}

/// Whether elements of this kind belong to `category` (to any of them, where several are joined).
[[nodiscard]] bool isA(NodeKind kind, Category category) noexcept;

enum class AttributeName : std::uint8_t {
#define RST_ATTRIBUTE(Name, text) Name,
#define RST_INTERNAL_ATTRIBUTE(Name) Name,
#include "rst/document/attribute_names.def"
};

/// The attribute's name as docutils writes it; empty for an internal one, which no writer shows.
[[nodiscard]] std::string_view attributeText(AttributeName name) noexcept;

/// Whether the attribute's value is a list, which repeats its entry: ids, names, dupnames, classes, backrefs.
[[nodiscard]] bool isListAttribute(AttributeName name) noexcept;

enum class NodeId : std::uint32_t { None = 0xffff'ffff };
enum class AttributeId : std::uint32_t { None = 0xffff'ffff };

/// A byte range in the position space of the document's `SourceMap`; empty at 0 where a node has no source.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr bool isEmpty() const noexcept { return begin == end; }
    friend constexpr bool operator==(Span, Span) noexcept = default;
};

/// One element, or one run of text, of the document tree.
///
/// A plain record: links are ids into Document's vector, so that a transform moves a subtree by
/// rewriting a few ids, and all nodes are freed together with their document.
struct Node {
    NodeId parent = NodeId::None, previous = NodeId::None, next = NodeId::None;
    AttributeId attributes = AttributeId::None; // the last of a ring; two elements in three have none
    Span span = {};                             // kept when a transform moves the node
    NodeKind kind = NodeKind::Document;
    bool isReferenced = false; // docutils' `node.referenced`
    bool isResolved = false;   // docutils' `node.resolved`
    bool hasSource = false;    // docutils' `node.source` is set, be there a line or not

    // OPTIMIZATION: nearly half of the nodes are texts, which have no children and no line; elements have no text. So
    // both keep theirs in the same place. Only these functions know.

    [[nodiscard]] NodeId firstChild() const noexcept { return isText() ? NodeId::None : NodeId{m_own[0]}; }
    [[nodiscard]] NodeId lastChild() const noexcept { return isText() ? NodeId::None : NodeId{m_own[1]}; }
    void setFirstChild(NodeId child) noexcept { m_own[0] = std::uint32_t(child); }
    void setLastChild(NodeId child) noexcept { m_own[1] = std::uint32_t(child); }
    /// docutils' `node.line`: 1-based, 0 for None.
    [[nodiscard]] std::uint32_t line() const noexcept { return isText() ? 0 : m_own[2]; }
    void setLine(std::uint32_t line) noexcept
    {
        if (!isText())
            m_own[2] = line;
    }
    /// Of a Text: its characters, in the document's source or text arena; they end below 4 GB. Empty for an element.
    [[nodiscard]] std::string_view text() const noexcept
    {
        const std::array<std::uint32_t, 2> address{m_own[0], m_own[1]};
        return isText() ? std::string_view(std::bit_cast<const char *>(address), m_own[2]) : std::string_view();
    }
    /// Makes the node a Text; it must be one already, or have no children.
    void setText(std::string_view text) noexcept
    {
        const auto address = std::bit_cast<std::array<std::uint32_t, 2>>(text.data());
        kind = NodeKind::Text;
        m_own = {address[0], address[1], std::uint32_t(text.size())};
    }

private:
    [[nodiscard]] bool isText() const noexcept { return kind == NodeKind::Text; }

    // First child, last child and line; or the text's address, in two halves, and size.
    std::array<std::uint32_t, 3> m_own = {std::uint32_t(NodeId::None), std::uint32_t(NodeId::None), 0};
};
static_assert(sizeof(Node) == 40 && std::is_trivially_copyable_v<Node>);
static_assert(sizeof(const char *) == 8, "a Text keeps its address in two halves");

} // namespace rst
