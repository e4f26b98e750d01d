// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/site_build.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

extern char **environ; // NOLINT: POSIX gives it no header

namespace publish {

namespace {

namespace fs = std::filesystem;

bool isProgram(const fs::path &path)
{
    std::error_code error;
    return fs::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

/// The end of a log, for people.
std::string lastWords(const fs::path &log)
{
    constexpr std::size_t most = 600;
    std::ifstream file(log, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.size() > most)
        text.erase(0, text.find('\n', text.size() - most) + 1);
    return text;
}

/// What posix_spawn() needs, released at the end.
class SpawnPlan
{
public:
    explicit SpawnPlan(const fs::path &log)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::posix_spawn_file_actions_adddup2(&m_actions, STDOUT_FILENO, STDERR_FILENO);
        ::posix_spawnattr_init(&m_attributes);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETPGROUP); // so that all of it can be ended
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;
    ~SpawnPlan()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    [[nodiscard]] std::expected<pid_t, int> start(const fs::path &program, std::vector<std::string> arguments) const
    {
        std::vector<char *> words;
        words.reserve(arguments.size() + 1);
        for (std::string &argument : arguments)
            words.push_back(argument.data());
        words.push_back(nullptr);
        pid_t process = 0;
        const int error = ::posix_spawn(&process, program.c_str(), &m_actions, &m_attributes, words.data(), environ);
        return error == 0 ? std::expected<pid_t, int>(process) : std::unexpected(error);
    }

private:
    posix_spawn_file_actions_t m_actions = {};
    posix_spawnattr_t m_attributes = {};
};

/// The exit status; nothing when the time was up, and the process was ended.
std::optional<int> waitFor(pid_t process, std::chrono::seconds limit)
{
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        int status = 0;
        const pid_t done = ::waitpid(process, &status, WNOHANG);
        if (done == process)
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
        if (done < 0 && errno != EINTR)
            return 127;
        if (std::chrono::steady_clock::now() > end) {
            ::kill(-process, SIGKILL);
            ::waitpid(process, &status, 0);
            return std::nullopt;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
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
    const char *const path = std::getenv("PATH");
    for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
        const std::size_t colon = rest.find(':');
        if (const fs::path program = fs::path(rest.substr(0, colon)) / "sphinx-build"; isProgram(program))
            return program;
        rest.remove_prefix(colon == rest.npos ? rest.size() : colon + 1);
    }
    return std::nullopt;
}

std::expected<void, std::string> buildSite(const fs::path &program, const fs::path &root, const fs::path &folder,
                                           std::chrono::seconds limit)
{
    const fs::path log = folder / "build.log";
    const SpawnPlan plan(log);
    const auto process =
        plan.start(program, {program.string(), "-b", "html", "-E", "-d", (folder / "doctrees").string(), root.string(),
                             (folder / "html").string()});
    if (!process)
        return std::unexpected(
            std::format("{} cannot be started: {}.", program.string(), std::strerror(process.error())));
    const std::optional<int> status = waitFor(*process, limit);
    if (!status)
        return std::unexpected(
            std::format("The site's build took longer than {} seconds and was ended.", limit.count()));
    if (*status != 0)
        return std::unexpected(std::format("The site's build failed:\n{}", lastWords(log)));
    return {};
}

} // namespace publish
