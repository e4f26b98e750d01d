// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <expected>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace publish {

/// A folder that is removed with this value.
class TemporaryFolder
{
public:
    /// Makes one below the system's folder for such; the error is a sentence.
    [[nodiscard]] static std::expected<TemporaryFolder, std::string> make();
    TemporaryFolder(TemporaryFolder &&other) noexcept;
    TemporaryFolder &operator=(TemporaryFolder &&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path &path() const noexcept { return m_path; }

private:
    explicit TemporaryFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    std::filesystem::path m_path;
};

/// The `sphinx-build` that a blog uses: in `.venv`, `venv` or `env` in its folder or one above it, or else on the PATH.
[[nodiscard]] std::optional<std::filesystem::path> findSphinxBuild(const std::filesystem::path &root);

/// Runs `program` on a blog, in the blog's own environment and without a shell, and waits: the html pages come into
/// `folder/html`, and nothing is written beside them. The blog's conf.py is run by it. The error is a sentence with the last
/// words of the program.
[[nodiscard]] std::expected<void, std::string> buildSite(const std::filesystem::path &program,
                                                         const std::filesystem::path &root,
                                                         const std::filesystem::path &folder,
                                                         std::chrono::seconds limit, std::stop_token stop = {});

} // namespace publish
