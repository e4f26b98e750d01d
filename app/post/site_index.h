// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/post_metadata.h"
#include "rst/engine.h"
#include "rst/sphinx/site_numbers.h"
#include "rst/sphinx/unique_file_names.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace post {

/// What lists of posts show of a post.
struct ListedPost {
    std::string docname = {};
    std::uint32_t number = 0; // among the posts of its document
    std::string title = {};
    std::string externalLink = {};
    std::optional<DateTime> date = {};
    bool isPublished = false;
    std::vector<std::pair<rst::LabelKind, std::string>> labels = {}; // in ABlog's order of kinds
};

/// The posts of a document as lists show them.
[[nodiscard]] std::vector<ListedPost> listedPosts(std::string_view docname, const std::vector<PostMetadata> &posts);
/// Whether a post with that date and title stands before another one in lists: newest first, and what has no date before all
/// others.
[[nodiscard]] bool isListedBefore(const std::optional<DateTime> &date, std::string_view title,
                                  const std::optional<DateTime> &otherDate, std::string_view otherTitle);

/// One document of a site, by what others need to know of it.
struct SiteEntry {
    std::string docname = {};
    std::string title = {};
    std::vector<rst::LabelledPlace> labels = {};
    std::vector<ListedPost> posts = {}; // in the order of the text
};

/// Whether an index has all documents as they are now.
enum class SiteKnowledge : std::uint8_t { Partial, Whole };

/// What the documents of a site are called, where their labels lead, which posts they hold and which pages ABlog makes of
/// these. Never changes but for what it remembers, so threads may share it.
class SiteIndex
{
public:
    SiteIndex(BlogConfig config, const DateTime &clock, std::vector<SiteEntry> entries, SiteKnowledge knowledge);

    [[nodiscard]] const BlogConfig &config() const noexcept { return m_config; }
    [[nodiscard]] bool isWhole() const noexcept { return m_knowledge == SiteKnowledge::Whole; }

    /// Null for a document that is not there.
    [[nodiscard]] const std::string *titleOf(std::string_view docname) const;
    /// The documents that match one of Sphinx' patterns, sorted.
    [[nodiscard]] std::vector<std::string> docnames(std::string_view pattern = "**") const;
    /// Labels and what is described, see rst::LabelledPlace; `own` is left out.
    [[nodiscard]] std::optional<rst::SiteLabel> place(std::string_view type, std::string_view name,
                                                      std::string_view own = {}) const;
    /// The document before `own`, in the order in which Sphinx reads them, that has the label with a title: the last of them.
    [[nodiscard]] std::optional<std::string> labelBefore(std::string_view label, std::string_view own) const;
    void eachDocument(const std::function<void(std::string_view docname, std::string_view title)> &tell) const;
    void eachLabel(const std::function<void(std::string_view label, std::string_view title, std::string_view docname)>
                       &tell) const;
    /// A page of ABlog's; not one that `own` alone gives rise to.
    [[nodiscard]] std::optional<rst::SitePage> page(std::string_view name, std::string_view own = {}) const;
    /// The page of a label, where its name as a reference leads: that of the label which came last among those with the same.
    [[nodiscard]] rst::SitePage labelPage(rst::LabelKind kind, std::string_view label) const;
    /// Whether a published post has the label.
    [[nodiscard]] bool isUsed(rst::LabelKind kind, std::string_view label) const;
    /// What the site's image folder calls the pictures of all documents.
    [[nodiscard]] std::shared_ptr<const rst::UniqueFileNames> images() const noexcept { return m_images; }
    /// The numbers that tables of contents give to headings and captions.
    [[nodiscard]] std::shared_ptr<const rst::SiteNumbers> numbers() const noexcept { return m_numbers; }
    /// All posts, drafts too, as lists have them.
    [[nodiscard]] const std::vector<ListedPost> &posts() const noexcept { return m_posts; }
    /// The excerpt of a post in a list on that page, and the headings of a document, made once.
    [[nodiscard]] std::string excerpt(const ListedPost &post, std::string_view page,
                                      const std::function<std::string()> &make) const;
    [[nodiscard]] std::vector<rst::SiteSection> contents(
        std::string_view docname, const std::function<std::vector<rst::SiteSection>()> &make) const;

private:
    struct Place {
        std::uint32_t document = 0;
        std::string id = {};
        std::string title = {};
        std::vector<std::uint32_t> earlier = {}; // documents that have the same, with a title
    };
    struct Page {
        rst::SitePage page = {};
        std::optional<std::uint32_t> onlyOf = {}; // the document that alone gives rise to it
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    template <class Value>
    using ByName = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

    void add(SiteEntry entry, rst::SiteNumbers::Outlines &outlines);
    void notePost(const ListedPost &post, std::uint32_t document);
    void notePage(const std::string &name, rst::SitePage page, std::uint32_t document);

    BlogConfig m_config;
    rst::AblogSettings m_ablog;
    SiteKnowledge m_knowledge;
    std::vector<std::pair<std::string, std::string>> m_documents; // names and titles
    ByName<std::uint32_t> m_byName;
    ByName<Place> m_places;                                                            // by type and name
    ByName<Page> m_pages;                                                              // of ABlog, by reference name
    std::map<std::pair<rst::LabelKind, std::string>, std::size_t, std::less<>> m_uses; // published posts with a label
    std::vector<ListedPost> m_posts;
    std::shared_ptr<rst::UniqueFileNames> m_images;
    std::shared_ptr<const rst::SiteNumbers> m_numbers;

    mutable std::mutex m_mutex;
    mutable std::map<std::tuple<std::string, std::uint32_t, std::string>, std::string> m_excerpts; // guarded by m_mutex
    mutable std::map<std::string, std::vector<rst::SiteSection>, std::less<>> m_contents;          // as well
};

/// A site's index, never changed once it is made, and so shared with other threads.
using SiteIndexPtr = std::shared_ptr<const SiteIndex>;

/// What a page is to know of its site.
struct SiteConnection {
    SiteIndexPtr site = {};
    /// The posts of the page's own document where that stands otherwise in an editor than in the site.
    std::optional<std::vector<ListedPost>> ownPosts = {};
    /// The excerpt of a post in a list on that page; empty for no excerpts.
    std::function<std::string(const ListedPost &post, std::string_view page)> excerptOf = {};
    /// The headings of another document; empty where only its title is known.
    std::function<std::vector<rst::SiteSection>(std::string_view docname)> contentsOf = {};
};

/// Lets a page find what its site has. What its own document has is the engine's to say.
void connectSite(rst::SphinxSettings &settings, const SiteConnection &connection);

/// The name of a label's page as a reference: `tag-python`.
[[nodiscard]] std::string labelPageName(rst::LabelKind kind, std::string_view label);
/// Which labels a post has of a kind.
[[nodiscard]] const std::vector<std::string> &labelsOf(const PostMetadata &post, rst::LabelKind kind) noexcept;

inline constexpr rst::LabelKind siteLabelKinds[] = {rst::LabelKind::Tag, rst::LabelKind::Author,
                                                    rst::LabelKind::Category, rst::LabelKind::Location,
                                                    rst::LabelKind::Language};

} // namespace post
