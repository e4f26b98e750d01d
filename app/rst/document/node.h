// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

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
    NodeId firstChild = NodeId::None, lastChild = NodeId::None;
    AttributeId attributes = AttributeId::None; // the last of a ring; two elements in three have none
    Span span = {};                             // kept when a transform moves the node
    std::string_view text = {};                 // Text only; into the document's source or text arena
    std::uint32_t line = 0;                     // docutils' `node.line`: 1-based, 0 for None
    NodeKind kind = NodeKind::Document;
    bool isReferenced = false; // docutils' `node.referenced`
    bool isResolved = false;   // docutils' `node.resolved`
    bool hasSource = false;    // docutils' `node.source` is set, be there a line or not
};
static_assert(sizeof(Node) == 56 && std::is_trivially_copyable_v<Node>);

} // namespace rst
