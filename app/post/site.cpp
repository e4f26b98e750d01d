// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/site.h"

#include "post/sphinx_settings.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>

namespace post {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largestDocument = 20'000'000; // bytes
constexpr rst::LabelKind labelKinds[] = {rst::LabelKind::Tag, rst::LabelKind::Author, rst::LabelKind::Category,
                                         rst::LabelKind::Location, rst::LabelKind::Language};
constexpr std::string_view pageNames[] = {"tag", "author", "category", "location", "language"};

bool isExcluded(std::string_view path, const std::vector<std::string> &patterns)
{
    return std::ranges::any_of(patterns, [&](const std::string &pattern) { return matchesPattern(path, pattern); });
}

/// The .rst files below a folder, in the order of their names; hidden folders, built sites and what conf.py excludes left out.
std::vector<fs::path> sourcesBelow(const fs::path &root, const std::vector<std::string> &excluded)
{
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool isOut = name.starts_with('.') || name == "_build" || name == "_website" ||
                           isExcluded(entry->path().lexically_relative(root).generic_string(), excluded);
        if (entry->is_directory(error)) {
            if (isOut)
                entry.disable_recursion_pending();
        } else if (!isOut && name.ends_with(".rst")) {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files, {}, [&](const fs::path &file) {
        return file.lexically_relative(root).replace_extension().generic_string();
    });
    return files;
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

void Site::begin(BlogConfig config, rst::UriStyle style, const DateTime &clock)
{
    m_config = std::move(config);
    m_style = style;
    m_clock = clock;
    const rst::Settings settings = sphinxSettings(m_config, clock);
    for (const rst::NamedLabel &named : settings.sphinx.ablog.namedLabels) {
        const std::string name = std::format("{}-{}", pageNames[std::size_t(named.kind)], rst::slugify(named.label));
        m_pages[name] = rst::labelPage(settings.sphinx.ablog, named.kind, named.label);
    }
}

Site Site::ofDocument(BlogConfig config, const DateTime &clock, const fs::path &file, std::string source)
{
    Site site;
    site.begin(std::move(config), rst::UriStyle::Html, clock);
    site.m_isOneDocument = true;
    site.addDocument(file, std::move(source));
    return site;
}

std::expected<Site, std::string> Site::read(const fs::path &folder, rst::UriStyle style, const DateTime &clock)
{
    auto config = findBlogConfig(folder);
    if (!config)
        return std::unexpected(config.error());
    if (config->root.empty())
        return std::unexpected(
            std::format("{} is no blog: there is neither a broadside.toml nor a conf.py.", folder.string()));
    Site site;
    site.begin(std::move(*config), style, clock);
    for (const fs::path &file : sourcesBelow(site.m_config.root, site.m_config.site.excludePatterns))
        site.readDocument(file);
    // Newest first, by date and title; what has no date comes before all others.
    std::ranges::stable_sort(site.m_posts, [](const Post &left, const Post &right) {
        const auto key = [](const Post &post) {
            return std::pair(hasDate(post.metadata.date) ? post.metadata.date.value
                                                         : DateTime{.year = 9999, .month = 12, .day = 31},
                             post.metadata.title);
        };
        return key(right) < key(left);
    });
    return site;
}

void Site::readDocument(const fs::path &file)
{
    std::error_code error;
    // A pipe would never end, and a link may lead out of the blog.
    const bool isOwn = fs::is_regular_file(file, error) && isBelow(file, m_config.root);
    std::ifstream stream;
    if (isOwn && fs::file_size(file, error) <= largestDocument)
        stream.open(file, std::ios::binary);
    if (!stream.is_open()) {
        m_problems.push_back(std::format("{} cannot be read.", file.string()));
        return;
    }
    addDocument(file, std::string(std::istreambuf_iterator<char>(stream), {}));
}

void Site::addDocument(const fs::path &file, std::string source)
{
    const rst::Settings settings = sphinxSettings(m_config, m_clock, file);
    Document document{.docname = settings.sphinx.docname, .file = file, .source = std::move(source)};
    const rst::Publication publication = m_engine.publish(document.source, settings);
    document.title = publication.document[rst::Document::root()].attribute(rst::AttributeName::DocumentTitle);
    const std::size_t index = m_documents.size();
    m_byName[document.docname] = index;
    for (const rst::LabelledPlace &place : publication.labels)
        m_labels[place.label] = {.document = index, .id = place.id, .title = place.title};
    m_documents.push_back(std::move(document));
    std::size_t number = 0;
    for (PostMetadata &metadata : readPosts(publication.document, m_config, m_clock))
        notePost({.document = index, .number = number++, .metadata = std::move(metadata)});
}

void Site::notePost(Post post)
{
    const rst::AblogSettings ablog = sphinxSettings(m_config, m_clock).sphinx.ablog;
    for (const rst::LabelKind kind : labelKinds) {
        for (const std::string &label : labelsOf(post.metadata, kind)) {
            std::size_t &uses = m_uses[{kind, label}];
            if (uses == 0)
                m_pages[std::format("{}-{}", pageNames[std::size_t(kind)], rst::slugify(label))] =
                    rst::labelPage(ablog, kind, label);
            uses += post.metadata.isDraft ? 0 : 1;
        }
    }
    if (hasDate(post.metadata.date)) {
        const std::string year = std::to_string(post.metadata.date.value.year);
        m_pages["archive-" + year] = {.docname = std::format("{}/{}", ablog.blogPath, year), .title = year};
    }
    m_posts.push_back(std::move(post));
}

rst::SitePage Site::pageOf(rst::LabelKind kind, std::string_view label) const
{
    return rst::labelPage(sphinxSettings(m_config, m_clock).sphinx.ablog, kind, label);
}

bool Site::isUsed(rst::LabelKind kind, std::string_view label) const
{
    const auto uses = m_uses.find({kind, std::string(label)});
    return uses != m_uses.end() && uses->second > 0;
}

/// The post as lists of posts show it. A label leads where its name as a reference leads, which is the page of the label
/// that came last among those with the same one.
rst::SitePost Site::listed(const Post &post) const
{
    rst::SitePost entry{
        .docname = docnameOf(post), .title = post.metadata.title, .externalLink = post.metadata.externalLink};
    for (const rst::LabelKind kind : labelKinds) {
        for (const std::string &label : labelsOf(post.metadata, kind)) {
            const auto page = m_pages.find(std::format("{}-{}", pageNames[std::size_t(kind)], rst::slugify(label)));
            entry.labels.push_back(
                {.kind = kind, .label = label, .page = page == m_pages.end() ? pageOf(kind, label) : page->second});
        }
    }
    entry.formatDate = [date = post.metadata.date.value](std::string_view format) { return formatDate(date, format); };
    entry.excerpt = [this, &post](std::string_view page) {
        return shown(post, {.page = std::string(page), .post = post.number, .isListItem = true});
    };
    return entry;
}

rst::Settings Site::settingsOf(const Document &document) const
{
    rst::Settings settings = sphinxSettings(m_config, m_clock, document.file);
    settings.sphinx.uriStyle = m_style;
    settings.sphinx.keepPlaceholders = m_isOneDocument;
    settings.sphinx.findDocument = [this](std::string_view docname) -> std::optional<rst::SiteDocument> {
        const auto found = m_byName.find(std::string(docname));
        return found == m_byName.end() ? std::nullopt
                                       : std::optional(rst::SiteDocument{.title = m_documents[found->second].title});
    };
    settings.sphinx.findLabel = [this](std::string_view label) -> std::optional<rst::SiteLabel> {
        const auto found = m_labels.find(std::string(label));
        if (found == m_labels.end())
            return std::nullopt;
        return rst::SiteLabel{.docname = m_documents[found->second.document].docname,
                              .id = found->second.id,
                              .title = found->second.title};
    };
    settings.sphinx.findPage = [this](std::string_view label) -> std::optional<rst::SitePage> {
        const auto found = m_pages.find(std::string(label));
        return found == m_pages.end() ? std::nullopt : std::optional(found->second);
    };
    settings.sphinx.posts = [this] {
        std::vector<rst::SitePost> posts;
        for (const Post &post : m_posts) {
            if (!post.metadata.isDraft)
                posts.push_back(listed(post));
        }
        return posts;
    };
    return settings;
}

std::string Site::page(const Document &document) const
{
    const rst::Settings settings = settingsOf(document);
    return rst::writeSphinxHtml(m_engine.publish(document.source, settings).document, settings);
}

std::string Site::shown(const Post &post, rst::ShownElsewhere where) const
{
    const Document &document = m_documents[post.document];
    rst::Settings settings = settingsOf(document);
    settings.sphinx.posts = {}; // a list within a list shows nothing
    settings.sphinx.ablog.shownElsewhere = std::move(where);
    return rst::writeSphinxHtml(m_engine.publish(document.source, settings).document, settings);
}

std::string Site::excerpt(const Post &post, std::string_view page) const
{
    return shown(post, {.page = std::string(page), .post = post.number});
}

} // namespace post
