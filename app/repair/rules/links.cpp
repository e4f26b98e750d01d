// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/object_scan.h"
#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <utility>

namespace repair {

namespace {

constexpr std::string_view linkEnd = ">`_";

} // namespace

/// ``` ``text <url>`_` ```: a link that was set as code.
bool ObjectScan::takeLinkedCode()
{
    if (!startsWith(m_at, "``") || !m_context.may(RuleId::LinkedCode))
        return false;
    const auto link = linkAt(m_at + 1);
    if (!link || link->text.contains('`') || link->end >= m_text.size() || m_text[link->end] != '`')
        return false;
    m_context.did(RuleId::LinkedCode);
    addLink(link->text, cleanUrl(link->url));
    m_at = link->end + 1;
    return true;
}

/// ``` `the`ast` module <url>`_ ```: code within a link. Without it, what stands before the code would be code, and stick to
/// a word, which html2text's code never does.
bool ObjectScan::takeLinkWithCode()
{
    const auto link = linkAt(m_at);
    if (!link || hasBlankLine(link->text) || link->text.contains('<') || std::ranges::count(link->text, '`') != 2)
        return false;
    const std::size_t first = link->text.find('`'), second = link->text.find('`', first + 1);
    const std::string_view before = link->text.substr(0, first), behind = link->text.substr(second + 1);
    const bool sticks =
        rst::alphanumericAt(link->text, first + 1) > 0 && !std::string_view(" \n").contains(link->text[second - 1]);
    if (!sticks || rst::trimmed(before).empty() || before.starts_with("![") || behind.starts_with('_'))
        return false;
    const bool isGlued = m_context.may(RuleId::LinkSpace) && rst::alphanumericBefore(before, before.size()) > 0;
    if (isGlued)
        m_context.did(RuleId::LinkSpace);
    std::string text(before);
    if (isGlued)
        text += ' ';
    addLink(text += link->text.substr(first), cleanUrl(link->url));
    m_at = link->end;
    return true;
}

bool ObjectScan::takeLink()
{
    if (!m_context.may(RuleId::Links))
        return false;
    auto link = linkAt(m_at);
    if (!link)
        return false;
    // Of several opening brackets the last one began the link.
    if (link->text.starts_with("![") || link->text.contains("\n![") || link->text.contains(" !["))
        return m_context.may(RuleId::Pictures) && takePicture(*link);
    if (const std::size_t bracket = link->text.rfind('[');
        bracket != std::string_view::npos || hasBlankLine(link->text)) {
        if (bracket == std::string_view::npos || hasBlankLine(link->text.substr(bracket + 1)))
            return false;
        m_out += '[';
        // What stands before it is read as any other text.
        const std::string before(link->text.substr(0, bracket));
        ObjectScan inner(before, m_objects, m_context);
        m_out += inner.run();
        link->text = link->text.substr(bracket + 1);
    }
    std::string url(link->url);
    std::size_t end = link->end;
    bool isCut = false;
    if (link->url.ends_with('\\')) {
        const std::size_t close = closingParenthesis(end);
        if (close != std::string_view::npos && close - end < 500) {
            m_context.did(RuleId::CutUrls);
            url += ")";
            url += m_text.substr(end, close - end);
            isCut = true;
            end = close + 1;
        }
    }
    std::string whole = cleanUrl(url);
    if (isCut)
        m_context.ledger.show(RuleId::CutUrls, whole);
    addLink(link->text, std::move(whole));
    m_at = end;
    return true;
}

/// `[text](url)`, which the importer's pattern did not reach.
bool ObjectScan::takeMarkdownLink()
{
    const std::size_t bracket = find("](");
    if (!m_context.may(RuleId::Links) || bracket == std::string_view::npos || bracket - m_at > 500)
        return false;
    const std::string_view text = m_text.substr(m_at + 1, bracket - m_at - 1);
    if (std::ranges::count(text, '[') != std::ranges::count(text, ']'))
        return false;
    const std::size_t close = closingParenthesis(bracket + 2);
    if (close == std::string_view::npos || text.contains('`') || hasBlankLine(text))
        return false;
    addLink(text, cleanUrl(m_text.substr(bracket + 2, close - bracket - 2)));
    m_at = close + 1;
    return true;
}

/// `` `text <url>`_ `` at `at`. The text holds no "]", the address no ")".
std::optional<ParsedLink> ObjectScan::linkAt(std::size_t at) const
{
    const std::size_t found = m_text.substr(at + 1, longestLink).find(linkEnd);
    const std::size_t end = found == std::string_view::npos ? std::string_view::npos : at + 1 + found;
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view whole = m_text.substr(at + 1, end - at - 1);
    const std::size_t angle = whole.rfind(" <");
    if (angle == std::string_view::npos || whole.substr(angle).contains(')'))
        return std::nullopt;
    ParsedLink link = {
        .text = whole.substr(0, angle), .url = whole.substr(angle + 2), .begin = at + 1, .end = end + linkEnd.size()};
    // An address may have been broken by a whole blank line, but has no blanks of its own then.
    if (link.text.contains(']') || (hasBlankLine(link.url) && link.url.contains(' ')))
        return std::nullopt;
    return link;
}

std::size_t ObjectScan::closingParenthesis(std::size_t from) const
{
    std::size_t depth = 0;
    for (std::size_t at = from; at < std::min(m_text.size(), from + longestLink); ++at) {
        if (m_text[at] == '\\')
            ++at;
        else if (m_text[at] == '\n' && at + 1 < m_text.size() && m_text[at + 1] == '\n')
            return std::string_view::npos;
        else if (m_text[at] == '(')
            ++depth;
        else if (m_text[at] == ')' && depth-- == 0)
            return at;
    }
    return std::string_view::npos;
}

namespace {

/// Takes the underscores from around words, as in "get it _free_".
void dropEmphasis(std::string &text)
{
    const auto isBlank = [&](std::size_t at) { return at >= text.size() || text[at] == ' ' || text[at] == '\n'; };
    for (std::size_t begin = text.find('_'); begin != text.npos; begin = text.find('_', begin + 1)) {
        const std::size_t end = text.find('_', begin + 1);
        if (end == text.npos)
            return;
        if ((begin > 0 && !isBlank(begin - 1)) || isBlank(begin + 1) || isBlank(end - 1) || !isBlank(end + 1))
            continue;
        text.erase(end, 1);
        text.erase(begin, 1);
    }
}

} // namespace

void ObjectScan::addLink(std::string_view source, std::string url)
{
    std::string text = withoutQuoteMarks(source);
    const bool isBlankBefore = text.starts_with(' ') || text.starts_with('\n');
    const bool isBlankAfter = text.ends_with(' ') || text.ends_with('\n');
    std::string inner(rst::trimmed(text));
    // Marks at its edges belong around it: reStructuredText has no style within a link.
    std::string before, after;
    const auto isMark = [](char c) { return c == '*' || c == '_'; };
    while (!inner.empty() && isMark(inner.front())) {
        before += inner.front();
        inner.erase(0, 1);
    }
    while (!inner.empty() && isMark(inner.back()) && !before.empty()) {
        after.insert(0, 1, inner.back());
        inner.pop_back();
    }
    inner = rst::trimmed(inner);
    if (std::ranges::count(inner, '*') % 2 == 0)
        std::erase(inner, '*');
    dropEmphasis(inner);
    if (inner.empty()) {
        m_context.did(RuleId::EmptyLinks);
        m_context.ledger.lose(url);
        m_out += before + " " + after;
        return;
    }
    if (!isBlankBefore && before.empty())
        partFromWord();
    if (isBlankBefore)
        m_out += ' ';
    m_out += before;
    m_context.did(RuleId::Links);
    joinHyphens(inner);
    collapseBlanks(inner);
    // Code and escapes within the text are text: a link cannot be literal.
    std::string plain = withoutEscapes(inner);
    std::erase(plain, '`');
    // A link that shows its address is written once.
    if (plain == url || "mailto:" + plain == url)
        m_context.ledger.lose(url);
    add({.kind = Object::Kind::Link, .text = std::move(plain), .url = std::move(url)});
    m_out += after;
    if (isBlankAfter)
        m_out += ' ';
}

/// html2text lost the blank before a link, or code, that followed the beginning of bold or italic text.
void ObjectScan::partFromWord()
{
    if (!m_context.may(RuleId::LinkSpace) || m_out.empty())
        return;
    const bool isGlued =
        rst::alphanumericBefore(m_out, m_out.size()) > 0 || std::string_view(",;:)").contains(m_out.back());
    const bool isObject = m_out.size() > objectDigits && m_out[m_out.size() - objectDigits - 1] == mark::Object;
    if (isGlued && !isObject) {
        m_context.did(RuleId::LinkSpace);
        m_out += ' ';
    }
}

std::string ObjectScan::cleanUrl(std::string_view url)
{
    std::string text = withoutQuoteMarks(url);
    const bool isBroken = text.contains('\n');
    // The line may have been broken before the tool tip.
    const std::size_t quote = text.find('"');
    const bool isTitled =
        quote != std::string_view::npos && quote > 0 && (text[quote - 1] == ' ' || text[quote - 1] == '\n');
    if (isTitled) {
        const std::size_t title = quote - 1;
        m_context.did(RuleId::LinkTitles);
        m_context.ledger.lose(std::string_view(text).substr(title));
        text.erase(title);
    }
    if (text.contains('\n')) {
        m_context.did(RuleId::BrokenUrls);
        // Where it was broken within a word, words join.
        std::string whole = text;
        std::erase(whole, '\n');
        m_context.ledger.lose(text);
        m_context.ledger.gain(whole);
        text = std::move(whole);
    }
    std::string out;
    for (const char c : withoutEscapes(text)) {
        if (c == ' ')
            out += "%20";
        else
            out += c;
    }
    // A blank in an address is written as a number, which is a word more.
    for (std::size_t at = out.find("%20"); at != std::string_view::npos && text.contains(' ');
         at = out.find("%20", at + 3)) {
        m_context.ledger.lose(text);
        m_context.ledger.gain(out);
        break;
    }
    if (isBroken)
        m_context.ledger.show(RuleId::BrokenUrls, out);
    if (isTitled)
        m_context.ledger.show(RuleId::LinkTitles, out);
    return out;
}

} // namespace repair
