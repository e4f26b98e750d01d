// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/standalone_hyperlink.h"
#include "rst/text/names.h"
#include "rst/writers/rst_inline_text.h"
#include "rst/writers/writer.h"

#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-references

namespace rst {

namespace {

/// What of the text after an address is looked at, to tell whether it would be taken for a part of the address.
constexpr std::size_t lookAhead = 64;

bool isHyperlink(std::string_view text, std::string_view around, std::string_view uri)
{
    const auto found = standaloneHyperlinkAt(around, 0, around.size());
    return found && found->end == text.size() &&
           (found->scheme.empty() ? uri.starts_with("mailto:") : uri == text && isKnownScheme(found->scheme));
}

/// Backslashes before what would be markup within an address.
std::string withoutMarkup(std::string_view address)
{
    std::string text;
    for (std::size_t at = 0; at < address.size(); ++at) {
        const bool mayRefer = at > 0 && (alphanumericBefore(address, at) > 0 || address[at - 1] == ']');
        const bool isReference = address[at] == '_' && mayRefer && isFollowedForMarkup(address, at + 1);
        if (isReference || address[at] == '*' || address[at] == '`' || address[at] == '|')
            text += '\\';
        text += address[at];
    }
    return text;
}

} // namespace

std::string embeddedUri(std::string_view uri)
{
    std::string text;
    for (const char c : uri) {
        switch (c) {
        case '\\': text += "\\\\"; break;
        case '<':
        case '>':
        case '`': (text += '\\') += c; break;
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

/// Writes the text alone, where it reads back as the link; whether it does.
bool RstInlineText::writeBareHyperlink(NodeRef reference, std::string_view text)
{
    const std::string_view uri = reference.attribute(AttributeName::Refuri);
    if (reference.hasAttribute(AttributeName::Name) ||
        (uri != text && !(uri.starts_with("mailto:") && uri.substr(7) == text)))
        return false;
    // What follows may be taken for a part of the address; then it must be kept apart.
    std::string around(text);
    if (const NodeRef next = reference.next(); next.is(NodeKind::Text) && isFollowedForMarkup(next.text(), 0))
        around += next.text().substr(0, std::min(next.text().find_first_of(" \n"), lookAhead));
    // What is escaped there follows a backslash.
    const bool isAlone = around.find_first_of("\\`*|_", text.size()) != around.npos || !isHyperlink(text, around, uri);
    if (isAlone && !isHyperlink(text, text, uri))
        return false;
    // A colon before it could end a scheme.
    if (!m_out.empty() && (m_endsInMarkup || m_out.ends_with(':') || !isPrecededForMarkup(m_out, m_out.size())))
        m_out += "\\ ";
    m_out += withoutMarkup(text);
    m_endsInMarkup = !isAlone;
    if (isAlone)
        m_out += "\\ ";
    return true;
}

void RstInlineText::writeReference(NodeRef reference)
{
    const std::string text = reference.asText();
    if (text.empty() || reference.firstChild().is(NodeKind::Image)) {
        // A linked picture within text, which is a substitution's.
        if (const auto known = m_names.substitutions.find(writePseudoXml(reference));
            known != m_names.substitutions.end()) {
            writeMarkup("|", known->second, "|");
            return;
        }
        for (const NodeRef child : reference.children())
            writeNode(child, reference);
        return;
    }
    if (writeBareHyperlink(reference, text))
        return;
    const std::string_view name = reference.attribute(AttributeName::Name);
    if (name.empty()) {
        writeNamelessReference(reference, text);
        return;
    }
    const std::string content = escaped(text, Inside::Backquotes);
    const std::string_view uri = reference.attribute(AttributeName::Refuri);
    const auto known = m_names.addresses.find(fullyNormalizeName(name));
    const bool isNamed = known != m_names.addresses.end() && (uri.empty() || known->second == uri);
    const auto named = m_names.ids.find(reference.attribute(AttributeName::Refid));
    std::string to = uri.empty() ? std::string() : embeddedUri(uri);
    if (uri.empty() && named != m_names.ids.end())
        to = escaped(named->second, Inside::Backquotes) + '_';
    const NodeRef next = reference.next();
    const bool isTarget = next.is(NodeKind::Target) && !next.hasChildren() && !to.empty() &&
                          next.attribute(AttributeName::Refuri) == uri &&
                          next.attribute(AttributeName::Refid) == reference.attribute(AttributeName::Refid);
    if (reference.hasAttribute(AttributeName::Anonymous))
        writeMarkup("`", content, "`__");
    else if (isTarget)
        writeMarkup("`", std::format("{} <{}>", content, to), "`_");
    else if (to.empty() || isNamed)
        writeMarkup("`", content, "`_");
    else
        writeMarkup("`", std::format("{} <{}>", content, to), "`__");
}

/// What a role or a substitution made has no name.
void RstInlineText::writeNamelessReference(NodeRef reference, const std::string &text)
{
    const std::string_view uri = reference.attribute(AttributeName::Refuri);
    const bool isAnonymous = reference.hasAttribute(AttributeName::Anonymous);
    if (m_names.longestSubstitution > 0) {
        const auto used = m_names.substitutions.find(substitutionText(reference.firstChild(), reference.childCount()));
        if (used != m_names.substitutions.end()) {
            const auto target = m_names.addresses.find(fullyNormalizeName(used->second));
            if (isAnonymous || (target != m_names.addresses.end() && target->second == uri)) {
                writeMarkup("|", used->second, isAnonymous ? "|__" : "|_");
                return;
            }
        }
    }
    if (text.starts_with("PEP ") && uri.starts_with("https://peps.python.org/pep-")) {
        writeRole("PEP", text.substr(4));
        return;
    }
    if (text.starts_with("RFC ") && uri.starts_with("https://tools.ietf.org/html/rfc")) {
        const std::size_t anchor = uri.find('#');
        writeRole("RFC", text.substr(4) + std::string(anchor == uri.npos ? std::string_view() : uri.substr(anchor)));
        return;
    }
    const std::string content = escaped(text, Inside::Backquotes);
    if (isAnonymous)
        writeMarkup("`", content, "`__");
    else if (uri.empty())
        writeMarkup("`", content, "`_");
    else
        writeMarkup("`", std::format("{} <{}>", content, embeddedUri(uri)), "`__");
}

} // namespace rst
