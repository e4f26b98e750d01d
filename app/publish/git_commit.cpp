// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/git_commit.h"

#include "publish/atomic_file.h"
#include "publish/git_worktree.h"
#include "publish/pictures.h"

#include <algorithm>
#include <format>
#include <utility>

namespace publish {

namespace {

namespace fs = std::filesystem;
using Done = std::expected<void, std::string>;

constexpr auto hooksMayTake = std::chrono::minutes(10);

/// The files by their true paths: git neither follows links nor commits what lies behind one.
std::expected<std::vector<FileContent>, std::string> resolved(const GitRepository &repository,
                                                              const std::vector<FileContent> &files)
{
    std::vector<FileContent> found;
    for (const FileContent &file : files) {
        std::error_code error;
        const fs::path path = fs::weakly_canonical(file.path, error);
        if (error || !isInside(path, repository.top) || isInside(path, repository.gitFolder))
            return std::unexpected(std::format("{} lies outside the repository {}, so it cannot be committed there.",
                                               file.path.string(), repository.top.string()));
        found.push_back({path, file.bytes});
    }
    return found;
}

std::vector<std::string> withPathspecs(const GitRepository &repository, std::vector<std::string> arguments,
                                       const std::vector<FileContent> &files)
{
    arguments.emplace_back("--");
    for (const FileContent &file : files)
        arguments.push_back(repository.pathspec(file.path));
    return arguments;
}

/// git's and the hooks' words after a commit that failed.
std::string commitProblem(const ProcessResult &result, const RepositoryState &state)
{
    if (result.end != ProcessResult::End::Exited)
        return "The commit was not made: " + gitProblem(result);
    std::string said = gitProblem(result);
    if (said.contains("gpg failed") || said.contains("failed to sign") || said.contains("Signing failed"))
        return "The commit could not be signed:\n" + said;
    if (!state.hooks.empty())
        return std::format("The commit was not made. It may be that a hook ({}) refused it:\n{}{}", state.hooks.front(),
                           said, result.errors.empty() || result.output.empty() ? "" : '\n' + result.output);
    return "The commit was not made: " + said;
}

/// Fills in what the new commit of `where` is.
Done describe(const GitRepository &where, Commit &commit)
{
    const auto ids = where.read({"rev-list", "--parents", "-1", "HEAD"});
    const auto files = where.read({"diff-tree", "--no-commit-id", "--name-only", "-r", "-z", "--root", "HEAD"});
    if (!ids || !files)
        return std::unexpected(ids ? files.error() : ids.error());
    const std::string line = ids->substr(0, ids->find('\n'));
    const std::size_t blank = line.find(' ');
    commit.id = line.substr(0, blank);
    commit.parent = blank == line.npos ? "" : line.substr(blank + 1, line.find(' ', blank + 1) - blank - 1);
    commit.files = nulSeparated(*files);
    return {};
}

/// The words of git and its hooks as one text.
std::string wordsOf(const ProcessResult &result)
{
    return result.errors + result.output;
}

/// Whether the branch still has the first file as it was found; `where` has it checked out.
Done stillHas(const GitRepository &where, const fs::path &file, const std::string &branch, const CommitRequest &request)
{
    const std::string path = file.generic_string();
    if (!request.found || where.contentAt("HEAD", path) == request.found->bytes)
        return {};
    return std::unexpected(
        std::format("{} has another version of {} by now than the one that was compared. Look at the difference again.",
                    branch, path));
}

/// What a commit on the current branch has changed so far. Taken back unless it is kept.
class Attempt
{
public:
    explicit Attempt(const GitRepository &repository) : m_repository(repository) {}
    Attempt(const Attempt &) = delete;
    Attempt &operator=(const Attempt &) = delete;
    ~Attempt()
    {
        if (!m_announced.empty())
            (void)m_repository.read(
                withPathspecs(m_repository, {"rm", "--cached", "--quiet", "--ignore-unmatch"}, m_announced));
        m_written.takeBackWhatever();
    }

    Done write(const std::vector<FileContent> &files)
    {
        for (const FileContent &file : files) {
            if (!file.bytes)
                continue;
            if (auto written = m_written.write(file.path, *file.bytes); !written)
                return written;
        }
        return {};
    }

    /// Tells git's index of files that it does not know, without their content: a partial commit takes known files only.
    Done announce(const std::vector<FileContent> &files)
    {
        const auto known = m_repository.read(withPathspecs(m_repository, {"ls-files", "-z"}, files));
        if (!known)
            return std::unexpected(known.error());
        const std::vector<std::string> names = nulSeparated(*known);
        std::vector<FileContent> unknown;
        std::ranges::copy_if(files, std::back_inserter(unknown), [&](const FileContent &file) {
            return !std::ranges::contains(names, file.path.lexically_relative(m_repository.top).generic_string());
        });
        if (unknown.empty())
            return {};
        const auto added = m_repository.read(withPathspecs(m_repository, {"add", "--intent-to-add"}, unknown));
        if (!added)
            return std::unexpected(added.error());
        m_announced = std::move(unknown);
        return {};
    }

    FileChanges keep()
    {
        m_announced.clear();
        return std::exchange(m_written, {});
    }

private:
    const GitRepository &m_repository;
    FileChanges m_written;
    std::vector<FileContent> m_announced;
};

std::expected<Commit, std::string> commitHere(const GitRepository &repository, const RepositoryState &state,
                                              const std::vector<FileContent> &files, const CommitRequest &request)
{
    if (const std::string obstacle = state.obstacle(); !obstacle.empty())
        return std::unexpected(obstacle);
    if (const auto has =
            stillHas(repository, files.front().path.lexically_relative(repository.top), state.branch, request);
        !has)
        return std::unexpected(has.error());
    Attempt attempt(repository);
    if (const auto written = attempt.write(files); !written)
        return std::unexpected(written.error());
    if (const auto announced = attempt.announce(files); !announced)
        return std::unexpected(announced.error());
    const auto changed =
        repository.read(withPathspecs(repository, {"status", "--porcelain", "-z", "--untracked-files=all"}, files));
    if (!changed)
        return std::unexpected(changed.error());
    if (changed->empty())
        return std::unexpected("There is nothing to commit: the branch has this post just so.");
    const auto done =
        repository.run(withPathspecs(repository, {"commit", "--only", "--cleanup=whitespace", "--file=-"}, files),
                       {.input = request.message, .limit = hooksMayTake, .stop = request.stop});
    if (!done)
        return std::unexpected(done.error());
    if (!done->succeeded())
        return std::unexpected(commitProblem(*done, state));
    Commit commit = {.branch = state.branch, .isCheckedOut = true, .said = wordsOf(*done)};
    commit.written = attempt.keep();
    if (const auto described = describe(repository, commit); !described)
        return std::unexpected(described.error());
    return commit;
}

/// Puts the files where they belong in another work tree of the same repository.
Done copyInto(const GitRepository &repository, const GitRepository &other, std::vector<FileContent> &files)
{
    FileChanges written;
    for (FileContent &file : files) {
        const fs::path target = other.top / file.path.lexically_relative(repository.top);
        std::error_code error;
        if (!isInside(target, other.top) || fs::is_symlink(target, error))
            return std::unexpected(std::format("On that branch {} is a link, or lies behind one.",
                                               file.path.lexically_relative(repository.top).string()));
        if (!file.bytes) {
            auto bytes = readFile(file.path);
            if (!bytes)
                return std::unexpected(bytes.error());
            file.bytes = std::move(*bytes);
        }
        if (auto done = written.write(target, *file.bytes); !done)
            return done;
        file.path = target;
    }
    return {};
}

std::expected<Commit, std::string> commitBeside(const GitRepository &repository, const RepositoryState &state,
                                                std::vector<FileContent> files, const CommitRequest &request)
{
    if (!state.identityProblem.empty())
        return std::unexpected(state.identityProblem);
    auto beside = WorkTree::make(repository, request.branch, request.base);
    if (!beside)
        return std::unexpected(beside.error());
    const GitRepository &other = beside->repository();
    if (const auto has = stillHas(other, files.front().path.lexically_relative(repository.top),
                                  request.base.empty() ? request.branch : request.base, request);
        !has)
        return std::unexpected(has.error());
    if (const auto copied = copyInto(repository, other, files); !copied)
        return std::unexpected(copied.error());
    if (const auto added = other.read(withPathspecs(other, {"add"}, files)); !added)
        return std::unexpected(added.error());
    const auto changed = other.read({"diff", "--cached", "--name-only", "-z", "--no-ext-diff"});
    if (!changed)
        return std::unexpected(changed.error());
    if (changed->empty())
        return std::unexpected("There is nothing to commit: the branch has this post just so.");
    const auto done = other.run({"commit", "--cleanup=whitespace", "--file=-"},
                                {.input = request.message, .limit = hooksMayTake, .stop = request.stop});
    if (!done)
        return std::unexpected(done.error());
    if (!done->succeeded())
        return std::unexpected(commitProblem(*done, state));
    Commit commit = {.branch = request.branch, .isNewBranch = !request.base.empty(), .said = wordsOf(*done)};
    if (const auto described = describe(other, commit); !described)
        return std::unexpected(described.error());
    beside->keepBranch();
    return commit;
}

} // namespace

std::expected<Commit, std::string> commitFiles(const GitRepository &repository, const CommitRequest &request)
{
    if (std::ranges::all_of(request.message, [](char c) { return c == ' ' || c == '\n' || c == '\t'; }))
        return std::unexpected("A commit needs a message.");
    const auto state = stateOf(repository);
    if (!state)
        return std::unexpected(state.error());
    auto files = resolved(repository, request.files);
    if (!files)
        return std::unexpected(files.error());
    const bool isHere = request.branch.empty() || (request.branch == state->branch && request.base.empty());
    return isHere ? commitHere(repository, *state, *files, request)
                  : commitBeside(repository, *state, std::move(*files), request);
}

std::expected<void, std::string> undoCommit(const GitRepository &repository, Commit &commit)
{
    const auto known =
        repository.read({"for-each-ref", "--contains", commit.id, "--format=%(refname:short)", "refs/remotes"});
    if (!known)
        return std::unexpected(known.error());
    if (!known->empty())
        return std::unexpected(std::format("The commit was pushed to {} already, so it stays. Revert it there.",
                                           known->substr(0, known->find('\n'))));
    const std::string ref = "refs/heads/" + commit.branch;
    const auto moved =
        commit.isNewBranch || commit.parent.empty()
            ? repository.read({"update-ref", "-d", ref, commit.id})
            : repository.read({"update-ref", "-m", "broadside: take a commit back", ref, commit.parent, commit.id});
    if (!moved)
        return std::unexpected(std::format("The branch {} went on since, so the commit stays.", commit.branch));
    if (commit.isCheckedOut) {
        std::vector<FileContent> files;
        files.reserve(commit.files.size());
        for (const std::string &file : commit.files)
            files.push_back({.path = repository.top / file});
        // Exits with 1 where something stays changed, which is no failure.
        (void)repository.run(withPathspecs(
            repository,
            commit.parent.empty() ? std::vector<std::string>{"rm", "--cached", "--quiet", "--ignore-unmatch"}
                                  : std::vector<std::string>{"reset", "--quiet"},
            files));
        commit.written.takeBack();
    }
    return {};
}

} // namespace publish
