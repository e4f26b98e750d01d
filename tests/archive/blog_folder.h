// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archive.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <format>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

namespace archive {

inline constexpr post::DateTime testDay{.year = 2026, .month = 11, .day = 25};

/// A blog of its own for one test with a cache beside it, both gone after it.
class BlogFolder
{
public:
    BlogFolder()
        : m_top(std::filesystem::canonical(testing::TempDir()) /
                std::format("broadside-archive-{}-{}", testing::UnitTest::GetInstance()->current_test_info()->name(),
                            getpid()))
    {
        std::filesystem::create_directories(folder());
        write("conf.py", "extensions = ['ablog']\n");
    }
    BlogFolder(const BlogFolder &) = delete;
    BlogFolder &operator=(const BlogFolder &) = delete;
    ~BlogFolder()
    {
        std::error_code error;
        std::filesystem::permissions(cache(), std::filesystem::perms::owner_all, error);
        std::filesystem::remove_all(m_top, error);
    }

    [[nodiscard]] std::filesystem::path top() const { return m_top; }
    [[nodiscard]] std::filesystem::path folder() const { return m_top / "blog"; }
    [[nodiscard]] std::filesystem::path cache() const { return m_top / "cache"; }

    void write(std::string_view name, std::string_view bytes) const
    {
        const std::filesystem::path file = folder() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }
    void writePost(std::string_view name, std::string_view date, std::string_view title, std::string_view tags,
                   std::string_view body = "Some text.") const
    {
        write(name, std::format(".. post:: {}\n   :tags: {}\n\n{}\n{}\n\n{}\n", date, tags, title,
                                std::string(title.size(), '='), body));
    }
    [[nodiscard]] Archive open() const
    {
        auto archive = Archive::open(folder(), cache());
        EXPECT_TRUE(archive.has_value()) << archive.error();
        return std::move(*archive);
    }
    [[nodiscard]] std::filesystem::path indexPath() const
    {
        for (const auto &entry : std::filesystem::directory_iterator(cache())) {
            if (entry.path().extension() == ".sqlite")
                return entry.path();
        }
        return {};
    }

private:
    std::filesystem::path m_top;
};

inline std::vector<std::string> pathsOf(const std::vector<ArchivedPost> &posts)
{
    std::vector<std::string> paths;
    for (const ArchivedPost &post : posts)
        paths.push_back(post.path);
    return paths;
}

} // namespace archive
