// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/site_index.h"

#include "post/sphinx_settings.h"
#include "rst/sphinx/document_outline.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"

#include <algorithm>
#include <format>

namespace post {

namespace {

constexpr std::string_view labelPageNames[] = {"tag", "author", "category", "location", "language"};

void sortAsListed(std::vector<ListedPost> &posts)
{
    std::ranges::stable_sort(posts, [](const ListedPost &left, const ListedPost &right) {
        return isListedBefore(left.date, left.title, right.date, right.title);
    });
}

std::string placeKey(std::string_view type, std::string_view name)
{
    std::string key(type);
    key += '\0';
    return key += name;
}

} // namespace

const std::vector<std::string> &labelsOf(const PostMetadata &post, rst::LabelKind kind) noexcept
{
    switch (kind) {
    case rst::LabelKind::Tag: return post.tags;
    case rst::LabelKind::Author: return post.author;
    case rst::LabelKind::Category: return post.category;
    case rst::LabelKind::Location: return post.location;
    case rst::LabelKind::Language: return post.language;
    }
    return post.tags;
}

std::string labelPageName(rst::LabelKind kind, std::string_view label)
{
    return std::format("{}-{}", labelPageNames[std::size_t(kind)], rst::slugify(label));
}

std::vector<ListedPost> listedPosts(std::string_view docname, const std::vector<PostMetadata> &posts)
{
    std::vector<ListedPost> listed;
    listed.reserve(posts.size());
    for (const PostMetadata &post : posts) {
        ListedPost entry{.docname = std::string(docname),
                         .number = std::uint32_t(listed.size()),
                         .title = post.title,
                         .externalLink = post.externalLink,
                         .date = hasDate(post.date) ? std::optional(post.date.value) : std::nullopt,
                         .isPublished = !post.isDraft};
        for (const rst::LabelKind kind : siteLabelKinds) {
            for (const std::string &label : labelsOf(post, kind))
                entry.labels.emplace_back(kind, label);
        }
        listed.push_back(std::move(entry));
    }
    return listed;
}

bool isListedBefore(const std::optional<DateTime> &date, std::string_view title,
                    const std::optional<DateTime> &otherDate, std::string_view otherTitle)
{
    constexpr DateTime undated{.year = 9999, .month = 12, .day = 31};
    return std::pair(otherDate.value_or(undated), otherTitle) < std::pair(date.value_or(undated), title);
}

SiteIndex::SiteIndex(BlogConfig config, const DateTime &clock, std::vector<SiteEntry> entries, SiteKnowledge knowledge)
    : m_config(std::move(config))
    , m_ablog(sphinxSettings(m_config, clock).sphinx.ablog)
    , m_knowledge(knowledge)
    , m_images(std::make_shared<rst::UniqueFileNames>())
{
    for (const rst::NamedLabel &named : m_ablog.namedLabels)
        m_pages[labelPageName(named.kind, named.label)] = {.page = rst::labelPage(m_ablog, named.kind, named.label)};
    rst::SiteNumbers::Outlines outlines;
    m_documents.reserve(entries.size());
    m_byName.reserve(entries.size());
    for (SiteEntry &entry : entries)
        add(std::move(entry), outlines);
    m_numbers = std::make_shared<const rst::SiteNumbers>(outlines, m_config.site.rootDocument,
                                                         m_config.site.captionNumbers.sectionDepth);
    sortAsListed(m_posts);
}

void SiteIndex::add(SiteEntry entry, rst::SiteNumbers::Outlines &outlines)
{
    const auto document = std::uint32_t(m_documents.size());
    m_byName[entry.docname] = document;
    rst::Outline &outline = outlines[entry.docname];
    for (rst::LabelledPlace &place : entry.labels) {
        if (place.type == rst::sphinx::outlineItem) {
            outline.push_back(rst::readItem(place.label));
            continue;
        }
        if (place.type == rst::sphinx::pictureFile) { // Sphinx, too, names them in the order of the documents
            m_images->add(place.label);
            continue;
        }
        Place &known = m_places[placeKey(place.type, place.label)];
        if (!known.title.empty())
            known.earlier.push_back(known.document);
        known.document = document;
        known.id = std::move(place.id);
        known.title = std::move(place.title);
    }
    for (ListedPost &post : entry.posts) {
        notePost(post, document);
        m_posts.push_back(std::move(post));
    }
    m_documents.emplace_back(std::move(entry.docname), std::move(entry.title));
}

void SiteIndex::notePost(const ListedPost &post, std::uint32_t document)
{
    for (const auto &[kind, label] : post.labels) {
        std::size_t &uses = m_uses[{kind, label}];
        const std::string name = labelPageName(kind, label);
        if (const auto known = m_pages.find(name); uses == 0 || known == m_pages.end())
            notePage(name, rst::labelPage(m_ablog, kind, label), document);
        else if (known->second.onlyOf != document)
            known->second.onlyOf.reset();
        uses += post.isPublished ? 1 : 0;
    }
    if (post.date) {
        const std::string year = std::to_string(post.date->year);
        notePage("archive-" + year, {.docname = std::format("{}/{}", m_ablog.blogPath, year), .title = year}, document);
    }
}

void SiteIndex::notePage(const std::string &name, rst::SitePage page, std::uint32_t document)
{
    const auto [entry, isNew] = m_pages.try_emplace(name);
    const bool isShared = !isNew && entry->second.onlyOf != document;
    entry->second = {.page = std::move(page), .onlyOf = isShared ? std::nullopt : std::optional(document)};
}

const std::string *SiteIndex::titleOf(std::string_view docname) const
{
    const auto found = m_byName.find(docname);
    return found == m_byName.end() ? nullptr : &m_documents[found->second].second;
}

std::vector<std::string> SiteIndex::docnames(std::string_view pattern) const
{
    std::vector<std::string> names;
    for (const auto &[name, title] : m_documents) {
        if (matchesPattern(name, pattern))
            names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

void SiteIndex::eachDocument(const std::function<void(std::string_view docname, std::string_view title)> &tell) const
{
    for (const auto &[name, title] : m_documents)
        tell(name, title);
}

void SiteIndex::eachLabel(
    const std::function<void(std::string_view label, std::string_view title, std::string_view docname)> &tell) const
{
    for (const auto &[key, place] : m_places) {
        if (key.front() == '\0') // without a type
            tell(std::string_view(key).substr(1), place.title, m_documents[place.document].first);
    }
}

std::optional<rst::SiteLabel> SiteIndex::place(std::string_view type, std::string_view name, std::string_view own) const
{
    const auto found = m_places.find(placeKey(type, name));
    if (found == m_places.end())
        return std::nullopt;
    const std::string &docname = m_documents[found->second.document].first;
    if (docname == own)
        return std::nullopt;
    return rst::SiteLabel{.docname = docname, .id = found->second.id, .title = found->second.title};
}

std::optional<std::string> SiteIndex::labelBefore(std::string_view label, std::string_view own) const
{
    const auto found = m_places.find(placeKey({}, label));
    if (found == m_places.end())
        return std::nullopt;
    const auto nameOf = [this](std::uint32_t document) { return std::string_view(m_documents[document].first); };
    std::string_view last;
    for (const std::uint32_t document : found->second.earlier) {
        if (nameOf(document) < own)
            last = std::max(last, nameOf(document));
    }
    if (const std::string_view docname = nameOf(found->second.document); !found->second.title.empty() && docname < own)
        last = std::max(last, docname);
    return last.empty() ? std::nullopt : std::optional(std::string(last));
}

std::optional<rst::SitePage> SiteIndex::page(std::string_view name, std::string_view own) const
{
    const auto found = m_pages.find(name);
    if (found == m_pages.end() || (found->second.onlyOf && m_documents[*found->second.onlyOf].first == own))
        return std::nullopt;
    return found->second.page;
}

rst::SitePage SiteIndex::labelPage(rst::LabelKind kind, std::string_view label) const
{
    const auto found = m_pages.find(labelPageName(kind, label));
    return found == m_pages.end() ? rst::labelPage(m_ablog, kind, label) : found->second.page;
}

bool SiteIndex::isUsed(rst::LabelKind kind, std::string_view label) const
{
    const auto uses = m_uses.find(std::pair(kind, std::string(label)));
    return uses != m_uses.end() && uses->second > 0;
}

std::string SiteIndex::excerpt(const ListedPost &post, std::string_view page,
                               const std::function<std::string()> &make) const
{
    const std::tuple key(post.docname, post.number, std::string(page));
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_excerpts.find(key); known != m_excerpts.end())
            return known->second;
    }
    std::string html = make();
    const std::lock_guard lock(m_mutex);
    return m_excerpts.try_emplace(key, std::move(html)).first->second;
}

std::vector<rst::SiteSection> SiteIndex::contents(std::string_view docname,
                                                  const std::function<std::vector<rst::SiteSection>()> &make) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_contents.find(docname); known != m_contents.end())
            return known->second;
    }
    std::vector<rst::SiteSection> made = make();
    const std::lock_guard lock(m_mutex);
    return m_contents.try_emplace(std::string(docname), std::move(made)).first->second;
}

namespace {

rst::SitePost sitePost(const ListedPost &post, const SiteConnection &connection)
{
    rst::SitePost entry{.docname = post.docname, .title = post.title, .externalLink = post.externalLink};
    for (const auto &[kind, label] : post.labels)
        entry.labels.push_back({.kind = kind, .label = label, .page = connection.site->labelPage(kind, label)});
    if (post.date)
        entry.formatDate = [date = *post.date](std::string_view format) { return formatDate(date, format); };
    if (connection.excerptOf) {
        entry.excerpt = [post, excerptOf = connection.excerptOf](std::string_view page) {
            return excerptOf(post, page);
        };
    }
    return entry;
}

std::vector<rst::SitePost> sitePosts(const SiteConnection &connection, const std::string &own)
{
    std::vector<ListedPost> posts;
    for (const ListedPost &post : connection.site->posts()) {
        if (post.isPublished && !(connection.ownPosts && post.docname == own))
            posts.push_back(post);
    }
    if (connection.ownPosts) {
        std::ranges::copy_if(*connection.ownPosts, std::back_inserter(posts), &ListedPost::isPublished);
        sortAsListed(posts);
    }
    std::vector<rst::SitePost> result;
    result.reserve(posts.size());
    for (const ListedPost &post : posts)
        result.push_back(sitePost(post, connection));
    return result;
}

} // namespace

void connectSite(rst::SphinxSettings &settings, const SiteConnection &connection)
{
    const SiteIndexPtr site = connection.site;
    const std::string own = settings.docname;
    settings.knowsSite = site->isWhole();
    settings.findDocument = [site](std::string_view docname) {
        const std::string *title = site->titleOf(docname);
        return title == nullptr ? std::nullopt : std::optional(rst::SiteDocument{.title = *title});
    };
    settings.findLabel = [site, own](std::string_view label) { return site->place({}, label, own); };
    settings.findEarlierLabel = [site, own](std::string_view label) { return site->labelBefore(label, own); };
    settings.findObject = [site, own](std::string_view type, std::string_view name) {
        return site->place(type, name, own);
    };
    settings.findPage = [site, own](std::string_view name) { return site->page(name, own); };
    settings.docnames = [site](std::string_view pattern) { return site->docnames(pattern); };
    settings.contentsOf = connection.contentsOf;
    settings.siteImages = site->images();
    settings.numbers = site->numbers();
    settings.posts = [connection, own] { return sitePosts(connection, own); };
}

} // namespace post
