// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_places.h"

#include "rst/document/node_ref.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace session {

namespace {

/// How many characters of UTF-8 text are not white space.
int countVisible(std::string_view text)
{
    return int(std::ranges::count_if(text, [](char c) {
        const bool isContinuation = (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
        return !isContinuation && c != ' ' && c != '\n' && c != '\t';
    }));
}

/// Whether the text of this element is not shown where it stands.
bool isHidden(rst::NodeRef node)
{
    return node.isA(rst::Category::Invisible) || node.is(rst::NodeKind::SystemMessage);
}

/// The place of the position in the nearest block of those that count.
template <class Counts>
BlockPlace nearestPlace(const Rendering &rendering, int position, Counts counts)
{
    const auto &blocks = rendering.blocks;
    std::size_t best = 0;
    int bestBegin = -1;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const TextRange range = blocks[i].range;
        if (range.begin <= position && range.begin > bestBegin && range.end > range.begin && counts(i)) {
            best = i;
            bestBegin = range.begin;
        }
    }
    if (bestBegin < 0)
        return {};
    const TextRange range = blocks[best].range;
    return {best, std::min(1.0, double(position - range.begin) / (range.end - range.begin))};
}

/// Whether a block is the postcard, and stands in the page after one that the text has below it.
bool isMoved(const Rendering &rendering, std::size_t block)
{
    const auto &blocks = rendering.blocks;
    return block > 0 && block < blocks.size() && blocks[block].first == rst::NodeId::None &&
           blocks[block].range.begin < blocks[block - 1].range.begin;
}

} // namespace

BlockPlace blockPlaceAt(const Rendering &rendering, int position)
{
    // Blocks whose text stands elsewhere (the postcard) are not in the order of the text, so the nearest begin decides.
    return nearestPlace(rendering, position, [](std::size_t) { return true; });
}

BlockPlace scrolledPlaceAt(const Rendering &rendering, int position)
{
    return nearestPlace(rendering, position, [&](std::size_t block) { return !isMoved(rendering, block); });
}

int scrolledPositionAt(const Rendering &rendering, BlockPlace place)
{
    return isMoved(rendering, place.block) ? positionAt(rendering, {place.block - 1, 1}) : positionAt(rendering, place);
}

int positionAt(const Rendering &rendering, BlockPlace place)
{
    if (rendering.blocks.empty())
        return 0;
    const TextRange range = rendering.blocks[std::min(place.block, rendering.blocks.size() - 1)].range;
    return range.begin + int(std::lround(std::clamp(place.part, 0.0, 1.0) * (range.end - range.begin)));
}

TextRange clickedText(const Rendering &rendering, std::size_t block, int offset, const QString &word)
{
    const PreviewBlock &clicked = rendering.blocks[block];
    const TextPositions positions(rendering.source);
    const TextRange start{clicked.range.begin, clicked.range.begin};
    if (clicked.first == rst::NodeId::None)
        return start;

    // The run of text that holds the offset.
    const rst::NodeRef root = rendering.document[rst::Document::root()];
    const rst::NodeRef end = rendering.document[clicked.last].followingPast(root);
    TextRange run = clicked.range;
    int before = 0;
    for (rst::NodeRef node = rendering.document[clicked.first]; node && (!end || node.id() != end.id());) {
        if (isHidden(node)) {
            node = node.followingPast(root);
            continue;
        }
        if (node.is(rst::NodeKind::Text)) {
            const int length = countVisible(node.text());
            if (!node.span().isEmpty())
                run = textRange(rendering.document, node.span(), positions);
            if (offset < before + length)
                break;
            before += length;
        }
        node = node.following(root);
    }

    // The offset within the run, white space counted again, and the word's occurrence that is nearest to it.
    const QString text = QString::fromUtf8(rendering.source);
    int guess = run.begin;
    for (int left = offset - before; guess < run.end && (left > 0 || text[guess].isSpace()); ++guess)
        left -= !text[guess].isSpace() && !text[guess].isLowSurrogate();
    if (word.isEmpty())
        return {guess, guess};
    constexpr int near = 400;
    const int first = std::max(clicked.range.begin, guess - near);
    const int last = std::min(clicked.range.end, guess + near);
    TextRange best{guess, guess};
    int bestDistance = near + 1;
    for (qsizetype at = text.indexOf(word, first); at >= 0 && at < last; at = text.indexOf(word, at + 1)) {
        if (const int distance = std::abs(int(at) - guess); distance < bestDistance) {
            bestDistance = distance;
            best = {int(at), int(at + word.size())};
        }
    }
    return best;
}

} // namespace session
