// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/html_page.h"

#include "readers/gumbo_tree.h"
#include "readers/html_translation.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"

#include <gumbo.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace readers {

namespace {

/// All elements of a page that match, in document order.
template <class Matches>
std::vector<const GumboNode *> elementsOf(const GumboNode *root, const Matches &matches)
{
    std::vector<const GumboNode *> found;
    everyNode(root, [&](const GumboNode *here) {
        if (here->type == GUMBO_NODE_ELEMENT && matches(here))
            found.push_back(here);
        return true;
    });
    return found;
}

std::vector<const GumboNode *> elementsOf(const GumboNode *root, GumboTag tag)
{
    return elementsOf(root, [tag](const GumboNode *element) { return isElement(element, tag); });
}

/// The part that is the post: the only `article`, or else the only main part, or else all.
const GumboNode *articleOf(const GumboNode *root)
{
    if (const auto articles = elementsOf(root, GUMBO_TAG_ARTICLE); articles.size() == 1)
        return articles.front();
    const auto mains = elementsOf(root, [](const GumboNode *element) {
        return isElement(element, GUMBO_TAG_MAIN) || attributeOf(element, "role") == "main";
    });
    return mains.size() == 1 ? mains.front() : root;
}

std::string lineOf(const GumboNode *element)
{
    return rst::whitespaceNormalizeName(textOf(element));
}

/// Reads what a page says of itself.
class PageFacts
{
public:
    PageFacts(const GumboNode *root, const GumboNode *article)
        : m_root(root)
        , m_article(article)
        , m_meta(elementsOf(root, GUMBO_TAG_META))
    {
    }

    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::string date() const;
    [[nodiscard]] std::vector<std::string> tags() const;
    [[nodiscard]] std::string address() const;
    [[nodiscard]] std::string author() const
    {
        const std::vector<std::string> authors = values("author");
        return authors.empty() ? std::string() : authors.front();
    }

private:
    /// What the `meta` elements of a name say.
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;

    const GumboNode *m_root;
    const GumboNode *m_article;
    std::vector<const GumboNode *> m_meta;
};

std::vector<std::string> PageFacts::values(std::string_view name) const
{
    std::vector<std::string> values;
    for (const GumboNode *meta : m_meta) {
        const bool isIt = attributeOf(meta, "name") == name || attributeOf(meta, "property") == name ||
                          attributeOf(meta, "itemprop") == name;
        if (std::string value = rst::whitespaceNormalizeName(attributeOf(meta, "content")); isIt && !value.empty())
            values.push_back(std::move(value));
    }
    return values;
}

/// A page's own title often has the site's name behind it.
std::string PageFacts::title() const
{
    if (const auto shared = values("og:title"); !shared.empty())
        return shared.front();
    if (const auto headings = elementsOf(m_article, GUMBO_TAG_H1); headings.size() == 1) {
        if (std::string heading = lineOf(headings.front()); !heading.empty())
            return heading;
    }
    const auto titles = elementsOf(m_root, GUMBO_TAG_TITLE);
    return titles.empty() ? std::string() : lineOf(titles.front());
}

std::string PageFacts::date() const
{
    std::vector<std::string> dates;
    for (const std::string_view name : {"article:published_time", "datePublished", "date", "dcterms.date"})
        std::ranges::move(values(name), std::back_inserter(dates));
    for (const GumboNode *time : elementsOf(m_article, GUMBO_TAG_TIME))
        dates.emplace_back(attributeOf(time, "datetime"));
    for (const std::string &date : dates) {
        constexpr std::string_view shape = "0000-00-00";
        const auto fits = [](char c, char wanted) { return wanted == '-' ? c == '-' : c >= '0' && c <= '9'; };
        if (date.size() >= shape.size() && std::ranges::equal(date.substr(0, shape.size()), shape, fits))
            return date.substr(0, shape.size());
    }
    return {};
}

std::vector<std::string> PageFacts::tags() const
{
    std::vector<std::string> tags = values("article:tag");
    const std::vector<std::string> keywords = tags.empty() ? values("keywords") : std::vector<std::string>();
    for (const std::string &list : keywords) {
        for (const std::string_view tag : rst::commaItems(list)) {
            if (!tag.empty())
                tags.emplace_back(tag);
        }
    }
    return tags;
}

std::string PageFacts::address() const
{
    const auto links = elementsOf(m_root, [](const GumboNode *element) {
        return isElement(element, GUMBO_TAG_LINK) && attributeOf(element, "rel") == "canonical";
    });
    if (!links.empty())
        return std::string(attributeOf(links.front(), "href"));
    const auto shared = values("og:url");
    return shared.empty() ? std::string() : shared.front();
}

/// What is no part of the post's text: navigation, and the first heading where it says the title again.
std::vector<const GumboNode *> asideFrom(const GumboNode *article, std::string_view title)
{
    std::vector<const GumboNode *> aside = elementsOf(article, GUMBO_TAG_NAV);
    const auto headings = elementsOf(article, [](const GumboNode *element) {
        return isElement(element, GUMBO_TAG_H1) || isElement(element, GUMBO_TAG_H2);
    });
    if (!headings.empty() && lineOf(headings.front()) == title)
        aside.push_back(headings.front());
    return aside;
}

} // namespace

HtmlPage readPage(std::string_view html, std::string_view name)
{
    const GumboTree tree(html);
    const GumboNode *article = articleOf(tree.root());
    const PageFacts facts(tree.root(), article);
    HtmlPage page;
    page.post = {.title = facts.title(),
                 .date = facts.date(),
                 .author = facts.author(),
                 .tags = facts.tags(),
                 .url = facts.address()};
    if (page.post.url.empty())
        page.post.url = name;
    TreeBuilder builder(page.body);
    HtmlTranslation(builder).run(article, asideFrom(article, page.post.title));
    return page;
}

} // namespace readers
