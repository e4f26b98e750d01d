// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_blocks.h"

#include "session/postcard.h"

#include "rst/document/node_ref.h"
#include "rst/sphinx/preview_blocks.h"

#include <QHashFunctions>

#include <algorithm>

namespace session {

namespace {

PreviewBlock postcardBlock(const MetadataValues &metadata)
{
    PreviewBlock block{.html = postcardHtml(metadata), .range = metadata.range};
    block.hash = qHashBits(block.html.data(), block.html.size(), 0x9E3779B97F4A7C15u);
    return block;
}

} // namespace

std::vector<PreviewBlock> previewBlocks(const rst::Document &document, const rst::Settings &settings,
                                        const MetadataValues &metadata, const TextPositions &positions)
{
    std::vector<rst::PageBlock> page = rst::pageBlocks(document, settings);
    std::vector<PreviewBlock> blocks;
    blocks.reserve(page.size() + 1);
    const auto isTitle = [&document](const rst::PageBlock &block) {
        return document[block.first].is(rst::NodeKind::Title);
    };
    // Below the title; on top where there is none.
    const auto title = std::ranges::find_if(page, isTitle);
    const auto place = title == page.end() ? page.begin() : title + 1;
    for (auto block = page.begin(); block != page.end(); ++block) {
        if (block == place && metadata.hasPost)
            blocks.push_back(postcardBlock(metadata));
        blocks.push_back({.hash = block->hash,
                          .html = std::move(block->html),
                          .range = textRange(document, block->span, positions),
                          .first = block->first,
                          .last = block->last});
    }
    if (place == page.end() && metadata.hasPost)
        blocks.push_back(postcardBlock(metadata));
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
