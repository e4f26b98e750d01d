// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_run.h"
#include "rst/text/names.h"

// The constructs that are a start-string, text and an end-string:
// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#emphasis and the sections after it.

namespace rst {

/// The end-string of a construct. Where there is none, says so and makes the start-string problematic.
std::optional<InlineRun::Mark> InlineRun::endOrFail(Mark start, Ending ending, std::string_view construct)
{
    const std::optional<Mark> end = findEnd(ending, start.end);
    if (!end)
        fail(start, m_context.reporter.report<DiagnosticKind::InlineStartWithoutEnd>(placeOf(start), construct));
    return end;
}

/// Emphasis and strong emphasis.
bool InlineRun::takeStar()
{
    const bool isStrong = m_text.substr(m_at).starts_with("**");
    const Mark start{m_at, m_at + (isStrong ? 2u : 1u)};
    if (isSpaceAt(m_text, start.end))
        return false;
    if (isQuoted(start)) {
        passAsText(start.end);
        return true;
    }
    const auto end = endOrFail(start, isStrong ? Ending::Strong : Ending::Emphasis, isStrong ? "strong" : "emphasis");
    if (end) {
        flushText(start.begin);
        appendPlainText(appendNode(isStrong ? NodeKind::Strong : NodeKind::Emphasis, start.begin, end->end), start.end,
                        end->begin);
        continueAt(end->end);
    }
    return true;
}

bool InlineRun::takeLiteral()
{
    const Mark start{m_at, m_at + 2};
    if (!m_text.substr(m_at).starts_with("``") || isSpaceAt(m_text, start.end))
        return false;
    if (isQuoted(start)) {
        passAsText(start.end);
        return true;
    }
    if (const auto end = endOrFail(start, Ending::Literal, "literal")) {
        flushText(start.begin);
        const NodeId literal = appendNode(NodeKind::Literal, start.begin, end->end);
        m_document.appendText(literal, rawText(start.end, end->begin), spanOf(start.end, end->begin));
        continueAt(end->end);
    }
    return true;
}

bool InlineRun::takeInternalTarget()
{
    const Mark start{m_at, m_at + 2};
    if (!m_text.substr(m_at).starts_with("_`") || isSpaceAt(m_text, start.end))
        return false;
    if (isQuoted(start)) {
        passAsText(start.end);
        return true;
    }
    if (const auto end = endOrFail(start, Ending::Target, "target")) {
        flushText(start.begin);
        const NodeId target = m_document.create(NodeKind::Target, spanOf(start.begin, end->end));
        appendPlainText(target, start.end, end->begin);
        m_document.addAttribute(target, AttributeName::Names,
                                m_document.store(fullyNormalizeName(plainText(start.end, end->begin))));
        // Noted while it is nowhere yet: a message about its name has the reader's line, not the paragraph's.
        m_context.targets.noteExplicitTarget(target, m_context.blockParent);
        m_document.append(m_parent, target);
        continueAt(end->end);
    }
    return true;
}

/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#substitution-references
bool InlineRun::takeSubstitution()
{
    const Mark start{m_at, m_at + 1};
    if (start.end < m_text.size() && (m_text[start.end] == '|' || isSpaceAt(m_text, start.end)))
        return false;
    if (isQuoted(start)) {
        passAsText(start.end);
        return true;
    }
    const auto end = endOrFail(start, Ending::Substitution, "substitution_reference");
    if (!end)
        return true;
    flushText(start.begin);
    const std::string_view name = plainText(start.end, end->begin);
    const std::string_view suffix = rawText(end->begin + 1, end->end);
    const Span span = spanOf(start.begin, end->end);
    NodeId parent = m_parent;
    if (!suffix.empty()) {
        parent = m_document.append(m_parent, NodeKind::Reference, span);
        const std::string rawsource = "|" + std::string(name) + std::string(rawText(end->begin, end->end));
        m_document.setAttribute(parent, AttributeName::Rawsource, m_document.store(rawsource));
        if (suffix == "__") {
            m_document.setAttribute(parent, AttributeName::Anonymous, "1");
            m_context.targets.noteAnonymousReference(parent);
        } else {
            m_document.setAttribute(parent, AttributeName::Refname, storedName(name));
            m_context.targets.noteRefname(parent);
        }
    }
    const NodeId substitution = m_document.append(parent, NodeKind::SubstitutionReference, span);
    m_document.setAttribute(substitution, AttributeName::Refname, storedWithPlainSpace(name));
    keepRawsource(substitution, start.begin, end->end);
    m_document.appendText(substitution, name, spanOf(start.end, end->begin));
    continueAt(end->end);
    return true;
}

} // namespace rst
