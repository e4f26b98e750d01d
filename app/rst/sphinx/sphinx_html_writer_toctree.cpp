// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Tables of contents of the site (`sphinx.environment.adapters.toctree`).

#include "rst/sphinx/site_numbers.h"
#include "rst/sphinx/site_words.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/text/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace rst {
namespace {

constexpr unsigned deepest = 12;          // a table that leads to a table, and so on
constexpr std::size_t mostLines = 20'000; // of one table
constexpr unsigned everything = std::numeric_limits<unsigned>::max();

/// One line of a table of contents.
struct ToctreeLine {
    unsigned depth = 1;
    std::string html = {};
    std::string uri = {};
    std::string number = {};
    bool isExternal = false;
    bool isCurrent = false;
};

class ToctreeLines
{
public:
    ToctreeLines(NodeRef toctree, const SphinxSettings &settings)
        : m_toctree(toctree)
        , m_settings(settings)
        , m_maxDepth(numberOf("maxdepth", everything))
        , m_numberedDepth(numberOf("numbered", 0))
        , m_titlesOnly(numberOf("titlesonly", 0) != 0)
    {
    }

    std::vector<ToctreeLine> collect()
    {
        for (const std::string_view entry : m_toctree.items(AttributeName::ToctreeEntry)) {
            const std::size_t cut = entry.find('\0');
            addEntry(entry.substr(0, cut), entry.substr(cut + 1));
        }
        return std::move(m_lines);
    }

private:
    [[nodiscard]] unsigned numberOf(std::string_view name, unsigned otherwise) const
    {
        for (const std::string_view option : m_toctree.items(AttributeName::OptionList)) {
            if (!option.starts_with(name) || option.size() <= name.size() || option[name.size()] != '\0')
                continue;
            const std::string_view value = option.substr(name.size() + 1);
            int number = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
            return error == std::errc() && number > 0 ? unsigned(number) : everything; // 0 and less are no limit
        }
        return otherwise;
    }

    void addEntry(std::string_view title, std::string_view target)
    {
        const NodeRef root = m_toctree.document()[Document::root()];
        const bool hasHeading = std::ranges::any_of(root.children().begin(), root.children().end(),
                                                    [](NodeRef child) { return child.is(NodeKind::Section); });
        if (target == m_settings.docname && !hasHeading)
            return;
        if (target == "self" || target == m_settings.docname) {
            add({.html = escapedXml(title.empty() ? root.attribute(AttributeName::DocumentTitle) : title),
                 .isCurrent = true});
        } else if (target.contains("://")) {
            add({.html = escapedXml(title.empty() ? target : title), .uri = std::string(target), .isExternal = true});
        } else {
            addDocument(std::string(target), escapedXml(title), 1);
        }
    }

    void addDocument(const std::string &docname, const std::string &title, unsigned depth)
    {
        constexpr std::pair<std::string_view, SiteWord> generated[] = {
            {"genindex", SiteWord::Index}, {"modindex", SiteWord::ModuleIndex}, {"search", SiteWord::SearchPage}};
        const auto *const page = std::ranges::find(generated, docname, &std::pair<std::string_view, SiteWord>::first);
        if (page != std::end(generated)) {
            add({.depth = depth,
                 .html = title.empty() ? escapedXml(siteWord(page->second, m_settings.language)) : title,
                 .uri = uriOf(docname == "modindex" ? "py-modindex" : docname, {})});
            return;
        }
        const auto known = m_settings.findDocument ? m_settings.findDocument(docname) : std::nullopt;
        if (!known || !m_settings.contentsOf) {
            add({.depth = depth,
                 .html = !title.empty() ? title : escapedXml(known ? known->title : docname),
                 .uri = uriOf(docname, {}),
                 .number = known ? numberOf(docname, {}, depth) : std::string()});
            return;
        }
        if (depth > deepest || std::ranges::contains(m_around, docname)) // a table that leads back to itself
            return;
        m_around.push_back(docname);
        const std::vector<SiteSection> contents = m_settings.contentsOf(docname);
        const bool takesTitle = !title.empty() && std::ranges::count(contents, 1U, &SiteSection::depth) == 1;
        for (const SiteSection &section : contents) {
            const bool isListed = !section.docname.empty();
            if (m_titlesOnly && section.depth > 1 && !isListed)
                continue;
            const unsigned own = m_titlesOnly && isListed ? depth + 1 : depth + section.depth - 1;
            if (own > m_maxDepth)
                continue;
            if (isListed)
                addDocument(section.docname, section.html, own);
            else
                add({.depth = own,
                     .html = takesTitle && section.id.empty() ? title : section.html,
                     .uri = uriOf(docname, section.id),
                     .number = numberOf(docname, section.id, own)});
        }
        m_around.pop_back();
    }

    void add(ToctreeLine line)
    {
        if (m_lines.size() < mostLines)
            m_lines.push_back(std::move(line));
    }

    [[nodiscard]] std::string uriOf(std::string_view docname, std::string_view id) const
    {
        std::string uri = relativeUri(m_settings.uriStyle, m_settings.docname, docname);
        return id.empty() ? uri : uri.append("#").append(id);
    }

    /// The number that the whole site gives to a heading, or, where only this page is known, its own table.
    [[nodiscard]] std::string numberOf(std::string_view docname, std::string_view id, unsigned depth)
    {
        if (!m_settings.numbers)
            return nextNumber(depth);
        const std::string number = m_settings.numbers->section(docname, id);
        return number.empty() ? number : number + ". ";
    }

    /// `2.1. ` for the next line of that depth; nothing below the depth that is numbered.
    [[nodiscard]] std::string nextNumber(unsigned depth)
    {
        if (depth > m_numberedDepth || depth > m_counts.size())
            return {};
        ++m_counts[depth - 1];
        std::fill(m_counts.begin() + depth, m_counts.end(), 0U);
        std::string number;
        for (unsigned level = 0; level < depth; ++level)
            number += std::to_string(m_counts[level]) + '.';
        return number + ' ';
    }

    NodeRef m_toctree;
    const SphinxSettings &m_settings;
    unsigned m_maxDepth;
    unsigned m_numberedDepth;
    bool m_titlesOnly;
    std::array<unsigned, 2 * deepest> m_counts = {};
    std::vector<std::string> m_around; // documents whose contents are being listed
    std::vector<ToctreeLine> m_lines;
};

} // namespace

Walk SphinxHtmlWriter::visitToctree(NodeRef toctree)
{
    if (toctree.hasAttribute(AttributeName::Hidden))
        return Walk::Past;
    const std::vector<ToctreeLine> lines = ToctreeLines(toctree, m_settings.sphinx).collect();
    if (lines.empty())
        return Walk::Past;
    if (toctree.hasAttribute(AttributeName::Caption)) {
        raw("<p class=\"caption\" role=\"heading\"><span class=\"caption-text\">");
        text(toctree.attribute(AttributeName::Caption));
        raw("</span></p>\n");
    }
    const bool hasCurrent = std::ranges::any_of(lines, &ToctreeLine::isCurrent);
    unsigned depth = 0;
    for (const ToctreeLine &line : lines) {
        const unsigned own = std::min(line.depth, depth + 1);
        for (; depth > own; --depth)
            raw("</li>\n</ul>\n");
        if (depth == own)
            raw("</li>\n");
        if (depth < own) {
            raw(depth == 0 && hasCurrent ? "<ul class=\"current\">\n" : "<ul>\n");
            ++depth;
        }
        raw("<li class=\"toctree-l" + std::to_string(depth));
        raw(line.isCurrent ? " current\"><a class=\"current reference " : "\"><a class=\"reference ");
        raw(line.isExternal ? "external\" href=\"" : "internal\" href=\"");
        appendAttributeValue(m_body, line.uri.empty() ? "#" : line.uri);
        raw("\">" + line.number + line.html + "</a>");
    }
    for (; depth > 0; --depth)
        raw("</li>\n</ul>\n");
    return Walk::Past;
}

} // namespace rst
