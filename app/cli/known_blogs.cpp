// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/known_blogs.h"

#include "archive/cache_folder.h"

#include <set>

namespace cli {

namespace fs = std::filesystem;

std::expected<archive::Archive, std::string> updatedArchive(const fs::path &path, const post::DateTime &today)
{
    auto archive = archive::Archive::open(path, archive::cacheFolder());
    if (!archive)
        return archive;
    if (const auto updated = archive->update(today); !updated)
        return std::unexpected(updated.error());
    return archive;
}

post::SiteIndexPtr siteAround(std::string_view path, const post::BlogConfig &config, const post::DateTime &today)
{
    if (path == "-" || config.root.empty())
        return nullptr;
    auto archive = updatedArchive(config.root, today);
    if (!archive)
        return nullptr;
    return archive->siteIndex(today, post::SiteKnowledge::Whole).value_or(nullptr);
}

std::expected<KnownBlogs, std::string> KnownBlogs::of(const std::vector<std::string> &files,
                                                      const post::DateTime &today)
{
    std::set<fs::path> folders;
    for (const std::string &file : files)
        folders.insert(file == "-" ? fs::path(".") : fs::absolute(file).parent_path());
    KnownBlogs known;
    for (const fs::path &folder : folders) {
        const auto config = post::findBlogConfig(folder);
        if (!config)
            return std::unexpected(config.error());
        if (config->root.empty() || known.at(config->root) != nullptr)
            continue;
        auto archive = updatedArchive(config->root, today);
        if (!archive)
            return std::unexpected(archive.error());
        auto posts = archive->posts(today);
        if (!posts)
            return std::unexpected(posts.error());
        auto site = archive->siteIndex(today, post::SiteKnowledge::Whole);
        if (!site)
            return std::unexpected(site.error());
        known.m_blogs.emplace(config->root,
                              KnownBlog{.posts = archive::KnownPosts(std::move(*posts)), .site = std::move(*site)});
    }
    return known;
}

const KnownBlog *KnownBlogs::at(const fs::path &root) const
{
    const auto found = m_blogs.find(root);
    return found == m_blogs.end() ? nullptr : &found->second;
}

} // namespace cli
