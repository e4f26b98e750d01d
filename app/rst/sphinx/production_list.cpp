// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-productionlist

#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <format>
#include <optional>
#include <string>

namespace rst {
namespace {

/// A word between backquotes in a production: `` `name` ``, `` `group:name` `` or `` `~group:name` ``.
struct Token {
    std::size_t begin = 0; // of the first backquote
    std::size_t end = 0;   // behind the last one
    std::string_view text = {};
};

bool isTokenCharacter(char32_t c)
{
    return isAlphanumeric(c) || c == U'_';
}

/// The length of the word at the beginning of `text`; a group's name may have hyphens.
std::size_t wordLength(std::string_view text, bool isGroup)
{
    std::size_t length = 0;
    while (length < text.size()) {
        const CodePoint next = decodeAt(text, length);
        if (!isTokenCharacter(next.value) && !(isGroup && next.value == U'-'))
            break;
        length += next.size;
    }
    return length;
}

std::optional<std::size_t> tokenLength(std::string_view text)
{
    const std::size_t tilde = text.starts_with('~') ? 1 : 0;
    const std::size_t group = tilde + wordLength(text.substr(tilde), true);
    std::size_t begin = 0;
    if (group < text.size() && text[group] == ':')
        begin = group + 1;
    else if (tilde != 0)
        return std::nullopt;
    const std::size_t word = wordLength(text.substr(begin), false);
    const std::size_t end = begin + word;
    return word > 0 && end < text.size() && text[end] == '`' ? std::optional(end) : std::nullopt;
}

std::optional<Token> nextToken(std::string_view text, std::size_t from)
{
    for (std::size_t quote = text.find('`', from); quote != text.npos; quote = text.find('`', quote + 1)) {
        if (const auto length = tokenLength(text.substr(quote + 1)))
            return Token{.begin = quote, .end = quote + *length + 2, .text = text.substr(quote + 1, *length)};
    }
    return std::nullopt;
}

class GrammarReader
{
public:
    explicit GrammarReader(DirectiveContext &directive) : m_directive(directive), m_document(directive.document()) {}

    void read()
    {
        m_list = m_directive.append(NodeKind::Container);
        m_document.setAttribute(m_list, AttributeName::ObjectType, "productionlist");
        std::string text(m_directive.argument(0));
        for (std::size_t at = text.find("\\\n"); at != std::string::npos; at = text.find("\\\n", at))
            text.erase(at, 2);
        bool hasRule = false;
        for (std::string_view rest = m_document.store(text);;) {
            const std::size_t end = rest.find('\n');
            const std::string_view line = rest.substr(0, end);
            const std::size_t colon = line.find(':');
            if (colon != line.npos) {
                hasRule = true;
                addRule(trimmed(line.substr(0, colon)), line.substr(colon + 1));
            } else if (!hasRule) {
                m_group = trimmed(line);
            } else {
                return; // a line that is no rule ends the list
            }
            if (end == rest.npos)
                return;
            rest.remove_prefix(end + 1);
        }
    }

private:
    void addRule(std::string_view name, std::string_view tokens);
    void addTokens(NodeId rule, std::string_view text);
    void addToken(NodeId rule, std::string_view token);

    DirectiveContext &m_directive;
    Document &m_document;
    NodeId m_list = NodeId::None;
    std::string m_group;
};

void GrammarReader::addRule(std::string_view name, std::string_view tokens)
{
    const NodeId rule = m_document.append(m_list, NodeKind::InlineElement, m_directive.span, m_directive.line);
    m_document.setAttribute(rule, AttributeName::NotSmartquotable, "True");
    m_document.setAttribute(rule, AttributeName::Name, m_document.store(name));
    if (!name.empty()) {
        SphinxEnvironment &environment = *m_directive.context.sphinx;
        const std::string_view id =
            environment.makeId(m_document, m_directive.targets(), std::format("grammar-token-{}", m_group), name);
        m_document.addAttribute(rule, AttributeName::Ids, id);
        m_directive.targets().noteImplicitTarget(rule);
        const std::string object = m_group.empty() ? std::string(name) : std::format("{}:{}", m_group, name);
        if (!environment.objects.insert_or_assign(SphinxEnvironment::ObjectKey{"token", object}, id).second) {
            warn<DiagnosticKind::SphinxDuplicateObject>(m_directive.reporter(), m_directive.place(), {}, "token",
                                                        object, m_directive.context.settings.sphinx.docname);
        }
    }
    addTokens(rule, tokens);
}

void GrammarReader::addTokens(NodeId rule, std::string_view text)
{
    std::size_t at = 0;
    while (const auto token = nextToken(text, at)) {
        if (token->begin > at)
            m_document.appendText(rule, text.substr(at, token->begin - at));
        addToken(rule, token->text);
        at = token->end;
    }
    if (at < text.size())
        m_document.appendText(rule, text.substr(at));
}

/// A reference to another rule: of another group where it names one.
void GrammarReader::addToken(NodeId rule, std::string_view token)
{
    std::string_view title = token;
    std::string target = m_group.empty() ? std::string(token) : std::format("{}:{}", m_group, token);
    if (const std::size_t colon = token.find(':'); colon != token.npos) {
        if (token.starts_with('~')) {
            title = token.substr(colon + 1);
            target = token.substr(1);
        } else {
            title = token.starts_with(':') ? token.substr(1) : token;
            target = title;
        }
    }
    const NodeId reference = m_document.append(rule, NodeKind::PendingXref, m_directive.span, m_directive.line);
    m_document.setAttribute(reference, AttributeName::Refdomain, "std");
    m_document.setAttribute(reference, AttributeName::Reftype, "token");
    m_document.setAttribute(reference, AttributeName::Reftarget, m_document.store(target));
    const NodeId literal = m_document.append(reference, NodeKind::Literal);
    m_document.addAttribute(literal, AttributeName::Classes, "xref");
    m_document.appendText(literal, m_document.store(title));
}

void runProductionList(DirectiveContext &directive)
{
    GrammarReader(directive).read();
}

constexpr DirectiveSpec sphinxProductionListSpecs[] = {
    {.name = "productionlist", .requiredArguments = 1, .finalArgumentWhitespace = true, .run = runProductionList},
    {.name = "std:productionlist", .requiredArguments = 1, .finalArgumentWhitespace = true, .run = runProductionList},
};

} // namespace

std::span<const DirectiveSpec> sphinxGrammarDirectives() noexcept
{
    return sphinxProductionListSpecs;
}

} // namespace rst
