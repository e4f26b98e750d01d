// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/site_build.h"

#include "publish/process.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <format>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace publish {

namespace {

namespace fs = std::filesystem;

bool isProgram(const fs::path &path)
{
    std::error_code error;
    return fs::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

/// The end of what a program said, for people.
std::string lastWords(std::string text)
{
    constexpr std::size_t most = 600;
    if (text.size() > most)
        text.erase(0, text.find('\n', text.size() - most) + 1);
    return text;
}

} // namespace

std::expected<TemporaryFolder, std::string> TemporaryFolder::make()
{
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "broadside-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr)
        return std::unexpected(std::format("There is no room for temporary files: {}.", std::strerror(errno)));
    return TemporaryFolder(fs::path(name));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder &&other) noexcept : m_path(std::exchange(other.m_path, {}))
{
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code error;
    if (!m_path.empty())
        fs::remove_all(m_path, error);
}

std::optional<fs::path> findSphinxBuild(const fs::path &root)
{
    for (fs::path at = root;; at = at.parent_path()) {
        for (const char *environment : {".venv", "venv", "env"}) {
            if (const fs::path program = at / environment / "bin" / "sphinx-build"; isProgram(program))
                return program;
        }
        if (at == at.parent_path())
            break;
    }
    return findProgram("sphinx-build");
}

std::expected<void, std::string> buildSite(const fs::path &program, const fs::path &root, const fs::path &folder,
                                           std::chrono::seconds limit, std::stop_token stop)
{
    const auto done = runProcess({.program = program,
                                  .arguments = {"-b", "html", "-E", "-d", (folder / "doctrees").string(), root.string(),
                                                (folder / "html").string()},
                                  .limit = limit,
                                  .stop = std::move(stop)});
    if (!done)
        return std::unexpected(done.error());
    switch (done->end) {
    case ProcessResult::End::TimedOut:
        return std::unexpected(
            std::format("The site's build took longer than {} seconds and was ended.", limit.count()));
    case ProcessResult::End::Stopped: return std::unexpected("The check was stopped.");
    case ProcessResult::End::Exited: break;
    }
    if (done->status != 0)
        return std::unexpected(std::format("The site's build failed:\n{}", lastWords(done->output + done->errors)));
    return {};
}

} // namespace publish
