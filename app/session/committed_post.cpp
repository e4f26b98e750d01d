// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/committed_post.h"

#include "publish/git.h"

#include <filesystem>

namespace session {

namespace {

namespace fs = std::filesystem;

/// A repository, and a file as git names it.
struct NamedFile {
    publish::GitRepository repository = {};
    std::string name = {};
};

std::optional<NamedFile> namedFile(const QString &path)
{
    const fs::path file = path.toStdString();
    auto repository = publish::GitRepository::open(file.parent_path());
    if (!repository)
        return std::nullopt;
    std::string name = repository->nameOf(file);
    if (name.empty() || name.starts_with("../")) // a link leads out of it
        return std::nullopt;
    return NamedFile{std::move(*repository), std::move(name)};
}

} // namespace

std::optional<CommittedText> committedPost(const QString &path, const QString &branch)
{
    const auto file = namedFile(path);
    if (!file)
        return std::nullopt;
    const std::string reference = "refs/heads/" + branch.toStdString();
    const auto commit = file->repository.read({"rev-parse", "--verify", "--quiet", reference + "^{commit}"});
    const auto bytes = file->repository.contentAt(reference, file->name);
    if (!commit || !bytes)
        return std::nullopt;
    return CommittedText{.commit = QString::fromStdString(*commit).trimmed(),
                         .branch = branch,
                         .text = QString::fromUtf8(bytes->data(), qsizetype(bytes->size())),
                         .path = path};
}

bool wasEverCommitted(const QString &path)
{
    const auto file = namedFile(path);
    if (!file)
        return false;
    const auto commits = file->repository.read({"log", "--all", "--max-count=1", "--format=%H", "--",
                                                file->repository.pathspec(file->repository.top / file->name)});
    return !commits || !commits->empty(); // where git does not tell, the name stays
}

} // namespace session
