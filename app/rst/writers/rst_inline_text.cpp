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
    return isFollowedForMarkup(text, end);
}

std::string_view roleOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Superscript: return ":sup:";
    case NodeKind::Subscript: return ":sub:";
    case NodeKind::Abbreviation: return ":abbreviation:";
    case NodeKind::Acronym: return ":acronym:";
    case NodeKind::Math: return ":math:";
    default: return "";
    }
}

bool isStyle(NodeKind kind)
{
    return kind == NodeKind::Emphasis || kind == NodeKind::Strong || kind == NodeKind::TitleReference ||
           !roleOf(kind).empty();
}

/// Inline markup knows no nesting: of several styles around a text, strong is kept, else the innermost.
NodeKind styleOf(NodeRef text, NodeRef top)
{
    NodeKind style = NodeKind::Text;
    for (NodeRef node = text.parent(); node && node != top; node = node.parent()) {
        if (node.is(NodeKind::Strong))
            return NodeKind::Strong;
        if (style == NodeKind::Text && isStyle(node.kind()))
            style = node.kind();
    }
    return style;
}

} // namespace

std::string automaticLabel(NodeRef footnote)
{
    const std::string_view automatic = footnote.attribute(AttributeName::Auto);
    if (automatic == "*")
        return "*";
    if (automatic.empty())
        return {};
    std::string number;
    for (const NodeRef node : footnote.children()) {
        if (node.is(NodeKind::Label))
            number = node.asText();
    }
    for (const AttributeName list : {AttributeName::Names, AttributeName::Dupnames}) {
        for (const std::string_view name : footnote.items(list)) {
            if (name != number)
                return "#" + std::string(name);
        }
    }
    return "#";
}

std::string embeddedUri(std::string_view uri)
{
    std::string text;
    for (const char c : uri) {
        switch (c) {
        case '\\': text += "\\\\"; break;
        case '<': text += "%3C"; break;
        case '>': text += "%3E"; break;
        case '`': text += "%60"; break;
        case ' ': text += "\\ "; break;
        case '\n': break;
        default: text += c;
        }
    }
    // A trailing underscore would make it the name of a target.
    if (text.ends_with('_'))
        text.insert(text.size() - 1, "\\");
    return text;
}

std::string RstInlineText::write(NodeRef element)
{
    m_out.clear();
    m_endsInMarkup = false;
    for (NodeRef node = element.firstChild(); node;) {
        if (node.is(NodeKind::Text) || !isStyle(node.kind())) {
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
    case NodeKind::Literal:
        if (node.attribute(AttributeName::Classes) == "code")
            writeMarkup(":code:`", node.asText(), "`");
        else
            writeMarkup("``", node.asText(), "``");
        break;
    case NodeKind::Reference: writeReference(node); break;
    case NodeKind::Problematic:
        // What was wrong stays as it was written.
        m_out += node.asText();
        m_endsInMarkup = false;
        break;
    case NodeKind::Target: writeTarget(node); break;
    case NodeKind::FootnoteReference: writeFootnoteReference(node); break;
    case NodeKind::CitationReference: writeMarkup("[", node.asText(), "]_"); break;
    case NodeKind::SubstitutionReference: writeMarkup("|", node.asText(), "|"); break;
    case NodeKind::Image: {
        const auto known = m_names.substitutions.find(writePseudoXml(node));
        if (known != m_names.substitutions.end())
            writeMarkup("|", known->second, "|");
        else
            writePlain(node.attribute(AttributeName::Alt));
        break;
    }
    default: writeText(node.asText(), styleOf(node, top)); break;
    }
}

void RstInlineText::writeText(std::string_view text, NodeKind style)
{
    if (style == NodeKind::Text || trimmed(text).empty()) {
        writePlain(text);
        return;
    }
    const std::string_view content = trimmed(text);
    const std::size_t begin = std::size_t(content.data() - text.data());
    writePlain(text.substr(0, begin));
    if (style == NodeKind::Emphasis)
        writeMarkup("*", escaped(content, Inside::Emphasis), "*");
    else if (style == NodeKind::Strong)
        writeMarkup("**", escaped(content, Inside::Emphasis), "**");
    else if (style == NodeKind::TitleReference)
        writeMarkup("`", escaped(content, Inside::Backquotes), "`");
    else if (style == NodeKind::Math)
        writeMarkup(":math:`", content, "`"); // its backslashes are TeX's
    else
        writeMarkup(std::format("{}`", roleOf(style)), escaped(content, Inside::Backquotes), "`");
    writePlain(text.substr(begin + content.size()));
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
    if (m_endsInMarkup && !isFollowedForMarkup(text, 0))
        m_out += "\\ ";
    const bool afterMarkup = m_endsInMarkup;
    m_endsInMarkup = false;
    auto hyperlink = findStandaloneHyperlink(text, 0, text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool escape = false;
        if (hyperlink && at == hyperlink->begin) {
            escape = hyperlink->scheme.empty() || isKnownScheme(hyperlink->scheme);
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
        if (m_endsInMarkup || mayBeQuoted || !isPrecededForMarkup(m_out, m_out.size()))
            m_out += "\\ ";
    }
    m_out += open;
    m_out += content;
    m_out += close;
    m_endsInMarkup = true;
}

/// Whether the text alone reads back as the link, here.
bool RstInlineText::isBareHyperlink(NodeRef reference, std::string_view text) const
{
    const std::string_view uri = reference.attribute(AttributeName::Refuri);
    if (uri != text && !(uri.starts_with("mailto:") && uri.substr(7) == text))
        return false;
    if (!m_out.empty() && (m_endsInMarkup || !isPrecededForMarkup(m_out, m_out.size())))
        return false;
    // What follows may be taken for a part of the address.
    std::string around(text);
    if (const NodeRef next = reference.next(); next && reference.parent().is(NodeKind::Paragraph)) {
        if (!next.is(NodeKind::Text))
            return false;
        around += next.text().substr(0, 64);
    }
    const auto found = standaloneHyperlinkAt(around, 0, around.size());
    return found && found->end == text.size() &&
           (found->scheme.empty() ? uri.starts_with("mailto:") : uri == text && isKnownScheme(found->scheme));
}

void RstInlineText::writeReference(NodeRef reference)
{
    const std::string text = reference.asText();
    if (text.empty()) {
        // A linked picture within text: its substitution cannot carry the link.
        for (const NodeRef child : reference.children())
            writeNode(child, reference);
        return;
    }
    if (isBareHyperlink(reference, text)) {
        m_out += text;
        return;
    }
    const std::string content = escaped(text, Inside::Backquotes);
    const std::string_view uri = reference.attribute(AttributeName::Refuri);
    const std::string_view name = reference.attribute(AttributeName::Name);
    // What a role made has no name.
    if (name.empty() && text.starts_with("PEP ") && uri.starts_with("https://peps.python.org/pep-")) {
        writeMarkup(":PEP:`", text.substr(4), "`");
        return;
    }
    if (name.empty() && text.starts_with("RFC ") && uri.starts_with("https://tools.ietf.org/html/rfc")) {
        const std::size_t anchor = uri.find('#');
        writeMarkup(":RFC:`",
                    text.substr(4) + std::string(anchor == uri.npos ? std::string_view() : uri.substr(anchor)), "`");
        return;
    }
    const bool isNamed = !name.empty() && m_names.targets.contains(fullyNormalizeName(name));
    const NodeRef next = reference.next();
    if (reference.hasAttribute(AttributeName::Anonymous))
        writeMarkup("`", content, "`__");
    else if (next.is(NodeKind::Target) && !uri.empty() && next.attribute(AttributeName::Refuri) == uri)
        writeMarkup("`", std::format("{} <{}>", content, embeddedUri(uri)), "`_");
    else if (uri.empty() || isNamed)
        writeMarkup("`", content, "`_");
    else
        writeMarkup("`", std::format("{} <{}>", content, embeddedUri(uri)), "`__");
}

void RstInlineText::writeFootnoteReference(NodeRef reference)
{
    const auto known = m_names.footnotes.find(std::string(reference.attribute(AttributeName::Refid)));
    if (!reference.hasAttribute(AttributeName::Auto))
        writeMarkup("[", reference.asText(), "]_");
    else if (known != m_names.footnotes.end())
        writeMarkup("[", known->second, "]_");
    else
        writeMarkup("[", reference.attribute(AttributeName::Auto) == "*" ? "*" : "#", "]_");
}

void RstInlineText::writeTarget(NodeRef target)
{
    const NodeRef before = target.previous();
    const std::string_view uri = target.attribute(AttributeName::Refuri);
    if (!uri.empty() && before.is(NodeKind::Reference) && before.attribute(AttributeName::Refuri) == uri)
        return; // stands in the reference
    writeMarkup("_`", escaped(target.asText(), Inside::Backquotes), "`");
}

} // namespace rst
