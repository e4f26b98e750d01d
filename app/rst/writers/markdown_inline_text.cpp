// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/markdown_inline_text.h"

#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"
#include "rst/writers/markdown_text.h"

#include <algorithm>
#include <format>

// https://spec.commonmark.org/0.31.2/#inlines

namespace rst {

namespace {

/// Whether an element only says how the text in it looks.
bool isTransparent(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Emphasis:
    case NodeKind::Strong:
    case NodeKind::TitleReference:
    case NodeKind::LiteralEmphasis:
    case NodeKind::LiteralStrong:
    case NodeKind::Manpage:
    case NodeKind::Superscript:
    case NodeKind::Subscript:
    case NodeKind::Abbreviation:
    case NodeKind::Acronym:
    case NodeKind::InlineElement:
    case NodeKind::Generated:
    case NodeKind::PendingXref: return true;
    default: return false;
    }
}

} // namespace

std::string MarkdownInlineText::write(NodeRef element, Lines lines)
{
    m_pieces.clear();
    for (NodeRef node = element.firstChild(); node;) {
        if (isTransparent(node.kind())) {
            node = node.following(element);
        } else {
            addNode(node, element);
            node = node.followingPast(element);
        }
    }
    if (lines == Lines::OneLine) {
        for (Piece &piece : m_pieces)
            std::ranges::replace(piece.text, '\n', ' ');
    }
    return joined();
}

/// Of several styles around a text, strong is kept, else the innermost: trees know no styles within styles.
MarkdownInlineText::Mark MarkdownInlineText::markOf(NodeRef text, NodeRef top)
{
    Mark mark = Mark::None;
    for (NodeRef node = text.parent(); node && node != top; node = node.parent()) {
        switch (node.kind()) {
        case NodeKind::Strong:
        case NodeKind::LiteralStrong: return Mark::Strong;
        case NodeKind::Emphasis:
        case NodeKind::LiteralEmphasis:
        case NodeKind::TitleReference:
        case NodeKind::Manpage: mark = mark == Mark::None ? Mark::Emphasis : mark; break;
        case NodeKind::Superscript: mark = mark == Mark::None ? Mark::Superscript : mark; break;
        case NodeKind::Subscript: mark = mark == Mark::None ? Mark::Subscript : mark; break;
        default: break;
        }
    }
    return mark;
}

void MarkdownInlineText::add(Mark mark, std::string_view text)
{
    if (text.empty())
        return;
    if (mark != Mark::Verbatim && !m_pieces.empty() && m_pieces.back().mark == mark)
        m_pieces.back().text += text;
    else
        m_pieces.push_back({mark, std::string(text)});
}

/// The white space at the ends of a styled text stands outside it.
void MarkdownInlineText::addText(Mark mark, std::string_view text)
{
    const std::string_view content = trimmed(text);
    if (mark == Mark::None || content.empty()) {
        add(Mark::None, text);
        return;
    }
    const std::size_t begin = std::size_t(content.data() - text.data());
    add(Mark::None, text.substr(0, begin));
    add(mark, content);
    add(Mark::None, text.substr(begin + content.size()));
}

void MarkdownInlineText::addNode(NodeRef node, NodeRef top)
{
    switch (node.kind()) {
    case NodeKind::Text: addText(markOf(node, top), node.text()); break;
    case NodeKind::Literal: {
        const std::string text = node.asText();
        if (!trimmed(text).empty())
            add(Mark::Verbatim, markdownCodeSpan(text));
        break;
    }
    case NodeKind::Math:
        add(Mark::Verbatim, m_style.flavour == MarkdownStyle::Flavour::Myst ? "{math}" + markdownCodeSpan(node.asText())
                                                                            : markdownCodeSpan(node.asText()));
        break;
    case NodeKind::Reference:
    case NodeKind::DownloadReference: addReference(node); break;
    case NodeKind::FootnoteReference:
    case NodeKind::CitationReference: add(Mark::Verbatim, std::format("[^{}]", node.asText())); break;
    case NodeKind::Image: add(Mark::Verbatim, picture(node, {})); break;
    case NodeKind::SystemMessage:
    case NodeKind::Pending:
    case NodeKind::Index: break;
    case NodeKind::Target:
        if (!node.hasAttribute(AttributeName::Refuri))
            addText(markOf(node, top), node.asText());
        break;
    case NodeKind::Raw:
        if (node.attribute(AttributeName::Format) == "html")
            add(Mark::Verbatim, node.asText());
        break;
    default: addText(markOf(node, top), node.asText()); break;
    }
}

std::string MarkdownInlineText::picture(NodeRef image, std::string_view target)
{
    std::string alt(image.attribute(AttributeName::Alt));
    std::ranges::replace(alt, '\n', ' ');
    const std::string text =
        std::format("![{}]({})", escapedMarkdown(alt), markdownDestination(image.attribute(AttributeName::Uri)));
    return target.empty() ? text : std::format("[{}]({})", text, markdownDestination(target));
}

void MarkdownInlineText::addReference(NodeRef reference)
{
    std::string uri(reference.attribute(AttributeName::Refuri));
    if (const std::string_view id = reference.attribute(AttributeName::Refid); uri.empty() && !id.empty())
        uri = std::format("#{}", id);
    if (uri.empty() && reference.is(NodeKind::DownloadReference))
        uri = reference.attribute(AttributeName::Reftarget);
    if (const NodeRef image = reference.firstChild(); image.is(NodeKind::Image)) {
        add(Mark::Verbatim, picture(image, uri));
        return;
    }
    const std::string text = reference.asText();
    if (trimmed(text).empty())
        return;
    if (uri.empty())
        add(Mark::None, text);
    else if (isMarkdownAutolink(uri, text))
        add(Mark::Verbatim, std::format("<{}>", text));
    else
        add(Mark::Verbatim, std::format("[{}]({})", escapedMarkdown(text), markdownDestination(uri)));
}

/// Whether stars around the piece would be read as its marks.
/// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
bool MarkdownInlineText::maySurround(std::string_view out, const Piece &piece, std::size_t index) const
{
    // Stars beside stars are one run.
    if (out.ends_with('*') && !out.ends_with("\\*"))
        return false;
    const auto isUnicodeBlank = [](std::string_view text, bool atEnd) {
        return atEnd ? isSpaceBefore(text, text.size()) : isSpaceAt(text, 0);
    };
    if (isUnicodeBlank(piece.text, false) || isUnicodeBlank(piece.text, true))
        return false;
    const auto isOutside = [](char c) { return c == ' ' || c == '\n' || (isAsciiByte(c) && isMarkdownPunctuation(c)); };
    if (alphanumericAt(piece.text, 0) == 0 && !out.empty() && !isOutside(out.back()))
        return false;
    const bool isLast = index + 1 == m_pieces.size();
    return alphanumericBefore(piece.text, piece.text.size()) > 0 || isLast ||
           isOutside(m_pieces[index + 1].text.front()) || m_pieces[index + 1].mark != Mark::None;
}

std::string MarkdownInlineText::joined() const
{
    std::string out;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const Piece &piece = m_pieces[i];
        switch (piece.mark) {
        case Mark::Verbatim:
            if (piece.text.starts_with('`') && i > 0 && m_pieces[i - 1].mark == Mark::Verbatim && out.ends_with('`'))
                out += "<!-- -->"; // two runs of backquotes would be one
            out += piece.text;
            break;
        case Mark::None: {
            std::string text = escapedUnlinkedMarkdown(piece.text);
            const bool isBeforeBracket = i + 1 < m_pieces.size() && m_pieces[i + 1].text.starts_with('[');
            if (isBeforeBracket && text.ends_with('!'))
                text.insert(text.size() - 1, "\\");
            out += text;
            break;
        }
        case Mark::Superscript: out += std::format("<sup>{}</sup>", escapedUnlinkedMarkdown(piece.text)); break;
        case Mark::Subscript: out += std::format("<sub>{}</sub>", escapedUnlinkedMarkdown(piece.text)); break;
        case Mark::Emphasis:
        case Mark::Strong: {
            const bool isStrong = piece.mark == Mark::Strong;
            const std::string text = escapedUnlinkedMarkdown(piece.text);
            if (maySurround(out, piece, i)) {
                const std::string_view stars = isStrong ? "**" : "*";
                out += stars;
                out += text;
                out += stars;
            } else {
                out += std::format("<{0}>{1}</{0}>", isStrong ? "strong" : "em", text);
            }
            break;
        }
        }
    }
    return out;
}

} // namespace rst
