// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/site_page.h"

#include "post/sphinx_settings.h"
#include "rst/sphinx/site_contents.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/text/xml.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace post {

namespace {

bool hasPostList(const rst::Document &document)
{
    for (std::uint32_t i = 0; i < document.nodeCount(); ++i) {
        if (document[rst::NodeId{i}].is(rst::NodeKind::PostList)) // which a transform has taken out of the tree
            return true;
    }
    return false;
}

/// How another document of the page's site is read.
rst::Settings settingsBeside(const rst::Settings &page, const SiteIndexPtr &site, const DateTime &clock,
                             const std::filesystem::path &file)
{
    rst::Settings settings = sphinxSettings(site->config(), clock, file);
    settings.sphinx.keepPlaceholders = page.sphinx.keepPlaceholders;
    settings.sphinx.codeColours = page.sphinx.codeColours;
    connectSite(settings.sphinx, {.site = site});
    return settings;
}

std::filesystem::path fileOf(const SiteIndex &site, std::string_view docname)
{
    return site.config().root / (std::string(docname) + ".rst");
}

/// Reads the headings of other documents for the tables of contents of a page.
std::function<std::vector<rst::SiteSection>(std::string_view)> contentsReader(const rst::Engine &engine,
                                                                              const rst::Settings &page,
                                                                              const SiteIndexPtr &site,
                                                                              const DateTime &clock)
{
    rst::Settings plain;
    plain.sphinx.keepPlaceholders = page.sphinx.keepPlaceholders;
    return [&engine, plain, site, clock](std::string_view docname) {
        return site->contents(docname, [&] {
            const std::filesystem::path file = fileOf(*site, docname);
            const rst::Settings settings = settingsBeside(plain, site, clock, file);
            const auto source = settings.readFile(file.filename().string());
            if (!source) // in another language: only its title is known
                return std::vector<rst::SiteSection>{{.html = rst::escapedXml(*site->titleOf(docname))}};
            return rst::contentsOf(engine.publish(*source, settings).document, settings);
        });
    };
}

/// Makes the excerpts that a page's lists show, of the page's own posts and of those in other files.
///
/// DEVIATION: for each excerpt the whole document is read again, so of a long document with many posts only the first ones
/// get theirs.
class ListExcerpts
{
public:
    ListExcerpts(const rst::Engine &engine, std::string_view source, const rst::Settings &page,
                 const PageSurroundings &surroundings)
        : m_engine(engine)
        , m_source(source)
        , m_page(page)
        , m_surroundings(surroundings)
    {
    }

    [[nodiscard]] std::string operator()(const ListedPost &post, std::string_view page) const
    {
        const rst::ShownElsewhere where{.page = std::string(page), .post = post.number, .isListItem = true};
        if (post.docname == m_page.sphinx.docname) {
            const auto [known, isNew] = m_made->own.try_emplace(post.number);
            if (isNew)
                known->second = excerpt(m_source, m_page, where);
            return known->second;
        }
        return m_surroundings.site->excerpt(post, page, [&] { return ofFile(post, where); });
    }

private:
    /// What copies of this share: the function goes with every post.
    struct Made {
        std::unordered_map<std::size_t, std::string> own = {}; // by the post's number
        std::size_t readAgain = 0;                             // bytes of documents, for other posts than their first
    };
    static constexpr std::size_t maximumReadAgain = 16'000'000;

    [[nodiscard]] std::string excerpt(std::string_view source, rst::Settings settings,
                                      const rst::ShownElsewhere &where) const
    {
        if (where.post > 0) {
            if (m_made->readAgain > maximumReadAgain)
                return {};
            m_made->readAgain += source.size();
        }
        settings.sphinx.posts = {}; // a list within a list shows nothing
        settings.sphinx.ablog.shownElsewhere = where;
        return rst::writeSphinxHtml(m_engine.publish(source, settings).document, settings);
    }

    /// Empty for a post that is not written in reStructuredText.
    [[nodiscard]] std::string ofFile(const ListedPost &post, const rst::ShownElsewhere &where) const
    {
        const std::filesystem::path file = fileOf(*m_surroundings.site, post.docname);
        rst::Settings settings = settingsBeside(m_page, m_surroundings.site, m_surroundings.clock, file);
        const auto source = settings.readFile(file.filename().string());
        return source ? excerpt(*source, std::move(settings), where) : std::string();
    }

    const rst::Engine &m_engine;
    std::string_view m_source;
    const rst::Settings &m_page;
    const PageSurroundings &m_surroundings;
    std::shared_ptr<Made> m_made = std::make_shared<Made>();
};

} // namespace

rst::Publication publishPage(const rst::Engine &engine, std::string_view source, rst::Settings &settings,
                             const PageSurroundings &surroundings)
{
    const auto connect = [&](const SiteConnection &connection) {
        const bool knew = settings.sphinx.knowsSite;
        connectSite(settings.sphinx, connection);
        if (!surroundings.isInPlace)
            settings.sphinx.knowsSite = knew;
    };
    if (surroundings.site)
        connect({.site = surroundings.site,
                 .contentsOf = contentsReader(engine, settings, surroundings.site, surroundings.clock)});
    settings.sphinx.posts = {};
    rst::Publication publication = engine.publish(source, settings);
    if (!hasPostList(publication.document))
        return publication;
    // Which posts there are in the document itself is known only now.
    const rst::Settings page = settings;
    SiteConnection connection{.site = surroundings.site,
                              .ownPosts =
                                  listedPosts(settings.sphinx.docname,
                                              readPosts(publication.document, surroundings.config, surroundings.clock)),
                              .excerptOf = ListExcerpts(engine, source, page, surroundings),
                              .contentsOf = page.sphinx.contentsOf};
    if (!connection.site)
        connection.site = std::make_shared<const SiteIndex>(
            surroundings.config, surroundings.clock, std::vector<SiteEntry>(),
            settings.sphinx.knowsSite ? SiteKnowledge::Whole : SiteKnowledge::Partial);
    connect(connection);
    publication = engine.publish(source, settings);
    settings.sphinx.posts = {}; // what it refers to ends here
    return publication;
}

} // namespace post
