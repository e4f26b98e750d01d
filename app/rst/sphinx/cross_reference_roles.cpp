// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Roles that refer to a document, a label, a term, an object ... (`sphinx.roles.XRefRole` and the domains' roles).
// They leave a pending cross-reference, which resolve_references.cpp follows when the document has been read.

#include "rst/sphinx/reference_role.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <cstdint>
#include <format>
#include <string>

namespace rst {
namespace {

/// What is special about a cross-reference role, as a set of bits.
enum Trait : std::uint8_t {
    None = 0,
    FixParens = 1,   // a function: `()` belongs to its title and not to its target
    LowerCase = 2,   // the target's case does not matter
    PlainText = 4,   // the title is text, not code
    Warn = 8,        // say it when nothing is found
    ObjectPath = 16, // a leading `~` hides all but the last part, a leading `.` searches nearby first
    KeepSpaces = 32, // the target's white space stays
};

/// A role of a domain; `domain` is what the role's classes and its reference say, empty for roles of no domain.
struct CrossReferenceRole {
    std::string_view name = {}; // as it is looked up
    std::string_view domain = {};
    std::string_view type = {};
    std::uint8_t traits = None;
};

constexpr CrossReferenceRole crossReferenceRoles[] = {
    {"any", "", "any", Warn},
    {"download", "", "download", None},
    {"eq", "", "eq", Warn},
    {"math:numref", "math", "numref", None},
    {"std:confval", "std", "confval", Warn},
    {"std:doc", "std", "doc", PlainText | Warn},
    {"std:envvar", "std", "envvar", None},
    {"std:keyword", "std", "keyword", Warn},
    {"std:numref", "std", "numref", LowerCase | Warn},
    {"std:option", "std", "option", Warn | KeepSpaces},
    {"std:ref", "std", "ref", LowerCase | PlainText | Warn},
    {"std:term", "std", "term", PlainText | Warn},
    {"std:token", "std", "token", KeepSpaces},
    {"py:attr", "py", "attr", ObjectPath},
    {"py:class", "py", "class", ObjectPath},
    {"py:const", "py", "const", ObjectPath},
    {"py:data", "py", "data", ObjectPath},
    {"py:exc", "py", "exc", ObjectPath},
    {"py:func", "py", "func", ObjectPath | FixParens},
    {"py:meth", "py", "meth", ObjectPath | FixParens},
    {"py:mod", "py", "mod", ObjectPath},
    {"py:obj", "py", "obj", ObjectPath},
    {"py:type", "py", "type", ObjectPath},
    {"js:attr", "js", "attr", ObjectPath},
    {"js:class", "js", "class", ObjectPath | FixParens},
    {"js:data", "js", "data", ObjectPath},
    {"js:func", "js", "func", ObjectPath | FixParens},
    {"js:meth", "js", "meth", ObjectPath | FixParens},
    {"js:mod", "js", "mod", ObjectPath},
    {"c:data", "c", "data", ObjectPath},
    {"c:enum", "c", "enum", ObjectPath},
    {"c:enumerator", "c", "enumerator", ObjectPath},
    {"c:func", "c", "func", ObjectPath | FixParens},
    {"c:macro", "c", "macro", ObjectPath},
    {"c:member", "c", "member", ObjectPath},
    {"c:struct", "c", "struct", ObjectPath},
    {"c:type", "c", "type", ObjectPath},
    {"c:union", "c", "union", ObjectPath},
    {"c:var", "c", "var", ObjectPath},
    {"cpp:any", "cpp", "any", ObjectPath},
    {"cpp:class", "cpp", "class", ObjectPath},
    {"cpp:concept", "cpp", "concept", ObjectPath},
    {"cpp:enum", "cpp", "enum", ObjectPath},
    {"cpp:enumerator", "cpp", "enumerator", ObjectPath},
    {"cpp:func", "cpp", "func", ObjectPath | FixParens},
    {"cpp:member", "cpp", "member", ObjectPath},
    {"cpp:struct", "cpp", "struct", ObjectPath},
    {"cpp:type", "cpp", "type", ObjectPath},
    {"cpp:union", "cpp", "union", ObjectPath},
    {"cpp:var", "cpp", "var", ObjectPath},
    {"rst:dir", "rst", "dir", None},
    {"rst:role", "rst", "role", None},
};

bool has(const CrossReferenceRole &role, Trait trait) noexcept
{
    return (role.traits & trait) != 0;
}

const CrossReferenceRole &specOf(const Role &role)
{
    const auto *const found =
        std::ranges::find(crossReferenceRoles, std::string_view(role.base), &CrossReferenceRole::name);
    return found == std::end(crossReferenceRoles) ? crossReferenceRoles[0] : *found;
}

/// The title of a reference to a function has parentheses, its target none.
void fixParens(const ReferenceText &given, std::string &title, std::string &target)
{
    if (!given.isExplicit && !title.ends_with("()"))
        title += "()";
    if (target.ends_with("()"))
        target.resize(target.size() - 2);
}

void trimLeft(std::string &text, char character)
{
    text.erase(0, std::min(text.find_first_not_of(character), text.size()));
}

/// `~a.b.c` is shown as `c`; `.c` is looked for nearby (`PyXRefRole.process_link`). C++ separates with `::`.
void shortenObjectPath(const CrossReferenceRole &role, const ReferenceText &given, std::string &title,
                       std::string &target)
{
    const bool isCpp = role.domain == "cpp" || role.domain == "c";
    if (!given.isExplicit) {
        if (!isCpp)
            trimLeft(title, '.');
        trimLeft(target, '~');
        if (title.starts_with('~')) {
            title.erase(0, 1);
            const std::string_view separator = role.domain == "cpp" ? "::" : ".";
            if (const std::size_t last = title.rfind(separator); last != std::string::npos)
                title.erase(0, last + separator.size());
        }
    }
    if (!isCpp && target.starts_with('.'))
        target.erase(0, 1);
}

/// `~group:token` is shown as `token` (`TokenXRefRole`).
void shortenToken(const ReferenceText &given, std::string &title, std::string &target)
{
    trimLeft(target, '~');
    if (given.isExplicit || !title.starts_with('~'))
        return;
    const std::size_t colon = title.find(':');
    title.erase(0, colon == std::string::npos ? 1 : colon + 1);
}

/// The element that shows the reference's text, with the role's classes.
void appendContent(RoleContext &context, const CrossReferenceRole &role, NodeId parent, std::string_view text)
{
    Document &document = context.document();
    const NodeKind kind = has(role, PlainText) ? NodeKind::InlineElement : NodeKind::Literal;
    const NodeId content = document.append(parent, kind, context.span, context.line);
    document.addAttribute(content, AttributeName::Classes, "xref");
    if (!role.domain.empty())
        document.addAttribute(content, AttributeName::Classes, role.domain);
    const std::string own = role.domain.empty() ? std::string(role.type) : std::format("{}-{}", role.domain, role.type);
    document.addAttribute(content, AttributeName::Classes, document.store(own));
    document.appendText(content, document.store(text), context.textSpan);
}

/// What a reference shows, and what it is looked up by.
struct TitleAndTarget {
    std::string title = {};
    std::string target = {};
};

TitleAndTarget titleAndTarget(const CrossReferenceRole &role, const ReferenceText &given)
{
    TitleAndTarget result = {.title = std::string(given.title), .target = std::string(given.target)};
    auto &[title, target] = result;
    if (has(role, LowerCase))
        target = toLower(target);
    if (has(role, FixParens))
        fixParens(given, title, target);
    if (has(role, ObjectPath))
        shortenObjectPath(role, given, title, target);
    else if (role.type == "token")
        shortenToken(given, title, target);
    else if (!has(role, KeepSpaces))
        target = collapsedSpaces(target);
    return result;
}

/// `external:` before a role looks in the inventories of other sites alone (`sphinx.ext.intersphinx`). They are not here, so
/// that the text stands as it does where none has the target.
void runExternalReference(RoleContext &context)
{
    const CrossReferenceRole &role = specOf(context.role);
    const ReferenceText given = referenceTextOf(context);
    appendContent(context, role, context.parent,
                  given.isDisabled ? std::string(given.whole.substr(1)) : titleAndTarget(role, given).title);
}

void runCrossReference(RoleContext &context)
{
    Document &document = context.document();
    const CrossReferenceRole &role = specOf(context.role);
    ReferenceText given = referenceTextOf(context);
    if (given.isDisabled) {
        std::string title(given.whole.substr(1));
        std::string target;
        given.isExplicit = false;
        if (has(role, FixParens))
            fixParens(given, title, target);
        appendContent(context, role, context.parent, title);
        return;
    }

    const auto [title, target] = titleAndTarget(role, given);
    if (role.type == "envvar")
        appendIndexTarget(context);
    const NodeKind kind = role.type == "download" ? NodeKind::DownloadReference : NodeKind::PendingXref;
    const NodeId reference = document.append(context.parent, kind, context.span, context.line);
    document.setAttribute(reference, AttributeName::Refdomain, role.type == "eq" ? "math" : role.domain);
    document.setAttribute(reference, AttributeName::Reftype, role.type);
    document.setAttribute(reference, AttributeName::Reftarget, document.store(target));
    if (given.isExplicit)
        document.setAttribute(reference, AttributeName::Refexplicit, "True");
    if (has(role, Warn))
        document.setAttribute(reference, AttributeName::Refwarn, "True");
    if (role.domain == "py") {
        const SphinxEnvironment &environment = *context.context.sphinx;
        const std::string around =
            std::format("{}{}{}", environment.pyModule, '\0',
                        environment.pyClasses.empty() ? std::string() : environment.pyClasses.back());
        document.setAttribute(reference, AttributeName::PyContext, document.store(around));
        if (given.target.starts_with('.') || given.target.starts_with("~."))
            document.setAttribute(reference, AttributeName::Refspecific, "True");
    }
    if (role.type == "option")
        document.setAttribute(reference, AttributeName::Program, document.store(context.context.sphinx->program));
    appendContent(context, role, reference, title);
}

} // namespace

void addCrossReferenceRoles(RoleTable &table)
{
    for (const CrossReferenceRole &role : crossReferenceRoles) {
        const std::string name(role.name);
        const bool isOfDomain = !role.domain.empty();
        table.add({.name = name, .run = runCrossReference, .isOfDomain = isOfDomain, .base = name});
        // The standard domain needs no prefix, and neither does the one for Python, which is the default.
        if (role.domain == "std" || role.domain == "py")
            table.add({.name = std::string(role.type), .run = runCrossReference, .isOfDomain = true, .base = name});
    }
}

void addExternalRoles(RoleTable &table)
{
    for (const CrossReferenceRole &role : crossReferenceRoles) {
        if (role.domain.empty())
            continue;
        const auto add = [&](std::string_view name) {
            table.add({.name = std::format("external:{}", name),
                       .run = runExternalReference,
                       .base = std::string(role.name)});
        };
        add(role.name);
        if (role.domain == "std" || role.domain == "py")
            add(role.type);
    }
}

} // namespace rst
