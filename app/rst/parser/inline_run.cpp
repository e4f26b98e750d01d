// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_run.h"

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_parser.h"
#include "rst/text/names.h"

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules

namespace rst {

namespace {

/// `text` with NULs for escaping backslashes.
[[nodiscard]] std::string withMarkedEscapes(std::string_view text, std::size_t firstBackslash)
{
    std::string marked(text);
    for (std::size_t at = firstBackslash; at < marked.size(); at = marked.find('\\', at + 2))
        marked[at] = '\0';
    return marked;
}

} // namespace

InlineRun::InlineRun(ParseContext &context, const InlineText &text, std::uint32_t line, NodeId parent)
    : m_context(context)
    , m_document(context.document)
    , m_source(text)
    , m_line(line)
    , m_parent(parent)
    , m_text(text.text)
{
    if (const std::size_t backslash = m_text.find('\\'); backslash != std::string_view::npos) {
        m_escapedCopy = withMarkedEscapes(m_text, backslash);
        m_text = m_escapedCopy;
    }
    m_position = m_document.sources().positionOf(text.text.data());
}

std::vector<NodeId> InlineRun::run()
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (!isInlineClass(c, InlineClass::BeginsMarkup) || !takeMarkup(c))
            ++m_at;
    }
    flushText(m_text.size());
    return std::move(m_messages);
}

bool InlineRun::takeMarkup(char first)
{
    switch (first) {
    case '*': return mayStart(m_at) && takeStar();
    case '`': return mayStart(m_at) && (takeLiteral() || takeBackquote(m_at, {}));
    case '|': return mayStart(m_at) && takeSubstitution();
    case '[': return mayStart(m_at) && takeFootnoteReference();
    case ':': return mayStart(m_at) && takeRole();
    case '_': return takeSimpleReference() || (mayStart(m_at) && takeInternalTarget());
    default: return false;
    }
}

bool InlineRun::mayStart(std::size_t at) const noexcept
{
    return at == m_start || isPrecededForMarkup(m_text, at);
}

bool InlineRun::isQuoted(Mark start) const noexcept
{
    if (start.begin == m_start)
        return false;
    if (start.end >= m_text.size())
        return true; // not quoted, but no start-string either
    return isMatchingPair(decodeBefore(m_text, start.begin).value, decodeAt(m_text, start.end).value);
}

void InlineRun::passAsText(std::size_t end) noexcept
{
    m_at = end;
    m_start = end;
}

void InlineRun::flushText(std::size_t begin)
{
    if (m_textBegin < begin)
        appendImplicit(m_textBegin, begin);
    m_textBegin = begin;
}

void InlineRun::continueAt(std::size_t end) noexcept
{
    m_at = end;
    m_start = end;
    m_textBegin = end;
}

void InlineRun::fail(Mark problem, NodeId systemMessage)
{
    if (systemMessage == NodeId::None)
        return passAsText(problem.end);
    flushText(problem.begin);
    m_messages.push_back(systemMessage);
    const NodeId problematic = makeProblematic(m_context, rawText(problem.begin, problem.end),
                                               spanOf(problem.begin, problem.end), systemMessage);
    m_document.append(m_parent, problematic);
    continueAt(problem.end);
}

bool InlineRun::hasEscapes(std::size_t begin, std::size_t end) const noexcept
{
    return !m_escapedCopy.empty() && m_text.substr(begin, end - begin).contains('\0');
}

std::string_view InlineRun::rawText(std::size_t begin, std::size_t end) const noexcept
{
    return m_source.text.substr(begin, end - begin);
}

std::string_view InlineRun::plainText(std::size_t begin, std::size_t end)
{
    const std::string_view raw = rawText(begin, end);
    return hasEscapes(begin, end) ? unescaped(m_document, raw) : raw;
}

NodeId InlineRun::appendNode(NodeKind kind, std::size_t begin, std::size_t end)
{
    return m_document.append(m_parent, kind, spanOf(begin, end));
}

void InlineRun::appendPlainText(NodeId parent, std::size_t begin, std::size_t end)
{
    if (begin == end)
        return;
    // As in docutils there is a text even where escapes leave nothing of it.
    const NodeId text = m_document.createText(plainText(begin, end), spanOf(begin, end));
    m_document.append(parent, text);
    if (m_context.sphinx != nullptr && hasEscapes(begin, end)) // escaped quotes stay as they are
        m_document.setAttribute(text, AttributeName::Rawsource, rawText(begin, end));
}

std::string_view InlineRun::storedName(std::string_view text)
{
    return isNormalizedName(text) ? text : m_document.store(fullyNormalizeName(text));
}

std::string_view InlineRun::storedWithPlainSpace(std::string_view text)
{
    return hasPlainSpace(text) ? text : m_document.store(whitespaceNormalizeName(text));
}

void InlineRun::keepRawsource(NodeId node, std::size_t begin, std::size_t end)
{
    if (!m_position) // else the span leads to the same text (transforms::rawsourceOf)
        m_document.setAttribute(node, AttributeName::Rawsource, rawText(begin, end));
}

Span InlineRun::spanOf(std::size_t begin, std::size_t end) const noexcept
{
    if (m_position)
        return {*m_position + std::uint32_t(begin), *m_position + std::uint32_t(end)};
    return spanIn(m_document.sources(), m_source, begin, end);
}

} // namespace rst
