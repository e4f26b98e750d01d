// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The directives of Python's domain. The one that every author meets is `class`: in Sphinx it is Python's, not docutils'
// (https://www.sphinx-doc.org/en/master/usage/domains/python.html).

#include "rst/sphinx/doc_fields.h"
#include "rst/sphinx/object_description.h"
#include "rst/sphinx/signature.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

#include <optional>
#include <string>

namespace rst {
namespace sphinx {
namespace {

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

constexpr OptionSpec moduleOptions[] = {
    {"platform", options::unchanged},  {"synopsis", options::unchanged},   {"no-index", options::flag},
    {"noindex", options::flag},        {"deprecated", options::flag},      {"no-contents-entry", options::flag},
    {"no-typesetting", options::flag}, {"nocontentsentry", options::flag},
};

/// What stands before the name of a Python object (`get_signature_prefix`).
std::string pythonPrefix(const DirectiveContext &directive)
{
    std::string prefix;
    const auto add = [&prefix](bool isWanted, std::string_view word) {
        if (isWanted)
            prefix.append(prefix.empty() ? "" : " ").append(word);
    };
    const std::string_view type = typeOf(directive);
    const bool isMethod = type == "method", isProperty = type == "property";
    const bool isClass = type == "class" || type == "exception";
    add((isMethod || isClass) && directive.hasOption("final"), "final");
    add((isMethod || isProperty) && directive.hasOption("abstractmethod"), "abstract");
    add(!isProperty && !isClass && directive.hasOption("async"), "async");
    add(type == "classmethod" || (isMethod && directive.hasOption("classmethod")), "classmethod");
    add(type == "staticmethod" || (isMethod && directive.hasOption("staticmethod")), "static");
    add(isProperty && directive.hasOption("classmethod"), "class");
    add(isProperty || isClass, type);
    return prefix;
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
    if (const std::string keyword = pythonPrefix(directive); !keyword.empty())
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
        directive.context.sphinx->pyTypes[name] = typeOf(directive);
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
    const NodeId content = appendParsedContent(directive, description);
    if (nests)
        environment.pyClasses.pop_back();
    transformDocFields(directive.document(), content, directive.context.settings.sphinx.language);
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
        environment.pyTypes[environment.pyModule] = "module";
        directive.append(NodeKind::Index);
    }
    document.moveChildren(parsed, directive.parent);
}

void runCurrentModule(DirectiveContext &directive)
{
    const std::string_view module = trimmed(directive.argument(0));
    directive.context.sphinx->pyModule = module == "None" ? std::string_view() : module;
}

constexpr DirectiveSpec pythonDomainSpecs[] = {
    // Python's domain is the default one: its directives need no prefix.
    objectDirective("class", runPythonObject, pythonOptions),
    objectDirective("exception", runPythonObject, pythonOptions),
    objectDirective("function", runPythonObject, pythonOptions),
    objectDirective("data", runPythonObject, pythonOptions),
    objectDirective("method", runPythonObject, pythonOptions),
    objectDirective("classmethod", runPythonObject, pythonOptions),
    objectDirective("staticmethod", runPythonObject, pythonOptions),
    objectDirective("attribute", runPythonObject, pythonOptions),
    objectDirective("property", runPythonObject, pythonOptions),
    objectDirective("py:class", runPythonObject, pythonOptions),
    objectDirective("py:exception", runPythonObject, pythonOptions),
    objectDirective("py:function", runPythonObject, pythonOptions),
    objectDirective("py:data", runPythonObject, pythonOptions),
    objectDirective("py:method", runPythonObject, pythonOptions),
    objectDirective("py:classmethod", runPythonObject, pythonOptions),
    objectDirective("py:staticmethod", runPythonObject, pythonOptions),
    objectDirective("py:attribute", runPythonObject, pythonOptions),
    objectDirective("py:property", runPythonObject, pythonOptions),
    {.name = "module", .requiredArguments = 1, .hasContent = true, .options = moduleOptions, .run = runPythonModule},
    {.name = "py:module", .requiredArguments = 1, .hasContent = true, .options = moduleOptions, .run = runPythonModule},
    {.name = "currentmodule", .requiredArguments = 1, .run = runCurrentModule},
    {.name = "py:currentmodule", .requiredArguments = 1, .run = runCurrentModule},
};

} // namespace
} // namespace sphinx

std::span<const DirectiveSpec> sphinxPythonDirectives() noexcept
{
    return sphinx::pythonDomainSpecs;
}

} // namespace rst
