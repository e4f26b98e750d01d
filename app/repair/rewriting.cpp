// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// How it was damaged: HTML became Markdown (html2text, wrapped at 78 columns), and four substitutions made Markdown look like
// reStructuredText: headings, then ** to *, then links. So the way back is: headings by lines, links by one scan over all,
// blocks, marks; and the recovered Markdown is read by a real reader.

#include "repair/rewriting.h"

#include "readers/markdown_reader.h"
#include "repair/markdown_source.h"
#include "repair/rules/blocks.h"
#include "repair/rules/headings.h"
#include "repair/rules/marks.h"
#include "repair/rules/tree.h"
#include "repair/rules/twin_styles.h"
#include "repair/twin_metadata.h"
#include "rst/text/unicode.h"
#include "rst/writers/rst_writer.h"

#include <algorithm>

namespace repair {

namespace {

std::string decodedEntities(std::string_view text)
{
    static constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&#39;", "'"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto *const entity =
            std::ranges::find_if(entities, [&](const auto &pair) { return text.substr(at).starts_with(pair.first); });
        if (entity == std::end(entities)) {
            out += text[at++];
        } else {
            out += entity->second;
            at += entity->first.size();
        }
    }
    return out;
}

/// The title and its line: as the importer had it, character by character.
std::string titleLines(const LegacyPost &post, const RuleContext &context)
{
    if (post.title.empty())
        return {};
    std::string title(post.title);
    if (context.may(RuleId::Title) && !title.contains('\\')) {
        title = decodedEntities(title);
        rst::Document document;
        const rst::NodeId section = document.append(rst::Document::root(), rst::NodeKind::Section);
        const rst::NodeId node = document.append(section, rst::NodeKind::Title);
        document.appendText(node, document.store(title));
        const std::string written = rst::writeRst(document);
        title = written.substr(0, written.find('\n'));
    }
    std::string underline(post.underline);
    if (context.may(RuleId::Title) && (title != post.title || rst::columnWidth(title) > underline.size())) {
        underline.assign(rst::columnWidth(title), '=');
        context.did(RuleId::Title);
        if (title != post.title) {
            context.ledger.lose(post.title);
            context.ledger.gain(decodedEntities(post.title));
        }
    }
    return title + "\n" + underline + "\n\n";
}

/// Pairs the marks of all blocks; a heading, a rule, code and a table stand between what may belong together.
void pairBlocks(std::vector<Block> &blocks, const RuleContext &context)
{
    std::vector<std::string *> texts;
    for (Block &block : blocks) {
        switch (block.kind) {
        case Block::Kind::Paragraph:
        case Block::Kind::Item: texts.push_back(&block.text); break;
        case Block::Kind::QuoteBegin:
        case Block::Kind::QuoteEnd: break;
        case Block::Kind::Table:
            texts.push_back(nullptr);
            for (std::vector<std::string> &row : block.rows) {
                for (std::string &cell : row) {
                    texts.push_back(&cell);
                    texts.push_back(nullptr);
                }
            }
            break;
        case Block::Kind::Figure:
            texts.push_back(nullptr);
            texts.push_back(&block.picture);
            texts.push_back(nullptr);
            texts.push_back(&block.text);
            texts.push_back(nullptr);
            break;
        default:
            texts.push_back(nullptr);
            texts.push_back(&block.text);
            texts.push_back(nullptr);
            break;
        }
    }
    pairMarks(texts, context);
    for (std::string *text : texts) {
        if (text == nullptr)
            continue;
        if (context.may(RuleId::Hyphens))
            context.did(RuleId::Hyphens, joinHyphens(*text));
        if (context.may(RuleId::Blanks))
            context.did(RuleId::Blanks, collapseBlanks(*text));
    }
}

/// An ordered list counts on from its first number; other numbers go.
void announceNumbers(std::vector<Block> &blocks, const RuleContext &context)
{
    std::vector<std::size_t> next;
    for (const Block &block : blocks) {
        if (block.kind != Block::Kind::Item) {
            next.clear();
            continue;
        }
        next.resize(block.level + 1, 0);
        std::size_t &expected = next.back();
        if (!block.isOrdered) {
            expected = 0;
            continue;
        }
        if (expected != 0 && std::to_string(expected) != block.number) {
            context.ledger.lose(block.number);
            context.ledger.gain(std::to_string(expected));
        }
        expected = expected != 0 ? expected + 1 : std::stoul(block.number) + 1;
    }
}

} // namespace

Rewriting rewritePost(const LegacyPost &post, const RuleSet &enabled, const Twin *twin)
{
    Rewriting result;
    const RuleContext context = {enabled, result.ledger};
    std::vector<Block> blocks = readBlocks(
        markObjects(markLines(post.body, result.objects, context), result.objects, context), result.objects, context);
    pairBlocks(blocks, context);
    announceNumbers(blocks, context);
    result.markdown = writeMarkdown(blocks, result.objects);

    result.document = readers::readMarkdown(result.markdown, {.autolinks = false});
    mendTree(result.document, context);
    if (twin != nullptr)
        result.twin = applyTwin(result.document, *twin, post.body, context);
    const std::string body = rst::writeRst(result.document, bodyStyle);
    result.title = titleLines(post, context);
    result.text = std::string(post.head) + result.title;
    result.text += repairedLine(post.line);
    result.text += '\n';
    if (!body.empty())
        (result.text += '\n') += body;
    if (result.twin && result.twin->match >= leastMatch)
        result.text = withTwinMetadata(std::move(result.text), twin->front, context);
    return result;
}

} // namespace repair
