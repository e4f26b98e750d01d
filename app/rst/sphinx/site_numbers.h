// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rst {

/// What of a document Sphinx counts, in its order: headings, elements with captions, and the entries of its tables of
/// contents.
struct OutlineItem {
    enum class Kind : std::uint8_t { Heading, Figure, Table, Code, Equation, Entry };

    Kind kind = Kind::Heading;
    unsigned depth = 1;  // of a heading; of others that of the headings which may follow there
    std::string id = {}; // of an element its first; of an entry the name of its document
    std::vector<std::string> otherIds = {};
    unsigned table = 0;         // of an entry: which of the document's tables of contents it stands in
    unsigned numberedDepth = 0; // of an entry: the table's option `numbered`
};
using Outline = std::vector<OutlineItem>;

/// The numbers that a site's tables of contents give to headings, and to figures, tables and code with captions
/// (`TocTreeCollector.assign_section_numbers`, `assign_figure_numbers`).
class SiteNumbers
{
public:
    using Outlines = std::map<std::string, Outline, std::less<>>; // by docname

    SiteNumbers(const Outlines &outlines, std::string_view rootDocument, unsigned captionSectionDepth);

    /// What an element is, and its number; null for what never has one. A section deeper than numbers go is counted, and has
    /// an empty one.
    struct Numbered {
        OutlineItem::Kind kind = OutlineItem::Kind::Heading;
        std::string number = {};
        bool isCounted = false;
    };
    [[nodiscard]] const Numbered *find(std::string_view docname, std::string_view id) const;
    /// Whether the document was among those that were counted.
    [[nodiscard]] bool knows(std::string_view docname) const { return m_numbers.contains(docname); }
    /// The number of a section, or that of its document.
    [[nodiscard]] std::string section(std::string_view docname, std::string_view id) const;

private:
    using Number = std::vector<unsigned>;

    void numberTables(const std::string &docname, const Outline &outline);
    void numberDocument(const std::string &docname, std::int64_t depth, Number &number);
    void numberEntry(const OutlineItem &entry, std::int64_t depth, Number &number);
    void numberCaptions(const std::string &docname, const Number &section);

    [[nodiscard]] const Number *sectionNumber(std::string_view docname, std::string_view id) const;

    const Outlines *m_outlines; // while numbers are given
    std::size_t m_captionSectionDepth;
    unsigned m_depth = 0; // of documents in documents
    std::set<std::string, std::less<>> m_assigned;
    std::map<std::pair<OutlineItem::Kind, Number>, unsigned> m_captions;
    std::map<std::string, std::map<std::string, Number, std::less<>>, std::less<>> m_sections; // by docname and id
    std::map<std::string, std::map<std::string, Numbered, std::less<>>, std::less<>> m_numbers;
};

} // namespace rst
