// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/git_worktree.h"

#include "publish/atomic_file.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstring>
#include <format>
#include <optional>

#include <unistd.h>

namespace publish {

namespace fs = std::filesystem;

/// What is needed to clear away a work tree whose process was killed.
struct WorkTreeNote {
    long process = 0;
    std::string branch = {};
    std::string tip = {}; // of the branch that was made for it; empty when it was there before
};

namespace {

constexpr std::string_view folderStart = "broadside-commit-";
// In the folder around the work tree, where it is before there is one; and in git's folder of it, for temporary files may be
// cleared away by others.
constexpr std::string_view noteName = "broadside-note";

void writeNote(const fs::path &folder, const WorkTreeNote &note)
{
    (void)writeFileAtomically(folder / noteName, std::format("{}\n{}\n{}\n", note.process, note.branch, note.tip));
}

std::optional<WorkTreeNote> readNote(const fs::path &folder)
{
    const auto text = readFile(folder / noteName);
    if (!text)
        return std::nullopt;
    const std::vector<std::string> parts = lines(*text);
    if (parts.size() < 2)
        return std::nullopt;
    WorkTreeNote note = {.branch = parts[1], .tip = parts.size() > 2 ? parts[2] : ""};
    std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), note.process);
    return note;
}

bool isAlive(long process)
{
    return process > 0 && (::kill(pid_t(process), 0) == 0 || errno == EPERM);
}

/// Only as long as the branch stands where it began: with a commit on it, it is somebody's work.
void removeBranch(const GitRepository &repository, const WorkTreeNote &note)
{
    if (!note.tip.empty())
        (void)repository.read({"update-ref", "-d", "refs/heads/" + note.branch, note.tip});
}

void clearAway(const GitRepository &repository)
{
    const auto list = repository.read({"worktree", "list", "--porcelain"});
    if (!list)
        return;
    for (const std::string &line : lines(*list)) {
        if (!line.starts_with("worktree "))
            continue;
        const fs::path folder = line.substr(std::string_view("worktree ").size());
        if (!folder.parent_path().filename().string().starts_with(folderStart))
            continue;
        GitRepository stale = repository;
        stale.gitFolder = repository.commonFolder / "worktrees" / folder.filename();
        auto note = readNote(stale.gitFolder);
        if (!note)
            note = readNote(folder.parent_path());
        if (!note || isAlive(note->process))
            continue;
        (void)repository.read({"worktree", "remove", "--force", "--force", folder.string()});
        std::error_code error;
        fs::remove_all(folder.parent_path(), error);
        (void)repository.read({"worktree", "prune"});
        removeBranch(repository, *note);
    }
}

bool hasBranch(const GitRepository &repository, const std::string &branch)
{
    return repository.read({"show-ref", "--verify", "--quiet", "refs/heads/" + branch}).has_value();
}

} // namespace

class WorkTree::Checkout
{
public:
    explicit Checkout(const GitRepository &main) : m_main(main), tree(main) {}
    Checkout(const Checkout &) = delete;
    Checkout &operator=(const Checkout &) = delete;
    ~Checkout()
    {
        if (folder.empty())
            return;
        (void)m_main.read({"worktree", "remove", "--force", "--force", tree.top.string()});
        std::error_code error;
        fs::remove_all(folder, error);
        if (!isKept)
            removeBranch(m_main, note);
    }

private:
    GitRepository m_main;

public:
    GitRepository tree;
    fs::path folder = {}; // around the work tree
    WorkTreeNote note = {};
    bool isKept = false;
};

WorkTree::WorkTree(std::unique_ptr<Checkout> checkout) : m_checkout(std::move(checkout))
{
}

WorkTree::WorkTree(WorkTree &&) noexcept = default;
WorkTree::~WorkTree() = default;

std::expected<WorkTree, std::string> WorkTree::make(const GitRepository &repository, const std::string &branch,
                                                    const std::string &base)
{
    if (const auto named = checkBranchName(repository, branch); !named)
        return std::unexpected(named.error());
    clearAway(repository);
    const bool isNew = !base.empty();
    if (isNew && hasBranch(repository, branch))
        return std::unexpected(std::format(
            "There is a branch {} already. Give the new one another name, or commit to that branch.", branch));
    if (!isNew && !hasBranch(repository, branch))
        return std::unexpected(std::format("There is no branch {}.", branch));
    const auto tip = repository.read({"rev-parse", "--verify", "--quiet", "--end-of-options",
                                      (isNew ? base : "refs/heads/" + branch) + "^{commit}"});
    if (!tip)
        return std::unexpected(std::format("There is no {} to begin the branch from.", base));

    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / (std::string(folderStart) + "XXXXXX")).string();
    if (error || ::mkdtemp(name.data()) == nullptr)
        return std::unexpected(std::format("There is no room for temporary files: {}.", std::strerror(errno)));
    auto checkout = std::make_unique<Checkout>(repository);
    checkout->folder = fs::canonical(name, error);
    checkout->tree.top = checkout->folder / std::format("broadside-{}", name.substr(name.size() - 6));
    checkout->note = {.process = ::getpid(), .branch = branch, .tip = isNew ? tip->substr(0, tip->find('\n')) : ""};
    writeNote(checkout->folder, checkout->note);
    std::vector<std::string> arguments = {"worktree", "add", "--quiet"};
    if (isNew)
        arguments.insert(arguments.end(),
                         {"--no-track", "-b", branch, "--", checkout->tree.top.string(), checkout->note.tip});
    else
        arguments.insert(arguments.end(), {"--", checkout->tree.top.string(), branch});
    const auto added = repository.run(std::move(arguments),
                                      {.environment = {"GIT_LFS_SKIP_SMUDGE=1"}, .limit = std::chrono::minutes(5)});
    if (!added)
        return std::unexpected(added.error());
    if (!added->succeeded()) {
        const std::string problem = gitProblem(*added);
        if (!isNew && (problem.contains("already checked out") || problem.contains("already used by")))
            return std::unexpected(
                std::format("The branch {} is checked out in another work tree; commit there.", branch));
        if (problem.contains("cannot lock ref") || problem.contains("exists; cannot create"))
            return std::unexpected(std::format(
                "A branch cannot be called {} beside those that are there: a name cannot also be a folder of names.",
                branch));
        return std::unexpected(std::format("The branch {} cannot be set up: {}", branch, problem));
    }
    auto opened = GitRepository::open(checkout->tree.top);
    if (!opened)
        return std::unexpected(opened.error());
    checkout->tree = std::move(*opened);
    writeNote(checkout->tree.gitFolder, checkout->note);
    return WorkTree(std::move(checkout));
}

const GitRepository &WorkTree::repository() const
{
    return m_checkout->tree;
}

void WorkTree::keepBranch()
{
    m_checkout->isKept = true;
}

} // namespace publish
