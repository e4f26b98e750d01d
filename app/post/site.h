// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/post_metadata.h"
#include "rst/engine.h"

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace post {

/// A whole blog, read: what its documents are called, where their labels lead, and which posts they hold. With it a page is
/// rendered as the site has it, links to other pages and lists of posts included, and so are the excerpt, the card and the
/// feed entry that ABlog makes of each post.
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
        std::string title = {};
    };

    /// Reads all reStructuredText files of the blog that `folder` belongs to. Files that cannot be read are left out and
    /// named in problems(). `clock` tells posts from drafts.
    [[nodiscard]] static std::expected<Site, std::string> read(const std::filesystem::path &folder, rst::UriStyle style,
                                                               const DateTime &clock);

    /// A site that has this one document alone, as it stands in an editor; `file` is where it lies, empty for nowhere yet.
    [[nodiscard]] static Site ofDocument(BlogConfig config, const DateTime &clock, const std::filesystem::path &file,
                                         std::string source);

    [[nodiscard]] const BlogConfig &config() const noexcept { return m_config; }
    [[nodiscard]] const std::vector<Document> &documents() const noexcept { return m_documents; }
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
    struct Place {
        std::size_t document = 0;
        std::string id = {};
        std::string title = {};
    };

    void begin(BlogConfig config, rst::UriStyle style, const DateTime &clock);
    void readDocument(const std::filesystem::path &file);
    void addDocument(const std::filesystem::path &file, std::string source);
    void notePost(Post post);
    [[nodiscard]] rst::Settings settingsOf(const Document &document) const;
    [[nodiscard]] rst::SitePage pageOf(rst::LabelKind kind, std::string_view label) const;
    [[nodiscard]] bool isUsed(rst::LabelKind kind, std::string_view label) const;
    [[nodiscard]] rst::SitePost listed(const Post &post) const;
    [[nodiscard]] std::string shown(const Post &post, rst::ShownElsewhere where) const;
    [[nodiscard]] std::string details(const Post &post, std::string_view page) const;
    [[nodiscard]] std::string addressOf(const Post &post) const;
    [[nodiscard]] std::string linkTo(const Post &post, std::string_view page) const;

    BlogConfig m_config = {};
    rst::UriStyle m_style = rst::UriStyle::Html;
    bool m_isOneDocument = false; // whose pictures are where they are, not where a build puts them
    DateTime m_clock = {};
    rst::Engine m_engine{rst::Dialect::Sphinx};
    std::vector<Document> m_documents;
    std::unordered_map<std::string, std::size_t> m_byName;
    std::unordered_map<std::string, Place> m_labels;
    std::unordered_map<std::string, rst::SitePage> m_pages;               // of ABlog, by reference name
    std::map<std::pair<rst::LabelKind, std::string>, std::size_t> m_uses; // published posts that have a label
    std::vector<Post> m_posts;
    std::vector<std::string> m_problems;
};

/// Which labels a post has of a kind.
[[nodiscard]] const std::vector<std::string> &labelsOf(const PostMetadata &post, rst::LabelKind kind) noexcept;

} // namespace post
