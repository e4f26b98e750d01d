// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/inline_run.h"
#include "rst/parser/standalone_hyperlink.h"
#include "rst/text/names.h"

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-references

namespace rst {

namespace {

constexpr std::size_t none = std::string_view::npos;

/// Where an embedded URI or alias stands in a phrase, as offsets into it.
struct Embedded {
    std::size_t textEnd = 0; // of the phrase's own text: before the white space
    std::size_t begin = 0;   // between the angle brackets
    std::size_t end = 0;
};

/// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#embedded-uris-and-aliases
[[nodiscard]] std::optional<Embedded> findEmbedded(std::string_view phrase) noexcept
{
    if (!phrase.ends_with('>'))
        return std::nullopt;
    const std::size_t end = phrase.size() - 1;
    if (end == 0 || phrase[end - 1] == '\0' || isSpaceBefore(phrase, end))
        return std::nullopt;
    std::size_t bracket = phrase.find_last_of("<>", end - 1);
    while (bracket != none && bracket > 0 && phrase[bracket - 1] == '\0') // an escaped bracket is part of the URI
        bracket = phrase.find_last_of("<>", bracket - 1);
    if (bracket == none || phrase[bracket] == '>' || bracket + 1 == end || isSpaceAt(phrase, bracket + 1))
        return std::nullopt;
    std::size_t textEnd = bracket;
    while (textEnd > 0 && (phrase[textEnd - 1] == ' ' || phrase[textEnd - 1] == '\n'))
        --textEnd;
    if (textEnd == bracket && bracket > 0)
        return std::nullopt; // neither at the beginning nor after white space
    return Embedded{.textEnd = textEnd, .begin = bracket + 1, .end = end};
}

/// An embedded URI without its white space; escaped white space becomes one space, other escapes are resolved.
[[nodiscard]] std::string withoutSpace(std::string_view uri)
{
    std::string result;
    result.reserve(uri.size());
    for (std::size_t at = 0; at < uri.size();) {
        if (uri[at] == '\0') {
            const bool isSpaceEscaped = at + 1 < uri.size() && (uri[at + 1] == ' ' || uri[at + 1] == '\n');
            if (isSpaceEscaped)
                result += ' ';
            at += isSpaceEscaped ? 2 : 1;
        } else {
            const std::size_t size = decodeAt(uri, at).size;
            if (!isSpaceAt(uri, at))
                result += uri.substr(at, size);
            at += size;
        }
    }
    return result;
}

/// Whether an embedded link names another target, `<name_>`, instead of giving a URI.
[[nodiscard]] bool isAlias(std::string_view link)
{
    if (!link.ends_with('_') || link.ends_with(std::string_view("\0_", 2)) || link.ends_with("\\_"))
        return false;
    return !standaloneHyperlinkAt(link, 0, link.size());
}

} // namespace

/// A reference to a phrase: `` `phrase`_ ``, `` `phrase <uri>`__ ``, `` `phrase <alias_>`_ ``.
void InlineRun::takePhraseReference(Mark content, std::size_t end)
{
    const std::size_t begin = content.begin - 1;
    flushText(begin);
    const bool isAnonymous = rawText(begin, end).ends_with("__");
    TargetTable &targets = m_context.targets;

    const std::optional<Embedded> embedded = findEmbedded(m_text.substr(content.begin, content.end - content.begin));
    std::size_t textEnd = content.end;
    NodeId target = NodeId::None;
    std::string_view link;
    bool linkIsAlias = false;
    if (embedded) {
        textEnd = content.begin + embedded->textEnd;
        const Mark inner{content.begin + embedded->begin, content.begin + embedded->end};
        const std::string_view escapedLink = m_text.substr(inner.begin, inner.end - inner.begin);
        // With its angle brackets and the white space before them.
        target = m_document.create(NodeKind::Target, spanOf(inner.begin - 1, inner.end + 1));
        linkIsAlias = isAlias(escapedLink);
        if (linkIsAlias) {
            const std::string_view alias = plainText(inner.begin, inner.end - 1);
            link = storedName(alias);
            m_document.setAttribute(target, AttributeName::Refname, link);
            m_document.setAttribute(target, AttributeName::Rawsource, rawText(textEnd, inner.end + 1));
            m_document.setAttribute(target, AttributeName::IndirectReferenceName, storedWithPlainSpace(alias));
        } else {
            std::string uri(adjustedUri(m_document, withoutSpace(escapedLink)));
            if (uri.ends_with("\\_"))
                uri.erase(uri.size() - 2, 1);
            link = m_document.store(uri);
            m_document.setAttribute(target, AttributeName::Refuri, link);
            m_document.setReferenced(target);
        }
    }
    const bool hasOwnText = textEnd > content.begin;
    const std::string_view text = hasOwnText ? plainText(content.begin, textEnd) : link;

    const NodeId reference = appendNode(NodeKind::Reference, begin, end);
    m_document.setAttribute(reference, AttributeName::Name, storedWithPlainSpace(text));
    keepRawsource(reference, begin, end);
    if (hasOwnText)
        appendPlainText(reference, content.begin, textEnd);
    else
        m_document.appendText(reference, text, m_document[target].span());
    continueAt(end);

    if (target == NodeId::None) {
        if (isAnonymous) {
            m_document.setAttribute(reference, AttributeName::Anonymous, "1");
            targets.noteAnonymousReference(reference);
        } else {
            m_document.setAttribute(reference, AttributeName::Refname, storedName(text));
            targets.noteRefname(reference);
        }
        return;
    }
    m_document.setAttribute(reference, linkIsAlias ? AttributeName::Refname : AttributeName::Refuri, link);
    if (!isAnonymous) {
        m_document.addAttribute(target, AttributeName::Names, storedName(text));
        if (linkIsAlias)
            targets.noteIndirectTarget(target);
        else
            targets.noteExplicitTarget(target, m_context.blockParent);
        m_document.append(m_parent, target);
    }
    if (linkIsAlias)
        targets.noteRefname(reference);
}

} // namespace rst
