// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <unistd.h>

namespace publish {

/// A folder of its own for one test, gone after it.
class Folder
{
public:
    Folder()
        : m_path(std::filesystem::canonical(testing::TempDir()) /
                 (std::string("broadside-") + testing::UnitTest::GetInstance()->current_test_info()->name() + "-" +
                  std::to_string(getpid())))
    {
        std::filesystem::create_directories(m_path);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    std::filesystem::path write(std::string_view name, std::string_view bytes) const
    {
        const std::filesystem::path file = m_path / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
    [[nodiscard]] static std::string read(const std::filesystem::path &file)
    {
        std::ifstream stream(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }

private:
    std::filesystem::path m_path;
};

} // namespace publish
