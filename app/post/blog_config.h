// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/date.h"
#include "post/site_settings.h"
#include "post/slug.h"

#include <expected>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// How a blog's posts come into its git repository.
struct GitSettings {
    std::string branch = "posts/{slug}"; // what a new branch is called
    std::string base = {};               // where it begins, "origin/main"; empty for the remote's main branch
    std::string forge = {};              // "gitlab", for a host whose name does not tell
};

/// Folders of a blog, below its root, for what posts are exported as besides.
struct ExportFolders {
    std::filesystem::path astro = "content/posts";
    std::filesystem::path html = "export";
    std::filesystem::path email = "export";
};

/// The rules of one blog, from the `broadside.toml` in its folder. The defaults are the house's.
struct BlogConfig {
    std::filesystem::path root = {};       // the site's folder, of conf.py or broadside.toml; empty where there is none
    std::filesystem::path file = {};       // the broadside.toml, which may lie above root; empty where there is none
    std::filesystem::path posts = "posts"; // below root
    std::string pathRule = "{year}/{year}-{month}-{slug}.rst"; // below posts
    std::filesystem::path templates = "templates";             // below root: what new posts may begin with
    std::size_t slugLength = defaultSlugLength;
    std::string siteUrl = {};

    std::string dateFormat = std::string(defaultDateFormat); // conf.py's post_date_format
    std::string writtenDateFormat = "%Y-%m-%d";              // how Broadside writes a date
    int autoExcerpt = 1;                                     // conf.py's post_auto_excerpt
    int autoImage = 0;                                       // conf.py's post_auto_image

    /// Options of `post` in the order of the house.
    std::vector<std::string> optionOrder = {"tags", "author", "category", "location", "language"};
    /// What a new post starts with: option name to value.
    std::map<std::string, std::string, std::less<>> newPost = {{"author", "Python Software Foundation"},
                                                               {"language", "en"}};
    /// What the site fills in for published posts that do not say: conf.py's blog_default_author and so on.
    std::vector<std::string> defaultAuthor = {"Python Software Foundation"};
    std::vector<std::string> defaultLocation = {};
    std::vector<std::string> defaultLanguage = {};
    /// Offered by the form.
    std::vector<std::string> authors = {};
    std::vector<std::string> locations = {};
    std::vector<std::string> categories = {};

    std::filesystem::path pictures = "_static"; // below root; in a folder for each year
    ExportFolders exports = {};
    GitSettings git = {};

    bool hasSite = false;   // whether `site` comes from a conf.py
    SiteSettings site = {}; // the conf.py beside broadside.toml, or nearest above the posts that it names

    [[nodiscard]] std::filesystem::path postsFolder() const { return root / posts; }
};

inline constexpr std::string_view blogConfigName = "broadside.toml";

/// Reads the text of a broadside.toml. Unknown keys are ignored; the error is a sentence with a line number.
/// What it does not say is `base`'s.
[[nodiscard]] std::expected<BlogConfig, std::string> parseBlogConfig(std::string_view toml, BlogConfig base = {});
/// Takes over what a site's conf.py says of its posts.
void applySite(BlogConfig &config, SiteSettings site);

/// The blog that a file or folder belongs to: the nearest folder upward that has a broadside.toml, or else one that has a
/// Sphinx conf.py; without either, the folder itself with the house's defaults and no `root`. A broadside.toml may lie above
/// the site that its posts belong to, at the top of a repository; its paths then become paths from the site's folder.
[[nodiscard]] std::expected<BlogConfig, std::string> findBlogConfig(const std::filesystem::path &path);

/// The one folder below that has a broadside.toml or a conf.py of its own, at most two levels down, as a repository has its site
/// in `docs/` or `docs/source/`; empty where there is none, or more than one.
[[nodiscard]] std::filesystem::path blogFolderBelow(const std::filesystem::path &folder);

} // namespace post
