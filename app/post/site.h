// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/post_metadata.h"
#include "post/site_index.h"
#include "rst/engine.h"

#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// A whole blog, read: its documents' sources and the index of them. With it a page is rendered as the site has it, links to
/// other pages and lists of posts included, and so are the excerpt, the card and the feed entry that ABlog makes of each
/// post.
class Site
{
public:
    /// A post of the site, in one of its documents.
    struct Post {
        std::size_t document = 0; // index in documents()
        std::size_t number = 0;   // among the document's posts
        PostMetadata metadata = {};
    };
    struct Document {
        std::string docname = {};
        std::filesystem::path file = {};
        std::string source = {};
    };

    /// Reads all reStructuredText files of the blog that `folder` belongs to. Files that cannot be read are left out and
    /// named in problems(). `clock` tells posts from drafts.
    [[nodiscard]] static std::expected<Site, std::string> read(const std::filesystem::path &folder, rst::UriStyle style,
                                                               const DateTime &clock);

    /// A site that has this one document alone, as it stands in an editor; `file` is where it lies, empty for nowhere yet.
    /// `publication` is what was made of the source, and `posts` are those in it; `around` is the site, where that is known.
    [[nodiscard]] static Site ofDocument(BlogConfig config, const DateTime &clock, const std::filesystem::path &file,
                                         std::string source, const rst::Publication &publication,
                                         std::vector<PostMetadata> posts, SiteIndexPtr around = {});

    [[nodiscard]] const BlogConfig &config() const noexcept { return m_config; }
    [[nodiscard]] const std::vector<Document> &documents() const noexcept { return m_documents; }
    [[nodiscard]] const SiteIndex &index() const noexcept { return *m_index; }
    /// Drafts included, newest first, drafts last.
    [[nodiscard]] const std::vector<Post> &posts() const noexcept { return m_posts; }
    [[nodiscard]] const std::vector<std::string> &problems() const noexcept { return m_problems; }

    /// The article of a document's page. The site must outlive neither this nor any other result.
    [[nodiscard]] std::string page(const Document &document) const;
    /// The excerpt as a page of ABlog's shows it; `page` is that page's docname.
    [[nodiscard]] std::string excerpt(const Post &post, std::string_view page) const;
    /// What stands in the sidebar of the post's own page (`ablog/postcard.html`); empty for a section's post.
    [[nodiscard]] std::string card(const Post &post) const;
    /// What a list of posts shows (`ablog/collection.html`).
    [[nodiscard]] std::string listing(const Post &post, std::string_view page) const;
    /// What a feed reader shows of the post: its excerpt, or all of it where the site says so.
    [[nodiscard]] std::string feedContent(const Post &post) const;
    /// The `entry` element of the blog's Atom feed.
    [[nodiscard]] std::string feedEntry(const Post &post) const;

    [[nodiscard]] const std::string &docnameOf(const Post &post) const { return m_documents[post.document].docname; }
    /// The posts with a date up to today.
    [[nodiscard]] bool isPublished(const Post &post) const noexcept { return !post.metadata.isDraft; }

private:
    void readDocument(const std::filesystem::path &file);
    void addDocument(Document document, const rst::Publication &publication, std::vector<PostMetadata> posts);
    void finish();
    [[nodiscard]] rst::Settings settingsOf(const Document &document) const;
    [[nodiscard]] rst::SitePage pageOf(rst::LabelKind kind, std::string_view label) const;
    [[nodiscard]] std::string shown(const Document &document, rst::ShownElsewhere where) const;
    [[nodiscard]] std::string details(const Post &post, std::string_view page) const;
    [[nodiscard]] std::string addressOf(const Post &post) const;
    [[nodiscard]] std::string linkTo(const Post &post, std::string_view page) const;

    BlogConfig m_config = {};
    rst::UriStyle m_style = rst::UriStyle::Html;
    bool m_isOneDocument = false; // whose pictures are where they are, not where a build puts them
    DateTime m_clock = {};
    rst::Engine m_engine{rst::Dialect::Sphinx};
    std::vector<Document> m_documents;
    std::vector<Post> m_posts;
    std::vector<SiteEntry> m_entries; // of the documents, until they make the index
    SiteIndexPtr m_index;
    std::vector<std::string> m_problems;
};

} // namespace post
