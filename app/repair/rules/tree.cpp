// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/tree.h"

#include "repair/markdown_source.h"
#include "rst/parser/standalone_hyperlink.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <vector>

namespace repair {

namespace {

using rst::AttributeName;
using rst::NodeId;
using rst::NodeKind;
using rst::NodeRef;

std::vector<NodeId> nodesOf(const rst::Document &document, NodeKind kind)
{
    std::vector<NodeId> found;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(kind))
            found.push_back(node.id());
    }
    return found;
}

bool isPicture(NodeRef node)
{
    return node.is(NodeKind::Image) || (node.is(NodeKind::Reference) && node.firstChild().is(NodeKind::Image));
}

/// The entries of a table that has one column, in its head or its body.
std::vector<NodeRef> entriesOf(NodeRef tgroup, NodeKind part)
{
    std::vector<NodeRef> entries;
    for (const NodeRef group : tgroup.children()) {
        if (!group.is(part))
            continue;
        for (const NodeRef row : group.children())
            entries.push_back(row.firstChild());
    }
    return entries;
}

/// A caption of one row, and a legend of those below it.
void appendCaption(rst::Document &document, NodeId figure, const std::vector<NodeRef> &rows)
{
    NodeId legend = NodeId::None;
    for (const NodeRef row : rows) {
        const NodeId paragraph = row.firstChild().id();
        document.detach(paragraph);
        if (row.id() == rows.front().id()) {
            document.setKind(paragraph, NodeKind::Caption);
            document.append(figure, paragraph);
            continue;
        }
        if (legend == NodeId::None)
            legend = document.append(figure, NodeKind::Legend);
        document.append(legend, paragraph);
    }
}

/// A layout table is a picture in its head and a caption below.
void makeFigure(rst::Document &document, NodeId table)
{
    const NodeRef tgroup = document[table].firstChild();
    if (!tgroup || tgroup.attribute(AttributeName::Cols) != "1")
        return;
    const std::vector<NodeRef> heads = entriesOf(tgroup, NodeKind::Thead), rows = entriesOf(tgroup, NodeKind::Tbody);
    if (heads.size() != 1 || !heads.front().hasChildren() ||
        !std::ranges::all_of(heads.front().children(), [](NodeRef node) { return isPicture(node); }))
        return;
    const NodeRef head = heads.front();
    const bool hasCaption = !rows.empty() && std::ranges::all_of(rows, [](NodeRef row) {
        return row.childCount() == 1 && row.firstChild().is(NodeKind::Paragraph);
    });
    const NodeId anchor = document.create(NodeKind::Container);
    document.insertBefore(table, anchor);
    while (head.hasChildren()) {
        const NodeRef picture = head.firstChild();
        document.detach(picture.id());
        if (head.hasChildren() || !hasCaption) {
            document.append(anchor, picture.id());
            continue;
        }
        const NodeId figure = document.append(anchor, NodeKind::Figure);
        document.append(figure, picture.id());
        appendCaption(document, figure, rows);
    }
    for (const NodeRef row : rows) {
        if (row.hasChildren())
            document.moveChildren(row.id(), anchor);
    }
    document.unwrap(anchor);
    document.detach(table);
}

/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#transitions
void dropTransition(rst::Document &document, NodeId transition, const RuleContext &context)
{
    const NodeRef node = document[transition];
    const NodeRef before = node.previous(), next = node.next();
    const bool isAllowed = before && !before.is(NodeKind::Title) && !before.is(NodeKind::Transition) && next &&
                           !next.is(NodeKind::Transition) && !next.is(NodeKind::Section);
    if (isAllowed)
        context.did(RuleId::Rules);
    else
        document.detach(transition);
}

void linkAddresses(rst::Document &document, NodeId text)
{
    const NodeRef node = document[text];
    const NodeRef parent = node.parent();
    const bool isPlain = parent.is(NodeKind::Paragraph) || parent.is(NodeKind::Line) || parent.is(NodeKind::Title) ||
                         parent.is(NodeKind::Caption);
    const std::string_view whole = node.text();
    if (!isPlain)
        return;
    std::size_t from = 0;
    for (auto found = rst::findStandaloneHyperlink(whole, 0, whole.size()); found;
         found = rst::findStandaloneHyperlink(whole, found->end, whole.size())) {
        if (!found->scheme.empty() && !rst::isKnownScheme(found->scheme))
            continue;
        const std::string_view address = whole.substr(found->begin, found->end - found->begin);
        const NodeId reference = document.create(NodeKind::Reference);
        document.setAttribute(
            reference, AttributeName::Refuri,
            document.store(found->scheme.empty() ? "mailto:" + std::string(address) : std::string(address)));
        document.appendText(reference, address);
        if (found->begin > from)
            document.insertBefore(text, document.createText(whole.substr(from, found->begin - from)));
        document.insertBefore(text, reference);
        from = found->end;
    }
    if (from == whole.size())
        document.detach(text);
    else if (from > 0)
        document.setText(text, whole.substr(from));
}

} // namespace

void mendTree(rst::Document &document, const RuleContext &context)
{
    for (const NodeId table : nodesOf(document, NodeKind::Table))
        makeFigure(document, table);
    for (const NodeId block : nodesOf(document, NodeKind::LiteralBlock)) {
        if (document[block].attribute(AttributeName::Language) == verbatimLanguage)
            document.setKind(block, NodeKind::Placeholder);
    }
    for (const NodeId transition : nodesOf(document, NodeKind::Transition))
        dropTransition(document, transition, context);
    for (const NodeId text : nodesOf(document, NodeKind::Text))
        linkAddresses(document, text);
}

void dropVerbatim(rst::Document &document)
{
    for (const NodeId block : nodesOf(document, NodeKind::Placeholder))
        document.detach(block);
}

} // namespace repair
