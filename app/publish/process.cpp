// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <memory>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

extern char **environ; // NOLINT: POSIX gives it no header

namespace publish {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t mostOutput = 16'000'000; // bytes of each stream
constexpr auto pollStep = std::chrono::milliseconds(50);
constexpr auto graceToEnd = std::chrono::seconds(2);          // between asking and making
constexpr auto graceToDrain = std::chrono::milliseconds(300); // for what was printed by those that it left behind

/// One end of a pipe, closed with this value.
class PipeEnd
{
public:
    explicit PipeEnd(int number = -1) : m_number(number) {}
    PipeEnd(PipeEnd &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    PipeEnd &operator=(PipeEnd &&other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~PipeEnd() { close(); }
    void close()
    {
        if (m_number >= 0)
            ::close(std::exchange(m_number, -1));
    }
    [[nodiscard]] int number() const noexcept { return m_number; }
    [[nodiscard]] bool isOpen() const noexcept { return m_number >= 0; }

private:
    int m_number;
};

struct Pipe {
    PipeEnd reads, writes;
};

std::expected<Pipe, int> makePipe()
{
    std::array<int, 2> ends = {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::unexpected(errno);
    return Pipe{PipeEnd(ends[0]), PipeEnd(ends[1])};
}

/// Our environment with the request's changes.
std::vector<std::string> environmentOf(const ProcessRequest &request)
{
    std::vector<std::string> variables;
    const auto nameOf = [](std::string_view variable) { return variable.substr(0, variable.find('=')); };
    for (char **at = environ; *at != nullptr; ++at) {
        const std::string_view variable = *at;
        if (std::ranges::none_of(request.environment,
                                 [&](const std::string &changed) { return nameOf(changed) == nameOf(variable); }))
            variables.emplace_back(variable);
    }
    for (const std::string &changed : request.environment) {
        if (changed.contains('='))
            variables.push_back(changed);
    }
    return variables;
}

std::vector<char *> wordsOf(std::vector<std::string> &texts)
{
    std::vector<char *> words;
    words.reserve(texts.size() + 1);
    for (std::string &text : texts)
        words.push_back(text.data());
    words.push_back(nullptr);
    return words;
}

/// The input as a file without a name: a program that does not read it cannot stop us, as it could with a pipe.
std::unique_ptr<std::FILE, int (*)(std::FILE *)> inputFile(const std::string &input)
{
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::tmpfile(), &std::fclose);
    if (file != nullptr) {
        ::fcntl(::fileno(file.get()), F_SETFD, FD_CLOEXEC);
        if (std::fwrite(input.data(), 1, input.size(), file.get()) != input.size() || std::fflush(file.get()) != 0)
            file.reset();
        else
            ::lseek(::fileno(file.get()), 0, SEEK_SET);
    }
    return file;
}

/// What posix_spawn() is told, released at the end.
class SpawnActions
{
public:
    SpawnActions(int input, int output, int errors)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        if (input >= 0)
            ::posix_spawn_file_actions_adddup2(&m_actions, input, STDIN_FILENO);
        else
            ::posix_spawn_file_actions_addopen(&m_actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, output, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_actions, errors, STDERR_FILENO);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        // A session of its own has no terminal to ask at, and can be ended as a whole.
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    SpawnActions(const SpawnActions &) = delete;
    SpawnActions &operator=(const SpawnActions &) = delete;
    ~SpawnActions()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    [[nodiscard]] std::expected<pid_t, int> start(const ProcessRequest &request) const
    {
        std::vector<std::string> arguments = request.arguments;
        arguments.insert(arguments.begin(), request.program.string());
        std::vector<std::string> variables = environmentOf(request);
        pid_t process = 0;
        const int error = ::posix_spawn(&process, request.program.c_str(), &m_actions, &m_attributes,
                                        wordsOf(arguments).data(), wordsOf(variables).data());
        return error == 0 ? std::expected<pid_t, int>(process) : std::unexpected(error);
    }

private:
    posix_spawn_file_actions_t m_actions = {};
    posix_spawnattr_t m_attributes = {};
};

/// Waits for a running program and reads what it prints.
class Watch
{
public:
    Watch(pid_t process, PipeEnd output, PipeEnd errors, const ProcessRequest &request)
        : m_process(process)
        , m_streams{std::move(output), std::move(errors)}
        , m_request(request)
        , m_end(Clock::now() + request.limit)
    {
    }

    ProcessResult result()
    {
        while (!isOver()) {
            readSome();
            endIfWanted();
        }
        if (!m_hasExited)
            collect(0);
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isOver()
    {
        if (!m_streams[0].isOpen() && !m_streams[1].isOpen() && m_result.end == ProcessResult::End::Exited)
            return m_hasExited || collect(WNOHANG);
        if (!m_hasExited && collect(WNOHANG))
            m_drainUntil = Clock::now() + graceToDrain;
        return m_hasExited && ((!m_streams[0].isOpen() && !m_streams[1].isOpen()) || Clock::now() > m_drainUntil);
    }

    bool collect(int options)
    {
        int status = 0;
        pid_t done = 0;
        do
            done = ::waitpid(m_process, &status, options);
        while (done < 0 && errno == EINTR);
        if (done == 0)
            return false;
        m_hasExited = true;
        m_result.status = done < 0 ? 127 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return true;
    }

    void readSome()
    {
        std::array<pollfd, 2> polled = {pollfd{m_streams[0].number(), POLLIN, 0}, {m_streams[1].number(), POLLIN, 0}};
        const bool isQuiet = !m_streams[0].isOpen() && !m_streams[1].isOpen(); // it is about to exit
        if (::poll(polled.data(), polled.size(), isQuiet ? 1 : int(pollStep.count())) <= 0)
            return;
        for (std::size_t i = 0; i < polled.size(); ++i) {
            if (polled[i].revents == 0)
                continue;
            std::array<char, 65536> bytes = {};
            const ssize_t count = ::read(m_streams[i].number(), bytes.data(), bytes.size());
            std::string &text = i == 0 ? m_result.output : m_result.errors;
            if (count > 0)
                text.append(bytes.data(), std::min(std::size_t(count), mostOutput - text.size()));
            else if (count == 0 || errno != EINTR)
                m_streams[i].close();
        }
    }

    void endIfWanted()
    {
        if (m_result.end != ProcessResult::End::Exited) {
            if (!m_isKilled && Clock::now() > m_killAt) {
                m_isKilled = true;
                ::kill(-m_process, SIGKILL);
            }
            return;
        }
        const bool isStopped = m_request.stop.stop_requested();
        if (m_hasExited || (!isStopped && Clock::now() < m_end))
            return;
        m_result.end = isStopped ? ProcessResult::End::Stopped : ProcessResult::End::TimedOut;
        m_killAt = Clock::now() + graceToEnd;
        ::kill(-m_process, SIGTERM); // git takes its locks away then
    }

    pid_t m_process;
    std::array<PipeEnd, 2> m_streams;
    const ProcessRequest &m_request;
    Clock::time_point m_end, m_killAt, m_drainUntil;
    bool m_hasExited = false;
    bool m_isKilled = false;
    ProcessResult m_result;
};

} // namespace

std::expected<ProcessResult, std::string> runProcess(const ProcessRequest &request)
{
    const auto problem = [&](int number) {
        return std::unexpected(
            std::format("{} cannot be started: {}.", request.program.string(), std::strerror(number)));
    };
    auto output = makePipe();
    auto errors = makePipe();
    if (!output || !errors)
        return problem(output ? errors.error() : output.error());
    const auto input = inputFile(request.input);
    if (input == nullptr)
        return problem(errno);
    const SpawnActions actions(::fileno(input.get()), output->writes.number(), errors->writes.number());
    const auto process = actions.start(request);
    if (!process)
        return problem(process.error());
    output->writes.close();
    errors->writes.close();
    return Watch(*process, std::move(output->reads), std::move(errors->reads), request).result();
}

std::optional<fs::path> findProgram(std::string_view name)
{
    const char *const path = std::getenv("PATH");
    for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
        const std::size_t colon = rest.find(':');
        const fs::path program = fs::path(rest.substr(0, colon)) / name;
        std::error_code error;
        if (program.is_absolute() && fs::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0)
            return program;
        rest.remove_prefix(colon == rest.npos ? rest.size() : colon + 1);
    }
    return std::nullopt;
}

} // namespace publish
