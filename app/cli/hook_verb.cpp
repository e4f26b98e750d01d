// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/streams.h"
#include "cli/verbs.h"
#include "publish/atomic_file.h"
#include "publish/git.h"

#include <filesystem>
#include <format>

namespace cli {

namespace {

namespace fs = std::filesystem;

constexpr Option hookOptions[] = {
    {.name = "install", .help = "put it into the repository, where there is no other one"},
};

constexpr std::string_view mark = "# Made by broadside-cli hook.";

/// Checks what is staged, not what lies in the work tree.
std::string hookScript()
{
    return std::format("#!/bin/sh\n"
                       "{}\n"
                       "# Checks the posts of a commit as Broadside's export page does; only errors stop it.\n"
                       "# git commit --no-verify overrules.\n"
                       "if ! command -v broadside-cli >/dev/null 2>&1; then\n"
                       "    echo \"broadside-cli is not installed; the posts were not checked.\" >&2\n"
                       "    exit 0\n"
                       "fi\n"
                       "exec broadside-cli check --staged --checklist --fatal error .\n",
                       mark);
}

ExitCode runHook(const Arguments &arguments)
{
    if (!arguments.has("install")) {
        writeOut(hookScript());
        return ExitCode::Done;
    }
    const auto repository =
        publish::GitRepository::open(arguments.operands().empty() ? "." : fs::path(arguments.operands().front()));
    if (!repository)
        return wrongUse(repository.error());
    const auto folder = repository->read({"rev-parse", "--path-format=absolute", "--git-path", "hooks"});
    if (!folder)
        return wrongUse(folder.error());
    const fs::path path = fs::path(folder->substr(0, folder->find('\n'))) / "pre-commit";
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) {
        const auto existing = publish::readFile(path);
        if (!existing || !existing->contains(mark))
            return wrongUse(std::format("{} is there already. Add this line to it: broadside-cli check --staged "
                                        "--checklist --fatal error .",
                                        path.string()));
    }
    if (const auto written = publish::writeFileAtomically(path, hookScript()); !written)
        return wrongUse(written.error());
    fs::permissions(path, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add,
                    error);
    if (error)
        return wrongUse(publish::fileProblem(path, error.value()));
    writeOut(path.string() + '\n');
    return ExitCode::Done;
}

} // namespace

const Verb hookVerb = {
    .name = "hook",
    .operands = "[REPOSITORY]",
    .summary = "Prints or installs a git hook that checks the posts of a commit before it is made.",
    .details = "What is staged is checked, not what lies in the work tree. Errors stop the commit, warnings are told.",
    .options = hookOptions,
    .maxOperands = 1,
    .run = runHook,
};

} // namespace cli
