// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <utility>
#include <vector>

namespace rst::transforms {

namespace {

/// The section that is all there is in `node` besides what may stand before a bibliography; or none.
NodeRef loneSectionOf(NodeRef node)
{
    NodeRef child = node.firstChild();
    while (child.isA(Category::PreBibliographic))
        child = child.next();
    return child.is(NodeKind::Section) && !child.next() ? child : NodeRef();
}

/// Adds the section's ids, classes, names and dupnames to another element, and sets its other attributes there.
void takeAttributes(Document &document, NodeId section, NodeId to)
{
    updateBasicAttributes(document, section, to);
    std::vector<std::pair<AttributeName, std::string_view>> others;
    const NodeRef node = document[section];
    for (const Attribute *entry = node.firstAttribute(); entry != nullptr; entry = node.nextAttribute(*entry)) {
        if (!isListAttribute(entry->name) && !attributeText(entry->name).empty())
            others.emplace_back(entry->name, entry->value);
    }
    for (const auto &[name, value] : others)
        document.setAttribute(to, name, value);
}

bool promoteTitle(Document &document)
{
    const NodeRef section = loneSectionOf(document[Document::root()]);
    if (!section)
        return false;
    takeAttributes(document, section.id(), Document::root());
    document.detach(section.id());
    const NodeId title = section.firstChild().id();
    document.detach(title);
    document.prepend(Document::root(), title);
    document.moveChildren(section.id(), Document::root());
    return true;
}

/// Makes the title of a lone section within `owner` its subtitle.
void promoteSubtitle(Document &document, NodeId owner)
{
    const NodeRef section = loneSectionOf(document[owner]);
    if (!section)
        return;
    const NodeId title = section.firstChild().id();
    const NodeId subtitle =
        document.create(NodeKind::Subtitle, document[title].span()); // a new element, and so without a line
    takeAttributes(document, section.id(), subtitle);
    document.moveChildren(title, subtitle);
    document.detach(title);
    document.detach(section.id());
    document.insertAfter(document[owner].firstChild().id(), subtitle);
    document.moveChildren(section.id(), owner);
}

} // namespace

/// The title of a lone section becomes the document's, and that of a lone section within it the subtitle
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#document-title).
void applyDocTitle(TransformContext &context)
{
    Document &document = context.document;
    if (context.settings.docTitle && promoteTitle(document))
        promoteSubtitle(document, Document::root());
    const NodeRef root = document[Document::root()];
    if (!root.hasAttribute(AttributeName::Title) && root.firstChild().is(NodeKind::Title))
        document.setAttribute(Document::root(), AttributeName::Title, document.store(root.firstChild().asText()));
}

/// The same for the sections, where the setting asks for it: off in docutils' standalone reader.
void applySectionSubTitle(TransformContext &context)
{
    if (!context.settings.sectionSubtitles)
        return;
    Document &document = context.document;
    const NodeRef root = document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Section))
            promoteSubtitle(document, node.id());
    }
}

} // namespace rst::transforms
