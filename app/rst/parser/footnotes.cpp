// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Footnotes and citations: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#footnotes

#include "rst/parser/block_parser.h"
#include "rst/text/names.h"

namespace rst {

namespace {

void appendLabel(Document &document, NodeId element, std::string_view label)
{
    const Span span = document.sources().spanOf(label);
    const NodeId node = document.append(element, NodeKind::Label, span);
    document.appendText(node, label, span);
}

} // namespace

// Body.footnote
bool BlockParser::footnote(BlockMachine &machine, std::string_view label, std::size_t markerEnd)
{
    Document &document = m_context.document;
    TargetTable &targets = m_context.targets;
    const std::ptrdiff_t first = machine.at;
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd});
    const NodeId footnote =
        document.create(NodeKind::Footnote, spanOfLines(machine, first, machine.at), machine.block.sourceLine(first));
    std::string name = fullyNormalizeName(label);
    if (name.starts_with('#')) { // auto-numbered
        name.erase(0, 1);
        document.setAttribute(footnote, AttributeName::Auto, std::int64_t{1});
        if (!name.empty())
            document.addAttribute(footnote, AttributeName::Names, document.store(name));
        targets.noteAutofootnote(footnote);
    } else if (name == "*") {
        name.clear();
        document.setAttribute(footnote, AttributeName::Auto, "*");
        targets.noteSymbolFootnote(footnote);
    } else {
        appendLabel(document, footnote, label);
        document.addAttribute(footnote, AttributeName::Names, document.store(name));
        targets.noteFootnote(footnote);
    }
    if (!name.empty())
        targets.noteExplicitTarget(footnote, footnote);
    else
        targets.setId(footnote, footnote);
    if (!block.lines.empty())
        nestedParse(block, footnote);
    add(machine, footnote);
    return block.blankFinish;
}

// Body.citation: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#citations
bool BlockParser::citation(BlockMachine &machine, std::string_view label, std::size_t markerEnd)
{
    Document &document = m_context.document;
    const std::ptrdiff_t first = machine.at;
    const IndentedBlock block = firstKnownIndentedBlock(machine, {markerEnd});
    const NodeId citation =
        document.create(NodeKind::Citation, spanOfLines(machine, first, machine.at), machine.block.sourceLine(first));
    appendLabel(document, citation, label);
    document.addAttribute(citation, AttributeName::Names, document.store(fullyNormalizeName(label)));
    m_context.targets.noteCitation(citation);
    m_context.targets.noteExplicitTarget(citation, citation);
    if (!block.lines.empty())
        nestedParse(block, citation);
    add(machine, citation);
    return block.blankFinish;
}

} // namespace rst
