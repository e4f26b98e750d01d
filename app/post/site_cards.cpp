// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What ABlog's templates make of a post beside its page: the card, the item of a list, the entry of the feed.

#include "post/site.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/xml.h"

#include <algorithm>
#include <ctime>
#include <format>

namespace post {

namespace {

/// Text of an XML element, where quotation marks may stay.
std::string escapedText(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    return result;
}

/// One line of the card: what it shows, and how.
struct CardLine {
    rst::LabelKind kind = rst::LabelKind::Author;
    std::string_view name = {};
    std::string_view word = {};
    std::string_view icon = {};
};

constexpr CardLine cardLines[] = {
    {rst::LabelKind::Author, "author", "Author", "user"},
    {rst::LabelKind::Location, "location", "Location", "location-arrow"},
    {rst::LabelKind::Language, "language", "Language", "language"},
    {rst::LabelKind::Category, "category", "Category", "folder-open"},
    {rst::LabelKind::Tag, "tags", "Tag", "tag"},
};

/// The moment with the offset of this machine's clock, as the site's builder writes it.
std::string withOffset(const DateTime &date)
{
    std::tm parts = {};
    parts.tm_year = date.year - 1900;
    parts.tm_mon = date.month - 1;
    parts.tm_mday = date.day;
    parts.tm_hour = date.hour;
    parts.tm_min = date.minute;
    parts.tm_sec = date.second;
    parts.tm_isdst = -1;
    const std::time_t moment = std::mktime(&parts);
    long offset = 0;
    if (std::tm local = {}; moment != std::time_t(-1) && localtime_r(&moment, &local) != nullptr)
        offset = local.tm_gmtoff / 60;
    const long minutes = offset < 0 ? -offset : offset;
    return std::format("{}{}{:02}:{:02}", isoDate(date), offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// Without the first top heading that stands in one line.
std::string withoutHeading(std::string html)
{
    for (std::size_t begin = html.find("<h1>"); begin != html.npos; begin = html.find("<h1>", begin + 1)) {
        const std::size_t end = html.find("</h1>", begin);
        if (end == html.npos)
            return html;
        if (html.find('\n', begin) > end)
            return html.erase(begin, end + 5 - begin);
    }
    return html;
}

std::string withoutBlanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

} // namespace

/// The address of a post's page, or of its section, seen from another page.
std::string Site::linkTo(const Post &post, std::string_view page) const
{
    if (!post.metadata.externalLink.empty())
        return post.metadata.externalLink;
    const std::string uri = rst::relativeUri(m_style, page, docnameOf(post));
    const std::string anchor = post.metadata.section.empty() ? std::string() : "#" + post.metadata.section;
    return uri.empty() && anchor.empty() ? "#" : uri + anchor;
}

/// Update, author, location, language, category, tags (`ablog/postcard2.html`).
std::string Site::details(const Post &post, std::string_view page) const
{
    const PostMetadata &metadata = post.metadata;
    const bool hasIcons = m_config.site.hasIcons;
    const auto mark = [&](std::string_view icon, std::string_view word) {
        return hasIcons ? std::format("<span> <i class=\"fa-fw fa fa-{}\"></i> </span>", icon)
                        : std::format("<span> {}: </span>", word);
    };
    std::string html = "<div class=\"ablog-sidebar-item ablog__postcard2\">\n";
    if (!metadata.isDraft && metadata.updated != metadata.date.value) {
        html += std::format("<li id=\"published\">{} {}</li>\n", mark("edit", "Update"),
                            rst::escapedXml(formatDate(metadata.updated, m_config.dateFormat)));
    }
    for (const CardLine &line : cardLines) {
        const std::vector<std::string> &labels = labelsOf(metadata, line.kind);
        if (labels.empty())
            continue;
        const bool isTags = line.kind == rst::LabelKind::Tag;
        const bool isPlural = isTags && labels.size() > 1;
        html += std::format(
            "<li id=\"ablog-sidebar-item {0} ablog__{0}\">{1}", line.name,
            mark(std::string(line.icon) + (isPlural ? "s" : ""), std::string(line.word) + (isPlural ? "s" : "")));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const rst::SitePage labelPage = pageOf(line.kind, labels[i]);
            html += i > 0 && !isTags ? " , " : " ";
            if (m_index->isUsed(line.kind, labels[i]))
                html += std::format("<a href=\"{}\">{}</a>",
                                    rst::escapedXml(rst::relativeUri(m_style, page, labelPage.docname)),
                                    rst::escapedXml(labelPage.title));
            else
                html += rst::escapedXml(labelPage.title);
        }
        html += "</li>\n";
    }
    return html + "</div>\n";
}

std::string Site::card(const Post &post) const
{
    if (!post.metadata.section.empty())
        return {};
    const bool hasIcons = m_config.site.hasIcons;
    const std::string date =
        hasDate(post.metadata.date) ? formatDate(post.metadata.date.value, m_config.dateFormat) : "Draft";
    std::string html = "<div class=\"ablog-sidebar-item ablog__postcard\">\n<h2>";
    if (hasIcons)
        html += std::format("<i class=\"fa fa-{}\"></i> ", post.metadata.isDraft ? "pencil" : "calendar");
    html += std::format("<span>{}</span></h2>\n<ul>\n", rst::escapedXml(date));
    return html + details(post, docnameOf(post)) + "</ul>\n</div>\n";
}

std::string Site::listing(const Post &post, std::string_view page) const
{
    const std::string link = rst::escapedXml(linkTo(post, page));
    const std::string date =
        hasDate(post.metadata.date) ? formatDate(post.metadata.date.value, m_config.dateFormat) : "Draft";
    std::string html = "<div class=\"section ablog-post\">\n";
    html += std::format("<h2 class=\"ablog-post-title\"><a href=\"{}\">{}</a></h2>\n", link,
                        rst::escapedXml(post.metadata.title));
    html += std::format("<ul class=\"ablog-archive\">\n<li>{}<span>{}</span></li>\n",
                        m_config.site.hasIcons
                            ? std::format("<i class=\"fa fa-{}\"></i> ", post.metadata.isDraft ? "pencil" : "calendar")
                            : "",
                        rst::escapedXml(date));
    html += details(post, page) + "</ul>\n";
    html += excerpt(post, page);
    html += std::format("<p class=\"ablog-post-expand\"><a href=\"{}\"><em>Read more ...</em></a></p>\n<hr/>\n</div>\n",
                        link);
    return html;
}

/// The absolute address of a post.
std::string Site::addressOf(const Post &post) const
{
    std::string address = m_config.site.baseUrl;
    if (!address.empty() && !address.ends_with('/'))
        address += '/';
    // Seen from the site's top the relative address is the whole one.
    std::string uri = rst::relativeUri(rst::UriStyle::Html, "", docnameOf(post));
    if (m_style == rst::UriStyle::Dirhtml)
        uri = rst::relativeUri(rst::UriStyle::Dirhtml, "index", docnameOf(post));
    if (uri == "./")
        uri.clear();
    address += uri;
    return post.metadata.section.empty() ? address : address + "#" + post.metadata.section;
}

std::string Site::feedContent(const Post &post) const
{
    const SiteSettings &site = m_config.site;
    std::string base = site.baseUrl;
    if (!base.empty() && !base.ends_with('/'))
        base.erase(base.rfind('/') + 1); // as urljoin() does
    return withoutHeading(shown(
        m_documents[post.document],
        {.page = site.blogPath, .post = post.number, .isWhole = site.feedFulltext, .imageFolder = base + "_images"}));
}

std::string Site::feedEntry(const Post &post) const
{
    const PostMetadata &metadata = post.metadata;
    const SiteSettings &site = m_config.site;
    const std::string address = addressOf(post);
    std::string xml = std::format("  <entry>\n    <id>{}</id>\n    <title>{}</title>\n    <updated>{}</updated>\n",
                                  escapedText(address), escapedText(metadata.title), withOffset(metadata.updated));
    if (!metadata.author.empty()) { // of several, ABlog keeps the last
        xml += std::format("    <author>\n      <name>{}</name>\n    </author>\n",
                           escapedText(pageOf(rst::LabelKind::Author, metadata.author.back()).title));
    }
    if (!site.feedTitles) {
        const std::string html = feedContent(post);
        if (!html.empty())
            xml += std::format("    <content type=\"html\">{}</content>\n", escapedText(html));
    }
    xml += std::format("    <link href=\"{}\" rel=\"alternate\"/>\n", rst::escapedXml(address));
    std::string summary;
    for (const ExcerptPart &part : metadata.excerpt)
        summary += part.isImage ? part.alternative : part.text;
    if (!summary.empty())
        xml += std::format("    <summary>{}</summary>\n", escapedText(summary));
    std::vector<std::pair<std::string, std::string>> tags;
    tags.reserve(metadata.tags.size());
    for (const std::string &label : metadata.tags)
        tags.emplace_back(pageOf(rst::LabelKind::Tag, label).title, label);
    std::ranges::stable_sort(tags, {}, &std::pair<std::string, std::string>::first);
    for (const auto &[name, label] : tags)
        xml += std::format("    <category term=\"{}\" label=\"{}\"/>\n", rst::escapedXml(withoutBlanks(name)),
                           rst::escapedXml(label));
    return xml + std::format("    <published>{}</published>\n  </entry>\n", withOffset(metadata.date.value));
}

} // namespace post
