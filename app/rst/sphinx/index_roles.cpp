// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Roles that also make an entry of the site's index: `index`, and references to numbered papers.

#include "rst/sphinx/index_entries.h"
#include "rst/sphinx/reference_role.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <format>
#include <optional>
#include <string>

namespace rst {
namespace {

/// A number as Python's `int()` takes it, as far as such numbers go.
std::optional<std::int64_t> numberIn(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return number;
}

/// A target without and with its `#anchor`.
struct Paper {
    std::string_view number = {};
    std::string_view anchor = {};
    bool hasAnchor = false;
};

Paper paperOf(std::string_view target)
{
    const std::size_t hash = target.find('#');
    if (hash == target.npos)
        return {.number = target};
    return {.number = target.substr(0, hash), .anchor = target.substr(hash + 1), .hasAnchor = true};
}

/// `RFC 2822 Section 3` for `2822#section-3` (`_format_rfc_target`).
std::string rfcTitle(std::string_view target)
{
    const Paper paper = paperOf(target);
    const std::size_t hyphen = paper.anchor.find('-');
    const std::string_view first = paper.anchor.substr(0, hyphen);
    if (first != "appendix" && first != "page" && first != "section")
        return std::format("RFC {}", target);
    std::string part(first);
    part[0] = char(part[0] - 'a' + 'A');
    const std::string_view rest = hyphen == paper.anchor.npos ? std::string_view() : paper.anchor.substr(hyphen + 1);
    if (rest.empty())
        return std::format("RFC {} {}", paper.number, part);
    return std::format("RFC {} {} {}", paper.number, part, rest);
}

void appendPaper(RoleContext &context, const ReferenceText &given, std::string_view classes, std::string uri,
                 const Paper &paper, std::string_view ownTitle)
{
    Document &document = context.document();
    if (paper.hasAnchor)
        uri += std::format("#{}", paper.anchor);
    const NodeId reference = document.append(context.parent, NodeKind::Reference, context.span, context.line);
    document.addAttribute(reference, AttributeName::Classes, classes);
    document.setAttribute(reference, AttributeName::Refuri, document.store(uri));
    const NodeId strong = document.append(reference, NodeKind::Strong, context.span, context.line);
    document.appendText(strong, document.store(given.isExplicit ? given.title : ownTitle), context.textSpan);
}

void runPep(RoleContext &context)
{
    const ReferenceText given = referenceTextOf(context);
    const IndexTarget target = makeIndexTarget(context);
    const Paper paper = paperOf(given.target);
    const std::optional<std::int64_t> number = numberIn(paper.number);
    if (!number)
        return context.fail(context.reporter().report<DiagnosticKind::SphinxInvalidPep>(context.place(), given.target));
    target.append(context);
    appendPaper(context, given, "pep", std::format("{}pep-{:04}/", context.context.settings.pepBaseUrl, *number), paper,
                std::format("PEP {}", given.title));
}

void runRfc(RoleContext &context)
{
    const ReferenceText given = referenceTextOf(context);
    const IndexTarget target = makeIndexTarget(context);
    const Paper paper = paperOf(given.target);
    const std::optional<std::int64_t> number = numberIn(paper.number);
    if (!number)
        return context.fail(context.reporter().report<DiagnosticKind::SphinxInvalidRfc>(context.place(), given.target));
    target.append(context);
    appendPaper(context, given, "rfc", std::format("https://datatracker.ietf.org/doc/html/rfc{}.html", *number), paper,
                rfcTitle(given.target));
}

void runCve(RoleContext &context)
{
    const ReferenceText given = referenceTextOf(context);
    appendIndexTarget(context);
    const Paper paper = paperOf(given.target);
    appendPaper(context, given, "cve", std::format("https://www.cve.org/CVERecord?id=CVE-{}", paper.number), paper,
                std::format("CVE {}", given.title));
}

void runCwe(RoleContext &context)
{
    const ReferenceText given = referenceTextOf(context);
    const IndexTarget target = makeIndexTarget(context);
    const Paper paper = paperOf(given.target);
    const std::optional<std::int64_t> number = numberIn(paper.number);
    if (!number)
        return context.fail(context.reporter().report<DiagnosticKind::SphinxInvalidCwe>(context.place(), given.target));
    target.append(context);
    appendPaper(context, given, "cwe", std::format("https://cwe.mitre.org/data/definitions/{}.html", *number), paper,
                std::format("CWE {}", given.title));
}

void runIndex(RoleContext &context)
{
    const ReferenceText given = referenceTextOf(context);
    appendIndexTarget(context);
    const bool isMain = !given.isExplicit && given.target.starts_with('!');
    checkIndexEntries(context.reporter(), context.place(),
                      given.isExplicit ? indexEntries(context.reporter(), context.place(), given.target)
                                       : std::vector<IndexEntry>{{.value = std::string(given.target.substr(isMain))}});
    context.document().appendText(context.parent, isMain ? given.title.substr(1) : given.title, context.textSpan);
}

/// A short form of an address (`sphinx.ext.extlinks`): the role's name leads to its URL.
void runExternalLink(RoleContext &context)
{
    Document &document = context.document();
    const ReferenceText given = referenceTextOf(context);
    const auto &links = context.context.settings.sphinx.externalLinks;
    const auto link = std::ranges::find(links, context.role.base, &SphinxSettings::ExternalLink::name);
    if (link == links.end())
        return;
    const auto filled = [&](std::string pattern) {
        const std::size_t gap = pattern.find("%s");
        return gap == std::string::npos ? pattern + std::string(given.target) : pattern.replace(gap, 2, given.target);
    };
    const std::string uri = filled(link->url);
    std::string title(given.title);
    if (!given.isExplicit)
        title = link->caption.empty() ? uri : filled(link->caption);
    const NodeId reference = document.append(context.parent, NodeKind::Reference, context.span, context.line);
    document.addAttribute(reference, AttributeName::Classes, document.store("extlink-" + link->name));
    document.setAttribute(reference, AttributeName::Refuri, document.store(uri));
    document.appendText(reference, document.store(title), context.textSpan);
}

} // namespace

void addIndexRoles(RoleTable &table)
{
    const auto add = [&](std::string_view name, void (*run)(RoleContext &)) {
        table.add({.name = std::string(name), .run = run, .base = std::string(name)});
    };
    add("index", runIndex);
    add("pep", runPep);
    add("rfc", runRfc);
    add("cve", runCve);
    add("cwe", runCwe);
}

void addSettingsRoles(RoleTable &table, const SphinxSettings &settings)
{
    for (const SphinxSettings::ExternalLink &link : settings.externalLinks)
        table.add({.name = toLower(link.name), .run = runExternalLink, .base = link.name});
    addExtensionRoles(table, settings.extensions);
}

} // namespace rst
