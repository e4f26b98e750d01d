// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/site.h"

#include "post/sphinx_settings.h"
#include "rst/sphinx/site_contents.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/text/xml.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>

namespace post {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largestDocument = 20'000'000; // bytes
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

std::optional<DateTime> dateOf(const Site::Post &post)
{
    return hasDate(post.metadata.date) ? std::optional(post.metadata.date.value) : std::nullopt;
}

} // namespace

Site Site::ofDocument(BlogConfig config, const DateTime &clock, const fs::path &file, std::string source,
                      const rst::Publication &publication, std::vector<PostMetadata> posts, SiteIndexPtr around)
{
    Site site;
    site.m_config = std::move(config);
    site.m_clock = clock;
    site.m_isOneDocument = true;
    site.addDocument({.docname = post::docnameOf(site.m_config, file), .file = file, .source = std::move(source)},
                     publication, std::move(posts));
    site.finish();
    if (around)
        site.m_index = std::move(around);
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
    site.m_config = std::move(*config);
    site.m_style = style;
    site.m_clock = clock;
    for (const fs::path &file : sourcesBelow(site.m_config.root, site.m_config.site.excludePatterns))
        site.readDocument(file);
    site.finish();
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
    rst::Settings settings = sphinxSettings(m_config, m_clock, file);
    settings.sphinx.knowsSite = false; // a document by itself cannot tell where its tables of contents lead
    Document document{.docname = settings.sphinx.docname,
                      .file = file,
                      .source = std::string(std::istreambuf_iterator<char>(stream), {})};
    const rst::Publication publication = m_engine.publish(document.source, settings);
    addDocument(std::move(document), publication, readPosts(publication.document, m_config, m_clock));
}

void Site::addDocument(Document document, const rst::Publication &publication, std::vector<PostMetadata> posts)
{
    m_entries.push_back(
        {.docname = document.docname,
         .title = std::string(publication.document[rst::Document::root()].attribute(rst::AttributeName::DocumentTitle)),
         .labels = publication.labels,
         .posts = listedPosts(document.docname, posts)});
    const std::size_t index = m_documents.size();
    m_documents.push_back(std::move(document));
    std::size_t number = 0;
    for (PostMetadata &metadata : posts)
        m_posts.push_back({.document = index, .number = number++, .metadata = std::move(metadata)});
}

void Site::finish()
{
    m_index = std::make_shared<const SiteIndex>(m_config, m_clock, std::exchange(m_entries, {}), SiteKnowledge::Whole);
    std::ranges::stable_sort(m_posts, [](const Post &left, const Post &right) {
        return isListedBefore(dateOf(left), left.metadata.title, dateOf(right), right.metadata.title);
    });
}

rst::SitePage Site::pageOf(rst::LabelKind kind, std::string_view label) const
{
    return rst::labelPage(sphinxSettings(m_config, m_clock).sphinx.ablog, kind, label);
}

rst::Settings Site::settingsOf(const Document &document) const
{
    rst::Settings settings = sphinxSettings(m_config, m_clock, document.file);
    settings.sphinx.uriStyle = m_style;
    settings.sphinx.keepPlaceholders = m_isOneDocument;
    const auto documentNamed = [this](std::string_view docname) {
        return std::ranges::find(m_documents, docname, &Document::docname);
    };
    const auto excerptOf = [this, documentNamed](const ListedPost &post, std::string_view page) {
        return shown(*documentNamed(post.docname),
                     {.page = std::string(page), .post = post.number, .isListItem = true});
    };
    const auto contentsOf = [this, documentNamed](std::string_view docname) {
        const auto other = documentNamed(docname);
        if (other == m_documents.end()) // of a site around the one document that is known
            return std::vector<rst::SiteSection>{{.html = rst::escapedXml(*m_index->titleOf(docname))}};
        return m_index->contents(docname, [&] {
            const rst::Settings plain = settingsOf(*other);
            return rst::contentsOf(m_engine.publish(other->source, plain).document, plain);
        });
    };
    connectSite(settings.sphinx, {.site = m_index, .excerptOf = excerptOf, .contentsOf = contentsOf});
    return settings;
}

std::string Site::page(const Document &document) const
{
    const rst::Settings settings = settingsOf(document);
    return rst::writeSphinxHtml(m_engine.publish(document.source, settings).document, settings);
}

std::string Site::shown(const Document &document, rst::ShownElsewhere where) const
{
    rst::Settings settings = settingsOf(document);
    settings.sphinx.posts = {}; // a list within a list shows nothing
    settings.sphinx.ablog.shownElsewhere = std::move(where);
    return rst::writeSphinxHtml(m_engine.publish(document.source, settings).document, settings);
}

std::string Site::excerpt(const Post &post, std::string_view page) const
{
    return shown(m_documents[post.document], {.page = std::string(page), .post = post.number});
}

} // namespace post
