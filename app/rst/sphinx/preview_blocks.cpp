// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/preview_blocks.h"

#include "rst/sphinx/sphinx_html_writer.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <string_view>

namespace rst {
namespace {

/// FNV-1a by words of eight bytes, stirred after each so that the upper half counts as well.
std::uint64_t hashOf(std::string_view text) noexcept
{
    std::uint64_t hash = 0xcbf2'9ce4'8422'2325 ^ text.size();
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), size);
        text.remove_prefix(size);
        hash = (hash ^ word) * 0x9e37'79b9'7f4a'7c15;
        hash ^= hash >> 32;
    }
    return hash;
}

class BlockCutter
{
public:
    BlockCutter(const Document &document, const Settings &settings) : m_document(document), m_writer(document, settings)
    {
    }

    std::vector<PageBlock> cut()
    {
        notePlaceholders();
        const NodeRef root = m_document[Document::root()];
        for (NodeRef node = root.firstChild(); node;)
            node = take(node);
        return std::move(m_blocks);
    }

private:
    void notePlaceholders()
    {
        for (std::uint32_t id = 0; id < m_document.nodeCount(); ++id) {
            if (m_document[NodeId{id}].kind() != NodeKind::Placeholder)
                continue;
            NodeRef block = m_document[NodeId{id}];
            while (block.parent() && !block.parent().is(NodeKind::Section) && !block.parent().is(NodeKind::Document))
                block = block.parent();
            m_broken.insert(block.id());
        }
    }

    /// Adds the block that begins with a node; the node to go on with.
    NodeRef take(NodeRef node)
    {
        if (node.is(NodeKind::Section) && node.hasChildren()) {
            ++m_level;
            if (node.firstChild().is(NodeKind::Title)) {
                addHeading(node);
                if (node.firstChild().next())
                    return node.firstChild().next();
            } else {
                return node.firstChild();
            }
            return leave(node.firstChild());
        }
        PageBlock block{.html = m_writer.writeBlock(node, m_level), .span = node.span(), .first = node.id()};
        NodeRef last = node;
        const bool isNote = node.is(NodeKind::Footnote) || node.is(NodeKind::Citation);
        while (isNote && last.next().is(node.kind())) { // these stand in one element
            last = last.next();
            block.html += m_writer.writeBlock(last, m_level);
            block.span.end = std::max(block.span.end, last.span().end);
        }
        block.last = last.id();
        block.isBroken = m_broken.contains(node.id());
        add(std::move(block));
        return leave(last);
    }

    /// What comes after a node and, where it was the last of its section, after that.
    NodeRef leave(NodeRef node)
    {
        while (!node.next()) {
            node = node.parent();
            if (!node || node.is(NodeKind::Document))
                return {};
            --m_level;
        }
        return node.next();
    }

    void addHeading(NodeRef section)
    {
        const NodeRef title = section.firstChild();
        std::string html = m_writer.writeBlock(title, m_level);
        std::string anchors;
        std::string id;
        for (const std::string_view item : section.items(AttributeName::Ids)) {
            if (id.empty())
                id = item;
            else
                anchors.append("<span id=\"").append(item).append("\"></span>");
        }
        if (!id.empty() && html.size() > 3) // <h1
            html.insert(3, " id=\"" + id + '"');
        add({.html = anchors + html, .span = title.span(), .first = title.id(), .last = title.id()});
    }

    void add(PageBlock block)
    {
        if (block.html.empty())
            return;
        block.hash = hashOf(block.html);
        m_blocks.push_back(std::move(block));
    }

    const Document &m_document;
    SphinxHtmlWriter m_writer;
    std::vector<PageBlock> m_blocks;
    std::set<NodeId> m_broken;
    unsigned m_level = 0;
};

} // namespace

std::vector<PageBlock> pageBlocks(const Document &document, const Settings &settings)
{
    return BlockCutter(document, settings).cut();
}

} // namespace rst
