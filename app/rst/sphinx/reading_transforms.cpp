// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What Sphinx changes in a tree while it reads a document (sphinx/transforms/__init__.py).

#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace rst::sphinx {

/// `|version|`, `|release|` and `|today|`, unless the document defines them itself.
void applyDefaultSubstitutions(TransformContext &context)
{
    const SphinxSettings &settings = context.settings.sphinx;
    const std::pair<std::string_view, std::string_view> known[] = {
        {"version", settings.version},
        {"release", settings.release},
        {"today", settings.today},
        {"translation progress", "could not calculate translation progress!"},
    };
    for (const NodeId reference : transforms::findAll(context.document, NodeKind::SubstitutionReference)) {
        const std::string_view name = context.document[reference].attribute(AttributeName::Refname);
        const auto *const found = std::ranges::find(known, name, &std::pair<std::string_view, std::string_view>::first);
        if (found == std::end(known) || context.targets.substitutionDefinitions.contains(name))
            continue;
        const NodeId text = context.document.createText(context.document.store(found->second));
        context.document.replace(reference, text);
    }
}

/// Doctest blocks alone in a block quote are no quote.
void applyHandleCodeBlocks(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId quote : transforms::findAll(document, NodeKind::BlockQuote)) {
        const auto children = document[quote].children();
        const bool isCode = std::ranges::all_of(children.begin(), children.end(),
                                                [](NodeRef child) { return child.is(NodeKind::DoctestBlock); });
        if (isCode)
            transforms::replaceSelf(document, quote, transforms::childrenOf(document, quote));
    }
}

/// Figures, tables and code with a caption get an id, so that they can be numbered.
void applyAutoNumbering(TransformContext &context)
{
    Document &document = context.document;
    const NodeRef root = document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(NodeKind::Figure) && !node.is(NodeKind::Table) && !node.is(NodeKind::Container))
            continue;
        const auto children = node.children();
        const bool hasCaption = std::ranges::any_of(children.begin(), children.end(), [](NodeRef child) {
            return child.is(NodeKind::Caption) || child.is(NodeKind::Title);
        });
        if (hasCaption && !node.hasAttribute(AttributeName::Ids))
            context.targets.noteImplicitTarget(node.id());
    }
}

/// Index entries between targets go before them, so that the targets stand together.
void applyReorderTargets(TransformContext &context)
{
    Document &document = context.document;
    const auto isEither = [](NodeRef node) { return node.is(NodeKind::Target) || node.is(NodeKind::Index); };
    for (const NodeId id : transforms::findAll(document, NodeKind::Target)) {
        const NodeRef first = document[id];
        if (first.previous() && first.previous().is(NodeKind::Target))
            continue; // done with the first of the run
        std::vector<NodeId> entries;
        for (NodeRef node = first.next(); node && isEither(node); node = node.next()) {
            if (node.is(NodeKind::Index))
                entries.push_back(node.id());
        }
        for (const NodeId entry : entries) {
            document.detach(entry);
            document.insertBefore(id, entry);
        }
    }
}

/// An id that was only counted comes after one that says something.
void applySortIds(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId section : transforms::findAll(document, NodeKind::Section)) {
        std::vector<std::string_view> ids = transforms::itemsOf(document, section, AttributeName::Ids);
        if (ids.size() < 2 || !ids.front().starts_with("id"))
            continue;
        std::ranges::rotate(ids, ids.begin() + 1);
        document.removeAttribute(section, AttributeName::Ids);
        for (const std::string_view id : ids)
            document.addAttribute(section, AttributeName::Ids, id);
    }
}

void applyGlossarySorter(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId glossary : transforms::findAll(document, NodeKind::Glossary)) {
        const NodeRef list = document[glossary].firstChild();
        if (!document[glossary].hasAttribute(AttributeName::Sorted) || !list)
            continue;
        std::vector<std::pair<std::string, NodeId>> items;
        for (const NodeRef item : list.children()) {
            const NodeRef term = item.firstChild();
            items.emplace_back(compatibilityDecomposed(toLower(term ? term.asText() : std::string())), item.id());
        }
        std::ranges::stable_sort(items, {}, &std::pair<std::string, NodeId>::first);
        for (const auto &[text, item] : items) {
            document.detach(item);
            document.append(list.id(), item);
        }
    }
}

void applyDoctest(TransformContext &context)
{
    for (const NodeId block : transforms::findAll(context.document, NodeKind::DoctestBlock))
        context.document.addAttribute(block, AttributeName::Classes, "doctest");
}

namespace {

/// An error stands where its block should be. The window shows the block's source there, instead of nothing.
void keepSource(Document &document, NodeId message)
{
    const NodeRef node = document[message];
    const NodeRef quoted = node.lastChild();
    const bool isLost = node.number(AttributeName::Level) >= std::int64_t(Level::Error) &&
                        quoted.is(NodeKind::LiteralBlock) && !node.next().is(NodeKind::Placeholder) &&
                        !node.parent().hasItem(AttributeName::Classes, "system-messages");
    if (!isLost)
        return;
    const NodeId placeholder = document.create(NodeKind::Placeholder, node.span(), node.line());
    // Not from the message: smart quotes may have changed what stands around the name there.
    const std::string_view source = document.store(quoted.asText());
    const std::size_t colons = source.find("::");
    if (source.starts_with(".. ") && colons != std::string_view::npos)
        document.setAttribute(placeholder, AttributeName::Name, trimmed(source.substr(3, colons - 3)));
    document.appendText(placeholder, source);
    document.insertAfter(message, placeholder);
}

} // namespace

void applyFilterSystemMessages(TransformContext &context)
{
    const SphinxSettings &settings = context.settings.sphinx;
    for (const NodeId message : transforms::findAll(context.document, NodeKind::SystemMessage)) {
        const bool isKept = settings.keepWarnings && !settings.keepPlaceholders &&
                            context.document[message].number(AttributeName::Level) >= std::int64_t(Level::Warning);
        if (isKept)
            continue;
        if (settings.keepPlaceholders)
            keepSource(context.document, message);
        context.document.detach(message);
    }
}

} // namespace rst::sphinx
