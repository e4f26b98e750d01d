// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Directives that arrange what is in them, or show nothing at all
// (https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html).

#include "rst/directives/option_converters.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <set>

namespace rst {
namespace {

void runNothing(DirectiveContext &)
{
}

/// Whether its content is shown is decided when the page is written, by tags like `html`.
void runOnly(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId node = directive.append(NodeKind::Only);
    document.setAttribute(node, AttributeName::Expression, directive.argument(0));
    const auto level = directive.parser.parseWithOwnTitles(directive.content, node, directive.contentLine);
    if (!level)
        return;
    // Sections in it belong beside those of their level, not below the one that the directive stands in.
    std::int64_t depth = -2;
    for (NodeRef above = document[directive.parent]; above; above = above.parent())
        ++depth;
    NodeRef parent = document[directive.parent];
    for (std::int64_t i = depth - std::int64_t(*level) + 1; i > 0 && parent.parent(); --i)
        parent = parent.parent();
    if (parent.id() != directive.parent) {
        document.detach(node);
        document.append(parent.id(), node);
    }
}

void runCentered(DirectiveContext &directive)
{
    directive.appendTitle(directive.parent, NodeKind::Centered);
}

/// The one bullet list that the content must be; None after a warning.
template <DiagnosticKind notAList>
NodeId onlyList(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId parsed = document.create(NodeKind::Container, directive.span);
    directive.parseContent(parsed);
    const NodeRef first = document[parsed].firstChild();
    if (first && !first.next() && first.is(NodeKind::BulletList))
        return first.id();
    warn<notAList>(directive.reporter(), directive.place(), {});
    return NodeId::None;
}

constexpr OptionSpec hlistOptions[] = {{"columns", options::integer}};
constexpr std::int64_t mostColumns = 1000;

/// A list set in columns; the first ones take what is left over.
void runHlist(DirectiveContext &directive)
{
    const NodeId list = onlyList<DiagnosticKind::SphinxHlistContent>(directive);
    if (list == NodeId::None)
        return;
    Document &document = directive.document();
    const std::size_t columns = std::size_t(std::clamp<std::int64_t>(directive.number("columns", 2), 1, mostColumns));
    const std::size_t count = document[list].childCount();
    const NodeId node = directive.append(NodeKind::HList);
    for (std::size_t column = 0; column < columns; ++column) {
        const NodeId part =
            document.append(document.append(node, NodeKind::HListCol), NodeKind::BulletList, directive.span);
        const std::size_t size = count / columns + (column < count % columns ? 1 : 0);
        for (std::size_t i = 0; i < size; ++i) {
            const NodeId item = document[list].firstChild().id();
            document.detach(item);
            document.append(part, item);
        }
    }
}

void runAcks(DirectiveContext &directive)
{
    const NodeId list = onlyList<DiagnosticKind::SphinxAcksContent>(directive);
    if (list == NodeId::None)
        return;
    Document &document = directive.document();
    const NodeId acks = directive.append(NodeKind::Acks);
    document.detach(list);
    document.append(acks, list);
}

options::Result headingLevel(const std::string *text)
{
    return options::choice(text, {"1", "2", "3", "4", "5", "6"});
}

constexpr OptionSpec rubricOptions[] = {
    {"class", options::classOption},
    {"name", options::unchanged},
    {"heading-level", headingLevel},
};

void runSphinxRubric(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId rubric = directive.appendTitle(directive.parent, NodeKind::Rubric);
    document.setLine(rubric, 0); // docutils gives a rubric no line
    directive.addClasses(rubric);
    directive.addName(rubric);
    if (directive.hasOption("heading-level"))
        document.setAttribute(rubric, AttributeName::HeadingLevel, document.store(directive.text("heading-level")));
}

/// `int_or_nothing`
options::Result integerOrNothing(const std::string *text)
{
    return text == nullptr || text->empty() ? options::unchanged(text) : options::integer(text);
}

constexpr OptionSpec toctreeOptions[] = {
    {"maxdepth", options::integer},   {"name", options::unchanged},
    {"class", options::classOption},  {"caption", options::unchangedRequired},
    {"glob", options::flag},          {"hidden", options::flag},
    {"includehidden", options::flag}, {"numbered", integerOrNothing},
    {"titlesonly", options::flag},    {"reversed", options::flag},
};

bool isUri(std::string_view text)
{
    const std::size_t scheme = text.find("://");
    return scheme != text.npos && scheme > 0 && scheme + 3 < text.size();
}

void addToctreeReference(Document &document, NodeId toctree, std::string_view title, std::string_view reference)
{
    document.addAttribute(toctree, AttributeName::ToctreeEntry,
                          document.store(std::format("{}{}{}", title, '\0', reference)));
}

/// The documents that match a pattern and are not listed yet.
void addToctreePattern(DirectiveContext &directive, NodeId toctree, std::string_view pattern, Place place,
                       std::set<std::string> &listed)
{
    const SphinxSettings &settings = directive.context.settings.sphinx;
    bool isFound = false;
    for (const std::string &docname :
         settings.docnames ? settings.docnames(joinDocname(settings.docname, pattern)) : std::vector<std::string>()) {
        if (docname == settings.docname || !listed.insert(docname).second)
            continue;
        isFound = true;
        addToctreeReference(directive.document(), toctree, {}, docname);
    }
    if (!isFound && settings.knowsSite)
        warn<DiagnosticKind::SphinxToctreeGlob>(directive.reporter(), place, {}, pythonRepr(pattern));
}

/// One line of `toctree`: `Title <document>`, a document, an address, or `self`.
void addToctreeEntry(DirectiveContext &directive, NodeId toctree, const Line &line, std::set<std::string> &listed)
{
    Document &document = directive.document();
    const SphinxSettings &settings = directive.context.settings.sphinx;
    const std::string_view entry = line.text;
    std::string_view title;
    std::string_view target = entry;
    const std::size_t bracket = entry.ends_with('>') ? entry.find('<', 1) : entry.npos;
    if (bracket != entry.npos) {
        title = trimmedRight(entry.substr(0, bracket));
        target = entry.substr(bracket + 1, entry.size() - bracket - 2);
    }
    if (isUri(target) || target == "self")
        return addToctreeReference(document, toctree, title, target);
    const Place place{directive.sourceLine, document.sources().spanOf(entry)};
    if (directive.hasOption("glob") && bracket == entry.npos && target.find_first_of("*?[") != target.npos)
        return addToctreePattern(directive, toctree, target, place, listed);
    std::string docname =
        joinDocname(settings.docname, target.ends_with(".rst") ? target.substr(0, target.size() - 4) : target);
    const bool isGenerated = docname == "genindex" || docname == "modindex" || docname == "search";
    if (!isGenerated && settings.knowsSite && !(settings.findDocument && settings.findDocument(docname))) {
        return warn<DiagnosticKind::SphinxToctreeMissing>(directive.reporter(), place, "toc.not_readable",
                                                          pythonRepr(docname));
    }
    if (!listed.insert(docname).second)
        warn<DiagnosticKind::SphinxToctreeDuplicate>(directive.reporter(), place, {}, docname);
    addToctreeReference(document, toctree, title, docname);
}

/// The other way round, with what a pattern has found.
void reverseEntries(Document &document, NodeId toctree)
{
    const auto items = document[toctree].items(AttributeName::ToctreeEntry);
    const std::vector<std::string_view> entries(items.begin(), items.end());
    document.removeAttribute(toctree, AttributeName::ToctreeEntry);
    for (const std::string_view entry : entries | std::views::reverse)
        document.addAttribute(toctree, AttributeName::ToctreeEntry, entry);
}

void runToctree(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId wrapper = document.create(NodeKind::Compound, directive.span);
    document.addAttribute(wrapper, AttributeName::Classes, "toctree-wrapper");
    directive.addClasses(wrapper);
    const NodeId toctree = document.append(wrapper, NodeKind::Toctree, directive.span, directive.sourceLine);
    if (directive.hasOption("caption"))
        document.setAttribute(toctree, AttributeName::Caption, document.store(directive.text("caption")));
    if (directive.hasOption("hidden"))
        document.setAttribute(toctree, AttributeName::Hidden, "True");
    for (const std::string_view name : {"maxdepth", "numbered", "titlesonly"}) {
        if (directive.hasOption(name))
            document.addAttribute(toctree, AttributeName::OptionList,
                                  document.store(std::format("{}{}{}", name, '\0', directive.text(name))));
    }
    std::set<std::string> listed;
    for (const Line &line : directive.content) {
        if (!line.text.empty())
            addToctreeEntry(directive, toctree, line, listed);
    }
    if (directive.hasOption("reversed"))
        reverseEntries(document, toctree);
    directive.addName(wrapper);
    directive.add(wrapper);
}

/// The program whose options `option` describes from here on.
void runProgram(DirectiveContext &directive)
{
    std::string program = collapsedSpaces(trimmed(directive.argument(0)));
    std::ranges::replace(program, ' ', '-');
    directive.context.sphinx->program = program == "None" ? std::string() : program;
}

constexpr DirectiveSpec silent(std::string_view name, bool takesText)
{
    return {.name = name, .requiredArguments = 1, .finalArgumentWhitespace = takesText, .run = runNothing};
}

constexpr DirectiveSpec sphinxLayoutSpecs[] = {
    {.name = "only", .requiredArguments = 1, .finalArgumentWhitespace = true, .hasContent = true, .run = runOnly},
    {.name = "centered", .requiredArguments = 1, .finalArgumentWhitespace = true, .run = runCentered},
    {.name = "hlist", .hasContent = true, .options = hlistOptions, .run = runHlist},
    {.name = "acks", .hasContent = true, .run = runAcks},
    {.name = "rubric",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = rubricOptions,
     .run = runSphinxRubric},
    {.name = "toctree", .hasContent = true, .options = toctreeOptions, .run = runToctree},
    {.name = "program", .requiredArguments = 1, .finalArgumentWhitespace = true, .run = runProgram},
    silent("tabularcolumns", true),
    silent("sectionauthor", true),
    silent("moduleauthor", true),
    silent("codeauthor", true),
    silent("default-domain", false),
};

} // namespace

std::span<const DirectiveSpec> sphinxLayoutDirectives() noexcept
{
    return sphinxLayoutSpecs;
}

} // namespace rst
