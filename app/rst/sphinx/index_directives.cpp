// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Entries for the index, and glossaries
// (https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#glossary).

#include "rst/directives/option_converters.h"
#include "rst/sphinx/index_entries.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <iterator>

namespace rst {
namespace {

constexpr OptionSpec indexOptions[] = {{"name", options::unchanged}};

/// The entries themselves show nowhere on the page; the target before the next element does.
void runIndex(DirectiveContext &directive)
{
    Document &document = directive.document();
    const Place place{directive.line, directive.span};
    std::vector<IndexEntry> entries;
    for (const Line &line : directive.argumentLines)
        std::ranges::move(indexEntries(directive.reporter(), place, line.text), std::back_inserter(entries));
    checkIndexEntries(directive.reporter(), place, entries);
    directive.append(NodeKind::Index);
    const NodeId target = directive.append(NodeKind::Target);
    if (directive.hasOption("name")) {
        directive.addName(target);
        return;
    }
    const std::string id = std::format("index-{}", directive.context.sphinx->newSerial("index"));
    document.addAttribute(target, AttributeName::Ids, document.store(id));
    directive.targets().noteExplicitTarget(target);
}

/// One definition of a glossary and the terms before it.
struct GlossaryEntry {
    std::vector<Line> terms = {};
    std::vector<Line> definition = {};
};

/// Cuts a glossary into its entries: lines without indentation are terms, several of which may share a definition.
class GlossaryReader
{
public:
    explicit GlossaryReader(DirectiveContext &directive) noexcept : m_directive(directive) {}

    [[nodiscard]] std::vector<GlossaryEntry> read()
    {
        for (const Line &line : m_directive.content) {
            if (line.text.empty())
                takeBlank(line);
            else if (!isSpace(static_cast<unsigned char>(line.text.front())))
                takeTerm(line);
            else if (!m_isInComment)
                takeDefinition(line);
            m_wasBlank = line.text.empty();
        }
        return std::move(m_entries);
    }

private:
    template <DiagnosticKind kind>
    void complain(const Line &line)
    {
        Reporter &reporter = m_directive.reporter();
        m_directive.add(reporter.report<kind>({line.number - 1, m_directive.document().sources().spanOf(line.text)}));
    }

    void takeBlank(const Line &line)
    {
        if (m_isInDefinition && !m_entries.empty())
            m_entries.back().definition.push_back(line);
    }

    void takeTerm(const Line &line)
    {
        m_isInComment = line.text.starts_with(".. ");
        if (m_isInComment)
            return;
        if (m_isInDefinition) {
            if (!m_wasBlank)
                complain<DiagnosticKind::SphinxGlossaryBlankBefore>(line);
            m_entries.push_back({.terms = {line}});
            m_isInDefinition = false;
            return;
        }
        if (m_wasBlank)
            complain<DiagnosticKind::SphinxGlossaryBlankBetween>(line);
        if (m_entries.empty())
            complain<DiagnosticKind::SphinxGlossaryMisformatted>(line);
        else
            m_entries.back().terms.push_back(line);
    }

    void takeDefinition(const Line &line)
    {
        if (!m_isInDefinition) {
            m_isInDefinition = true;
            m_indent = line.text.size() - trimmedLeft(line.text).size();
        }
        if (m_entries.empty())
            return complain<DiagnosticKind::SphinxGlossaryMisformatted>(line);
        Line dedented = line;
        dedented.text.remove_prefix(std::min(m_indent, line.text.size()));
        m_entries.back().definition.push_back(dedented);
    }

    DirectiveContext &m_directive;
    std::vector<GlossaryEntry> m_entries;
    std::size_t m_indent = 0;
    bool m_isInDefinition = true;
    bool m_isInComment = false;
    bool m_wasBlank = true;
};

/// The term without what follows a ` : `, which only sorts the index.
std::string_view termOf(std::string_view line)
{
    const std::size_t classifier = line.find(" : ");
    return classifier == line.npos ? line : trimmedRight(line.substr(0, classifier));
}

/// A term, and its entry in the tables that `:term:` searches; the messages about its markup, detached.
std::vector<NodeId> appendTerm(DirectiveContext &directive, NodeId item, const Line &line)
{
    Document &document = directive.document();
    SphinxEnvironment &environment = *directive.context.sphinx;
    // Sphinx counts the lines of a glossary from 0.
    const std::uint32_t lineNumber = line.number - 1;
    Line termLine{.text = termOf(line.text), .number = lineNumber};
    const NodeId term = document.append(item, NodeKind::Term, document.sources().spanOf(termLine.text), lineNumber);
    const std::span<Line> lines = directive.context.lines.allocate(1);
    lines[0] = termLine;
    std::vector<NodeId> messages =
        directive.parser.inlineText({.text = termLine.text, .lines = lines}, lineNumber, term);

    const std::string text = document[term].asText();
    const std::string_view id = environment.makeId(document, directive.targets(), "term", text);
    document.addAttribute(term, AttributeName::Ids, id);
    directive.targets().noteExplicitTarget(term);
    if (!environment.objects.insert_or_assign(SphinxEnvironment::ObjectKey("term", text), id).second) {
        warn<DiagnosticKind::SphinxDuplicateObject>(directive.reporter(), {lineNumber, document[term].span()}, {},
                                                    "term", text, directive.context.settings.sphinx.docname);
    }
    environment.terms[toLower(text)] = id;
    document.append(term, NodeKind::Index);
    return messages;
}

constexpr OptionSpec glossaryOptions[] = {{"sorted", options::flag}};

void runGlossary(DirectiveContext &directive)
{
    Document &document = directive.document();
    const std::vector<GlossaryEntry> entries = GlossaryReader(directive).read();
    const NodeId glossary = directive.append(NodeKind::Glossary);
    const NodeId list = document.append(glossary, NodeKind::DefinitionList, directive.span);
    document.addAttribute(list, AttributeName::Classes, "glossary");
    if (directive.hasOption("sorted"))
        document.setAttribute(glossary, AttributeName::Sorted, "True");
    for (const GlossaryEntry &entry : entries) {
        const NodeId item = document.append(list, NodeKind::DefinitionListItem);
        std::vector<NodeId> messages;
        for (const Line &term : entry.terms)
            std::ranges::copy(appendTerm(directive, item, term), std::back_inserter(messages));
        for (const NodeId message : messages)
            document.append(item, message);
        const NodeId definition = document.append(item, NodeKind::Definition);
        if (!entry.definition.empty()) {
            directive.parser.nestedParse(entry.definition, definition, SectionTitles::NotAllowed,
                                         entry.definition.front().number);
        }
    }
}

constexpr DirectiveSpec sphinxIndexSpecs[] = {
    {.name = "index",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = indexOptions,
     .run = runIndex},
    {.name = "glossary", .hasContent = true, .options = glossaryOptions, .run = runGlossary},
};

} // namespace

std::span<const DirectiveSpec> sphinxIndexDirectives() noexcept
{
    return sphinxIndexSpecs;
}

} // namespace rst
