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

/// The target that a link in angle brackets makes. `inner` is between them, and `textEnd` before the white space that
/// precedes them.
InlineRun::EmbeddedTarget InlineRun::makeEmbeddedTarget(Mark inner, std::size_t textEnd)
{
    const std::string_view escapedLink = m_text.substr(inner.begin, inner.end - inner.begin);
    const NodeId target = m_document.create(NodeKind::Target, spanOf(inner.begin - 1, inner.end + 1));
    if (isAlias(escapedLink)) {
        const std::string_view alias = plainText(inner.begin, inner.end - 1);
        const std::string_view name = storedName(alias);
        m_document.setAttribute(target, AttributeName::Refname, name);
        m_document.setAttribute(target, AttributeName::Rawsource, rawText(textEnd, inner.end + 1));
        m_document.setAttribute(target, AttributeName::IndirectReferenceName, storedWithPlainSpace(alias));
        return {.node = target, .link = name, .isAlias = true};
    }
    std::string uri(adjustedUri(m_document, withoutSpace(escapedLink)));
    if (uri.ends_with("\\_"))
        uri.erase(uri.size() - 2, 1);
    const std::string_view stored = m_document.store(uri);
    m_document.setAttribute(target, AttributeName::Refuri, stored);
    m_document.setReferenced(target);
    return {.node = target, .link = stored};
}

/// A reference to a phrase: `` `phrase`_ ``, `` `phrase <uri>`__ ``, `` `phrase <alias_>`_ `` (`Inliner.phrase_ref`).
void InlineRun::takePhraseReference(Mark content, std::size_t end)
{
    const std::size_t begin = content.begin - 1;
    flushText(begin);
    const bool isAnonymous = rawText(begin, end).ends_with("__");

    std::size_t textEnd = content.end;
    EmbeddedTarget embedded;
    if (const auto link = findEmbedded(m_text.substr(content.begin, content.end - content.begin))) {
        textEnd = content.begin + link->textEnd;
        embedded = makeEmbeddedTarget({content.begin + link->begin, content.begin + link->end}, textEnd);
    }
    const bool hasOwnText = textEnd > content.begin;
    const std::string_view text = hasOwnText ? plainText(content.begin, textEnd) : embedded.link;

    const NodeId reference = appendNode(NodeKind::Reference, begin, end);
    m_document.setAttribute(reference, AttributeName::Name, storedWithPlainSpace(text));
    keepRawsource(reference, begin, end);
    if (hasOwnText)
        appendPlainText(reference, content.begin, textEnd);
    else
        m_document.appendText(reference, text, m_document[embedded.node].span());
    continueAt(end);

    if (embedded.node != NodeId::None) {
        noteEmbeddedTarget(embedded, reference, isAnonymous ? std::nullopt : std::optional(storedName(text)));
    } else if (isAnonymous) {
        m_document.setAttribute(reference, AttributeName::Anonymous, "1");
        m_context.targets.noteAnonymousReference(reference);
    } else {
        m_document.setAttribute(reference, AttributeName::Refname, storedName(text));
        m_context.targets.noteRefname(reference);
    }
}

/// Leads the reference to the target, which gets `name`; without one it is not put into the document.
void InlineRun::noteEmbeddedTarget(const EmbeddedTarget &embedded, NodeId reference,
                                   std::optional<std::string_view> name)
{
    TargetTable &targets = m_context.targets;
    m_document.setAttribute(reference, embedded.isAlias ? AttributeName::Refname : AttributeName::Refuri,
                            embedded.link);
    if (name) {
        m_document.addAttribute(embedded.node, AttributeName::Names, *name);
        if (embedded.isAlias)
            targets.noteIndirectTarget(embedded.node);
        else
            targets.noteExplicitTarget(embedded.node, m_context.blockParent);
        m_document.append(m_parent, embedded.node);
    }
    if (embedded.isAlias)
        targets.noteRefname(reference);
}

} // namespace rst
