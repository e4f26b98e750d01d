// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/object_scan.h"
#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"

#include <utility>

namespace repair {

namespace {

/// A picture's description, which is text: nothing in it is markup.
std::string description(std::string_view source)
{
    return inOneLine(withoutEscapes(withoutQuoteMarks(rst::trimmed(source))));
}

} // namespace

/// `` `![alt <src>`_](href) ``, with text before or behind the picture within the link.
bool ObjectScan::takePicture(const ParsedLink &link)
{
    const std::size_t bang = link.text.rfind("![");
    const std::string_view before = link.text.substr(0, bang);
    Object picture = {
        .kind = Object::Kind::Picture, .text = description(link.text.substr(bang + 2)), .url = cleanUrl(link.url)};
    m_at = link.end;
    std::string_view behind;
    const std::size_t bracket = find("](");
    const std::size_t blank = find("\n\n");
    if (bracket != std::string_view::npos && bracket < blank && bracket - m_at < 600) {
        const std::size_t close = closingParenthesis(bracket + 2);
        if (close != std::string_view::npos) {
            behind = m_text.substr(m_at, bracket - m_at);
            picture.href = cleanUrl(m_text.substr(bracket + 2, close - bracket - 2));
            m_at = close + 1;
        }
    }
    m_context.did(RuleId::Pictures);
    const std::string href = picture.href;
    if (!rst::trimmed(before).empty())
        addLink(before, href);
    add(std::move(picture));
    if (!rst::trimmed(behind).empty()) {
        m_out += '\n';
        addLink(behind, href);
    }
    return true;
}

/// `![alt](src)`, and `` !`alt <src>`_ ``.
bool ObjectScan::takePlainPicture()
{
    if (!m_context.may(RuleId::Pictures))
        return false;
    if (startsWith(m_at, "!`")) {
        const auto link = linkAt(m_at + 1);
        // Behind a word it ends a sentence.
        if (!link || hasBlankLine(link->text) || rst::alphanumericBefore(m_text, m_at) > 0)
            return false;
        m_context.did(RuleId::Pictures);
        add({.kind = Object::Kind::Picture, .text = description(link->text), .url = cleanUrl(link->url)});
        m_at = link->end;
        return true;
    }
    const std::size_t bracket = startsWith(m_at, "![") ? find("](") : std::string_view::npos;
    if (bracket == std::string_view::npos || bracket - m_at > 500 ||
        m_text.substr(m_at + 2, bracket - m_at - 2).find_first_of("[`") != std::string_view::npos)
        return false;
    const std::size_t close = closingParenthesis(bracket + 2);
    if (close == std::string_view::npos)
        return false;
    m_context.did(RuleId::Pictures);
    add({.kind = Object::Kind::Picture,
         .text = description(m_text.substr(m_at + 2, bracket - m_at - 2)),
         .url = cleanUrl(m_text.substr(bracket + 2, close - bracket - 2))});
    m_at = close + 1;
    return true;
}

} // namespace repair
