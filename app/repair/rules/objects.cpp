// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/objects.h"

#include "repair/rules/object_scan.h"
#include "rst/parser/inline_chars.h"
#include "rst/parser/standalone_hyperlink.h"
#include "rst/text/unicode.h"

namespace repair {

bool hasBlankLine(std::string_view text)
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::size_t next = text.find_first_not_of(" >", at + 1);
        if (next == std::string_view::npos || text[next] == '\n')
            return next != std::string_view::npos;
    }
    return false;
}

std::string withoutQuoteMarks(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        out += text[at];
        if (text[at] != '\n')
            continue;
        while (at + 1 < text.size() && (text[at + 1] == '>' || text[at + 1] == ' '))
            ++at;
    }
    return out;
}

std::string withoutEscapes(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 >= text.size() || rst::alphanumericAt(text, at + 1) > 0)
            out += text[at];
    }
    return out;
}

std::string ObjectScan::run()
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        const bool isTaken = c == '\\'  ? takeEscape()
                             : c == '<' ? takeAutolink()
                             : c == '`' ? takeBackquote()
                             : c == '!' ? takePlainPicture()
                             : c == '[' ? takeMarkdownLink()
                                        : false;
        if (!isTaken)
            m_out += m_text[m_at++];
    }
    return std::move(m_out);
}

bool ObjectScan::takeEscape()
{
    if (m_at + 1 >= m_text.size() || !std::string_view("\\`*_{}[]()#+-.!>~|").contains(m_text[m_at + 1]) ||
        !m_context.may(RuleId::Escapes))
        return false;
    m_context.did(RuleId::Escapes);
    (m_out += mark::Escape) += m_text[m_at + 1];
    m_at += 2;
    return true;
}

/// `<http…>` and `<a@b>`; any other text in angle brackets was written so.
bool ObjectScan::takeAutolink()
{
    const std::size_t end = find(">");
    if (end == std::string_view::npos || end - m_at > 2000 || !m_context.may(RuleId::Autolinks))
        return false;
    const std::string_view inner = m_text.substr(m_at + 1, end - m_at - 1);
    const bool isUrl = inner.starts_with("http://") || inner.starts_with("https://") || inner.starts_with("ftp://") ||
                       inner.starts_with("mailto:");
    if (!isUrl && !rst::isEmailAddress(inner))
        return false;
    if (hasBlankLine(inner) || inner.contains(' '))
        return false;
    m_context.did(RuleId::Autolinks);
    std::string url = withoutQuoteMarks(inner);
    if (std::erase(url, '\n') > 0) {
        m_context.did(RuleId::BrokenUrls);
        m_context.ledger.show(RuleId::BrokenUrls, url);
    }
    if (url.starts_with("mailto:"))
        m_context.ledger.gain(url);
    add({.kind = Object::Kind::Autolink, .text = url, .url = isUrl ? url : "mailto:" + url});
    m_at = end + 1;
    return true;
}

bool ObjectScan::takeBackquote()
{
    return takeLinkedCode() || takeLinkWithCode() || takeCode(false) || takeLink() || takeCode(true);
}

bool ObjectScan::takeCode(bool mayHoldAngle)
{
    const std::size_t close = m_text.substr(m_at + 1, longestLink).find('`');
    const std::size_t end = close == std::string_view::npos ? std::string_view::npos : m_at + 1 + close;
    if (end == std::string_view::npos || end == m_at + 1 || !m_context.may(RuleId::Code))
        return false;
    const std::string_view code = m_text.substr(m_at + 1, end - m_at - 1);
    const bool isReference =
        end + 1 < m_text.size() && m_text[end + 1] == '_' && rst::alphanumericAt(m_text, end + 2) == 0;
    if ((!mayHoldAngle && (code.contains('<') || isReference)) || hasBlankLine(code) || code.starts_with("!["))
        return false;
    if (mayHoldAngle && isReference && code.contains('<'))
        return false;
    m_context.did(RuleId::Code);
    partFromWord();
    add({.kind = Object::Kind::Code, .text = inOneLine(withoutQuoteMarks(code))});
    m_at = end + 1;
    return true;
}

std::string markObjects(std::string_view text, Objects &objects, const RuleContext &context)
{
    return ObjectScan(text, objects, context).run();
}

} // namespace repair
