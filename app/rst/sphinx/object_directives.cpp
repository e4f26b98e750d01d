// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Descriptions of functions, options and the like (https://www.sphinx-doc.org/en/master/usage/domains/index.html), as far
// as a post may have them. The one that every author meets is `class`: in Sphinx it is Python's, not docutils'.

#include "rst/directives/option_converters.h"
#include "rst/sphinx/doc_fields.h"
#include "rst/sphinx/signature.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <optional>
#include <string>

namespace rst {
namespace {

constexpr OptionSpec objectOptions[] = {
    {"no-index", options::flag},        {"no-index-entry", options::flag}, {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag},  {"noindex", options::flag},        {"noindexentry", options::flag},
    {"nocontentsentry", options::flag},
};

constexpr OptionSpec pythonOptions[] = {
    {"no-index", options::flag},
    {"no-index-entry", options::flag},
    {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag},
    {"noindex", options::flag},
    {"noindexentry", options::flag},
    {"nocontentsentry", options::flag},
    {"single-line-parameter-list", options::flag},
    {"single-line-type-parameter-list", options::flag},
    {"module", options::unchanged},
    {"canonical", options::unchanged},
    {"annotation", options::unchanged},
    {"final", options::flag},
    {"async", options::flag},
    {"abstractmethod", options::flag},
    {"classmethod", options::flag},
    {"staticmethod", options::flag},
    {"type", options::unchanged},
    {"value", options::unchanged},
};

constexpr OptionSpec confvalOptions[] = {
    {"no-index", options::flag},       {"no-index-entry", options::flag},    {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag}, {"type", options::unchangedRequired}, {"default", options::unchangedRequired},
};

/// The type of object in a directive's name, without its domain.
std::string_view typeOf(const DirectiveContext &directive)
{
    const std::size_t colon = directive.name.find(':');
    return colon == directive.name.npos ? directive.name : directive.name.substr(colon + 1);
}

/// The signatures: one a line; a backslash at its end joins a line with the next.
std::vector<std::string_view> signaturesOf(DirectiveContext &directive)
{
    std::string text(directive.argument(0));
    for (std::size_t at = text.find("\\\n"); at != std::string::npos; at = text.find("\\\n", at))
        text.erase(at, 2);
    std::vector<std::string_view> signatures;
    for (std::string_view rest = directive.document().store(text);;) {
        const std::size_t end = rest.find('\n');
        signatures.push_back(trimmed(rest.substr(0, end)));
        if (end == rest.npos)
            return signatures;
        rest.remove_prefix(end + 1);
    }
}

/// The list that a description is, with its classes, and the index entry before it.
NodeId appendDescription(DirectiveContext &directive, std::string_view domain)
{
    Document &document = directive.document();
    directive.append(NodeKind::Index);
    const NodeId description = directive.append(NodeKind::DefinitionList);
    document.setAttribute(description, AttributeName::ObjectType, "desc");
    if (!domain.empty())
        document.addAttribute(description, AttributeName::Classes, domain);
    const std::string_view type = typeOf(directive);
    const bool isMethod = type == "classmethod" || type == "staticmethod"; // which Sphinx reads as options of a method
    document.addAttribute(description, AttributeName::Classes, isMethod ? "method" : document.store(type));
    return description;
}

NodeId appendContent(DirectiveContext &directive, NodeId description)
{
    Document &document = directive.document();
    const NodeId content = document.append(description, NodeKind::Definition);
    document.setAttribute(content, AttributeName::ObjectType, "desc_content");
    directive.parser.nestedParse(directive.content, content, SectionTitles::Allowed, directive.contentLine);
    return content;
}

/// Gives the signature its id and makes it known to references.
void noteObject(DirectiveContext &directive, NodeId signature, std::string_view table, std::string_view name,
                std::string_view id)
{
    Document &document = directive.document();
    SphinxEnvironment &environment = *directive.context.sphinx;
    document.addAttribute(signature, AttributeName::Ids, id);
    directive.targets().noteExplicitTarget(signature);
    const SphinxEnvironment::ObjectKey key{std::string(table), std::string(name)};
    if (environment.objects.insert_or_assign(key, id).second)
        return;
    const std::string &docname = directive.context.settings.sphinx.docname;
    const Place place{directive.line, directive.argumentSpan(0)};
    if (table == "py")
        warn<DiagnosticKind::SphinxDuplicatePython>(directive.reporter(), place, {}, name, docname);
    else
        warn<DiagnosticKind::SphinxDuplicateObject>(directive.reporter(), place, {}, table, name, docname);
}

bool isIndexed(const DirectiveContext &directive)
{
    return !directive.hasOption("no-index") && !directive.hasOption("noindex");
}

// Python.

/// What stands before the name of a Python object.
std::string_view pythonPrefix(const DirectiveContext &directive)
{
    const std::string_view type = typeOf(directive);
    if (type == "class")
        return directive.hasOption("final") ? "final class" : "class";
    if (type == "exception")
        return directive.hasOption("final") ? "final exception" : "exception";
    if (type == "classmethod" || (type == "method" && directive.hasOption("classmethod")))
        return "classmethod";
    if (type == "staticmethod" || (type == "method" && directive.hasOption("staticmethod")))
        return "static";
    if (type == "property")
        return directive.hasOption("abstractmethod") ? "abstract property" : "property";
    if (directive.hasOption("async"))
        return "async";
    if (type == "method" && directive.hasOption("abstractmethod"))
        return "abstractmethod";
    return {};
}

bool takesArguments(std::string_view type)
{
    return type == "function" || type == "method" || type == "classmethod" || type == "staticmethod";
}

/// One Python signature; the full name of the object, empty for a text that is none (`PyObject.handle_signature`).
std::string appendPythonSignature(DirectiveContext &directive, NodeId description, std::string_view text)
{
    Document &document = directive.document();
    const SphinxEnvironment &environment = *directive.context.sphinx;
    Signature signature(document, description, directive.argumentSpan(0), directive.line);
    document.addAttribute(signature.node(), AttributeName::Classes, "py");
    const std::optional<PythonSignature> parts = parsePythonSignature(text);
    if (!parts) {
        signature.addName(text);
        return {};
    }
    std::string_view prefix = parts->prefix;
    std::string fullName = std::string(prefix) + std::string(parts->name);
    const bool isInClass = !environment.pyClasses.empty();
    if (isInClass) {
        const std::string &outer = environment.pyClasses.back();
        if (prefix.starts_with(outer + "."))
            prefix.remove_prefix(outer.size() + 1);
        else
            fullName = outer + "." + fullName;
    }
    if (const std::string_view keyword = pythonPrefix(directive); !keyword.empty())
        signature.addPrefix(keyword);
    const std::string module = directive.hasOption("module") ? directive.text("module") : environment.pyModule;
    if (!prefix.empty())
        signature.addAddedName(prefix);
    else if (!module.empty() && !isInClass)
        signature.addAddedName(module + ".");
    signature.addName(parts->name);
    if (!parts->arguments.empty())
        signature.addPythonParameters(parts->arguments);
    else if (takesArguments(typeOf(directive)))
        signature.addEmptyParameters();
    if (!parts->returns.empty())
        signature.addPythonReturn(parts->returns);
    const std::string_view type = typeOf(directive);
    if (type == "attribute" || type == "data" || type == "property") {
        if (directive.hasOption("type"))
            signature.addPropertyType(directive.text("type"));
        if (type != "property" && directive.hasOption("value"))
            signature.addPropertyValue(directive.text("value"));
    }
    if (directive.hasOption("annotation"))
        signature.addAnnotation(directive.text("annotation"));
    if (isIndexed(directive)) {
        const std::string name = module.empty() ? fullName : module + "." + fullName;
        const std::string_view id = directive.context.sphinx->makeId(document, directive.targets(), {}, name);
        noteObject(directive, signature.node(), "py", name, id);
    }
    return fullName;
}

void runPythonObject(DirectiveContext &directive)
{
    const NodeId description = appendDescription(directive, "py");
    std::string last;
    for (const std::string_view text : signaturesOf(directive)) {
        if (const std::string name = appendPythonSignature(directive, description, text); !name.empty())
            last = name;
    }
    SphinxEnvironment &environment = *directive.context.sphinx;
    const bool nests = (typeOf(directive) == "class" || typeOf(directive) == "exception") && !last.empty();
    if (nests)
        environment.pyClasses.push_back(last);
    const NodeId content = appendContent(directive, description);
    if (nests)
        environment.pyClasses.pop_back();
    transformDocFields(directive.document(), content);
}

void runPythonModule(DirectiveContext &directive)
{
    SphinxEnvironment &environment = *directive.context.sphinx;
    Document &document = directive.document();
    environment.pyModule = trimmed(directive.argument(0));
    const NodeId parsed = document.create(NodeKind::Container, directive.span);
    directive.parser.nestedParse(directive.content, parsed, SectionTitles::Allowed, directive.contentLine);
    if (isIndexed(directive)) {
        const NodeId target = directive.append(NodeKind::Target);
        const std::string_view id = environment.makeId(document, directive.targets(), "module", environment.pyModule);
        noteObject(directive, target, "py", environment.pyModule, id);
        directive.append(NodeKind::Index);
    }
    document.moveChildren(parsed, directive.parent);
}

void runCurrentModule(DirectiveContext &directive)
{
    const std::string_view module = trimmed(directive.argument(0));
    directive.context.sphinx->pyModule = module == "None" ? std::string_view() : module;
}

// The standard domain, and descriptions of anything.

/// `Type` and `Default` of a configuration value.
void prependValueField(DirectiveContext &directive, NodeId list, std::string_view name, std::string_view option)
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

void runConfval(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId description = appendDescription(directive, "std");
    for (const std::string_view text : signaturesOf(directive)) {
        Signature signature(document, description, directive.argumentSpan(0), directive.line);
        document.addAttribute(signature.node(), AttributeName::Classes, "std");
        signature.addName(text);
        const std::string name = collapsedSpaces(text);
        if (isIndexed(directive)) {
            const std::string_view id =
                directive.context.sphinx->makeId(document, directive.targets(), "confval", name);
            noteObject(directive, signature.node(), "confval", name, id);
        }
    }
    const NodeId content = appendContent(directive, description);
    const NodeId list = document.create(NodeKind::FieldList);
    prependValueField(directive, list, "Type", "type");
    prependValueField(directive, list, "Default", "default");
    if (document[list].hasChildren())
        document.prepend(content, list);
}

void runEnvvar(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId description = appendDescription(directive, "std");
    for (const std::string_view text : signaturesOf(directive)) {
        Signature signature(document, description, directive.argumentSpan(0), directive.line);
        document.addAttribute(signature.node(), AttributeName::Classes, "std");
        signature.addName(text);
        const std::string name = collapsedSpaces(text);
        if (isIndexed(directive)) {
            const std::string_view id = directive.context.sphinx->makeId(document, directive.targets(), "envvar", name);
            noteObject(directive, signature.node(), "envvar", name, id);
        }
    }
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

// reStructuredText.

void runMarkupObject(DirectiveContext &directive)
{
    Document &document = directive.document();
    const std::string_view type = typeOf(directive);
    const NodeId description = appendDescription(directive, "rst");
    for (const std::string_view text : signaturesOf(directive)) {
        Signature signature(document, description, directive.argumentSpan(0), directive.line);
        document.addAttribute(signature.node(), AttributeName::Classes, "rst");
        std::string name(text);
        if (type == "role") {
            signature.addName(std::format(":{}:", text));
        } else {
            std::string_view directiveName = trimmed(text);
            std::string arguments;
            if (directiveName.starts_with(".."))
                directiveName = trimmedLeft(directiveName.substr(2));
            if (const std::size_t colons = directiveName.find("::"); colons != directiveName.npos) {
                arguments = directiveName.substr(colons + 2);
                directiveName = trimmedRight(directiveName.substr(0, colons));
            }
            name = directiveName;
            signature.addName(std::format(".. {}::", name));
            if (!trimmed(arguments).empty())
                signature.addAddedName(arguments.starts_with(' ') ? arguments : " " + arguments);
        }
        if (isIndexed(directive)) {
            const std::string_view id = directive.context.sphinx->makeId(document, directive.targets(), type, name);
            noteObject(directive, signature.node(), document.store(std::format("rst:{}", type)), name, id);
        }
    }
    appendContent(directive, description);
}

constexpr DirectiveSpec object(std::string_view name, void (*run)(DirectiveContext &),
                               std::span<const OptionSpec> specOptions = objectOptions)
{
    return {.name = name,
            .requiredArguments = 1,
            .finalArgumentWhitespace = true,
            .hasContent = true,
            .options = specOptions,
            .run = run};
}

constexpr OptionSpec moduleOptions[] = {
    {"platform", options::unchanged},  {"synopsis", options::unchanged},   {"no-index", options::flag},
    {"noindex", options::flag},        {"deprecated", options::flag},      {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag}, {"nocontentsentry", options::flag},
};

constexpr DirectiveSpec sphinxObjectSpecs[] = {
    // Python's domain is the default one: its directives need no prefix.
    object("class", runPythonObject, pythonOptions),
    object("exception", runPythonObject, pythonOptions),
    object("function", runPythonObject, pythonOptions),
    object("data", runPythonObject, pythonOptions),
    object("method", runPythonObject, pythonOptions),
    object("classmethod", runPythonObject, pythonOptions),
    object("staticmethod", runPythonObject, pythonOptions),
    object("attribute", runPythonObject, pythonOptions),
    object("property", runPythonObject, pythonOptions),
    object("py:class", runPythonObject, pythonOptions),
    object("py:exception", runPythonObject, pythonOptions),
    object("py:function", runPythonObject, pythonOptions),
    object("py:data", runPythonObject, pythonOptions),
    object("py:method", runPythonObject, pythonOptions),
    object("py:classmethod", runPythonObject, pythonOptions),
    object("py:staticmethod", runPythonObject, pythonOptions),
    object("py:attribute", runPythonObject, pythonOptions),
    object("py:property", runPythonObject, pythonOptions),
    {.name = "module", .requiredArguments = 1, .hasContent = true, .options = moduleOptions, .run = runPythonModule},
    {.name = "py:module", .requiredArguments = 1, .hasContent = true, .options = moduleOptions, .run = runPythonModule},
    {.name = "currentmodule", .requiredArguments = 1, .run = runCurrentModule},
    {.name = "py:currentmodule", .requiredArguments = 1, .run = runCurrentModule},
    object("confval", runConfval, confvalOptions),
    object("std:confval", runConfval, confvalOptions),
    object("envvar", runEnvvar),
    object("std:envvar", runEnvvar),
    object("option", runOption),
    object("cmdoption", runOption),
    object("std:option", runOption),
    object("describe", runDescribe),
    object("object", runDescribe),
    object("rst:directive", runMarkupObject),
    object("rst:role", runMarkupObject),
};

} // namespace

std::span<const DirectiveSpec> sphinxObjectDirectives() noexcept
{
    return sphinxObjectSpecs;
}

} // namespace rst
