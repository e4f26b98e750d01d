// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace rst::transforms {

namespace {

/// Numbers footnotes and ties them and citations to their references
/// (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#footnotes).
class FootnoteNumbering
{
public:
    explicit FootnoteNumbering(TransformContext &context)
        : m_document(context.document)
        , m_targets(context.targets)
        , m_context(context)
    {
    }

    void run()
    {
        numberFootnotes();
        numberReferences();
        symbolizeFootnotes();
        symbolizeReferences();
        resolveLabels(m_targets.footnotes, m_targets.footnoteReferences);
        resolveLabels(m_targets.citations, m_targets.citationReferences);
    }

private:
    void numberFootnotes();
    void numberReferences();
    void symbolizeFootnotes();
    void symbolizeReferences();
    void resolveLabels(const std::vector<NodeId> &notes, const TargetTable::ReferencesByName &references);
    void addLabel(NodeId footnote, std::string_view label);
    void tie(NodeId reference, NodeId footnote);
    [[nodiscard]] std::string_view idOf(NodeId node) const { return m_document[node].attribute(AttributeName::Ids); }

    Document &m_document;
    TargetTable &m_targets;
    TransformContext &m_context;
    std::vector<std::string_view> m_labels; // of the footnotes that have a number only
    std::vector<std::string_view> m_symbols;
    std::vector<std::string_view> m_backrefs; // to be added to a footnote at once
};

void FootnoteNumbering::addLabel(NodeId footnote, std::string_view label)
{
    const NodeId element = m_document.create(NodeKind::Label);
    m_document.appendText(element, label);
    m_document.prepend(footnote, element);
}

void FootnoteNumbering::tie(NodeId reference, NodeId footnote)
{
    m_document.setAttribute(reference, AttributeName::Refid, idOf(footnote));
    m_targets.noteRefid(reference);
}

/// Footnotes with a number take the numbers that no label has, in order; one with a name gives its number to its references.
void FootnoteNumbering::numberFootnotes()
{
    for (const NodeId footnote : m_targets.autofootnotes) {
        std::string number;
        do {
            number = std::to_string(m_targets.autofootnoteStart++);
        } while (m_targets.byName(number) != nullptr);
        const std::string_view label = m_document.store(number);
        addLabel(footnote, label);

        m_backrefs.clear();
        for (const std::string_view name : itemsOf(m_document, footnote, AttributeName::Names)) {
            const auto *found = m_targets.footnoteReferences.find(name);
            if (found == nullptr)
                continue;
            for (const NodeId reference : found->value) {
                m_document.appendText(reference, label);
                m_backrefs.push_back(idOf(reference));
                m_document.replaceAttribute(reference, AttributeName::Refname, AttributeName::Refid, idOf(footnote));
                m_targets.noteRefid(reference);
                m_document.setResolved(reference);
            }
        }
        m_document.addAttributes(footnote, AttributeName::Backrefs, m_backrefs);
        const NodeRef node = m_document[footnote];
        if (!node.hasAttribute(AttributeName::Names) && !node.hasAttribute(AttributeName::Dupnames)) {
            m_document.addAttribute(footnote, AttributeName::Names, label);
            m_targets.noteExplicitTarget(footnote, footnote);
            m_labels.push_back(label);
        }
    }
}

/// References without a name take the numbers of the footnotes without a name, one to one in their order.
void FootnoteNumbering::numberReferences()
{
    std::size_t next = 0;
    const std::vector<NodeId> &references = m_targets.autofootnoteReferences;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const NodeId reference = references[i];
        if (m_document[reference].isResolved() || m_document[reference].hasAttribute(AttributeName::Refid))
            continue;
        if (next == m_labels.size()) {
            const NodeId message = m_context.reporter.report<DiagnosticKind::TooFewAutonumberedFootnotes>(
                m_targets.placeOf(reference), m_labels.size());
            Problematics problematics(m_context, message);
            for (; i < references.size(); ++i) {
                const NodeRef left = m_document[references[i]];
                if (!left.isResolved() && !left.hasAttribute(AttributeName::Refname))
                    problematics.replace(left.id());
            }
            return;
        }
        const std::string_view label = m_labels[next++];
        m_document.appendText(reference, label);
        const NodeId footnote = m_targets.byId(m_targets.byName(label)->id);
        tie(reference, footnote);
        m_document.addAttribute(footnote, AttributeName::Backrefs, idOf(reference));
        m_document.setResolved(reference);
    }
}

/// `[*]` footnotes take typographers' signs; after the last sign the signs double, and so on.
///
/// DEVIATION: up to a hundred of them, or the text of all signs grows with the square of the number of footnotes.
void FootnoteNumbering::symbolizeFootnotes()
{
    constexpr std::array<std::string_view, 10> signs{"*", "†", "‡", "§", "¶", "#", "♠", "♥", "♦", "♣"};
    for (const NodeId footnote : m_targets.symbolFootnotes) {
        const std::size_t number = m_targets.symbolFootnoteStart++;
        std::string symbol;
        for (std::size_t i = 0; i <= std::min(number / signs.size(), std::size_t(99)); ++i)
            symbol += signs[number % signs.size()];
        m_symbols.push_back(m_document.store(symbol));
        addLabel(footnote, m_symbols.back());
        m_targets.setId(footnote);
    }
}

void FootnoteNumbering::symbolizeReferences()
{
    const std::vector<NodeId> &references = m_targets.symbolFootnoteReferences;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const NodeId reference = references[i];
        if (i == m_symbols.size()) {
            const NodeId message = m_context.reporter.report<DiagnosticKind::TooFewSymbolFootnotes>(
                m_targets.placeOf(reference), m_symbols.size());
            Problematics problematics(m_context, message);
            for (; i < references.size(); ++i) {
                const NodeRef left = m_document[references[i]];
                if (!left.isResolved() && !left.hasAttribute(AttributeName::Refid))
                    problematics.replace(left.id());
            }
            return;
        }
        m_document.appendText(reference, m_symbols[i]);
        const NodeId footnote = m_targets.symbolFootnotes[i];
        tie(reference, footnote);
        m_document.addAttribute(footnote, AttributeName::Backrefs, idOf(reference));
    }
}

/// Footnotes and citations whose label the author wrote.
void FootnoteNumbering::resolveLabels(const std::vector<NodeId> &notes, const TargetTable::ReferencesByName &references)
{
    for (const NodeId note : notes) {
        for (const std::string_view label : itemsOf(m_document, note, AttributeName::Names)) {
            const auto *found = references.find(label);
            if (found == nullptr)
                continue;
            m_backrefs.clear();
            for (const NodeId reference : found->value) {
                if (m_document[reference].isResolved())
                    continue;
                m_document.replaceAttribute(reference, AttributeName::Refname, AttributeName::Refid, idOf(note));
                m_backrefs.push_back(idOf(reference));
                m_document.setResolved(reference);
            }
            m_document.addAttributes(note, AttributeName::Backrefs, m_backrefs);
            m_document.setResolved(note);
        }
    }
}

} // namespace

void applyFootnotes(TransformContext &context)
{
    FootnoteNumbering(context).run();
}

} // namespace rst::transforms
