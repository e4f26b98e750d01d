// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/known_blogs.h"

#include "archive/archive.h"
#include "archive/cache_folder.h"

#include <set>

namespace cli {

namespace fs = std::filesystem;

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
        auto opened = archive::Archive::open(config->root, archive::cacheFolder());
        if (!opened)
            return std::unexpected(opened.error());
        if (const auto updated = opened->update(today); !updated)
            return std::unexpected(updated.error());
        auto posts = opened->posts(today);
        if (!posts)
            return std::unexpected(posts.error());
        known.m_blogs.emplace(config->root, archive::KnownPosts(std::move(*posts)));
    }
    return known;
}

const archive::KnownPosts *KnownBlogs::at(const fs::path &root) const
{
    const auto found = m_blogs.find(root);
    return found == m_blogs.end() ? nullptr : &found->second;
}

} // namespace cli
