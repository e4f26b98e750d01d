// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/option_converters.h"
#include "rst/parser/pep_rfc_reference.h"
#include "rst/roles/role.h"

#include <algorithm>
#include <string>

// https://docutils.sourceforge.io/docs/ref/rst/roles.html

namespace rst {

namespace {

/// A role that wraps the text in an element, and no more.
template <NodeKind kind>
void runGenericRole(RoleContext &use)
{
    use.appendElement(kind);
}

/// An element that holds the text as written, escapes and all.
NodeId appendRawText(RoleContext &use, NodeKind kind)
{
    const NodeId element = use.document().append(use.parent, kind, use.span);
    use.document().appendText(element, use.text, use.textSpan);
    return element;
}

void addClasses(RoleContext &use, NodeId element)
{
    for (const std::string &name : use.role.classes)
        use.document().addAttribute(element, AttributeName::Classes, use.document().store(name));
}

void runMathRole(RoleContext &use)
{
    addClasses(use, appendRawText(use, NodeKind::Math));
}

void runCodeRole(RoleContext &use)
{
    const NodeId literal = appendRawText(use, NodeKind::Literal);
    use.document().addAttribute(literal, AttributeName::Classes, "code");
    addClasses(use, literal);
    const std::string &language = use.role.language;
    if (!language.empty() && language != "code" && !std::ranges::contains(use.role.classes, language))
        use.document().addAttribute(literal, AttributeName::Classes, use.document().store(language));
}

void runRawRole(RoleContext &use)
{
    if (!use.context.settings.rawEnabled) {
        use.fail(use.reporter().report<DiagnosticKind::RawRolesDisabled>({use.reporter().currentLine(), use.span}));
        return;
    }
    if (!use.role.format) {
        use.fail(use.reporter().report<DiagnosticKind::RawRoleWithoutFormat>(use.place(), use.name));
        return;
    }
    const NodeId raw = appendRawText(use, NodeKind::Raw);
    addClasses(use, raw);
    use.document().setAttribute(raw, AttributeName::Format, use.document().store(*use.role.format));
    use.document().setAttribute(raw, AttributeName::XmlSpace, "preserve");
    use.document().setLine(raw, use.line);
}

void appendReference(RoleContext &use, std::string_view text, const std::string &uri)
{
    const NodeId reference = use.document().append(use.parent, NodeKind::Reference, use.span);
    use.document().setAttribute(reference, AttributeName::Refuri, use.document().store(uri));
    use.document().setAttribute(reference, AttributeName::Rawsource, use.rawtext);
    addClasses(use, reference);
    use.document().appendText(reference, use.document().store(text), use.textSpan);
}

void runPepReference(RoleContext &use)
{
    const std::string_view text = use.unescapedText();
    const auto number = options::pythonInt(text);
    if (!number || *number < 0 || *number > 9999) {
        use.fail(use.reporter().report<DiagnosticKind::InvalidPepNumber>(use.place(), text));
        return;
    }
    appendReference(use, "PEP " + std::string(text), pepUri(use.context.settings, std::to_string(*number)));
}

void runRfcReference(RoleContext &use)
{
    const std::string_view text = use.unescapedText();
    const std::size_t hash = text.find('#');
    const auto number = options::pythonInt(text.substr(0, hash));
    if (!number || *number < 1) {
        use.fail(use.reporter().report<DiagnosticKind::InvalidRfcNumber>(use.place(), text));
        return;
    }
    std::string uri = rfcUri(use.context.settings, std::to_string(*number));
    if (hash != std::string_view::npos)
        uri += text.substr(hash);
    appendReference(use, "RFC " + std::to_string(*number), uri);
}

/// The roles that docutils names but never implemented.
void runUnimplemented(RoleContext &use)
{
    use.fail(use.reporter().report<DiagnosticKind::RoleNotImplemented>(use.place(), use.name));
}

constexpr OptionSpec classOptions[] = {{"class", options::classOption}};
constexpr OptionSpec codeRoleOptions[] = {{"language", options::unchanged}, {"class", options::classOption}};
constexpr OptionSpec rawRoleOptions[] = {{"format", options::unchanged}, {"class", options::classOption}};

struct StandardRole {
    std::string_view name = {};
    void (*run)(RoleContext &) = nullptr;
    std::span<const OptionSpec> options = classOptions;
};

constexpr StandardRole standard[] = {
    {"abbreviation", runGenericRole<NodeKind::Abbreviation>},
    {"acronym", runGenericRole<NodeKind::Acronym>},
    {"emphasis", runGenericRole<NodeKind::Emphasis>},
    {"literal", runGenericRole<NodeKind::Literal>},
    {"strong", runGenericRole<NodeKind::Strong>},
    {"subscript", runGenericRole<NodeKind::Subscript>},
    {"superscript", runGenericRole<NodeKind::Superscript>},
    {"title-reference", runGenericRole<NodeKind::TitleReference>},
    {"code", runCodeRole, codeRoleOptions},
    {"math", runMathRole},
    {"raw", runRawRole, rawRoleOptions},
    {"pep-reference", runPepReference},
    {"rfc-reference", runRfcReference},
    {"index", runUnimplemented},
    {"anonymous-reference", runUnimplemented},
    {"citation-reference", runUnimplemented},
    {"footnote-reference", runUnimplemented},
    {"named-reference", runUnimplemented},
    {"substitution-reference", runUnimplemented},
    {"uri-reference", runUnimplemented},
    {"target", runUnimplemented},
    {"restructuredtext-unimplemented-role", runUnimplemented},
};

struct RoleAlias {
    std::string_view name = {};
    std::string_view canonical = {};
};

constexpr RoleAlias aliases[] = {
    {"ab", "abbreviation"}, {"ac", "acronym"},        {"pep", "pep-reference"},     {"rfc", "rfc-reference"},
    {"sub", "subscript"},   {"sup", "superscript"},   {"title", "title-reference"}, {"t", "title-reference"},
    {"i", "index"},         {"uri", "uri-reference"}, {"url", "uri-reference"},
};

} // namespace

RoleTable standardRoles()
{
    RoleTable table;
    for (const StandardRole &role : standard) {
        const std::string name(role.name);
        table.add({.name = name,
                   .run = role.run,
                   .options = role.options,
                   .isListed = name != "restructuredtext-unimplemented-role",
                   .base = name});
    }
    for (const RoleAlias &alias : aliases)
        table.addAlias(std::string(alias.name), std::string(alias.canonical));
    return table;
}

} // namespace rst
