// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/document_outline.h"

#include "rst/sphinx/caption_numbers.h"
#include "rst/sphinx/sphinx_transforms.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <limits>

namespace rst {
namespace {

OutlineItem itemOf(OutlineItem::Kind kind, unsigned depth, NodeRef node)
{
    OutlineItem item{.kind = kind, .depth = depth};
    for (const std::string_view id : node.items(AttributeName::Ids)) {
        if (item.id.empty())
            item.id = id;
        else
            item.otherIds.emplace_back(id);
    }
    return item;
}

/// How deep a table of contents is numbered; 0 where it is not.
unsigned numberedDepth(NodeRef toctree)
{
    constexpr std::string_view name = "numbered";
    for (const std::string_view option : toctree.items(AttributeName::OptionList)) {
        if (!option.starts_with(name) || option.size() <= name.size() || option[name.size()] != '\0')
            continue;
        const std::string_view value = option.substr(name.size() + 1);
        unsigned depth = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), depth);
        if (value.starts_with('-'))
            return 0;
        return error == std::errc() && end == value.data() + value.size() ? depth
                                                                          : std::numeric_limits<unsigned>::max();
    }
    return 0;
}

} // namespace

Outline outlineOf(const Document &document)
{
    Outline outline;
    const NodeRef root = document[Document::root()];
    unsigned depth = 0; // of the sections around
    unsigned tables = 0;
    for (NodeRef node = root; node;) {
        if (node.is(NodeKind::Section)) {
            ++depth;
            outline.push_back(itemOf(OutlineItem::Kind::Heading, depth, node));
        } else if (node.is(NodeKind::Toctree)) {
            for (const std::string_view entry : node.items(AttributeName::ToctreeEntry)) {
                outline.push_back({.kind = OutlineItem::Kind::Entry,
                                   .depth = depth + 1,
                                   .id = std::string(entry.substr(entry.find('\0') + 1)),
                                   .table = tables,
                                   .numberedDepth = numberedDepth(node)});
            }
            ++tables;
        } else if (const auto kind = countedKind(node)) {
            outline.push_back(itemOf(*kind, depth + 1, node));
        }
        NodeRef next = node.firstChild();
        while (!next && node && node != root) {
            depth -= node.is(NodeKind::Section) ? 1U : 0U;
            next = node.next();
            if (!next)
                node = node.parent();
        }
        node = next;
    }
    return outline;
}

std::string writtenItem(const OutlineItem &item)
{
    std::string text =
        std::format("{} {} {} {} {}", unsigned(item.kind), item.depth, item.table, item.numberedDepth, item.id);
    for (const std::string &id : item.otherIds)
        text.append(" ").append(id);
    return text;
}

OutlineItem readItem(std::string_view text)
{
    OutlineItem item;
    unsigned kind = 0;
    for (unsigned *const number : {&kind, &item.depth, &item.table, &item.numberedDepth}) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
        if (error != std::errc() || end == text.data() + text.size())
            return {};
        text.remove_prefix(std::size_t(end - text.data()) + 1);
    }
    item.kind = kind <= unsigned(OutlineItem::Kind::Entry) ? OutlineItem::Kind(kind) : OutlineItem::Kind::Heading;
    item.depth = std::max(item.depth, 1U);
    if (item.kind == OutlineItem::Kind::Entry) {
        item.id = text; // a document's name may have blanks
        return item;
    }
    item.id = text.substr(0, text.find(' '));
    while (text.contains(' ')) {
        text.remove_prefix(text.find(' ') + 1);
        item.otherIds.emplace_back(text.substr(0, text.find(' ')));
    }
    return item;
}

} // namespace rst
