// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Finding and running directives: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives

#include "rst/directives/directive.h"

#include "rst/parser/block_parser.h"
#include "rst/parser/domain_names.h"
#include "rst/text/unicode.h"

#include <utility>

namespace rst {

// Body.directive. `substitution` is the name that a substitution definition gives to the result.
bool BlockParser::directive(BlockMachine &machine, std::string_view name, std::size_t markerEnd,
                            std::string_view substitution)
{
    const std::string lowerName = toLower(name);
    if (const DirectiveSpec *spec = m_context.directives.find(lowerName))
        return runDirective(machine, *spec, name, markerEnd, substitution);
    const Place place{m_readersPlace.line, m_context.document.sources().spanOf(name)};
    const std::string standard = nameInStandardDomain(m_context, DomainElement::Directive, lowerName, place.span);
    if (const DirectiveSpec *spec = standard.empty() ? nullptr : m_context.directives.find(standard))
        return runDirective(machine, *spec, name, markerEnd, substitution);
    add(machine, m_context.reporter.report<DiagnosticKind::NoDirectiveEntry>(place, name));
    return unknownDirective(machine, name);
}

// Body.unknown_directive
bool BlockParser::unknownDirective(BlockMachine &machine, std::string_view name)
{
    const std::ptrdiff_t first = machine.at;
    const Place place{machine.lineNumber(), m_context.document.sources().spanOf(name)};
    const IndentedBlock block = firstKnownIndentedBlock(machine, {}, UntilBlank::No, StripIndent::No);
    const NodeId message = m_context.reporter.report<DiagnosticKind::UnknownDirective>(place, name);
    m_context.reporter.quote(message, joinedText(block.lines));
    add(machine, message);
    if (m_context.settings.sphinx.keepPlaceholders) { // the window shows what it does not know, instead of nothing
        const NodeId placeholder = append(machine, NodeKind::Placeholder, spanOfLines(machine, first, machine.at));
        m_context.document.setAttribute(placeholder, AttributeName::Name, m_context.document.store(name));
        m_context.document.appendText(placeholder, m_context.document.store(joinedText(block.lines)));
    }
    return block.blankFinish;
}

// Body.run_directive
bool BlockParser::runDirective(BlockMachine &machine, const DirectiveSpec &spec, std::string_view name,
                               std::size_t markerEnd, std::string_view substitution)
{
    Document &document = m_context.document;
    const std::ptrdiff_t first = machine.at;
    DirectiveContext directive{.name = spec.name,
                               .nameAsWritten = name,
                               .line = machine.lineNumber(),
                               .sourceLine = machine.sourceLine(),
                               .nameSpan = document.sources().spanOf(name),
                               .parent = machine.node,
                               .isInSubstitutionDefinition = !substitution.empty(),
                               .sectionTitles =
                                   machine.matchTitles ? SectionTitles::Allowed : SectionTitles::NotAllowed,
                               .parser = *this,
                               .context = m_context};
    const IndentedBlock block =
        firstKnownIndentedBlock(machine, {markerEnd}, UntilBlank::No, StripIndent::Yes, StripTop::No);
    directive.block = machine.block.lines.subspan(std::size_t(first), std::size_t(machine.at + 1 - first));
    directive.span = spanOfLines(machine, first, machine.at);
    directive.span.begin = std::min(directive.span.begin, directive.nameSpan.begin);
    if (!substitution.empty())
        directive.options.push_back({.name = "alt", .value = std::string(substitution)});

    const NodeId last = document[machine.node].lastChild() ? document[machine.node].lastChild().id() : NodeId::None;
    if (const BlockError error = parseDirectiveBlock(directive, spec, block)) {
        const Place place{directive.line, directive.nameSpan};
        const NodeId message = m_context.reporter.report<DiagnosticKind::DirectiveError>(place, name, *error);
        m_context.reporter.quote(message, directive.blockText());
        add(machine, message);
        return block.blankFinish;
    }
    const DirectiveContext *const outer = std::exchange(m_directive, &directive);
    spec.run(directive);
    m_directive = outer;
    noteAppended(machine, last);
    return block.blankFinish || machine.isNextLineBlank();
}

} // namespace rst
