// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Citations, which Sphinx finds in the whole site, and notes that nobody refers to.

#include "rst/sphinx/sphinx_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <format>

namespace rst::sphinx {

/// Enters citations, and puts cross-references in the place of the references to them.
void applyCitations(TransformContext &context)
{
    Document &document = context.document;
    SphinxEnvironment &environment = *context.sphinx;
    for (const NodeId citation : transforms::findAll(document, NodeKind::Citation)) {
        const NodeRef label = document[citation].firstChild();
        if (!label)
            continue;
        document.setAttribute(label.id(), AttributeName::NotSmartquotable, "True");
        const std::string text = label.asText();
        if (environment.citations.contains(text)) {
            warn<DiagnosticKind::SphinxDuplicateCitation>(context.reporter, placeOf(document[citation]), "ref.citation",
                                                          text, context.settings.sphinx.docname + ".rst");
        }
        environment.citations[text] = document[citation].attribute(AttributeName::Ids);
    }
    for (const NodeId reference : transforms::findAll(document, NodeKind::CitationReference)) {
        const NodeRef node = document[reference];
        const std::string label = node.asText();
        const NodeId pending = document.create(NodeKind::PendingXref, node.span(), lineOf(node));
        document.setAttribute(pending, AttributeName::Refdomain, "citation");
        document.setAttribute(pending, AttributeName::Reftype, "ref");
        document.setAttribute(pending, AttributeName::Reftarget, document.store(label));
        document.setAttribute(pending, AttributeName::Refwarn, "True");
        document.setAttribute(pending, AttributeName::NotSmartquotable, "True");
        document.copyAttribute(reference, pending, AttributeName::Ids);
        document.copyAttribute(reference, pending, AttributeName::Classes);
        const NodeId content = document.append(pending, NodeKind::InlineElement, node.span());
        document.appendText(content, document.store(std::format("[{}]", label)));
        document.replace(reference, pending);
        environment.citedLabels.insert(label);
    }
    for (const NodeId citation : transforms::findAll(document, NodeKind::Citation)) {
        const NodeRef label = document[citation].firstChild();
        const std::string text = label ? label.asText() : std::string();
        const bool counts = label && environment.citations[text] == document[citation].attribute(AttributeName::Ids);
        if (counts && !environment.citedLabels.contains(text)) { // of several with the same label the last one
            warn<DiagnosticKind::SphinxCitationNotReferenced>(context.reporter, placeOf(document[citation]),
                                                              "ref.citation", text);
        }
    }
}

namespace {

void warnUnreferenced(TransformContext &context, const std::vector<NodeId> &footnotes, std::string_view shown)
{
    for (const NodeId footnote : footnotes) {
        const NodeRef node = context.document[footnote];
        const bool isNamed = node.hasAttribute(AttributeName::Names) || shown == "*";
        if (node.hasAttribute(AttributeName::Backrefs) || !isNamed)
            continue;
        const std::string_view name = shown.empty() ? node.attribute(AttributeName::Names) : shown;
        warn<DiagnosticKind::SphinxFootnoteNotReferenced>(context.reporter, placeOf(node), "ref.footnote", name);
    }
}

} // namespace

void applyUnreferencedFootnotes(TransformContext &context)
{
    warnUnreferenced(context, context.targets.footnotes, {});
    warnUnreferenced(context, context.targets.symbolFootnotes, "*");
    warnUnreferenced(context, context.targets.autofootnotes, "#");
}

} // namespace rst::sphinx
