// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/sphinx_html_writer.h"

#include "rst/sphinx/admonition_labels.h"
#include "rst/sphinx/caption_numbers.h"
#include "rst/sphinx/site_numbers.h"

#include <algorithm>
#include <array>

namespace rst {

std::string writeSphinxHtml(const Document &document, const Settings &settings)
{
    return SphinxHtmlWriter(document, settings).write();
}

SphinxHtmlWriter::SphinxHtmlWriter(const Document &document, const Settings &settings)
    : HtmlWriter(document)
    , m_settings(settings)
{
}

std::string SphinxHtmlWriter::assemble()
{
    return std::move(m_body); // headers and footers are the theme's
}

std::string SphinxHtmlWriter::writeBlock(NodeRef node, unsigned level)
{
    m_sectionLevel = level;
    return writeFragment(node);
}

void SphinxHtmlWriter::permalink(NodeRef target, std::string_view title)
{
    if (!m_settings.sphinx.permalinks || !target.hasAttribute(AttributeName::Ids))
        return;
    raw("<a class=\"headerlink\" href=\"#");
    raw(target.attribute(AttributeName::Ids));
    raw("\" title=\"");
    raw(title);
    raw("\">¶</a>");
}

/// `add_fignumber`
void SphinxHtmlWriter::captionNumber(NodeRef owner)
{
    const std::string_view number = owner.attribute(AttributeName::CaptionNumber);
    const std::string *format = captionFormat(m_settings.sphinx.captionNumbers, owner);
    if (number.empty() || format == nullptr)
        return;
    std::string prefix = *format;
    if (const std::size_t place = prefix.find("%s"); place != prefix.npos)
        prefix.replace(place, 2, number);
    raw("<span class=\"caption-number\">");
    text(prefix);
    raw(" </span>");
}

void SphinxHtmlWriter::depart(NodeRef node)
{
    const NodeRef parent = node.parent();
    switch (node.kind()) {
    case NodeKind::Title:
        if (parent.is(NodeKind::Table)) {
            raw("</span>");
            permalink(parent, "Link to this table");
        } else if (parent.is(NodeKind::Section)) {
            if (node.hasAttribute(AttributeName::Refid))
                raw("</a>");
            permalink(parent, "Link to this heading");
        }
        break;
    case NodeKind::Caption:
        raw("</span>");
        permalink(parent, parent.is(NodeKind::Figure) ? "Link to this image" : "Link to this code");
        break;
    case NodeKind::Term:
        if (node.attribute(AttributeName::ObjectType) == "desc_signature") {
            --m_protected;
            permalink(node, "Link to this definition");
        } else if (parent.parent().parent().is(NodeKind::Glossary)) {
            permalink(node, "Link to this term");
        }
        break;
    case NodeKind::Literal:
        if (!node.hasItem(AttributeName::Classes, "kbd"))
            --m_protected;
        break;
    case NodeKind::Reference: m_isInMailto = false; break;
    case NodeKind::Table: m_rows.pop_back(); break;
    case NodeKind::FieldList: m_fields.pop_back(); break;
    default: break;
    }
    HtmlWriter::depart(node);
}

// Titles.

Walk SphinxHtmlWriter::visitTitle(NodeRef title)
{
    const NodeRef parent = title.parent();
    if (parent.is(NodeKind::Topic))
        return lineElement("p", title, "topic-title"); // that of a table of contents does not lead to the top
    const Walk walk = HtmlWriter::visitTitle(title);
    if (parent.is(NodeKind::Table)) {
        captionNumber(parent);
        raw("<span class=\"caption-text\">");
    }
    return walk;
}

Walk SphinxHtmlWriter::startSectionTitle(NodeRef title)
{
    constexpr std::array<std::string_view, 7> tags{"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
    const std::string_view name = tags[std::min(m_sectionLevel, 6u)];
    StartTag heading = tag(name, title);
    if (m_sectionLevel > 6)
        heading.attribute("aria-level", std::int64_t(m_sectionLevel));
    heading.write();
    if (title.hasAttribute(AttributeName::Refid)) { // depart() closes it
        const std::string target = '#' + std::string(title.attribute(AttributeName::Refid));
        tag("a", NodeRef())
            .classesLast("toc-backref")
            .attribute("href", target)
            .attribute("role", "doc-backlink")
            .write();
    }
    const SphinxSettings &settings = m_settings.sphinx;
    if (const std::string number =
            settings.numbers ? settings.numbers->section(settings.docname, title.parent().attribute(AttributeName::Ids))
                             : "";
        !number.empty())
        raw("<span class=\"section-number\">" + number + ". </span>");
    return intoTag(name, "\n");
}

// Text.

/// Code in words that do not break, with blanks that stay.
void SphinxHtmlWriter::protectedText(std::string_view content)
{
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t begin = at;
        if (content[at] == '\n') {
            raw("\n");
            ++at;
        } else if (content[at] == ' ') {
            at = std::min(content.find_first_not_of(' ', at), content.size());
            for (std::size_t i = begin + 1; i < at; ++i)
                raw("&#160;");
            raw(" ");
        } else {
            at = std::min(content.find_first_of(" \n", at), content.size());
            const std::string_view word = content.substr(begin, at - begin);
            raw("<span class=\"pre\">");
            text(word);
            raw("</span>");
        }
    }
}

Walk SphinxHtmlWriter::visitText(NodeRef node)
{
    if (m_protected > 0) {
        protectedText(node.text());
    } else if (m_isInMailto) { // thwarts harvesters
        for (std::string_view rest = node.text(); !rest.empty();) {
            const std::size_t plain = std::min(rest.find_first_of("@."), rest.size());
            text(rest.substr(0, plain));
            if (plain < rest.size())
                raw(rest[plain] == '@' ? "<span>&#64;</span>" : "<span>&#46;</span>");
            rest.remove_prefix(std::min(plain + 1, rest.size()));
        }
    } else {
        text(node.text());
    }
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitReference(NodeRef reference)
{
    const bool hasUri = reference.hasAttribute(AttributeName::Refuri) || !reference.hasAttribute(AttributeName::Refid);
    const bool isInternal = !hasUri || reference.hasAttribute(AttributeName::Internal);
    std::string target = hasUri ? std::string(reference.attribute(AttributeName::Refuri))
                                : '#' + std::string(reference.attribute(AttributeName::Refid));
    if (target.empty())
        target = "#";
    m_isInMailto = hasUri && target.starts_with("mailto:");
    for (std::size_t at = target.find('@'); m_isInMailto && at != std::string::npos; at = target.find('@', at))
        target.replace(at, 1, "%40");
    StartTag start = tag("a", reference);
    start.classesLast("reference").classesLast(isInternal ? "internal" : "external").attribute("href", target);
    const NodeRef child = reference.firstChild();
    if (!isTextElement(reference.parent()) && child.is(NodeKind::Image) && !child.next())
        start.classesLast("image-reference");
    if (reference.hasAttribute(AttributeName::Reftitle))
        start.attribute("title", reference.attribute(AttributeName::Reftitle));
    start.write();
    return intoTag("a", isTextElement(reference.parent()) ? "" : "\n");
}

Walk SphinxHtmlWriter::visitFootnoteReference(NodeRef reference)
{
    const std::string target = '#' + std::string(reference.attribute(AttributeName::Refid));
    tag("a", reference)
        .classesFirst("footnote-reference")
        .classesFirst("brackets")
        .attribute("href", target)
        .attribute("role", "doc-noteref")
        .write("<span class=\"fn-bracket\">[</span>");
    return into("<span class=\"fn-bracket\">]</span></a>");
}

Walk SphinxHtmlWriter::visitInlineElement(NodeRef node)
{
    return inlineElement("span", node);
}

Walk SphinxHtmlWriter::visitAbbreviation(NodeRef node)
{
    StartTag start = tag("abbr", node);
    if (node.hasAttribute(AttributeName::Explanation))
        start.attribute("title", node.attribute(AttributeName::Explanation));
    start.write();
    return intoTag("abbr");
}

// Blocks.

Walk SphinxHtmlWriter::visitBlockQuote(NodeRef quote)
{
    tag("blockquote", quote).write("\n<div>");
    return into("</div></blockquote>\n");
}

Walk SphinxHtmlWriter::visitComment(NodeRef)
{
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitSystemMessage(NodeRef message)
{
    return m_settings.sphinx.keepWarnings ? HtmlWriter::visitSystemMessage(message)
                                          : Walk::Past; // messages go to the log
}

Walk SphinxHtmlWriter::visitRubric(NodeRef rubric)
{
    constexpr std::array<std::string_view, 7> tags{"p", "h1", "h2", "h3", "h4", "h5", "h6"};
    const std::int64_t level = rubric.number(AttributeName::HeadingLevel);
    return lineElement(tags[std::size_t(std::clamp<std::int64_t>(level, 0, 6))], rubric, "rubric");
}

Walk SphinxHtmlWriter::startAdmonition(NodeRef node)
{
    const std::string_view label = admonitionLabel(node.kind(), m_settings.sphinx.language);
    tag("div", node).classesLast("admonition").classesLast(label.empty() ? "" : node.tag()).write("\n");
    if (!label.empty()) {
        raw("<p class=\"admonition-title\">");
        text(label);
        raw("</p>\n");
    }
    return intoTag("div", "\n");
}

Walk SphinxHtmlWriter::visitSeeAlso(NodeRef node)
{
    return startAdmonition(node);
}

Walk SphinxHtmlWriter::visitUpdate(NodeRef node)
{
    return startAdmonition(node);
}

Walk SphinxHtmlWriter::visitFigure(NodeRef figure)
{
    const std::string_view given = figure.attribute(AttributeName::Align);
    return figureElement(figure, given.empty() ? "default" : given);
}

Walk SphinxHtmlWriter::visitCaption(NodeRef caption)
{
    const bool isOfCode = caption.parent().is(NodeKind::Container);
    if (isOfCode) {
        raw("<div class=\"code-block-caption\">");
        captionNumber(caption.parent());
        raw("<span class=\"caption-text\">");
        return into("</div>\n");
    }
    const Walk walk = HtmlWriter::visitCaption(caption);
    captionNumber(caption.parent());
    raw("<span class=\"caption-text\">");
    return walk;
}

// Lists.

Walk SphinxHtmlWriter::visitBulletList(NodeRef list)
{
    return HtmlWriter::visitBulletList(list);
}

Walk SphinxHtmlWriter::visitDefinitionList(NodeRef list)
{
    if (list.attribute(AttributeName::ObjectType) != "desc")
        return HtmlWriter::visitDefinitionList(list);
    tag("dl", list).write("\n");
    return intoTag("dl", "\n\n");
}

Walk SphinxHtmlWriter::visitTerm(NodeRef term)
{
    tag("dt", term).write();
    if (term.attribute(AttributeName::ObjectType) == "desc_signature")
        ++m_protected;
    return into();
}

Walk SphinxHtmlWriter::visitDefinition(NodeRef definition)
{
    return lineElement("dd", definition);
}

namespace {

std::string_view oddOrEven(std::size_t number, std::string_view odd, std::string_view even)
{
    return number % 2 == 0 ? even : odd;
}

} // namespace

Walk SphinxHtmlWriter::visitFieldList(NodeRef list)
{
    m_fields.push_back(0);
    return HtmlWriter::visitFieldList(list);
}

Walk SphinxHtmlWriter::visitField(NodeRef field)
{
    ++m_fields.back();
    return HtmlWriter::visitField(field);
}

Walk SphinxHtmlWriter::visitFieldName(NodeRef name)
{
    const std::size_t number = m_fields.empty() ? 1 : m_fields.back();
    tag("dt", name)
        .classesOf(name.parent())
        .classesLast(oddOrEven(number, "field-odd", "field-even"))
        .idsOf(name.parent())
        .write();
    return into("<span class=\"colon\">:</span></dt>\n");
}

Walk SphinxHtmlWriter::visitFieldBody(NodeRef body)
{
    const std::size_t number = m_fields.empty() ? 1 : m_fields.back();
    tag("dd", body)
        .classesOf(body.parent())
        .classesLast(oddOrEven(number, "field-odd", "field-even"))
        .write(body.hasChildren() ? "" : "<p></p>");
    return intoTag("dd", "\n");
}

// Tables.

Walk SphinxHtmlWriter::visitTable(NodeRef table)
{
    m_rows.push_back(0);
    m_tables.push_back({.table = table});
    StartTag start = tag("table", table);
    const std::string_view given = table.attribute(AttributeName::Align);
    const std::string align = "align-" + std::string(given.empty() ? "default" : given);
    const std::string style = std::string("width: ").append(table.attribute(AttributeName::Width));
    start.classesLast("docutils").classesLast(align);
    if (table.hasAttribute(AttributeName::Width))
        start.attribute("style", style);
    start.write("\n");
    return intoTag("table", "\n");
}

Walk SphinxHtmlWriter::visitRow(NodeRef row)
{
    if (m_rows.empty())
        return HtmlWriter::visitRow(row);
    m_tables.back().column = 0;
    return lineElement("tr", row, oddOrEven(++m_rows.back(), "row-odd", "row-even"));
}

} // namespace rst
