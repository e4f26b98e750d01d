// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rst::transforms {

namespace {

/// Replaces substitution references by what their definitions hold
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#substitution-references).
///
/// Works through the references in document order, those within definitions too: a definition that uses another one grows
/// in place. References that come with a copy join the end of the line.
class Substituter
{
public:
    explicit Substituter(TransformContext &context) : m_context(context), m_document(context.document) {}

    void run()
    {
        m_references = findAll(m_document, NodeKind::SubstitutionReference);
        for (std::size_t i = 0; i < m_references.size(); ++i)
            substitute(m_references[i]);
    }

private:
    struct Definition {
        NodeId node = NodeId::None;
        std::string_view name = {};
    };

    void substitute(NodeId reference);
    [[nodiscard]] Definition find(std::string_view name) const;
    [[nodiscard]] bool isTooLong(NodeId definition) const;
    [[nodiscard]] bool isTooMuch() const;
    void trimNeighbours(NodeId reference, NodeId definition);
    [[nodiscard]] bool queueNested(NodeId reference, NodeId copy, Definition definition);
    void reportCircle(NodeId reference);
    void fail(NodeId reference, NodeId systemMessage);
    [[nodiscard]] Place originOf(NodeId reference) const;

    TransformContext &m_context;
    Document &m_document;
    std::vector<NodeId> m_references;
    std::unordered_map<NodeId, Place> m_origins;          // of references in copies: where the first one stood
    std::unordered_set<std::string_view> m_selfReferring; // definitions in which their own name was met
    std::size_t m_nodesBefore = m_document.nodeCount();
    std::optional<Problematics> m_refused; // references left over once too much was copied
};

Substituter::Definition Substituter::find(std::string_view name) const
{
    const auto &definitions = m_context.targets.substitutionDefinitions;
    if (const auto *exact = definitions.find(name))
        return {.node = exact->value, .name = exact->name};
    const NodeId node = m_context.targets.substitution(name);
    if (node == NodeId::None)
        return {};
    const NodeRef definition = m_document[node];
    const std::string_view own = definition.attribute(AttributeName::Names);
    return {.node = node, .name = own.empty() ? definition.attribute(AttributeName::Dupnames) : own};
}

bool Substituter::isTooLong(NodeId definition) const
{
    const NodeRef top = m_document[definition];
    std::size_t length = 0;
    for (NodeRef node = top; node; node = node.following(top)) {
        if (node.is(NodeKind::Text))
            length += countCodePoints(node.text());
        else if (node.is(NodeKind::Image))
            length += countCodePoints(node.attribute(AttributeName::Alt));
        if (length > m_context.settings.lineLengthLimit)
            return true;
    }
    return false;
}

/// A few definitions that use one another twice each ask for more text than any machine can hold, and docutils tries.
/// What a document may copy grows with it, and what is left over then is refused with one message for all.
bool Substituter::isTooMuch() const
{
    constexpr std::size_t always = 50'000;
    constexpr std::size_t perNode = 4;
    return m_document.nodeCount() - m_nodesBefore > always + perNode * m_nodesBefore;
}

void Substituter::substitute(NodeId reference)
{
    const std::string_view name = m_document[reference].attribute(AttributeName::Refname);
    const Definition definition = find(name);
    if (definition.node == NodeId::None) {
        fail(reference, m_context.reporter.report<DiagnosticKind::SubstitutionUndefined>(originOf(reference), name));
        return;
    }
    if (isTooLong(definition.node)) {
        const Place place{m_context.reporter.currentLine(), m_document[reference].span()};
        fail(reference, m_context.reporter.report<DiagnosticKind::SubstitutionTooLong>(place, definition.name));
        return;
    }
    if (!m_refused && isTooMuch()) {
        const Place place{m_context.reporter.currentLine(), m_document[reference].span()};
        m_refused.emplace(m_context,
                          m_context.reporter.report<DiagnosticKind::SubstitutionTooLong>(place, definition.name));
    }
    if (m_refused) {
        m_refused->replace(reference);
        return;
    }
    trimNeighbours(reference, definition.node);
    const NodeId copy = m_document.copy(definition.node);
    if (!queueNested(reference, copy, definition)) {
        reportCircle(reference);
        return;
    }
    const std::vector<NodeId> replacements = childrenOf(m_document, copy);
    replaceSelf(m_document, reference, replacements);
    for (const NodeId replacement : replacements) {
        const NodeRef node = m_document[replacement];
        const bool isReference = node.is(NodeKind::Reference) || node.is(NodeKind::FootnoteReference) ||
                                 node.is(NodeKind::CitationReference);
        if (isReference && node.hasAttribute(AttributeName::Refname))
            m_context.targets.noteRefname(replacement);
    }
}

/// https://docutils.sourceforge.io/docs/ref/rst/directives.html#unicode-character-codes
void Substituter::trimNeighbours(NodeId reference, NodeId definition)
{
    const NodeRef node = m_document[reference];
    const NodeRef before = node.previous();
    const NodeRef after = node.next();
    if (before.is(NodeKind::Text) && m_document[definition].hasAttribute(AttributeName::Ltrim))
        m_document.setText(before.id(), trimmedRight(before.text()));
    if (after.is(NodeKind::Text) && m_document[definition].hasAttribute(AttributeName::Rtrim))
        m_document.setText(after.id(), trimmedLeft(after.text()));
}

/// Appends the references within a copied definition to those that wait; false where the definition uses itself.
bool Substituter::queueNested(NodeId reference, NodeId copy, Definition definition)
{
    const NodeRef top = m_document[copy];
    for (NodeRef node = top; node; node = node.following(top)) {
        if (!node.is(NodeKind::SubstitutionReference))
            continue;
        const Definition nested = find(node.attribute(AttributeName::Refname));
        if (nested.node != NodeId::None) {
            if (m_selfReferring.contains(nested.name))
                return false;
            if (nested.name == definition.name)
                m_selfReferring.insert(nested.name);
        }
        m_origins.emplace(node.id(), originOf(reference));
        m_references.push_back(node.id());
    }
    return true;
}

void Substituter::reportCircle(NodeId reference)
{
    const NodeRef parent = m_document[reference].parent();
    if (parent.is(NodeKind::SubstitutionDefinition)) {
        const NodeId message =
            m_context.reporter.report<DiagnosticKind::SubstitutionDefinitionCircular>({parent.line(), parent.span()});
        m_context.reporter.quote(message, rawsourceOf(m_document, parent.id()));
        replaceSelf(m_document, parent.id(), message);
        return;
    }
    const std::string_view name = m_document[reference].attribute(AttributeName::Refname);
    fail(reference,
         m_context.reporter.report<DiagnosticKind::SubstitutionReferenceCircular>(originOf(reference), name));
}

void Substituter::fail(NodeId reference, NodeId systemMessage)
{
    Problematics(m_context, systemMessage).replace(reference);
}

Place Substituter::originOf(NodeId reference) const
{
    if (const auto origin = m_origins.find(reference); origin != m_origins.end())
        return origin->second;
    return m_context.targets.placeOf(reference);
}

} // namespace

void applySubstitutions(TransformContext &context)
{
    Substituter(context).run();
}

} // namespace rst::transforms
