// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>

namespace rst {

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

std::string phraseReference(std::string_view name)
{
    return '`' + withBackslashes(name, "\\`") + "`_";
}

namespace {

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

/// Whether a word among the codes of characters stands for itself.
bool mayStandAsText(std::string_view word)
{
    const auto read = unicodeCode(word);
    return !word.empty() && !word.starts_with("..") && !word.contains(' ') && !word.contains('\n') &&
           trimmed(word).size() == word.size() && read && *read == word;
}

/// What a definition is worth as the argument of "unicode": a code for what cannot stand there otherwise.
std::string unicodeOf(NodeRef definition)
{
    std::string codes;
    for (const NodeRef node : definition.children()) {
        const std::string_view text = node.text();
        if (mayStandAsText(text)) {
            (codes += ' ') += text;
            continue;
        }
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint character = decodeAt(text, at);
            codes += std::format(" U+{:X}", std::uint32_t(character.value));
            at += std::max<std::size_t>(character.size, 1);
        }
    }
    return codes;
}

/// Whether only the directive "unicode" can have made the definition: one text for each of its codes and words, or blanks at
/// the ends.
bool needsUnicode(NodeRef definition)
{
    const auto isCode = [](NodeRef node) {
        return node.is(NodeKind::Text) && (countCodePoints(node.text()) == 1 || mayStandAsText(node.text()));
    };
    if (definition.childCount() > 1)
        return std::ranges::all_of(definition.children(), isCode);
    const NodeRef only = definition.firstChild();
    return only.is(NodeKind::Text) &&
           (trimmed(only.text()).size() != only.text().size() || definition.hasAttribute(AttributeName::Ltrim) ||
            definition.hasAttribute(AttributeName::Rtrim));
}

} // namespace

/// The name that a target gave to the element behind it, or to the document whose title stood there.
std::string_view RstBlockWriter::nameGiven(NodeRef target) const
{
    if (const auto given = m_names.targets.find(target.id()); given != m_names.targets.end())
        return given->second;
    const std::string_view id = target.attribute(AttributeName::Refid);
    const auto known = m_names.ids.find(id);
    return known != m_names.ids.end() ? known->second : id;
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets
void RstBlockWriter::writeTargetBlock(NodeRef target)
{
    const bool isAnonymous = target.hasAttribute(AttributeName::Anonymous);
    std::string_view name = target.attribute(AttributeName::Names);
    if (name.empty())
        name = target.attribute(AttributeName::Dupnames);
    // What has given its name away has got the address or the identifier of what has it now.
    const bool hasGiven = name.empty() && !isAnonymous;
    if (hasGiven)
        name = nameGiven(target);
    if (name.empty() && !isAnonymous)
        return; // made by a directive, and nobody can refer to it
    std::string to;
    if (!hasGiven) {
        const std::string_view id = target.attribute(AttributeName::Refid);
        const auto indirect = m_names.indirections.find(target.id());
        to = indirect != m_names.indirections.end() ? phraseReference(indirect->second)
                                                    : addressOf(target.attribute(AttributeName::Refuri));
        if (const auto known = m_names.ids.find(id); to.empty() && !id.empty() && known != m_names.ids.end())
            to = phraseReference(known->second);
        if (const std::string_view unknown = target.attribute(AttributeName::Refname); to.empty() && !unknown.empty())
            to = phraseReference(unknown);
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
    const NodeRef first = definition.firstChild();
    const bool isLinked = first.is(NodeKind::Reference) && first.firstChild().is(NodeKind::Image);
    if (const NodeRef image = isLinked ? first.firstChild() : first; image.is(NodeKind::Image)) {
        line(std::format(".. |{}| image:: {}", name, imageUri(image)));
        indent(3);
        writeImageOptions(image);
        writeOption("align", image.attribute(AttributeName::Align));
        if (isLinked)
            writeOption("target", imageTarget(first));
        writeCommonOptions(image);
        dedent(3);
        return;
    }
    if (first.is(NodeKind::Raw) && !first.next()) {
        writeDirective(std::format("|{}| raw", name), first.attribute(AttributeName::Format), first, true);
        writeContentLines(first.asText());
        return;
    }
    if (!needsUnicode(definition)) {
        writeHanging(std::format(".. |{}| replace:: ", name), asParagraph(inlineText(definition)), 3);
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
