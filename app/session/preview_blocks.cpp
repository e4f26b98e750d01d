// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_blocks.h"

#include "session/block_writer.h"
#include "session/postcard.h"

#include "rst/document/node_ref.h"

#include <QHashFunctions>

#include <algorithm>

namespace session {

namespace {

std::uint64_t hashOf(const std::string &html)
{
    return qHashBits(html.data(), html.size(), 0x9E3779B97F4A7C15u);
}

/// Whether an element shows nothing of its own in the page.
bool isShown(rst::NodeRef node)
{
    const bool isNothing = node.isA(rst::Category::Invisible) || node.is(rst::NodeKind::SystemMessage) ||
                           node.is(rst::NodeKind::Decoration) || node.is(rst::NodeKind::Meta);
    return !isNothing;
}

bool isNote(rst::NodeRef node)
{
    return node.is(rst::NodeKind::Footnote) || node.is(rst::NodeKind::Citation);
}

} // namespace

std::vector<PreviewBlock> previewBlocks(const rst::Document &document, const rst::Settings &settings,
                                        const MetadataValues &metadata, const TextPositions &positions)
{
    std::vector<PreviewBlock> blocks;
    const auto add = [&blocks](PreviewBlock block) {
        block.hash = hashOf(block.html);
        if (!block.html.empty())
            blocks.push_back(std::move(block));
    };

    BlockWriter writer(document, settings);
    bool needsPostcard = metadata.hasPost;
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root.firstChild(); node;) {
        if (node.is(rst::NodeKind::Section)) {
            node = node.following(root);
            continue;
        }
        if (!isShown(node)) {
            node = node.followingPast(root);
            continue;
        }
        PreviewBlock block{.html = writer.writeBlock(node),
                           .range = textRange(document, node.span(), positions),
                           .first = node.id(),
                           .last = node.id()};
        while (isNote(node) && node.next().is(node.kind())) { // notes in a row are one list in the page
            node = node.next();
            block.html += writer.writeBlock(node);
            block.range.end = textRange(document, node.span(), positions).end;
            block.last = node.id();
        }
        add(std::move(block));
        if (needsPostcard && node.is(rst::NodeKind::Title)) {
            add({.html = postcardHtml(metadata), .range = metadata.range});
            needsPostcard = false;
        }
        node = node.followingPast(root);
    }
    if (needsPostcard) { // no heading: it goes on top
        add({.html = postcardHtml(metadata), .range = metadata.range});
        std::ranges::rotate(blocks, std::prev(blocks.end()));
    }
    return blocks;
}

TextRange textRange(const rst::Document &document, rst::Span span, const TextPositions &positions)
{
    if (document.sources().fileCount() == 0)
        return {};
    const auto begin = document.sources().locate(span.begin);
    const auto end = document.sources().locate(span.end);
    if (begin.file != 0 || end.file != 0) // from an included file
        return {};
    return positions.rangeOf(begin.byte, end.byte);
}

} // namespace session
