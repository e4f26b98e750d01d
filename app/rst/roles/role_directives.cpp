// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/option_converters.h"
#include "rst/parser/block_parser.h"
#include "rst/parser/inline_parser.h"
#include "rst/roles/role.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <optional>

namespace rst {

namespace {

constexpr OptionSpec roleClassOptions[] = {{"class", options::classOption}};

/// The role that a new one without a base is made from: an `inline` element.
void runInline(RoleContext &use)
{
    use.appendElement(NodeKind::InlineElement);
}

/// `new` or `new(base)`.
struct RoleNames {
    std::string_view name = {};
    std::string_view base = {};
};

[[nodiscard]] std::optional<RoleNames> parseRoleNames(std::string_view text)
{
    RoleNames names;
    names.name = text.substr(0, simpleNameLength(text));
    std::string_view rest = trimmed(text.substr(names.name.size()));
    if (names.name.empty())
        return std::nullopt;
    if (rest.empty())
        return names;
    if (!rest.starts_with('(') || !rest.ends_with(')') || rest.size() < 2)
        return std::nullopt;
    names.base = trimmed(rest.substr(1, rest.size() - 2));
    if (names.base.empty() || simpleNameLength(names.base) != names.base.size())
        return std::nullopt;
    return names;
}

/// The role's name, or a message that it has none which counts.
[[nodiscard]] const Role *lookUp(DirectiveContext &directive, std::string_view name)
{
    const Span span = directive.document().sources().spanOf(name);
    std::vector<NodeId> messages;
    const Role *role = lookUpRole(directive.context, name, {directive.line, span}, messages);
    for (const NodeId message : messages)
        directive.add(message);
    if (role == nullptr)
        directive.report<DiagnosticKind::UnknownRole>(span, name);
    return role;
}

[[nodiscard]] const std::vector<std::string> *wordsOf(const DirectiveContext &directive, std::string_view option)
{
    const Option *given = directive.option(option);
    return given == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&given->value);
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#custom-interpreted-text-roles
void runRole(DirectiveContext &directive)
{
    if (directive.content.empty() || directive.contentLine > directive.line + 1) {
        directive.report<DiagnosticKind::RoleArgumentsMissing>(directive.nameSpan, directive.nameAsWritten);
        return;
    }
    const std::string_view arguments = directive.content.front().text;
    const Span argumentsSpan = directive.document().sources().spanOf(arguments);
    const std::optional<RoleNames> names = parseRoleNames(arguments);
    if (!names) {
        directive.report<DiagnosticKind::RoleNamesInvalid>(argumentsSpan, directive.nameAsWritten, arguments);
        return;
    }
    Role role{.run = runInline, .options = roleClassOptions};
    if (!names->base.empty()) {
        const Role *base = lookUp(directive, names->base);
        if (base == nullptr)
            return;
        role = *base;
    }

    // What follows the names is a directive block of its own, with the options that the base role takes.
    const DirectiveSpec spec{.name = directive.name, .hasContent = role.hasContent, .options = role.options};
    DirectiveContext definition = directive;
    const Lines rest = directive.content.subspan(1);
    const std::span<Line> lines = directive.context.lines.allocate(rest.size());
    std::ranges::copy(rest, lines.begin());
    if (const auto error = directive.parser.parseDirectiveBlock(definition, spec,
                                                                {.lines = lines, .firstLine = directive.contentLine})) {
        directive.report<DiagnosticKind::RoleOptionsInvalid>(directive.span, directive.nameAsWritten, *error);
        return;
    }

    role.name = toLower(names->name);
    role.isListed = true;
    if (const std::vector<std::string> *classes = wordsOf(definition, "class")) {
        role.classes = *classes;
    } else if (auto own = options::classesFrom(names->name)) {
        role.classes = std::move(*own);
    } else {
        directive.report<DiagnosticKind::RoleClassInvalid>(argumentsSpan, directive.nameAsWritten, own.error());
        return;
    }
    if (definition.hasOption("format"))
        role.format = definition.text("format");
    if (definition.hasOption("language"))
        role.language = definition.text("language");
    directive.context.roles.define(std::move(role));
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#setting-the-default-interpreted-text-role
void runDefaultRole(DirectiveContext &directive)
{
    if (directive.arguments.empty())
        directive.context.roles.setDefaultRole({});
    else if (lookUp(directive, directive.argument(0)) != nullptr)
        directive.context.roles.setDefaultRole(toLower(directive.argument(0)));
}

constexpr DirectiveSpec roleSpecs[] = {
    {.name = "role", .hasContent = true, .run = runRole},
    {.name = "default-role", .optionalArguments = 1, .run = runDefaultRole},
};

} // namespace

std::span<const DirectiveSpec> roleDirectives()
{
    return roleSpecs;
}

} // namespace rst
