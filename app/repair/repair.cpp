// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/repair.h"

#include "repair/rewriting.h"
#include "repair/rules/tree.h"
#include "rst/text/utf8.h"

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

} // namespace

Repair repairPost(std::string_view source, const rst::Engine &engine, const RuleSet &enabled, const Twin *twin)
{
    Repair result = {.text = std::string(source)};
    if (rst::firstInvalidUtf8(source))
        return result;
    const auto post = findLegacyPost(source);
    if (!post)
        return result;
    Rewriting rewriting = rewritePost(*post, enabled, twin);
    const Ledger &ledger = rewriting.ledger;
    result.markdown = std::move(rewriting.markdown);
    result.twin = std::move(rewriting.twin);
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
    for (const Object &object : rewriting.objects) {
        if (object.kind != Object::Kind::Verbatim)
            continue;
        if (const std::size_t at = keptOut.find(object.text); at != std::string::npos)
            keptOut.erase(at, object.text.size());
    }
    (proven += '\n') += keptOut;
    dropVerbatim(rewriting.document);
    const rst::Publication written = engine.publish(rewriting.title + rst::writeRst(rewriting.document, bodyStyle));
    result.proof = prove(wordsOf(proven), wordsOf(written.document), wordsOf(ledger.lost()), wordsOf(ledger.gained()));
    result.after = figuresOf(engine.publish(rewriting.text));
    if (!result.proof.holds()) {
        result.state = Repair::State::Blocked;
        return result;
    }
    result.state = rewriting.text == source ? Repair::State::Unchanged : Repair::State::Repaired;
    result.text = std::move(rewriting.text);
    return result;
}

} // namespace repair
