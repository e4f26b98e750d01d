// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/inline_run.h"
#include "rst/text/names.h"

#include <algorithm>

namespace rst {

/// Where the simple reference name that ends at `end` may begin: the first word of it before which markup may start.
std::optional<std::size_t> InlineRun::simpleNameBegin(std::size_t end) const noexcept
{
    std::optional<std::size_t> result;
    for (std::size_t at = end;;) {
        const std::size_t wordEnd = at;
        while (at > m_start) {
            const std::size_t size = alphanumericBefore(m_text, at);
            if (size == 0)
                break;
            at -= size;
        }
        if (at == wordEnd)
            return result;
        if (mayStart(at))
            result = at;
        if (at == m_start || !isInlineClass(m_text[at - 1], InlineClass::NameSeparator))
            return result;
        --at;
    }
}

/// `name_` or `name__`, found by the underscore at its end:
/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-references
bool InlineRun::takeSimpleReference()
{
    const std::size_t nameEnd = m_at;
    const bool isAnonymous = m_text.substr(nameEnd).starts_with("__");
    const std::size_t end = nameEnd + (isAnonymous ? 2 : 1);
    if (!isFollowedForMarkup(m_text, end))
        return false;
    const std::optional<std::size_t> begin = simpleNameBegin(nameEnd);
    if (!begin)
        return false;

    flushText(*begin);
    const std::string_view name = rawText(*begin, nameEnd);
    const NodeId reference = appendNode(NodeKind::Reference, *begin, end);
    m_document.setAttribute(reference, AttributeName::Name, name);
    keepRawsource(reference, *begin, end);
    m_document.appendText(reference, name, spanOf(*begin, nameEnd));
    if (isAnonymous) {
        m_document.setAttribute(reference, AttributeName::Anonymous, "1");
        m_context.targets.noteAnonymousReference(reference);
    } else {
        m_document.setAttribute(reference, AttributeName::Refname, storedName(name));
        m_context.targets.noteRefname(reference);
    }
    continueAt(end);
    return true;
}

/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#footnote-references and #citation-references
bool InlineRun::takeFootnoteReference()
{
    const std::size_t labelBegin = m_at + 1;
    const std::string_view rest = m_text.substr(labelBegin);
    const bool isAutoNumbered = rest.starts_with('#');
    const bool isSymbol = rest.starts_with('*');
    const std::size_t nameBegin = labelBegin + (isAutoNumbered || isSymbol ? 1u : 0u);
    const std::size_t nameSize = isSymbol ? 0 : simpleNameLength(m_text.substr(nameBegin));
    const std::size_t labelEnd = nameBegin + nameSize;
    if (labelEnd == labelBegin || !m_text.substr(labelEnd).starts_with("]_") ||
        !isFollowedForMarkup(m_text, labelEnd + 2))
        return false;

    const std::size_t begin = m_at;
    const std::size_t end = labelEnd + 2;
    TargetTable &targets = m_context.targets;
    const std::string_view name = rawText(nameBegin, labelEnd);
    const bool isNumber = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    const bool isCitation = !isAutoNumbered && !isSymbol && !isNumber;
    std::size_t textEnd = begin;
    if (m_context.settings.sphinx.trimFootnoteSpace && !isCitation) {
        while (textEnd > m_textBegin && std::string_view(" \n\t").contains(m_text[textEnd - 1]))
            --textEnd;
    }
    flushText(textEnd);
    const NodeId reference =
        appendNode(isCitation ? NodeKind::CitationReference : NodeKind::FootnoteReference, begin, end);
    keepRawsource(reference, begin, end);
    if (isAutoNumbered) {
        m_document.setAttribute(reference, AttributeName::Auto, "1");
        targets.noteAutofootnoteReference(reference);
    } else if (isSymbol) {
        m_document.setAttribute(reference, AttributeName::Auto, "*");
        targets.noteSymbolFootnoteReference(reference);
    } else {
        m_document.appendText(reference, name, spanOf(nameBegin, labelEnd));
    }
    if (!name.empty()) {
        m_document.setAttribute(reference, AttributeName::Refname, storedName(name));
        if (isCitation)
            targets.noteCitationReference(reference);
        else
            targets.noteFootnoteReference(reference);
    }
    continueAt(end);
    return true;
}

} // namespace rst
