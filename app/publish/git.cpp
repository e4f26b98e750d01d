// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/git.h"

#include <algorithm>
#include <charconv>
#include <format>

#include <unistd.h>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// git's own, set around hooks, and what keeps it from waiting for an answer.
const std::vector<std::string> gitEnvironment = {"GIT_DIR",
                                                 "GIT_WORK_TREE",
                                                 "GIT_INDEX_FILE",
                                                 "GIT_INDEX_VERSION",
                                                 "GIT_PREFIX",
                                                 "GIT_OBJECT_DIRECTORY",
                                                 "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                 "GIT_COMMON_DIR",
                                                 "GIT_NAMESPACE",
                                                 "GIT_LITERAL_PATHSPECS",
                                                 "GIT_GLOB_PATHSPECS",
                                                 "GIT_NOGLOB_PATHSPECS",
                                                 "GIT_ICASE_PATHSPECS",
                                                 "GIT_EXTERNAL_DIFF",
                                                 "LANGUAGE",
                                                 "LC_ALL=C.UTF-8",
                                                 "GIT_TERMINAL_PROMPT=0",
                                                 "GIT_EDITOR=true",
                                                 "GIT_PAGER=cat"};

/// Reading a state must not run what a repository's own settings name.
std::vector<std::string> quietly(std::initializer_list<std::string> arguments)
{
    std::vector<std::string> all = {"--no-optional-locks", "-c", "core.fsmonitor=false", "-c",
                                    "log.showSignature=false"};
    all.insert(all.end(), arguments);
    return all;
}

fs::path existingFolder(fs::path path)
{
    std::error_code error;
    path = fs::absolute(path, error);
    while (!fs::is_directory(path, error) && path != path.parent_path())
        path = path.parent_path();
    return path;
}

std::size_t numberIn(std::string_view text)
{
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// One line of `git status --porcelain=v2 --branch`.
void readStatusLine(std::string_view line, RepositoryState &state)
{
    const auto after = [&](std::string_view start) { return std::string(line.substr(start.size())); };
    if (line.starts_with("# branch.oid "))
        state.head = line.ends_with("(initial)") ? "" : after("# branch.oid ");
    else if (line.starts_with("# branch.head "))
        state.branch = line.ends_with(" (detached)") ? "" : after("# branch.head ");
    else if (line.starts_with("# branch.upstream "))
        state.upstream = after("# branch.upstream ");
    else if (line.starts_with("# branch.ab +")) {
        const std::string counts = after("# branch.ab +");
        state.ahead = numberIn(counts);
        state.behind = numberIn(std::string_view(counts).substr(counts.find('-') + 1));
    } else if (line.starts_with("1 ") || line.starts_with("2 ") || line.starts_with("u "))
        ++state.changedFiles;
}

std::string operationIn(const fs::path &gitFolder)
{
    constexpr std::pair<std::string_view, std::string_view> marks[] = {
        {"MERGE_HEAD", "a merge"},    {"rebase-merge", "a rebase"},
        {"rebase-apply", "a rebase"}, {"CHERRY_PICK_HEAD", "a cherry-pick"},
        {"REVERT_HEAD", "a revert"},
    };
    std::error_code error;
    for (const auto &[file, operation] : marks) {
        if (fs::exists(gitFolder / file, error))
            return std::string(operation);
    }
    return {};
}

/// The first of these that is set.
std::string firstSetting(const GitRepository &repository, std::initializer_list<std::string> keys)
{
    for (const std::string &key : keys) {
        if (const auto value = repository.read(quietly({"config", "--get", key})); value && !value->empty())
            return value->substr(0, value->find('\n'));
    }
    return {};
}

void readRefs(const GitRepository &repository, RepositoryState &state)
{
    const auto refs =
        repository.read(quietly({"for-each-ref", "--format=%(refname) %(symref)", "refs/heads", "refs/remotes"}));
    const auto remotes = repository.read(quietly({"remote"}));
    if (!refs || !remotes)
        return;
    const std::vector<std::string> names = lines(*remotes);
    state.remote = firstSetting(repository, {"branch." + state.branch + ".pushRemote", "remote.pushDefault",
                                             "branch." + state.branch + ".remote"});
    if (!std::ranges::contains(names, state.remote))
        state.remote =
            std::ranges::contains(names, "origin") || names.empty() ? (names.empty() ? "" : "origin") : names.front();
    const std::string at = "refs/remotes/" + state.remote + '/';
    std::vector<std::string> remoteBranches;
    for (const std::string &line : lines(*refs)) {
        const std::size_t blank = line.find(' ');
        const std::string name = line.substr(0, blank), target = blank == line.npos ? "" : line.substr(blank + 1);
        if (name.starts_with("refs/heads/"))
            state.branches.push_back(name.substr(std::string_view("refs/heads/").size()));
        else if (!state.remote.empty() && name == at + "HEAD" && target.starts_with(at))
            state.base = target.substr(std::string_view("refs/remotes/").size());
        else if (!state.remote.empty() && name.starts_with(at))
            remoteBranches.push_back(name.substr(std::string_view("refs/remotes/").size()));
    }
    for (const std::string_view usual : {"/main", "/master", "/trunk"}) {
        if (state.base.empty() && std::ranges::contains(remoteBranches, state.remote + std::string(usual)))
            state.base = state.remote + std::string(usual);
    }
}

void readHooks(const GitRepository &repository, RepositoryState &state)
{
    const auto folder = repository.read(quietly({"rev-parse", "--path-format=absolute", "--git-path", "hooks"}));
    if (!folder)
        return;
    const fs::path path = folder->substr(0, folder->find('\n'));
    std::error_code error;
    for (const std::string_view hook : {"pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"}) {
        if (fs::is_regular_file(path / hook, error) && ::access((path / hook).c_str(), X_OK) == 0)
            state.hooks.emplace_back(hook);
    }
}

} // namespace

std::vector<std::string> nulSeparated(std::string_view text)
{
    std::vector<std::string> pieces;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\0'), text.size());
        pieces.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

std::vector<std::string> lines(std::string_view text)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0)
            found.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

std::string gitProblem(const ProcessResult &result)
{
    if (result.end == ProcessResult::End::TimedOut)
        return "git took too long and was ended.";
    if (result.end == ProcessResult::End::Stopped)
        return "It was cancelled.";
    std::string text;
    for (std::string_view line : lines(result.errors.empty() ? result.output : result.errors)) {
        if (line.starts_with("hint:"))
            continue;
        for (const std::string_view start : {"fatal: ", "error: "}) {
            if (line.starts_with(start))
                line.remove_prefix(start.size());
        }
        text += (text.empty() ? "" : "\n") + std::string(line);
    }
    return text.empty() ? std::format("git ended with status {}.", result.status) : text;
}

std::expected<GitRepository, std::string> GitRepository::open(const fs::path &path)
{
    GitRepository repository;
    const auto program = findProgram("git");
    if (!program)
        return std::unexpected("git is not installed, so nothing can be committed from here.");
    repository.program = *program;
    repository.top = existingFolder(path);
    const auto found = repository.run(
        quietly({"rev-parse", "--path-format=absolute", "--show-toplevel", "--git-dir", "--git-common-dir"}));
    if (!found)
        return std::unexpected(found.error());
    const std::vector<std::string> folders = lines(found->output);
    if (!found->succeeded() || folders.size() != 3) {
        if (found->errors.contains("dubious ownership"))
            return std::unexpected(
                std::format("git does not trust the repository of {}, which belongs to another user. If you do, run: "
                            "git config --global --add safe.directory {}",
                            repository.top.string(), repository.top.string()));
        return std::unexpected(std::format("{} is in no git repository.", repository.top.string()));
    }
    repository.top = folders[0];
    repository.gitFolder = folders[1];
    repository.commonFolder = folders[2];
    return repository;
}

std::expected<ProcessResult, std::string> GitRepository::run(std::vector<std::string> arguments,
                                                             ProcessRequest options) const
{
    options.program = program;
    options.arguments = {"-C", top.string()};
    options.arguments.insert(options.arguments.end(), std::make_move_iterator(arguments.begin()),
                             std::make_move_iterator(arguments.end()));
    options.environment.insert(options.environment.end(), gitEnvironment.begin(), gitEnvironment.end());
    return runProcess(options);
}

std::optional<std::string> GitRepository::contentAt(const std::string &commit, const std::string &path) const
{
    if (commit.starts_with('-'))
        return std::nullopt;
    auto content = read({"cat-file", "blob", commit + ":" + path});
    if (!content)
        return std::nullopt;
    return std::move(*content);
}

std::expected<std::string, std::string> GitRepository::read(std::vector<std::string> arguments,
                                                            ProcessRequest options) const
{
    auto result = run(std::move(arguments), std::move(options));
    if (!result)
        return std::unexpected(result.error());
    if (!result->succeeded())
        return std::unexpected(gitProblem(*result));
    return std::move(result->output);
}

std::string GitRepository::nameOf(const fs::path &path) const
{
    std::error_code error;
    return fs::weakly_canonical(path, error).lexically_relative(top).generic_string();
}

std::string GitRepository::pathspec(const fs::path &path) const
{
    const std::string relative = path.lexically_relative(top).generic_string();
    return relative == "." ? ":(top)" : ":(top,literal)" + relative; // a literal dot means nothing
}

std::string RepositoryState::obstacle() const
{
    if (isLocked)
        return "Another git is at work in this repository, or one was interrupted. Wait for it; if there is none, "
               "delete the file index.lock in its .git folder.";
    if (!operation.empty())
        return std::format("{} is under way in this repository. Finish it or abort it first, or commit on another "
                           "branch.",
                           operation == "a merge" ? "A merge" : std::format("A{}", operation.substr(1)));
    if (branch.empty())
        return "No branch is checked out (HEAD is detached), so a commit would soon be lost. Choose a new branch.";
    return identityProblem;
}

std::expected<RepositoryState, std::string> stateOf(const GitRepository &repository)
{
    RepositoryState state;
    // Without untracked files, of which there may be very many; none of them matters here.
    const auto status = repository.read(quietly({"status", "--porcelain=v2", "--branch", "-z", "--untracked-files=no",
                                                 "--no-renames", "--ignore-submodules=all"}));
    if (!status)
        return std::unexpected(status.error());
    for (const std::string &line : nulSeparated(*status))
        readStatusLine(line, state);
    readRefs(repository, state);
    readHooks(repository, state);
    state.operation = operationIn(repository.gitFolder);
    std::error_code error;
    state.isLocked = fs::exists(repository.gitFolder / "index.lock", error);
    if (const auto identity = repository.run(quietly({"var", "GIT_COMMITTER_IDENT"}));
        identity && !identity->succeeded())
        state.identityProblem = "git does not know who you are. Run: git config --global user.name \"Your Name\" and "
                                "git config --global user.email you@example.org";
    return state;
}

std::expected<void, std::string> checkBranchName(const GitRepository &repository, const std::string &name)
{
    const auto checked = repository.run(quietly({"check-ref-format", "--branch", name}));
    if (!checked)
        return std::unexpected(checked.error());
    if (!checked->succeeded() || name.starts_with('-') || name.starts_with('@'))
        return std::unexpected(std::format("“{}” cannot be the name of a branch.", name));
    return {};
}

} // namespace publish
