// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/utf8.h"
#include "rst/writers/html_writer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>

namespace rst {

Walk HtmlWriter::visitText(NodeRef node)
{
    text(node.text());
    return Walk::Past;
}

Walk HtmlWriter::visitEmphasis(NodeRef node)
{
    return inlineElement("em", node);
}

Walk HtmlWriter::visitStrong(NodeRef node)
{
    return inlineElement("strong", node);
}

Walk HtmlWriter::visitTitleReference(NodeRef node)
{
    return inlineElement("cite", node);
}

Walk HtmlWriter::visitAbbreviation(NodeRef node)
{
    return inlineElement("abbr", node);
}

Walk HtmlWriter::visitAcronym(NodeRef node)
{
    return inlineElement("abbr", node);
}

Walk HtmlWriter::visitSuperscript(NodeRef node)
{
    return inlineElement("sup", node);
}

Walk HtmlWriter::visitSubscript(NodeRef node)
{
    return inlineElement("sub", node);
}

Walk HtmlWriter::visitMath(NodeRef node)
{
    return math(node, "tt", {});
}

Walk HtmlWriter::visitSubstitutionReference(NodeRef)
{
    return into(); // left over where a document was not transformed
}

Walk HtmlWriter::visitGenerated(NodeRef node)
{
    if (!node.hasItem(AttributeName::Classes, "sectnum"))
        return into();
    constexpr std::string_view space = "\u00a0";
    const std::string number = node.asText();
    std::string_view trimmed = number;
    while (trimmed.ends_with(space))
        trimmed.remove_suffix(space.size());
    raw("<span class=\"sectnum\">");
    text(trimmed);
    raw(" </span>");
    return Walk::Past;
}

// References and targets.

Walk HtmlWriter::visitReference(NodeRef reference)
{
    const bool isExternal = reference.hasAttribute(AttributeName::Refuri);
    const bool isInline = isTextElement(reference.parent());
    const NodeRef child = reference.firstChild();
    const bool isImage = child.is(NodeKind::Image) && !child.next();
    const std::string target = isExternal ? std::string(reference.attribute(AttributeName::Refuri))
                                          : '#' + std::string(reference.attribute(AttributeName::Refid));
    tag("a", reference)
        .classesFirst("reference")
        .classesFirst(isExternal ? "external" : "internal")
        .classesFirst(isImage ? "image-reference" : "")
        .attribute("href", target)
        .write(isInline ? "" : "\n");
    return intoTag("a", isInline ? "" : "\n");
}

Walk HtmlWriter::visitTarget(NodeRef target)
{
    if (target.hasAttribute(AttributeName::Refuri) || target.hasAttribute(AttributeName::Refid) ||
        target.hasAttribute(AttributeName::Refname))
        return into();
    return inlineElement("span", target, "target");
}

// Inline elements whose class is the name of an HTML element are that element.

std::string_view HtmlWriter::textLevelTag(NodeRef node) noexcept
{
    constexpr std::array<std::string_view, 15> tags{"code", "kbd",   "dfn", "samp", "var", "bdi", "del", "ins",
                                                    "mark", "small", "b",   "i",    "q",   "s",   "u"};
    for (const std::string_view name : tags) {
        if (node.hasItem(AttributeName::Classes, name))
            return name;
    }
    return {};
}

namespace {

/// Whether an inline element is a token of code, whose class names its colour.
bool isInCode(NodeRef node)
{
    const NodeRef parent = node.parent();
    if (parent.is(NodeKind::LiteralBlock))
        return parent.hasItem(AttributeName::Classes, "code");
    return parent.is(NodeKind::Literal) && parent.hasItem(AttributeName::Classes, "code");
}

/// Whether it is a line number in code.
bool isLineNumber(NodeRef node)
{
    const auto classes = node.items(AttributeName::Classes);
    auto word = classes.begin();
    return isInCode(node) && word != classes.end() && *word == "ln" && ++word == classes.end();
}

} // namespace

Walk HtmlWriter::visitInlineElement(NodeRef node)
{
    if (isLineNumber(node)) {
        // Line numbers are not part of the code: its element ends before them and begins again after them.
        constexpr std::string_view code = "<code>";
        if (m_body.ends_with(code))
            m_body.resize(m_body.size() - code.size());
        else
            m_body += "</code>";
        return inlineElement("small", node);
    }
    const std::string_view name = isInCode(node) ? std::string_view() : textLevelTag(node);
    if (name.empty())
        return inlineElement("span", node);
    tag(name, node).withoutClass(name).write();
    return intoTag(name);
}

void HtmlWriter::endInline(NodeRef node)
{
    if (!isLineNumber(node) || !node.parent().is(NodeKind::LiteralBlock))
        return;
    m_body += "<code data-lineno=\"";
    m_body += node.asText();
    m_body += "\">";
}

Walk HtmlWriter::visitLiteral(NodeRef literal)
{
    std::string_view name = textLevelTag(literal);
    if (name == "code") {
        tag(name, literal).withoutClass(name).write();
        return intoTag(name);
    }
    StartTag start = tag(name.empty() ? "span" : name, literal);
    if (!name.empty())
        start.withoutClass(name);
    else
        name = "span";
    start.classesLast("docutils").classesLast("literal").write();
    std::string content = literal.asText();
    if (!literal.parent().is(NodeKind::LiteralBlock))
        std::ranges::replace(content, '\n', ' ');
    literalText(content);
    m_body += "</";
    m_body += name;
    m_body += '>';
    return Walk::Past;
}

namespace {

/// Python's `\w`.
bool isPythonWordCharacter(char32_t character)
{
    if (character < 0x80)
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
               (character >= 'a' && character <= 'z') || character == '_';
    const auto code = UChar32(character);
    constexpr std::uint32_t letters = U_GC_L_MASK;
    return (U_MASK(u_charType(code)) & letters) != 0 || u_getNumericValue(code) != U_NO_NUMERIC_VALUE;
}

/// Whether a browser might break the line within the word: at a hyphen or question mark that does not end it, or
/// between two signs that neither begin nor end it.
bool hasWrapPoint(std::string_view word)
{
    std::size_t signs = 0; // in a row
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint character = decodeAt(word, at);
        if (signs >= 2)
            return true; // something follows them
        if ((character.value == '-' || character.value == '?') && at + 1 < word.size())
            return true;
        signs = at != 0 && !isPythonWordCharacter(character.value) ? signs + 1 : 0;
        at += character.size;
    }
    return false;
}

} // namespace

void HtmlWriter::literalText(std::string_view content)
{
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t begin = at;
        if (content[at] == '\n')
            ++at;
        else if (content[at] == ' ')
            at = std::min(content.find_first_not_of(' ', at), content.size());
        else
            at = std::min(content.find_first_of(" \n", at), content.size());
        const std::string_view token = content.substr(begin, at - begin);
        if (token.front() != ' ' && token.front() != '\n' && hasWrapPoint(token)) {
            m_body += "<span class=\"pre\">";
            text(token);
            m_body += "</span>";
        } else {
            text(token);
        }
    }
}

} // namespace rst
