// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/object_description.h"

#include "rst/sphinx/doc_fields.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/unicode.h"

#include <string>

namespace rst::sphinx {

std::string_view typeOf(const DirectiveContext &directive)
{
    const std::size_t colon = directive.name.find(':');
    return colon == directive.name.npos ? directive.name : directive.name.substr(colon + 1);
}

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

NodeId appendParsedContent(DirectiveContext &directive, NodeId description)
{
    Document &document = directive.document();
    const NodeId content = document.append(description, NodeKind::Definition);
    document.setAttribute(content, AttributeName::ObjectType, "desc_content");
    directive.parser.nestedParse(directive.content, content, SectionTitles::Allowed, directive.contentLine);
    return content;
}

NodeId appendContent(DirectiveContext &directive, NodeId description)
{
    const NodeId content = appendParsedContent(directive, description);
    capitaliseFields(directive.document(), content);
    return content;
}

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

} // namespace rst::sphinx
