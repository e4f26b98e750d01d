// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_inline_text.h"

#include "rst/parser/inline_chars.h"
#include "rst/parser/standalone_hyperlink.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/writers/writer.h"

#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup

namespace rst {

namespace {

/// Whether a start-string at `at` would be one: no white space follows, and what stands before allows it.
bool mayStartMarkup(std::string_view text, std::size_t at, std::size_t size)
{
    if (isSpaceAt(text, at + size))
        return false;
    return at == 0 || isPrecededForMarkup(text, at);
}

/// Whether the underscore at `at` would make what stands before it a reference.
bool mayEndReference(std::string_view text, std::size_t at)
{
    if (at == 0)
        return false;
    const char before = text[at - 1];
    if (alphanumericBefore(text, at) == 0 && before != ']' && before != '`' && before != '|')
        return false;
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '_')
        ++end;
    // What is escaped follows a backslash.
    return isFollowedForMarkup(text, end) || std::string_view("\\`*|_").contains(text[end]);
}

/// The role that makes an element of this kind, of those that there always are.
std::string_view standardRoleOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Emphasis: return "emphasis";
    case NodeKind::Strong: return "strong";
    case NodeKind::TitleReference: return "title";
    case NodeKind::Superscript: return "sup";
    case NodeKind::Subscript: return "sub";
    case NodeKind::Abbreviation: return "abbreviation";
    case NodeKind::Acronym: return "acronym";
    case NodeKind::Math: return "math";
    default: return "";
    }
}

/// A text whose blanks at its ends are part of it.
std::string betweenEscapes(std::string_view text)
{
    return std::format("\\ {}\\ ", text);
}

} // namespace

/// Whether a directive made the node of others: numbers of sections, and what leads to notes about targets.
bool RstInlineText::isGenerated(NodeRef node) const
{
    const bool isBlank = (node.is(NodeKind::Text) || node.is(NodeKind::InlineElement)) && node.asText() == " ";
    const NodeRef reference = isBlank ? node.next() : node;
    if (!reference.is(NodeKind::FootnoteReference))
        return node.is(NodeKind::Generated);
    return leadsToTargetNote(reference, m_names);
}

bool RstInlineText::isStyle(NodeRef node) const
{
    switch (node.kind()) {
    case NodeKind::InlineElement: return !m_names.roles.roleOf(node).empty();
    default: return !standardRoleOf(node.kind()).empty();
    }
}

/// Inline markup knows no nesting: of several styles around a text, strong is kept, else the innermost.
RstInlineText::Style RstInlineText::styleOf(NodeRef text, NodeRef top) const
{
    Style style;
    for (NodeRef node = text.parent(); node && node != top; node = node.parent()) {
        if (node.is(NodeKind::Strong))
            return {NodeKind::Strong, m_names.roles.roleOf(node)};
        if (style.kind == NodeKind::Text && isStyle(node))
            style = {node.kind(), m_names.roles.roleOf(node)};
    }
    return style;
}

std::string RstInlineText::write(NodeRef element)
{
    m_out.clear();
    m_endsInMarkup = false;
    for (NodeRef node = element.firstChild(); node;) {
        if (isGenerated(node)) {
            node = node.followingPast(element);
        } else if (isStyle(node) && !node.hasChildren()) {
            writeRole(roleFor({node.kind(), m_names.roles.roleOf(node)}), "\\ ");
            node = node.followingPast(element);
        } else if (const Substitution used = substitutionAt(node); !used.name.empty()) {
            writeMarkup("|", used.name, "|");
            node = used.end;
        } else if (node.is(NodeKind::Text) || !isStyle(node)) {
            writeNode(node, element);
            node = node.followingPast(element);
        } else {
            node = node.following(element);
        }
    }
    return std::move(m_out);
}

void RstInlineText::writeNode(NodeRef node, NodeRef top)
{
    switch (node.kind()) {
    case NodeKind::Text: writeText(node.text(), styleOf(node, top)); break;
    case NodeKind::Literal: writeLiteral(node); break;
    case NodeKind::Raw:
        if (const auto known = m_names.substitutions.find(writePseudoXml(node)); known != m_names.substitutions.end())
            writeMarkup("|", known->second, "|");
        else if (const std::string_view role = m_names.roles.roleOf(node); !role.empty())
            writeRole(role, node.asText());
        else
            writePlain(node.asText());
        break;
    case NodeKind::Reference: writeReference(node); break;
    case NodeKind::SystemMessage: break;
    case NodeKind::Problematic:
        // What was wrong stays as it was written.
        m_out += node.asText();
        m_endsInMarkup = false;
        break;
    case NodeKind::Target: writeTarget(node); break;
    case NodeKind::FootnoteReference: writeFootnoteReference(node); break;
    case NodeKind::CitationReference: writeMarkup("[", node.asText(), "]_"); break;
    case NodeKind::SubstitutionReference: writeMarkup("|", node.asText(), "|"); break;
    case NodeKind::Image:
        if (const auto known = m_names.substitutions.find(writePseudoXml(node)); known != m_names.substitutions.end())
            writeMarkup("|", known->second, "|");
        else
            writePlain(node.attribute(AttributeName::Alt));
        break;
    default: writeText(node.asText(), styleOf(node, top)); break;
    }
}

void RstInlineText::writeText(std::string_view text, Style style)
{
    const std::string_view content = trimmed(text);
    if (style.kind == NodeKind::Text) {
        writePlain(text);
        return;
    }
    if (content.empty()) {
        writeRole(roleFor(style), betweenEscapes(text));
        return;
    }
    const std::size_t begin = std::size_t(content.data() - text.data());
    writePlain(text.substr(0, begin));
    if (style.role.empty() && style.kind == NodeKind::Emphasis)
        writeMarkup("*", escaped(content, Inside::Emphasis), "*");
    else if (style.role.empty() && style.kind == NodeKind::Strong)
        writeMarkup("**", escaped(content, Inside::Emphasis), "**");
    else if (style.kind == NodeKind::Math)
        writeRole(roleFor(style), content); // its backslashes are TeX's
    else
        writeRole(style.role.empty() && style.kind == NodeKind::TitleReference ? "" : roleFor(style),
                  escaped(content, Inside::Backquotes));
    writePlain(text.substr(begin + content.size()));
}

std::string_view RstInlineText::roleFor(Style style)
{
    return style.role.empty() ? standardRoleOf(style.kind) : style.role;
}

/// A text in the markup of a role; of the default role where it has no name.
void RstInlineText::writeRole(std::string_view role, std::string_view content)
{
    if (role.empty())
        writeMarkup("`", content, "`");
    else if (m_roles == Roles::Before)
        writeMarkup(std::format(":{}:`", role), content, "`");
    else
        writeMarkup("`", content, std::format("`:{}:", role));
}

/// Whether the text cannot stand between double backquotes.
static bool needsLiteralRole(std::string_view text)
{
    return text.empty() || isSpaceAt(text, 0) || isSpaceBefore(text, text.size()) || text.starts_with('`') ||
           text.ends_with('`') || text.contains("``");
}

void RstInlineText::writeLiteral(NodeRef literal)
{
    const std::string text = literal.asText();
    const bool isCode = literal.hasItem(AttributeName::Classes, "code"); // its role takes the text as it is written
    if (const std::string_view role = m_names.roles.roleOf(literal); !role.empty())
        writeRole(role, isCode ? text : escaped(text, Inside::Backquotes));
    else if (isCode)
        writeRole("code", text);
    else if (needsLiteralRole(text))
        writeRole("literal", betweenEscapes(escaped(text, Inside::Backquotes)));
    else
        writeMarkup("``", text, "``");
}

/// The substitution that was made at `node`. Text beside text comes of one: a parser would have made one text of both.
RstInlineText::Substitution RstInlineText::substitutionAt(NodeRef node) const
{
    NodeRef last = node;
    bool isBesideText = node.is(NodeKind::Text) && node.previous().is(NodeKind::Text);
    for (std::size_t count = 1; count <= m_names.longestSubstitution && last; ++count, last = last.next()) {
        const NodeRef end = last.next();
        if (!isBesideText && !(last.is(NodeKind::Text) && end.is(NodeKind::Text)))
            continue;
        const auto known = m_names.substitutions.find(substitutionText(node, count));
        const NodeRef definition = node.parent(); // which cannot stand for itself
        if (known != m_names.substitutions.end() && !(definition.is(NodeKind::SubstitutionDefinition) &&
                                                      definition.hasItem(AttributeName::Names, known->second)))
            return {known->second, end};
    }
    return {};
}

std::string RstInlineText::escaped(std::string_view text, Inside inside)
{
    std::string out;
    for (const char c : text) {
        const bool isEscaped = c == '\\' || (inside == Inside::Emphasis && c == '*') ||
                               (inside == Inside::Backquotes && (c == '`' || c == '<'));
        if (isEscaped)
            out += '\\';
        out += c;
    }
    return out;
}

void RstInlineText::writePlain(std::string_view text)
{
    if (text.empty())
        return;
    // A colon behind a backquote would begin a role.
    // And one behind a role, before a blank, would end a field's name.
    const bool mayBeRole = text.front() == ':' && m_out.ends_with('`');
    const bool mayEndName = m_roles == Roles::Behind && m_out.ends_with(':');
    if (m_endsInMarkup && (!isFollowedForMarkup(text, 0) || mayBeRole || mayEndName))
        m_out += "\\ ";
    const bool afterMarkup = m_endsInMarkup;
    m_endsInMarkup = false;
    std::size_t mailAt = text.npos;
    auto hyperlink = findStandaloneHyperlink(text, 0, text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool escape = at == mailAt;
        if (hyperlink && at == hyperlink->begin) {
            escape = isKnownScheme(hyperlink->scheme);
            if (hyperlink->scheme.empty() || hyperlink->scheme == "mailto") // no address where its "@" is escaped
                mailAt = text.find('@', at);
            hyperlink = findStandaloneHyperlink(text, hyperlink->end, text.size());
        }
        switch (text[at]) {
        case '\\': escape = true; break;
        case '*':
        case '|': escape = escape || (at == 0 && !m_out.empty() && !afterMarkup) || mayStartMarkup(text, at, 1); break;
        case '`': escape = true; break;
        case '_': escape = escape || mayEndReference(text, at) || (at == 0 && !m_out.empty()); break;
        default: break;
        }
        if (escape)
            m_out += '\\';
        m_out += text[at];
    }
}

/// Inline markup, separated by an escaped blank from text that would hide it.
void RstInlineText::writeMarkup(std::string_view open, std::string_view content, std::string_view close)
{
    if (content.empty())
        return;
    if (!m_out.empty()) {
        // An opening bracket or quote before, and its partner as the first character within, hide a start-string.
        const bool mayBeQuoted = !isSpaceBefore(m_out, m_out.size()) && alphanumericAt(content, 0) == 0;
        const bool mayBeRole = m_out.ends_with(':') && open == "`";
        if (m_endsInMarkup || mayBeQuoted || mayBeRole || !isPrecededForMarkup(m_out, m_out.size()))
            m_out += "\\ ";
    }
    m_out += open;
    m_out += content;
    m_out += close;
    m_endsInMarkup = true;
}

void RstInlineText::writeFootnoteReference(NodeRef reference)
{
    const auto known = m_names.footnotes.find(reference.attribute(AttributeName::Refid));
    if (!reference.hasAttribute(AttributeName::Auto))
        writeMarkup("[", reference.asText(), "]_");
    else if (known != m_names.footnotes.end())
        writeMarkup("[", known->second, "]_");
    else if (reference.hasAttribute(AttributeName::Refname)) // nobody has that label
        writeMarkup("[#", reference.attribute(AttributeName::Refname), "]_");
    else
        writeMarkup("[", reference.attribute(AttributeName::Auto) == "*" ? "*" : "#", "]_");
}

void RstInlineText::writeTarget(NodeRef target)
{
    const NodeRef before = target.previous();
    for (const AttributeName address : {AttributeName::Refuri, AttributeName::Refid}) {
        const std::string_view to = target.attribute(address);
        if (!to.empty() && before.is(NodeKind::Reference) && before.attribute(address) == to)
            return; // stands in the reference
    }
    writeMarkup("_`", escaped(target.asText(), Inside::Backquotes), "`");
}

} // namespace rst
