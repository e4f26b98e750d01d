// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/objects.h"

#include "rst/parser/inline_chars.h"
#include "rst/parser/standalone_hyperlink.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>
#include <optional>

namespace repair {

namespace {

constexpr std::string_view linkEnd = ">`_";
constexpr std::size_t longestLink = 8000; // text and address; no search goes farther

/// No text of a link, and no code, goes on over a paragraph's end.
bool hasBlankLine(std::string_view text)
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::size_t next = text.find_first_not_of(" >", at + 1);
        if (next == std::string_view::npos || text[next] == '\n')
            return next != std::string_view::npos;
    }
    return false;
}

/// Without the marks of quotations that stand behind its line ends.
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

struct ParsedLink {
    std::string_view text = {};
    std::string_view url = {};
    std::size_t begin = 0; // of the text
    std::size_t end = 0;   // behind the whole
};

/// The scan over the body.
class ObjectScan
{
public:
    ObjectScan(std::string_view text, Objects &objects, const RuleContext &context)
        : m_text(text)
        , m_objects(objects)
        , m_context(context)
    {
    }

    std::string run()
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

private:
    bool takeEscape();
    bool takeAutolink();
    bool takeBackquote();
    bool takeLinkedCode();
    bool takeLinkWithCode();
    bool takeCode(bool mayHoldAngle);
    bool takeLink();
    bool takePicture(const ParsedLink &link);
    bool takePlainPicture();
    bool takeMarkdownLink();
    [[nodiscard]] std::optional<ParsedLink> linkAt(std::size_t at) const;
    /// Where the next unescaped closing parenthesis stands, no paragraph's end before it.
    [[nodiscard]] std::size_t closingParenthesis(std::size_t from) const;
    [[nodiscard]] std::string cleanUrl(std::string_view url);
    /// Where `what` stands next, not too far away.
    [[nodiscard]] std::size_t find(std::string_view what) const
    {
        const std::size_t found = m_text.substr(m_at, longestLink).find(what);
        return found == std::string_view::npos ? std::string_view::npos : m_at + found;
    }
    void addLink(std::string_view text, std::string url);
    void partFromWord();
    void add(Object object)
    {
        m_out += markFor(m_objects.size());
        m_objects.push_back(std::move(object));
    }
    [[nodiscard]] bool startsWith(std::size_t at, std::string_view what) const
    {
        return m_text.substr(at).starts_with(what);
    }

    std::string_view m_text;
    Objects &m_objects;
    const RuleContext &m_context;
    std::size_t m_at = 0;
    std::string m_out;
};

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

std::string ObjectScan::cleanUrl(std::string_view url)
{
    std::string text = withoutQuoteMarks(url);
    const bool isBroken = text.contains('\n'), isTitled = text.contains(" \"");
    if (const std::size_t title = text.find(" \""); title != std::string_view::npos) {
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
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && rst::alphanumericAt(text, at + 1) == 0)
            continue;
        if (text[at] == ' ')
            out += "%20";
        else
            out += text[at];
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
    std::string plain;
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] == '`' || (inner[at] == '\\' && at + 1 < inner.size() && rst::alphanumericAt(inner, at + 1) == 0))
            continue;
        plain += inner[at];
    }
    // A link that shows its address is written once.
    if (plain == url || "mailto:" + plain == url)
        m_context.ledger.lose(url);
    add({.kind = Object::Kind::Link, .text = std::move(plain), .url = std::move(url)});
    m_out += after;
    if (isBlankAfter)
        m_out += ' ';
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

/// `` `![alt <src>`_](href) ``, with text before or behind the picture within the link.
bool ObjectScan::takePicture(const ParsedLink &link)
{
    const std::size_t bang = link.text.rfind("![");
    const std::string_view before = link.text.substr(0, bang);
    Object picture = {.kind = Object::Kind::Picture,
                      .text = inOneLine(withoutQuoteMarks(rst::trimmed(link.text.substr(bang + 2)))),
                      .url = cleanUrl(link.url)};
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
        add({.kind = Object::Kind::Picture,
             .text = inOneLine(withoutQuoteMarks(link->text)),
             .url = cleanUrl(link->url)});
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
         .text = inOneLine(m_text.substr(m_at + 2, bracket - m_at - 2)),
         .url = cleanUrl(m_text.substr(bracket + 2, close - bracket - 2))});
    m_at = close + 1;
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

} // namespace

std::string markObjects(std::string_view text, Objects &objects, const RuleContext &context)
{
    return ObjectScan(text, objects, context).run();
}

} // namespace repair
