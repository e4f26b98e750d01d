// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The labels of a document, with the titles that references to them show (`StandardDomain.process_doc` and the extension
// sphinx.ext.autosectionlabel).

#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/names.h"
#include "rst/transforms/tree_editing.h"

#include <format>
#include <optional>

namespace rst::sphinx {
namespace {

/// The first child of a kind.
NodeRef childOf(NodeRef node, NodeKind one, NodeKind other)
{
    for (const NodeRef child : node.children()) {
        if (child.is(one) || child.is(other))
            return child;
    }
    return {};
}

/// What a reference to the element shows; nothing for one that has no title.
std::optional<std::string> titleOf(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::Section: return node.firstChild() ? std::optional(cleanText(node.firstChild())) : std::nullopt;
    case NodeKind::Rubric: return cleanText(node);
    case NodeKind::Figure:
    case NodeKind::Table:
    case NodeKind::Container: {
        const NodeRef caption = childOf(node, NodeKind::Caption, NodeKind::Title);
        const std::string text = caption ? cleanText(caption) : std::string();
        return text.empty() ? std::nullopt : std::optional(text);
    }
    default: break;
    }
    if ((node.is(NodeKind::DefinitionList) || node.is(NodeKind::FieldList)) && node.hasChildren())
        node = node.firstChild();
    if ((node.is(NodeKind::Field) || node.is(NodeKind::DefinitionListItem)) && node.hasChildren())
        node = node.firstChild();
    if (node.is(NodeKind::Term) || node.is(NodeKind::FieldName))
        return cleanText(node);
    for (NodeRef below = node; below; below = below.following(node)) {
        if (below.is(NodeKind::Toctree)) {
            const std::string_view caption = below.attribute(AttributeName::Caption);
            return caption.empty() ? std::nullopt : std::optional(std::string(caption));
        }
    }
    return std::nullopt;
}

/// What an element is to the labels that lead to it.
struct LabelledElement {
    NodeId element = NodeId::None;
    NodeRef node = {}; // what the element is, or leads to
    bool takesLabels = false;
    std::optional<std::string_view> id = {}; // instead of the label's own
    std::optional<std::string_view> title = {};
};

LabelledElement labelledElement(TransformContext &context, NodeId element)
{
    Document &document = context.document;
    LabelledElement result{.element = element};
    NodeRef node = document[element];
    if (node && node.is(NodeKind::Target) && node.hasAttribute(AttributeName::Refid)) {
        node = document[context.targets.byId(node.attribute(AttributeName::Refid))];
        if (!node)
            return result;
        result.id = node.attribute(AttributeName::Names);
    }
    if (!node || node.is(NodeKind::Footnote) || node.hasAttribute(AttributeName::Refuri) ||
        node.attribute(AttributeName::ObjectType).starts_with("desc_"))
        return result;
    result.node = node;
    result.takesLabels = true;
    if (const auto title = titleOf(node))
        result.title = document.store(*title);
    return result;
}

/// The file of a document, as Sphinx names it in messages (`env.doc2path`).
std::string pathOf(const TransformContext &context, std::string_view docname)
{
    const SphinxSettings &settings = context.settings.sphinx;
    const std::string path(docname);
    const bool isMarkdown = hasFile(context, path + ".md") && !hasFile(context, path + ".rst");
    return std::format("{}{}{}{}", settings.sourceFolder, settings.sourceFolder.empty() ? "" : "/", path,
                       isMarkdown ? ".md" : ".rst");
}

/// Tells where a label with a title is taken, here or in a document that Sphinx has read before.
void checkLabel(TransformContext &context, const std::string &name, NodeRef node, std::string_view subtype)
{
    const SphinxSettings &settings = context.settings.sphinx;
    std::optional<std::string> docname;
    if (context.sphinx->labels.contains(name))
        docname = settings.docname;
    else if (settings.findEarlierLabel)
        docname = settings.findEarlierLabel(name);
    if (!docname && (name == "genindex" || name == "search"))
        docname = name; // pages that Sphinx makes
    else if (!docname && name == "modindex")
        docname = "py-modindex";
    if (docname)
        warn<DiagnosticKind::SphinxDuplicateLabel>(context.reporter, placeOf(node), subtype, name,
                                                   pathOf(context, *docname));
}

/// How many elements are around it, without the document (`get_node_depth`).
unsigned depthOf(NodeRef node)
{
    unsigned depth = 0;
    for (NodeRef around = node.parent(); around.parent(); around = around.parent())
        ++depth;
    return depth;
}

} // namespace

void applyDomains(TransformContext &context)
{
    SphinxEnvironment &environment = *context.sphinx;
    LabelledElement labelled; // looked at once for all of its labels, which may be many
    for (const auto &[name, entry] : context.targets.nameEntries()) {
        if (entry.origin != TargetOrigin::Explicit || entry.id.empty())
            continue;
        if (const NodeId element = context.targets.byId(entry.id); element != labelled.element)
            labelled = labelledElement(context, element);
        if (!labelled.takesLabels)
            continue;
        checkLabel(context, std::string(name), labelled.node, {});
        const std::string_view id = labelled.id.value_or(entry.id);
        environment.anonymousLabels[std::string(name)] = id;
        if (labelled.title)
            environment.labels[std::string(name)] = {.id = id, .title = *labelled.title};
    }
}

void applySectionLabels(TransformContext &context)
{
    const SphinxSettings &settings = context.settings.sphinx;
    if (settings.sectionLabels == SectionLabels::None)
        return;
    Document &document = context.document;
    for (const NodeId section : transforms::findAll(document, NodeKind::Section)) {
        const NodeRef title = document[section].firstChild();
        const bool isTooDeep =
            settings.sectionLabelDepth > 0 && depthOf(document[section]) >= settings.sectionLabelDepth;
        if (!title || !title.is(NodeKind::Title) || isTooDeep)
            continue;
        std::string written(transforms::rawsourceOf(document, title.id()));
        if (written.empty())
            written = title.asText();
        const std::string name = fullyNormalizeName(
            settings.prefixSectionLabels ? std::format("{}:{}", settings.docname, written) : written);
        const std::string_view id = document[section].attribute(AttributeName::Ids);
        if (settings.sectionLabels == SectionLabels::Made)
            checkLabel(context, name, document[section], "autosectionlabel");
        context.sphinx->anonymousLabels[name] = id;
        context.sphinx->labels[name] = {.id = id, .title = document.store(cleanText(title))};
    }
}

} // namespace rst::sphinx
