// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The descriptions of the standard domain: configuration values, environment variables, options, anything
// (https://www.sphinx-doc.org/en/master/usage/domains/standard.html).

#include "rst/sphinx/object_description.h"
#include "rst/sphinx/signature.h"
#include "rst/sphinx/site_words.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <string>

namespace rst {
namespace sphinx {
namespace {

constexpr OptionSpec confvalOptions[] = {
    {"no-index", options::flag},       {"no-index-entry", options::flag},    {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag}, {"type", options::unchangedRequired}, {"default", options::unchangedRequired},
};

/// `Type` and `Default` of a configuration value.
void appendValueField(DirectiveContext &directive, NodeId list, std::string_view name, std::string_view option)
{
    const Option *const given = directive.option(option);
    if (given == nullptr)
        return;
    Document &document = directive.document();
    const NodeId field = document.append(list, NodeKind::Field);
    document.appendText(document.append(field, NodeKind::FieldName), name);
    const NodeId body = document.append(field, NodeKind::FieldBody);
    for (const NodeId message : directive.parser.inlineText(directive.optionText(*given), directive.line, body))
        document.append(list, message);
}

/// Signatures that are a name and nothing else, known to references of this type.
void appendNames(DirectiveContext &directive, NodeId description, std::string_view type)
{
    Document &document = directive.document();
    for (const std::string_view text : signaturesOf(directive)) {
        Signature signature(document, description, directive.argumentSpan(0), directive.line);
        document.addAttribute(signature.node(), AttributeName::Classes, "std");
        signature.addName(text);
        if (!isIndexed(directive))
            continue;
        const std::string name = collapsedSpaces(text);
        const std::string_view id = directive.context.sphinx->makeId(document, directive.targets(), type, name);
        noteObject(directive, signature.node(), type, name, id);
    }
}

void runConfval(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId description = appendDescription(directive, "std");
    appendNames(directive, description, "confval");
    const NodeId content = appendContent(directive, description);
    const NodeId list = document.create(NodeKind::FieldList);
    const std::string_view language = directive.context.settings.sphinx.language;
    appendValueField(directive, list, siteWord(SiteWord::Type, language), "type");
    appendValueField(directive, list, siteWord(SiteWord::Default, language), "default");
    if (document[list].hasChildren())
        document.prepend(content, list);
}

void runEnvvar(DirectiveContext &directive)
{
    const NodeId description = appendDescription(directive, "std");
    appendNames(directive, description, "envvar");
    appendContent(directive, description);
}

/// `-o FILE, --output=FILE` (`Cmdoption.handle_signature`).
void appendOptionSignature(DirectiveContext &directive, NodeId description, std::string_view text)
{
    Document &document = directive.document();
    SphinxEnvironment &environment = *directive.context.sphinx;
    Signature signature(document, description, directive.argumentSpan(0), directive.line);
    document.addAttribute(signature.node(), AttributeName::Classes, "std");
    std::vector<std::string_view> names;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t comma = rest.find(", ");
        const std::string_view part = trimmed(rest.substr(0, comma));
        rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 2);
        const std::size_t end = std::min(part.find_first_of("= \t", 1), part.size());
        if (part.empty() || part.front() == '=')
            continue;
        std::string_view name = part.substr(0, end);
        std::string arguments(part.substr(end));
        if (name.size() > 1 && name.ends_with('[') && arguments.ends_with(']')) {
            name.remove_suffix(1);
            arguments.insert(0, 1, '[');
        }
        if (!names.empty())
            signature.addAddedName(", ");
        signature.addName(name);
        signature.addAddedName(arguments);
        names.push_back(name);
    }
    if (names.empty()) {
        signature.addName(text);
        return;
    }
    if (!isIndexed(directive))
        return;
    for (const std::string_view name : names) {
        std::string prefix = "cmdoption";
        if (!environment.program.empty())
            prefix += "-" + environment.program;
        if (!name.starts_with('-') && !name.starts_with('/'))
            prefix += "-arg";
        document.addAttribute(signature.node(), AttributeName::Ids,
                              environment.makeId(document, directive.targets(), prefix, name));
    }
    directive.targets().noteExplicitTarget(signature.node());
    const std::string_view id = document[signature.node()].attribute(AttributeName::Ids);
    for (const std::string_view name : names)
        environment.programOptions.emplace(SphinxEnvironment::ObjectKey{environment.program, std::string(name)}, id);
}

void runOption(DirectiveContext &directive)
{
    const NodeId description = appendDescription(directive, "std");
    for (const std::string_view text : signaturesOf(directive))
        appendOptionSignature(directive, description, text);
    appendContent(directive, description);
}

void runDescribe(DirectiveContext &directive)
{
    const NodeId description = appendDescription(directive, {});
    for (const std::string_view text : signaturesOf(directive))
        Signature(directive.document(), description, directive.argumentSpan(0), directive.line).addName(text);
    appendContent(directive, description);
}

constexpr DirectiveSpec standardDomainSpecs[] = {
    objectDirective("confval", runConfval, confvalOptions),
    objectDirective("std:confval", runConfval, confvalOptions),
    objectDirective("envvar", runEnvvar),
    objectDirective("std:envvar", runEnvvar),
    objectDirective("option", runOption),
    objectDirective("cmdoption", runOption),
    objectDirective("std:option", runOption),
    objectDirective("describe", runDescribe),
    objectDirective("object", runDescribe),
};

} // namespace
} // namespace sphinx

std::span<const DirectiveSpec> sphinxStandardDirectives() noexcept
{
    return sphinx::standardDomainSpecs;
}

} // namespace rst
