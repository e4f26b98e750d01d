// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/markdown_inline_text.h"

#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>

// https://spec.commonmark.org/0.31.2/#inlines

namespace rst {

namespace {

bool isMarkdownPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// Whether `&` at `at` begins what may be an entity.
bool beginsEntity(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 40;
    const std::string_view rest = text.substr(at + 1, longest);
    const std::size_t end = rest.find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return end != rest.npos && end > 0 && rest[end] == ';';
}

/// Whether `:` or `.` at `at` would make an address of text: http://…, www.…
bool makesAutolink(std::string_view text, std::size_t at)
{
    const auto endsIn = [&](std::string_view word) {
        return at >= word.size() && toLowerAscii(text.substr(at - word.size(), word.size())) == word;
    };
    if (text[at] == ':')
        return text.substr(at).starts_with("://") && (endsIn("http") || endsIn("https") || endsIn("ftp"));
    return endsIn("www");
}

std::size_t longestRun(std::string_view text, char of)
{
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == of ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

std::string codeSpan(std::string_view text)
{
    std::string content(text);
    std::ranges::replace(content, '\n', ' ');
    std::size_t ticks = 1;
    // The shortest fence that is no run within.
    for (const std::size_t most = longestRun(content, '`'); ticks <= most; ++ticks) {
        const std::string fence(ticks, '`');
        bool isTaken = false;
        for (std::size_t at = content.find('`'); at != content.npos; at = content.find('`', at)) {
            const std::size_t end = std::min(content.find_first_not_of('`', at), content.size());
            isTaken = isTaken || end - at == ticks;
            at = end;
        }
        if (!isTaken)
            break;
    }
    const bool needsBlanks =
        content.starts_with('`') || content.ends_with('`') || (content.starts_with(' ') && content.ends_with(' '));
    const std::string fence(ticks, '`');
    return needsBlanks ? std::format("{0} {1} {0}", fence, content) : fence + content + fence;
}

std::string destination(std::string_view uri)
{
    const bool isBare = !uri.empty() && uri.find_first_of(" ()<>\\\t") == uri.npos;
    std::string out = isBare ? "" : "<";
    for (std::size_t at = 0; at < uri.size(); ++at) {
        const char c = uri[at];
        if (c == '\n' || c == '\r')
            continue;
        if (c == '&' && beginsEntity(uri, at)) {
            out += "&amp;";
            continue;
        }
        if (c == '<' || c == '>' || c == '\\')
            out += '\\';
        out += c;
    }
    return isBare ? out : out + '>';
}

/// Whether the address is its own text and may stand between angle brackets.
bool isAutolink(std::string_view uri, std::string_view text)
{
    const bool isMail = uri.starts_with("mailto:") && uri.substr(7) == text && text.contains('@');
    if (!isMail && uri != text)
        return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '\\' || c == '`' || c == 0x7f ||
            (c == '&' && beginsEntity(text, at)))
            return false;
    }
    if (isMail)
        return std::ranges::all_of(text,
                                   [](char c) {
                                       return isAsciiByte(c) && (isInlineClass(c, InlineClass::Alphanumeric) ||
                                                                 std::string_view("@.-_+").contains(c));
                                   }) &&
               std::ranges::count(text, '@') == 1 && !text.ends_with('.') && !text.ends_with('@') &&
               !text.starts_with('@') && !text.ends_with('-') && !text.contains("..") && !text.contains("@.") &&
               !text.contains("-.") && !text.contains(".-") && !text.contains("@-") &&
               text.find_first_of("_+", text.find('@')) == text.npos;
    const std::size_t colon = text.find(':');
    return colon != text.npos && colon >= 2 && colon <= 32 && isInlineClass(text[0], InlineClass::Letter) &&
           std::ranges::all_of(text.substr(0, colon),
                               [](char c) { return isAsciiByte(c) && isInlineClass(c, InlineClass::Scheme); });
}

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

std::string escapedMarkdown(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const char next = at + 1 < text.size() ? text[at + 1] : '\n';
        bool isEscaped = false;
        switch (c) {
        case '\\': isEscaped = isMarkdownPunctuation(next) || next == '\n'; break;
        case '*':
        case '`':
        case '~':
        case '[':
        case ']': isEscaped = true; break;
        case '_': isEscaped = alphanumericBefore(text, at) == 0 || alphanumericAt(text, at + 1) == 0; break;
        case '<':
            isEscaped = next == '/' || next == '!' || next == '?' || next == '\n' || alphanumericAt(text, at + 1);
            break;
        case '&': isEscaped = beginsEntity(text, at); break;
        case ':':
        case '.': isEscaped = makesAutolink(text, at); break;
        default: break;
        }
        if (isEscaped)
            out += '\\';
        out += c;
    }
    return out;
}

std::string asMarkdownParagraph(std::string_view text)
{
    std::string out;
    bool isFirst = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmedRight(text.substr(begin, end - begin));
        const std::size_t word = std::min(line.find_first_of(" \t"), line.size());
        if (!isFirst)
            out += '\n';
        std::size_t escapeAt = line.npos;
        if (!line.empty()) {
            const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
            const std::string_view marker = line.substr(0, word);
            if (line[0] == '>' || marker == "-" || marker == "+" || marker == "*" ||
                line.find_first_not_of("=") == line.npos ||
                (marker.size() <= 6 && marker.find_first_not_of('#') == marker.npos) ||
                line.find_first_not_of("-:| \t") == line.npos)
                escapeAt = 0;
            else if (digits > 0 && digits < 10 && digits + 1 == word && (line[digits] == '.' || line[digits] == ')'))
                escapeAt = digits;
        }
        if (escapeAt != line.npos && line[escapeAt] != '\\') {
            out += line.substr(0, escapeAt);
            out += '\\';
            out += line.substr(escapeAt);
        } else {
            out += line;
        }
        isFirst = false;
        begin = end + 1;
    }
    return out;
}

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
            add(Mark::Verbatim, codeSpan(text));
        break;
    }
    case NodeKind::Math:
        add(Mark::Verbatim, m_style.flavour == MarkdownStyle::Flavour::Myst ? "{math}" + codeSpan(node.asText())
                                                                            : codeSpan(node.asText()));
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
        std::format("![{}]({})", escapedMarkdown(alt), destination(image.attribute(AttributeName::Uri)));
    return target.empty() ? text : std::format("[{}]({})", text, destination(target));
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
    else if (isAutolink(uri, text))
        add(Mark::Verbatim, std::format("<{}>", text));
    else
        add(Mark::Verbatim, std::format("[{}]({})", escapedMarkdown(text), destination(uri)));
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

/// Escaped text without what GitHub's Markdown would make links to e-mail addresses: no backslash keeps it from that.
std::string MarkdownInlineText::escapedUnlinked(std::string_view text)
{
    std::string out;
    std::size_t begin = 0;
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
        const auto isLocal = [](char c) {
            return isInlineClass(c, InlineClass::Alphanumeric) || c == '.' || c == '+' || c == '-' || c == '_';
        };
        if (at == 0 || !isLocal(text[at - 1]) || at + 1 == text.size() || !isLocal(text[at + 1]))
            continue;
        out += escapedMarkdown(text.substr(begin, at - begin));
        out += "<!-- -->";
        begin = at;
    }
    return out += escapedMarkdown(text.substr(begin));
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
            std::string text = escapedUnlinked(piece.text);
            const bool isBeforeBracket = i + 1 < m_pieces.size() && m_pieces[i + 1].text.starts_with('[');
            if (isBeforeBracket && text.ends_with('!'))
                text.insert(text.size() - 1, "\\");
            out += text;
            break;
        }
        case Mark::Superscript: out += std::format("<sup>{}</sup>", escapedUnlinked(piece.text)); break;
        case Mark::Subscript: out += std::format("<sub>{}</sub>", escapedUnlinked(piece.text)); break;
        case Mark::Emphasis:
        case Mark::Strong: {
            const bool isStrong = piece.mark == Mark::Strong;
            const std::string text = escapedUnlinked(piece.text);
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
