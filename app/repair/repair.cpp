// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// How it was damaged: HTML became Markdown (html2text, wrapped at 78 columns), and four substitutions made Markdown look like
// reStructuredText: headings, then ** to *, then links. So the way back is: headings by lines, links by one scan over all,
// blocks, marks; and the recovered Markdown is read by a real reader.

#include "repair/repair.h"

#include "readers/markdown_reader.h"
#include "repair/legacy_post.h"
#include "repair/markdown_source.h"
#include "repair/rules/blocks.h"
#include "repair/rules/headings.h"
#include "repair/rules/marks.h"
#include "repair/rules/objects.h"
#include "repair/rules/tree.h"
#include "repair/rules/twin_styles.h"
#include "repair/twin_metadata.h"
#include "rst/text/unicode.h"
#include "rst/writers/rst_writer.h"

#include <algorithm>

namespace repair {

namespace {

Figures figuresOf(const rst::Publication &publication)
{
    Figures figures;
    for (const rst::Diagnostic &diagnostic : publication.diagnostics)
        figures.messages += diagnostic.level >= rst::Level::Warning;
    const rst::NodeRef root = publication.document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        figures.links += node.is(rst::NodeKind::Reference);
        figures.pictures += node.is(rst::NodeKind::Image);
    }
    return figures;
}

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

Repair repairPost(std::string_view source, const rst::Engine &engine, const RuleSet &enabled, const Twin *twin)
{
    Repair result = {.text = std::string(source)};
    const auto post = findLegacyPost(source);
    if (!post)
        return result;
    Ledger ledger;
    const RuleContext context = {enabled, ledger};
    Objects objects;
    std::vector<Block> blocks =
        readBlocks(markObjects(markLines(post->body, objects, context), objects, context), objects, context);
    pairBlocks(blocks, context);
    announceNumbers(blocks, context);
    result.markdown = writeMarkdown(blocks, objects);

    rst::Document document = readers::readMarkdown(result.markdown, {.autolinks = false});
    mendTree(document, context);
    if (twin != nullptr)
        result.twin = applyTwin(document, *twin, post->body, context);
    const rst::RstStyle style = {.depth = 1};
    const std::string body = rst::writeRst(document, style);
    const std::string title = titleLines(*post, context);
    std::string repaired = std::string(post->head) + title;
    repaired += repairedLine(post->line);
    repaired += '\n';
    if (!body.empty())
        (repaired += '\n') += body;
    if (result.twin && result.twin->match >= leastMatch)
        repaired = withTwinMetadata(std::move(repaired), twin->front, context);

    for (const Rule &one : rules()) {
        if (const std::size_t count = ledger.countOf(one.id))
            result.findings.push_back({one.id, count});
    }
    const rst::Publication before = engine.publish(source);
    result.before = figuresOf(before);
    if (result.findings.empty()) {
        result.state = Repair::State::Unchanged;
        result.after = result.before;
        return result;
    }

    // The proof reads what was written, but for what was kept as it stood.
    std::string proven(post->title);
    std::string keptOut(post->body);
    for (const Object &object : objects) {
        if (object.kind != Object::Kind::Verbatim)
            continue;
        if (const std::size_t at = keptOut.find(object.text); at != std::string::npos)
            keptOut.erase(at, object.text.size());
    }
    (proven += '\n') += keptOut;
    dropVerbatim(document);
    const rst::Publication written = engine.publish(title + rst::writeRst(document, style));
    result.proof = prove(wordsOf(proven), wordsOf(written.document), wordsOf(ledger.lost()), wordsOf(ledger.gained()));
    result.after = figuresOf(engine.publish(repaired));
    if (!result.proof.holds()) {
        result.state = Repair::State::Blocked;
        return result;
    }
    result.state = repaired == source ? Repair::State::Unchanged : Repair::State::Repaired;
    result.text = std::move(repaired);
    return result;
}

} // namespace repair
