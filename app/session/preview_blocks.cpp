// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_blocks.h"

#include "session/preview_patch.h"

#include "post/source_range.h"
#include "rst/document/node_ref.h"
#include "rst/sphinx/preview_blocks.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct BlockWords {
    Q_DECLARE_TR_FUNCTIONS(session::PreviewBlocks)
};

std::uint64_t hashOf(const std::string &html)
{
    return qHashBits(html.data(), html.size(), 0x9E3779B97F4A7C15u);
}

PreviewBlock postcardBlock(const Postcard &postcard)
{
    const std::uint64_t hash = hashOf(postcard.html);
    return {.hash = hash, .html = postcard.html, .range = postcard.range, .ownHash = hash};
}

void showGood(PreviewBlock &block, const std::string &good)
{
    block.good = good;
    const QString note = BlockWords::tr("As it was before the last change. There is a mistake in the text now.");
    block.html = "<div class=\"broadside-kept\">" + good + "<p class=\"broadside-kept-note\">" +
                 note.toHtmlEscaped().toStdString() + "</p></div>";
    block.hash = hashOf(block.html);
}

} // namespace

std::vector<PreviewBlock> previewBlocks(const rst::Document &document, const rst::Settings &settings,
                                        const Postcard &postcard, const TextPositions &positions)
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
        if (block == place && !postcard.html.empty())
            blocks.push_back(postcardBlock(postcard));
        blocks.push_back({.hash = block->hash,
                          .html = std::move(block->html),
                          .range = textRange(document, block->span, positions),
                          .first = block->first,
                          .last = block->last,
                          .ownHash = block->hash,
                          .isBroken = block->isBroken});
    }
    if (place == page.end() && !postcard.html.empty())
        blocks.push_back(postcardBlock(postcard));
    return blocks;
}

void keepLastGood(std::vector<PreviewBlock> &blocks, const std::vector<PreviewBlock> &before)
{
    if (std::ranges::none_of(blocks, &PreviewBlock::isBroken))
        return;
    const auto isSame = [](const PreviewBlock &one, const PreviewBlock &other) { return one.ownHash == other.ownHash; };
    const std::size_t shorter = std::min(blocks.size(), before.size());
    std::size_t head = 0;
    while (head < shorter && isSame(blocks[head], before[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && isSame(blocks[blocks.size() - 1 - tail], before[before.size() - 1 - tail]))
        ++tail;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!blocks[i].isBroken)
            continue;
        // In the changed middle the blocks go together from its begin on.
        const bool isInTail = i >= blocks.size() - tail;
        const std::size_t other = isInTail ? i + before.size() - blocks.size() : i;
        if (other >= (isInTail ? before.size() : before.size() - tail))
            continue;
        const PreviewBlock &former = before[other];
        if (!former.isBroken)
            showGood(blocks[i], former.html);
        else if (!former.good.empty())
            showGood(blocks[i], former.good);
    }
}

TextRange textRange(const rst::Document &document, rst::Span span, const TextPositions &positions)
{
    const auto range = post::sourceRange(document, span);
    return range ? positions.rangeOf(range->begin, range->end) : TextRange();
}

} // namespace session
