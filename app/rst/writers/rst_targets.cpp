// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

/// A name or an address with backslashes before its characters of these.
std::string withBackslashes(std::string_view text, std::string_view characters)
{
    std::string out;
    for (const char c : text) {
        if (characters.contains(c))
            out += '\\';
        out += c;
    }
    return out;
}

/// An address as it stands behind a target's name, where blanks are dropped.
std::string addressOf(std::string_view uri)
{
    std::string text = withBackslashes(uri, "\\ ");
    // A trailing underscore could make it the name of a target.
    if (text.ends_with('_'))
        text.insert(text.size() - 1, "\\");
    return text;
}

std::string phraseOf(std::string_view name)
{
    return '`' + withBackslashes(name, "\\`") + '`';
}

/// What a definition is worth as the argument of "unicode": a code for what cannot stand there otherwise.
std::string unicodeOf(NodeRef definition)
{
    std::string codes;
    for (const NodeRef node : definition.children()) {
        const std::string_view text = node.text();
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint character = decodeAt(text, at);
            codes += std::format(" U+{:X}", std::uint32_t(character.value));
            at += std::max<std::size_t>(character.size, 1);
        }
    }
    return codes;
}

/// Whether only the directive "unicode" can have made the definition: text with blanks at its ends, or beside text.
bool needsUnicode(NodeRef definition)
{
    const bool isText =
        std::ranges::all_of(definition.children(), [](NodeRef node) { return node.is(NodeKind::Text); });
    if (!isText || !definition.hasChildren())
        return false;
    const std::string_view text = definition.firstChild().text();
    return definition.childCount() > 1 || trimmed(text).size() != text.size() ||
           definition.hasAttribute(AttributeName::Ltrim) || definition.hasAttribute(AttributeName::Rtrim);
}

} // namespace

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets
void RstBlockWriter::writeTargetBlock(NodeRef target)
{
    const bool isAnonymous = target.hasAttribute(AttributeName::Anonymous);
    std::string_view name = target.attribute(AttributeName::Names);
    if (name.empty())
        name = target.attribute(AttributeName::Dupnames);
    // What has given its name away has got the address or the identifier of what has it now.
    const auto given = m_names.targets.find(target.id());
    const bool hasGiven = name.empty() && !isAnonymous;
    if (hasGiven)
        name = given != m_names.targets.end() ? given->second : target.attribute(AttributeName::Refid);
    if (name.empty() && !isAnonymous)
        return; // made by a directive, and nobody can refer to it
    std::string to;
    if (!hasGiven) {
        const std::string_view id = target.attribute(AttributeName::Refid);
        const auto indirect = m_names.indirections.find(target.id());
        to = indirect != m_names.indirections.end() ? phraseOf(indirect->second) + '_'
                                                    : addressOf(target.attribute(AttributeName::Refuri));
        if (const auto known = m_names.ids.find(id); to.empty() && !id.empty() && known != m_names.ids.end())
            to = phraseOf(known->second) + '_';
    }
    separate();
    if (isAnonymous) {
        line(to.empty() ? "__" : std::format("__ {}", to));
        return;
    }
    const bool isPlain = std::ranges::none_of(name, [](char c) { return std::string_view(":\\`").contains(c); }) &&
                         !name.starts_with('_') && !name.starts_with(' ');
    line(trimmedRight(std::format(".. _{}: {}", isPlain ? std::string(name) : phraseOf(name), to)));
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#substitution-definitions
void RstBlockWriter::writeSubstitution(NodeRef definition)
{
    separate();
    std::string_view name = definition.attribute(AttributeName::Names);
    if (name.empty())
        name = definition.attribute(AttributeName::Dupnames);
    if (const NodeRef image = definition.firstChild(); image.is(NodeKind::Image)) {
        line(std::format(".. |{}| image:: {}", name, image.attribute(AttributeName::Uri)));
        if (const std::string_view alt = image.attribute(AttributeName::Alt); alt != name) {
            indent(3);
            writeOption("alt", alt);
            dedent(3);
        }
        return;
    }
    if (!needsUnicode(definition)) {
        std::string text = inlineText(definition);
        std::ranges::replace(text, '\n', ' ');
        line(std::format(".. |{}| replace:: {}", name, text));
        return;
    }
    line(std::format(".. |{}| unicode::{}", name, unicodeOf(definition)));
    const bool isLeft = definition.hasAttribute(AttributeName::Ltrim);
    const bool isRight = definition.hasAttribute(AttributeName::Rtrim);
    if (isLeft || isRight) {
        indent(3);
        line(isLeft && isRight ? ":trim:" : isLeft ? ":ltrim:" : ":rtrim:");
        dedent(3);
    }
}

} // namespace rst
