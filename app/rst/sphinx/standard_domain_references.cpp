// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// References to labels, documents, numbered figures, options and terms (`StandardDomain.resolve_xref`).
// https://www.sphinx-doc.org/en/master/usage/referencing.html

#include "rst/sphinx/caption_numbers.h"
#include "rst/sphinx/reference_resolver.h"
#include "rst/sphinx/site_numbers.h"
#include "rst/sphinx/site_words.h"
#include "rst/text/unicode.h"

namespace rst::sphinx {

std::optional<Destination> ReferenceResolver::labelled(std::string_view label, bool needsTitle) const
{
    const std::string key(label);
    if (const auto found = m_environment.labels.find(key); found != m_environment.labels.end())
        return Destination{m_settings.docname, std::string(found->second.id), std::string(found->second.title)};
    if (!needsTitle) {
        if (const auto found = m_environment.anonymousLabels.find(key); found != m_environment.anonymousLabels.end())
            return Destination{m_settings.docname, std::string(found->second), {}};
    }
    if (m_settings.findLabel) {
        if (const auto found = m_settings.findLabel(label); found && (!needsTitle || !found->title.empty()))
            return Destination{found->docname, found->id, found->title};
    }
    if (label == "genindex")
        return Destination{"genindex", {}, std::string(siteWord(SiteWord::Index, m_settings.language))};
    if (label == "modindex")
        return Destination{"py-modindex", {}, std::string(siteWord(SiteWord::ModuleIndex, m_settings.language))};
    if (label == "search")
        return Destination{"search", {}, std::string(siteWord(SiteWord::SearchPage, m_settings.language))};
    return std::nullopt;
}

ReferenceResolver::Found ReferenceResolver::followLabel(std::string_view target)
{
    const auto found = labelled(target, !m_isExplicit);
    if (!found)
        return std::nullopt;
    const std::string title = m_isExplicit ? m_pending.asText() : found->title;
    return makeTitled(found->docname, found->id, title, "std", "std-ref");
}

ReferenceResolver::Found ReferenceResolver::followDocument(std::string_view target)
{
    const std::string docname = joinDocname(m_page, target);
    std::string title;
    if (docname == m_settings.docname) {
        title = m_document[Document::root()].attribute(AttributeName::DocumentTitle);
    } else {
        const auto found = m_settings.findDocument ? m_settings.findDocument(docname) : std::nullopt;
        if (!found)
            return std::nullopt;
        title = found->title;
    }
    return makeTitled(docname, {}, m_isExplicit ? m_pending.asText() : title, "doc", {});
}

namespace {

/// How the number of an element of another document reads.
const std::string &formatOf(const CaptionNumbers &numbers, OutlineItem::Kind kind)
{
    switch (kind) {
    case OutlineItem::Kind::Figure: return numbers.figure;
    case OutlineItem::Kind::Table: return numbers.table;
    case OutlineItem::Kind::Code: return numbers.code;
    default: return numbers.section;
    }
}

} // namespace

/// What a label that may lead to something with a number leads to; nothing where that is never numbered.
std::optional<ReferenceResolver::Numbered> ReferenceResolver::numberedAt(const Destination &place) const
{
    const CaptionNumbers &formats = m_settings.captionNumbers;
    if (place.docname != m_settings.docname) {
        const auto *const known = m_settings.numbers ? m_settings.numbers->find(place.docname, place.id) : nullptr;
        if (known == nullptr)
            return std::nullopt;
        return Numbered{.isSection = known->kind == OutlineItem::Kind::Heading,
                        .format = formatOf(formats, known->kind),
                        .number = known->number,
                        .isCounted = known->isCounted};
    }
    const NodeId id = m_context.targets.byId(place.id);
    const NodeRef node = id == NodeId::None ? NodeRef() : m_document[id];
    const std::string *const format = node ? captionFormat(formats, node) : nullptr;
    if (format == nullptr)
        return std::nullopt;
    Numbered result{.isSection = node.is(NodeKind::Section), .format = *format};
    const std::string_view own = node.attribute(AttributeName::Ids);
    if (!result.isSection) {
        result.number = node.attribute(AttributeName::CaptionNumber);
        result.isCounted = !result.number.empty();
    } else if (const auto *const known =
                   m_settings.numbers ? m_settings.numbers->find(m_settings.docname, own) : nullptr) {
        result.number = known->number;
        result.isCounted = known->isCounted;
    }
    return result;
}

ReferenceResolver::Found ReferenceResolver::followNumbered(std::string_view target)
{
    const auto found = labelled(target, false);
    if (!found)
        return std::nullopt;
    const auto element = numberedAt(*found);
    const Place place = placeOf(m_pending);
    const bool isUnknown = !element && found->docname != m_settings.docname && !m_settings.numbers;
    if (!element && !isUnknown)
        return std::nullopt;
    if (!m_settings.captionNumbers.isOn && (isUnknown || !element->isSection)) {
        warn<DiagnosticKind::SphinxNumfigDisabled>(m_context.reporter, place, {});
        return contentOf();
    }
    if (isUnknown)
        return makeTitled(found->docname, found->id, m_pending.asText(), "std", "std-numref");
    if (!element->isCounted) {
        warn<DiagnosticKind::SphinxNoNumber>(m_context.reporter, place, {}, found->id);
        return contentOf();
    }
    const std::string title = m_isExplicit ? m_pending.asText() : element->format;
    const auto text = numberedTitle(title, found->title, element->number);
    if (!text) {
        warn<DiagnosticKind::SphinxNumfigFormat>(m_context.reporter, place, {}, title);
        return contentOf();
    }
    return makeTitled(found->docname, found->id, *text, "std", "std-numref");
}

ReferenceResolver::Found ReferenceResolver::followOption(std::string_view target)
{
    const std::string program(m_pending.attribute(AttributeName::Program));
    const auto find = [&](const std::string &owner, std::string_view option) -> std::optional<Destination> {
        const auto found = m_environment.programOptions.find(SphinxEnvironment::ObjectKey{owner, std::string(option)});
        return found == m_environment.programOptions.end()
                   ? elsewhere(typeOfOption(owner), option)
                   : std::optional(Destination{m_settings.docname, std::string(found->second), {}});
    };
    target = trimmed(target);
    std::optional<Destination> place = find(program, target);
    for (const std::string_view separator : {"=", "[=", " "}) {
        if (!place && target.contains(separator))
            place = find(program, target.substr(0, target.find(separator)));
    }
    std::string commands;
    for (std::string_view rest = target; !place && rest.contains(' ');) {
        const std::size_t blank = rest.find(' ');
        commands += (commands.empty() ? "" : "-") + std::string(rest.substr(0, blank));
        rest = trimmedLeft(rest.substr(blank));
        place = find(commands, rest);
    }
    return makeReferenceTo(place);
}

ReferenceResolver::Found ReferenceResolver::followObject(std::string_view type, std::string_view target)
{
    return makeReferenceTo(described(type, target));
}

ReferenceResolver::Found ReferenceResolver::followTerm(std::string_view target)
{
    if (const Found found = followObject("term", target))
        return found;
    const std::string folded = toLower(target);
    const auto term = m_environment.terms.find(folded);
    if (term == m_environment.terms.end())
        return makeReferenceTo(elsewhere(foldedTerm, folded));
    return makeReference(m_settings.docname, term->second, contentOf());
}

ReferenceResolver::Found ReferenceResolver::followStandard(std::string_view type, std::string_view target)
{
    if (type == "ref")
        return followLabel(target);
    if (type == "doc")
        return followDocument(target);
    if (type == "numref")
        return followNumbered(target);
    if (type == "option")
        return followOption(target);
    if (type == "term")
        return followTerm(target);
    if (type == "keyword") {
        const auto found = labelled(target, true);
        return found ? Found(makeReference(found->docname, found->id, contentOf())) : std::nullopt;
    }
    return followObject(type, target);
}

} // namespace rst::sphinx
