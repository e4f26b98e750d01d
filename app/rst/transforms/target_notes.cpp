// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rst::transforms {

namespace {

/// Makes a footnote of every external target that is referred to, and a footnote reference after each reference to it
/// (https://docutils.sourceforge.io/docs/ref/rst/directives.html#target-notes).
class TargetNoteMaker
{
public:
    explicit TargetNoteMaker(TransformContext &context)
        : m_document(context.document)
        , m_targets(context.targets)
        , m_classes(itemsOf(context.document, context.pending, AttributeName::PendingClasses))
    {
    }

    void noteTarget(NodeRef target)
    {
        std::vector<NodeId> references;
        for (const std::string_view name : target.items(AttributeName::Names)) {
            if (const auto *found = m_targets.refnames.find(name))
                references.insert(references.end(), found->value.begin(), found->value.end());
        }
        if (!references.empty())
            addNote(target.attribute(AttributeName::Refuri), references);
    }

    void addNote(std::string_view uri, const std::vector<NodeId> &references)
    {
        const std::string_view name = nameOfNote(uri);
        for (const NodeId reference : references) {
            if (!m_document[reference].is(NodeKind::Target) && m_document[reference].parent())
                addReference(reference, name);
        }
    }

    [[nodiscard]] const std::vector<NodeId> &footnotes() const noexcept { return m_footnotes; }

private:
    std::string_view nameOfNote(std::string_view uri)
    {
        if (const auto known = m_names.find(uri); known != m_names.end())
            return known->second;
        const NodeId footnote = m_document.create(NodeKind::Footnote);
        const std::string_view id = m_targets.setId(footnote);
        // No name from a source has capital letters, so none can be equal to this one.
        const std::string_view name = m_document.store(std::string("TARGET_NOTE: ").append(id));
        m_document.setAttribute(footnote, AttributeName::Auto, "1");
        m_document.addAttribute(footnote, AttributeName::Names, name);
        const NodeId paragraph = m_document.append(footnote, NodeKind::Paragraph);
        const NodeId reference = m_document.append(paragraph, NodeKind::Reference);
        m_document.setAttribute(reference, AttributeName::Refuri, uri);
        m_document.appendText(reference, uri);
        m_targets.noteAutofootnote(footnote);
        m_targets.noteExplicitTarget(footnote, footnote);
        m_names.emplace(uri, name);
        m_footnotes.push_back(footnote);
        return name;
    }

    void addReference(NodeId after, std::string_view name)
    {
        const NodeId reference = m_document.create(NodeKind::FootnoteReference);
        m_document.setAttribute(reference, AttributeName::Auto, "1");
        m_document.setAttribute(reference, AttributeName::Refname, name);
        m_document.addAttributes(reference, AttributeName::Classes, m_classes);
        m_targets.noteAutofootnoteReference(reference);
        m_targets.noteFootnoteReference(reference);
        m_document.insertAfter(after, reference);
        NodeId space = m_document.createText(" ");
        if (!m_classes.empty()) {
            const NodeId text = space;
            space = m_document.create(NodeKind::InlineElement);
            m_document.addAttributes(space, AttributeName::Classes, m_classes);
            m_document.append(space, text);
        }
        m_document.insertBefore(reference, space);
    }

    Document &m_document;
    TargetTable &m_targets;
    std::vector<std::string_view> m_classes;
    std::unordered_map<std::string_view, std::string_view> m_names; // of the notes, by URI
    std::vector<NodeId> m_footnotes;
};

} // namespace

void applyTargetNotes(TransformContext &context)
{
    Document &document = context.document;
    context.repeated += document.nodeCount(); // it looks at all of them
    TargetNoteMaker notes(context);
    for (const NodeId target : findAll(document, NodeKind::Target)) {
        if (document[target].hasAttribute(AttributeName::Refuri))
            notes.noteTarget(document[target]);
    }
    for (const NodeId reference : findAll(document, NodeKind::Reference)) {
        const NodeRef node = document[reference];
        if (node.hasAttribute(AttributeName::Anonymous) && node.hasAttribute(AttributeName::Refuri))
            notes.addNote(node.attribute(AttributeName::Refuri), {reference});
    }
    replaceSelf(document, context.pending, notes.footnotes());
}

} // namespace rst::transforms
