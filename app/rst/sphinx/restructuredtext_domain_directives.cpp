// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Descriptions of directives and roles
// (https://www.sphinx-doc.org/en/master/usage/domains/restructuredtext.html).

#include "rst/sphinx/object_description.h"
#include "rst/sphinx/signature.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

#include <format>
#include <string>

namespace rst {
namespace sphinx {
namespace {

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

constexpr DirectiveSpec restructuredTextDomainSpecs[] = {
    objectDirective("rst:directive", runMarkupObject),
    objectDirective("rst:role", runMarkupObject),
};

} // namespace
} // namespace sphinx

std::span<const DirectiveSpec> sphinxRestructuredTextDirectives() noexcept
{
    return sphinx::restructuredTextDomainSpecs;
}

} // namespace rst
