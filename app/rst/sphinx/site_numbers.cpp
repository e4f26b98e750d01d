// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/site_numbers.h"

#include <algorithm>

namespace rst {
namespace {

std::string numberText(const std::vector<unsigned> &number)
{
    std::string text;
    for (const unsigned part : number)
        text += (text.empty() ? "" : ".") + std::to_string(part);
    return text;
}

constexpr unsigned deepestChain = 100; // a document in a document, and so on

bool leadsToDocument(const OutlineItem &entry)
{
    return entry.id != "self" && !entry.id.contains("://");
}

} // namespace

SiteNumbers::SiteNumbers(const Outlines &outlines, std::string_view rootDocument, unsigned captionSectionDepth)
    : m_outlines(&outlines)
    , m_captionSectionDepth(captionSectionDepth)
{
    for (const auto &[docname, outline] : outlines)
        numberTables(docname, outline);
    m_assigned.clear();
    numberCaptions(std::string(rootDocument), {});
    for (const auto &[docname, outline] : outlines) {
        auto &elements = m_numbers[docname];
        for (const OutlineItem &item : outline) {
            if (item.kind == OutlineItem::Kind::Entry)
                continue;
            Numbered &numbered = elements[item.id];
            numbered.kind = item.kind;
            if (item.kind == OutlineItem::Kind::Heading) {
                numbered.number = section(docname, item.id);
                numbered.isCounted = sectionNumber(docname, item.id) != nullptr;
            }
            for (const std::string &id : item.otherIds)
                elements[id] = elements[item.id];
        }
    }
    m_outlines = nullptr;
}

/// Each table of contents that is numbered counts anew; a document has the numbers that the first of them gives it.
void SiteNumbers::numberTables(const std::string &docname, const Outline &outline)
{
    Number number;
    const OutlineItem *before = nullptr;
    for (const OutlineItem &item : outline) {
        if (item.kind != OutlineItem::Kind::Entry || item.numberedDepth == 0)
            continue;
        m_assigned.insert(docname);
        if (before == nullptr || before->table != item.table)
            number = {0};
        before = &item;
        numberEntry(item, item.numberedDepth, number);
    }
}

void SiteNumbers::numberEntry(const OutlineItem &entry, std::int64_t depth, Number &number)
{
    if (depth == 0 || m_depth >= deepestChain || !leadsToDocument(entry) || !m_outlines->contains(entry.id) ||
        !m_assigned.insert(entry.id).second)
        return;
    ++m_depth;
    numberDocument(entry.id, depth, number);
    --m_depth;
}

/// `number` ends with what was counted at the level of the document's title.
void SiteNumbers::numberDocument(const std::string &docname, std::int64_t depth, Number &number)
{
    const std::size_t base = number.size();
    bool isFirst = true;
    for (const OutlineItem &item : m_outlines->find(docname)->second) {
        if (item.kind != OutlineItem::Kind::Heading && item.kind != OutlineItem::Kind::Entry)
            continue;
        const std::int64_t left = depth - item.depth + 1;
        number.resize(base + item.depth - 1, 0);
        if (item.kind == OutlineItem::Kind::Entry) {
            numberEntry(item, left, number);
            continue;
        }
        ++number.back();
        m_sections[docname][isFirst ? std::string() : item.id] = left > 0 ? number : Number();
        isFirst = false;
    }
    number.resize(base);
}

void SiteNumbers::numberCaptions(const std::string &docname, const Number &section)
{
    const auto outline = m_outlines->find(docname);
    if (outline == m_outlines->end() || !m_assigned.insert(docname).second)
        return;
    std::vector<Number> sections{section}; // of the headings around
    for (const OutlineItem &item : outline->second) {
        if (item.kind == OutlineItem::Kind::Heading) {
            sections.resize(item.depth, sections.back());
            const Number *const own = sectionNumber(docname, item.id);
            sections.push_back(own != nullptr && !own->empty() ? *own : sections.back());
            continue;
        }
        sections.resize(item.depth, sections.back());
        if (item.kind == OutlineItem::Kind::Entry) {
            if (leadsToDocument(item) && m_depth < deepestChain) {
                ++m_depth;
                numberCaptions(item.id, sections.back());
                --m_depth;
            }
            continue;
        }
        Number number = sections.back();
        number.resize(std::min(number.size(), m_captionSectionDepth));
        const unsigned count = ++m_captions[{item.kind, number}];
        number.push_back(count);
        m_numbers[docname][item.id] = {.kind = item.kind, .number = numberText(number), .isCounted = true};
    }
}

const SiteNumbers::Number *SiteNumbers::sectionNumber(std::string_view docname, std::string_view id) const
{
    const auto document = m_sections.find(docname);
    if (document == m_sections.end())
        return nullptr;
    const auto own = document->second.find(id);
    const auto title = document->second.find(std::string_view());
    return own != document->second.end() ? &own->second : title != document->second.end() ? &title->second : nullptr;
}

std::string SiteNumbers::section(std::string_view docname, std::string_view id) const
{
    const Number *const number = sectionNumber(docname, id);
    return number == nullptr ? std::string() : numberText(*number);
}

const SiteNumbers::Numbered *SiteNumbers::find(std::string_view docname, std::string_view id) const
{
    const auto document = m_numbers.find(docname);
    if (document == m_numbers.end())
        return nullptr;
    const auto element = document->second.find(id);
    return element == document->second.end() ? nullptr : &element->second;
}

} // namespace rst
