// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_run.h"

#include <string>
#include <vector>

// Implicit markup: what is markup in plain text, between explicit markup.
// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#standalone-hyperlinks

namespace rst {

/// A reference found in plain text.
struct InlineRun::Implicit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string uriPrefix = {}; // before the text itself, or all of the URI
    bool isUriInText = true;
};

/// The first match in a text. A text that is the end of the one searched before has the same first match, or else one
/// at its very beginning, where what stands before does not count.
template <class Match>
template <class Find, class FindAt>
std::optional<Match> InlineRun::KnownMatch<Match>::find(Find search, FindAt lookAt, std::string_view text,
                                                        std::size_t begin, std::size_t textEnd)
{
    if (end == textEnd && from <= begin && (!next || next->begin >= begin)) {
        if (const auto here = lookAt(text, begin, textEnd))
            return here;
        return next;
    }
    from = begin;
    end = textEnd;
    next = search(text, begin, textEnd);
    return next;
}

std::optional<InlineRun::Implicit> InlineRun::findImplicit(std::size_t begin, std::size_t end)
{
    if (const auto hyperlink =
            m_knownHyperlink.find(findStandaloneHyperlink, standaloneHyperlinkAt, m_text, begin, end)) {
        if (hyperlink->scheme.empty())
            return Implicit{.begin = hyperlink->begin, .end = hyperlink->end, .uriPrefix = "mailto:"};
        if (isKnownScheme(hyperlink->scheme))
            return Implicit{.begin = hyperlink->begin, .end = hyperlink->end};
        // Docutils looks for no other hyperlink in a text whose first one has an unknown scheme.
    }
    const Settings &settings = m_context.settings;
    if (settings.pepReferences) {
        if (const auto pep = m_knownPep.find(findPepReference, pepReferenceAt, m_text, begin, end))
            return Implicit{
                .begin = pep->begin, .end = pep->end, .uriPrefix = pepUri(settings, pep->number), .isUriInText = false};
    }
    if (settings.rfcReferences) {
        if (const auto rfc = m_knownRfc.find(findRfcReference, rfcReferenceAt, m_text, begin, end))
            return Implicit{
                .begin = rfc->begin, .end = rfc->end, .uriPrefix = rfcUri(settings, rfc->number), .isUriInText = false};
    }
    return std::nullopt;
}

/// Appends the nodes of plain text: runs of text and implicit references.
void InlineRun::appendImplicit(std::size_t begin, std::size_t end)
{
    const Settings &settings = m_context.settings;
    const std::string_view text = m_text.substr(begin, end - begin);
    if (!settings.pepReferences && !settings.rfcReferences && !text.contains(':') && !text.contains('@')) {
        appendPlainText(m_parent, begin, end);
        return;
    }

    // What is still to be looked at, the next part last. A reference is kept until the text before it is done.
    struct Part {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::optional<Implicit> reference = {};
    };
    std::vector<Part> parts{{.begin = begin, .end = end}};
    while (!parts.empty()) {
        Part part = std::move(parts.back());
        parts.pop_back();
        if (part.begin == part.end)
            continue;
        if (!part.reference) {
            std::optional<Implicit> found = findImplicit(part.begin, part.end);
            if (!found) {
                appendPlainText(m_parent, part.begin, part.end);
                continue;
            }
            const std::size_t foundBegin = found->begin;
            const std::size_t foundEnd = found->end;
            parts.push_back({.begin = foundEnd, .end = part.end});
            parts.push_back({.begin = foundBegin, .end = foundEnd, .reference = std::move(found)});
            // The text before may hold one that ends right here: the end of a text allows what the next letter did not.
            parts.push_back({.begin = part.begin, .end = foundBegin});
            continue;
        }
        const NodeId reference = appendNode(NodeKind::Reference, part.begin, part.end);
        const std::string_view shown = plainText(part.begin, part.end);
        std::string &uri = part.reference->uriPrefix;
        if (uri.empty()) {
            m_document.setAttribute(reference, AttributeName::Refuri, shown);
        } else {
            if (part.reference->isUriInText)
                uri += shown;
            m_document.setAttribute(reference, AttributeName::Refuri, m_document.store(uri));
        }
        keepRawsource(reference, part.begin, part.end);
        m_document.appendText(reference, shown, spanOf(part.begin, part.end));
    }
}

} // namespace rst
