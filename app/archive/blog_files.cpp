// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/blog_files.h"

#include <algorithm>
#include <format>

#include <sys/stat.h>

namespace archive {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostFolders = 200'000;

bool isExcluded(const std::string &path, const post::BlogConfig &config)
{
    return std::ranges::any_of(config.site.excludePatterns,
                               [&](const std::string &pattern) { return post::matchesPattern(path, pattern); });
}

bool isBelow(const fs::path &path, const fs::path &folder)
{
    std::error_code error;
    const fs::path inner = fs::canonical(path, error);
    if (error)
        return false;
    return std::ranges::mismatch(fs::canonical(folder, error), inner).in1 == fs::canonical(folder, error).end();
}

/// One walk over a blog's folder.
class FolderWalk
{
public:
    FolderWalk(const fs::path &root, const post::BlogConfig &config) : m_root(root), m_config(config) {}

    BlogFiles run()
    {
        m_waiting.emplace_back();
        while (!m_waiting.empty() && m_result.folders.size() < mostFolders) {
            const std::string folder = std::move(m_waiting.back());
            m_waiting.pop_back();
            look(folder);
        }
        std::ranges::sort(m_result.files, {}, &BlogFile::path);
        std::ranges::sort(m_result.problems, {}, &FileProblem::path);
        return std::move(m_result);
    }

private:
    void look(const std::string &folder)
    {
        std::error_code error;
        fs::directory_iterator entries(m_root / folder, error);
        if (error) {
            m_result.problems.push_back(
                {folder, std::format("The folder {} cannot be read: {}.", folder.empty() ? m_root.string() : folder,
                                     error.message())});
            return;
        }
        m_result.folders.push_back(folder);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error))
            visit(*entries, folder);
    }

    void visit(const fs::directory_entry &entry, const std::string &folder)
    {
        const std::string name = entry.path().filename().string();
        const std::string path = folder.empty() ? name : folder + '/' + name;
        if (name.starts_with('.') || name == "_build" || name == "_website")
            return;
        std::error_code error;
        const bool isLink = entry.is_symlink(error);
        if (!isLink && entry.is_directory(error)) {
            if (!isExcluded(path, m_config))
                m_waiting.push_back(path);
        } else if (isLink && entry.is_directory(error)) {
            m_result.problems.push_back({path, std::format("{} is a link to a folder and is left out.", path)});
        } else if (isDocument(name) && !isExcluded(path, m_config)) {
            note(entry, path, isLink);
        }
    }

    /// Sphinx reads Markdown where MyST is among the extensions; a folder without a conf.py may hold any posts.
    [[nodiscard]] bool isDocument(std::string_view name) const
    {
        const post::SiteSettings &site = m_config.site;
        return name.ends_with(".rst") ||
               (name.ends_with(".md") &&
                (!m_config.hasSite || site.hasExtension("myst_parser") || site.hasExtension("myst_nb")));
    }

    void note(const fs::directory_entry &entry, const std::string &path, bool isLink)
    {
        if (isLink && !isBelow(entry.path(), m_root)) {
            m_result.problems.push_back(
                {path, std::format("{} is a link out of the blog, or to nothing, and is left out.", path)});
            return;
        }
        struct stat status = {};
        if (stat(entry.path().c_str(), &status) != 0) {
            m_result.problems.push_back({path, std::format("{} cannot be read.", path)});
        } else if (!S_ISREG(status.st_mode)) {
            m_result.problems.push_back({path, std::format("{} is no regular file and is left out.", path)});
        } else if (status.st_size > largestDocument) {
            m_result.problems.push_back(
                {path, std::format("{} is larger than {} MB and is left out.", path, largestDocument / 1'000'000)});
        } else {
            m_result.files.push_back(
                {.path = path,
                 .size = status.st_size,
                 .changed = std::int64_t(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec});
        }
    }

    const fs::path &m_root;
    const post::BlogConfig &m_config;
    std::vector<std::string> m_waiting;
    BlogFiles m_result;
};

} // namespace

BlogFiles blogFiles(const fs::path &folder, const post::BlogConfig &config)
{
    return FolderWalk(folder, config).run();
}

} // namespace archive
