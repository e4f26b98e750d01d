// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/twin_paragraphs.h"

#include "readers/html_reader.h"
#include "readers/markdown_reader.h"
#include "repair/legacy_post.h"
#include "repair/word_alignment.h"
#include "repair/word_map.h"

#include <algorithm>
#include <utility>

namespace repair {

namespace {

struct TextBlock {
    std::string text = {};
    post::ByteRange place = {};
    std::size_t firstWord = 0, endWord = 0; // among those of the whole document
};

struct BlockText {
    std::vector<TextBlock> blocks = {};
    std::vector<std::string> words = {};
};

/// The element that readers see as one paragraph; the lines of a line block are one.
NodeRef blockAround(NodeRef text)
{
    NodeRef block = text.parent();
    while (block.parent() && (block.isA(rst::Category::Inline) || block.is(NodeKind::Line) ||
                              (block.is(NodeKind::LineBlock) && block.parent().is(NodeKind::LineBlock))))
        block = block.parent();
    return block;
}

void addText(TextBlock &block, NodeRef node)
{
    if (node.parent().is(NodeKind::Line) && node == node.parent().firstChild() && !block.text.empty())
        block.text += '\n';
    block.text += node.text();
    const rst::Span span = node.span();
    if (span.isEmpty())
        return;
    const std::size_t begin = block.place.isEmpty() ? span.begin : block.place.begin;
    block.place = {begin, std::max<std::size_t>(block.place.end, span.end)};
}

BlockText blocksOf(const rst::Document &document)
{
    BlockText result;
    NodeRef last;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(NodeKind::Text))
            continue;
        const NodeRef block = blockAround(node);
        if (!last || !(block == last))
            result.blocks.push_back({.firstWord = result.words.size(), .endWord = result.words.size()});
        last = block;
        addText(result.blocks.back(), node);
        for (const post::ByteRange &word : wordRanges(node.text()))
            result.words.emplace_back(word.of(node.text()));
        result.blocks.back().endWord = result.words.size();
    }
    std::erase_if(result.blocks, [](const TextBlock &block) { return block.firstWord == block.endWord; });
    return result;
}

std::vector<std::string_view> viewsOf(const std::vector<std::string> &words)
{
    return {words.begin(), words.end()};
}

/// A stretch of blocks of ours and of the twin's that belong together.
struct Row {
    std::size_t ours = 0, oursEnd = 0, theirs = 0, theirsEnd = 0;
};

/// For each block of ours the twin's blocks that hold a good part of its words; an empty range for none.
std::vector<std::pair<std::size_t, std::size_t>> partnersOf(const BlockText &ours, const BlockText &theirs,
                                                            const std::vector<std::size_t> &places)
{
    std::vector<std::size_t> blockOfWord(theirs.words.size());
    for (std::size_t i = 0; i < theirs.blocks.size(); ++i)
        std::fill(blockOfWord.begin() + std::ptrdiff_t(theirs.blocks[i].firstWord),
                  blockOfWord.begin() + std::ptrdiff_t(theirs.blocks[i].endWord), i);
    std::vector<std::pair<std::size_t, std::size_t>> partners;
    for (const TextBlock &block : ours.blocks) {
        std::vector<std::pair<std::size_t, std::size_t>> votes; // the twin's block, words
        for (std::size_t word = block.firstWord; word < block.endWord; ++word) {
            if (places[word] == unaligned)
                continue;
            const std::size_t other = blockOfWord[places[word]];
            if (votes.empty() || votes.back().first != other)
                votes.emplace_back(other, 0);
            ++votes.back().second;
        }
        const std::size_t size = block.endWord - block.firstWord;
        std::erase_if(votes, [&](const auto &vote) {
            const TextBlock &other = theirs.blocks[vote.first];
            return vote.second * 3 < std::min(size, other.endWord - other.firstWord);
        });
        partners.emplace_back(votes.empty() ? 0 : votes.front().first, votes.empty() ? 0 : votes.back().first + 1);
    }
    return partners;
}

std::vector<Row> rowsOf(const BlockText &ours, const BlockText &theirs, const std::vector<std::size_t> &places)
{
    const auto partners = partnersOf(ours, theirs, places);
    const auto hasPartner = [&](std::size_t i) { return partners[i].first != partners[i].second; };
    std::vector<Row> rows;
    std::size_t next = 0; // of theirs
    for (std::size_t i = 0; i < partners.size();) {
        if (!hasPartner(i)) {
            rows.push_back({i, i + 1, next, next});
            ++i;
            continue;
        }
        for (; next < partners[i].first; ++next)
            rows.push_back({i, i, next, next + 1});
        Row row = {i, i + 1, next, std::max(partners[i].second, next)};
        while (row.oursEnd < partners.size() && hasPartner(row.oursEnd) &&
               partners[row.oursEnd].first < row.theirsEnd) {
            row.theirsEnd = std::max(row.theirsEnd, partners[row.oursEnd].second);
            ++row.oursEnd;
        }
        next = row.theirsEnd;
        i = row.oursEnd;
        rows.push_back(row);
    }
    for (; next < theirs.blocks.size(); ++next)
        rows.push_back({partners.size(), partners.size(), next, next + 1});
    return rows;
}

std::string textIn(const std::vector<TextBlock> &blocks, std::size_t begin, std::size_t end)
{
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
        (text += text.empty() ? "" : "\n\n") += blocks[i].text;
    return text;
}

TwinParagraph::State stateOf(const BlockText &ours, const BlockText &theirs, const Row &row)
{
    using enum TwinParagraph::State;
    if (row.ours == row.oursEnd)
        return OnlyTwin;
    if (row.theirs == row.theirsEnd)
        return OnlyOurs;
    const auto wordsIn = [](const BlockText &text, std::size_t begin, std::size_t end) {
        return std::ranges::subrange(text.words.begin() + std::ptrdiff_t(text.blocks[begin].firstWord),
                                     text.words.begin() + std::ptrdiff_t(text.blocks[end - 1].endWord));
    };
    return std::ranges::equal(wordsIn(ours, row.ours, row.oursEnd), wordsIn(theirs, row.theirs, row.theirsEnd))
               ? Alike
               : Differs;
}

/// Where the body begins: behind the importer's line.
std::size_t bodyBegin(std::string_view repaired, const LegacyPost &post)
{
    const std::size_t line = repaired.find(repairedLine(post.line));
    return line == repaired.npos ? line : repaired.find('\n', line);
}

} // namespace

std::vector<TwinParagraph> pairParagraphs(std::string_view source, std::string_view repaired, const Twin &twin,
                                          const rst::Engine &engine)
{
    const auto post = findLegacyPost(source);
    const std::size_t begin = post ? bodyBegin(repaired, *post) : repaired.npos;
    if (begin == repaired.npos)
        return {};
    const std::string_view body = repaired.substr(begin);
    const rst::Publication publication = engine.publish(body);
    const rst::Document copy =
        twin.format == Twin::Format::Markdown ? readers::readMarkdown(twin.body) : readers::readHtml(twin.body);
    const BlockText ours = blocksOf(publication.document), theirs = blocksOf(copy);
    const std::vector<std::size_t> places = alignWords(viewsOf(ours.words), viewsOf(theirs.words));
    if (std::ranges::all_of(places, [](std::size_t place) { return place == unaligned; }))
        return {};
    const WordMap before(body, post->body);
    std::vector<TwinParagraph> paragraphs;
    for (const Row &row : rowsOf(ours, theirs, places)) {
        TwinParagraph paragraph = {.state = stateOf(ours, theirs, row),
                                   .repaired = textIn(ours.blocks, row.ours, row.oursEnd),
                                   .twin = textIn(theirs.blocks, row.theirs, row.theirsEnd)};
        if (row.ours < row.oursEnd) {
            const post::ByteRange place = {ours.blocks[row.ours].place.begin, ours.blocks[row.oursEnd - 1].place.end};
            if (place.begin < place.end && place.end <= body.size()) {
                paragraph.legacy = before.find(place).of(post->body);
                paragraph.place = {begin + place.begin, begin + place.end};
            }
        }
        paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

} // namespace repair
