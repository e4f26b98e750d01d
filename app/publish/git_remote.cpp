// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/git_remote.h"

#include <algorithm>
#include <format>

namespace publish {

namespace {

constexpr auto networkMayTake = std::chrono::minutes(3);

/// A remote's address, taken apart. Empty parts where it is no address of a host.
struct RemoteParts {
    std::string host = {};
    std::string path = {}; // "owner/name"
};

RemoteParts partsOf(std::string_view url)
{
    RemoteParts parts;
    const std::size_t scheme = url.find("://");
    std::string_view rest = scheme == url.npos ? url : url.substr(scheme + 3);
    if (scheme != url.npos && (url.starts_with("file:") || !url.contains('.')))
        return parts;
    const std::size_t end = rest.find_first_of(scheme == url.npos ? ":" : "/");
    if (end == rest.npos)
        return parts;
    std::string_view host = rest.substr(0, end), path = rest.substr(end + 1);
    if (scheme == url.npos && (host.contains('/') || host.empty()))
        return parts; // a path on this machine
    if (const std::size_t user = host.rfind('@'); user != host.npos)
        host.remove_prefix(user + 1); // with its password, which must not be shown
    // An SSH server's port is not that of its pages.
    if (const std::size_t port = host.find(':'); port != host.npos && url.starts_with("ssh"))
        host = host.substr(0, port);
    while (path.starts_with('/'))
        path.remove_prefix(1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (path.ends_with(".git"))
        path.remove_suffix(4);
    const auto isPlain = [](char c) { return c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && c != 0x7f; };
    if (!path.contains('/') || !std::ranges::all_of(path, isPlain) || !std::ranges::all_of(host, isPlain))
        return parts;
    return {std::string(host), std::string(path)};
}

/// For a query or a path of an address; slashes stay.
std::string percentEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             std::string_view("-._~/").contains(c);
        if (isPlain)
            encoded += c;
        else
            encoded += std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

Forge forgeOf(std::string_view host)
{
    if (host == "github.com" || host.starts_with("github."))
        return Forge::GitHub;
    if (host == "gitlab.com" || host.starts_with("gitlab."))
        return Forge::GitLab;
    if (host == "codeberg.org" || host.starts_with("gitea.") || host.starts_with("forgejo."))
        return Forge::Gitea;
    return host == "bitbucket.org" ? Forge::Bitbucket : Forge::Unknown;
}

/// The first address of that host among the lines of the remote.
std::string addressSaid(std::string_view said, std::string_view host)
{
    for (const std::string &line : lines(said)) {
        const std::size_t at = line.find("https://");
        if (!line.starts_with("remote:") || at == line.npos)
            continue;
        const std::string address = line.substr(at, line.find_first_of(" \t\r\033", at) - at);
        if (address.starts_with(std::format("https://{}/", host)))
            return address;
    }
    return {};
}

} // namespace

std::expected<void, std::string> fetchBase(const GitRepository &repository, const RepositoryState &state,
                                           std::stop_token stop)
{
    if (state.remote.empty() || !state.base.starts_with(state.remote + '/'))
        return std::unexpected("There is no remote branch to fetch.");
    const std::string branch = state.base.substr(state.remote.size() + 1);
    const auto fetched =
        repository.run({"fetch", "--quiet", "--no-tags", "--end-of-options", state.remote,
                        std::format("+refs/heads/{}:refs/remotes/{}/{}", branch, state.remote, branch)},
                       {.limit = networkMayTake, .stop = std::move(stop)});
    if (!fetched)
        return std::unexpected(fetched.error());
    if (!fetched->succeeded())
        return std::unexpected(std::format("{} could not be brought up to date: {}", state.base, gitProblem(*fetched)));
    return {};
}

std::expected<std::string, std::string> pushBranch(const GitRepository &repository, const PushRequest &request)
{
    if (request.embargo == Embargo::Holds)
        return std::unexpected("The post is dated in the future, and whoever can see the remote could read it today. "
                               "It was not pushed.");
    if (request.remote.empty())
        return std::unexpected("This repository has no remote to push to. Add one: git remote add origin ADDRESS");
    const auto upstream = repository.run({"config", "--get", std::format("branch.{}.merge", request.branch)});
    std::vector<std::string> arguments = {"push"};
    if (upstream && !upstream->succeeded())
        arguments.emplace_back("--set-upstream");
    arguments.insert(arguments.end(), {"--end-of-options", request.remote,
                                       std::format("refs/heads/{}:refs/heads/{}", request.branch, request.branch)});
    const auto pushed = repository.run(std::move(arguments), {.limit = networkMayTake, .stop = request.stop});
    if (!pushed)
        return std::unexpected(pushed.error());
    if (pushed->succeeded())
        return pushed->errors + pushed->output;
    const std::string problem = gitProblem(*pushed);
    if (problem.contains("[rejected]"))
        return std::unexpected(std::format("{} has commits on {} that are not here. The commit stands on this machine; "
                                           "bring the branch up to date (git pull --rebase), then push again.",
                                           request.remote, request.branch));
    return std::unexpected(
        std::format("The commit stands on this machine, but {} did not take it:\n{}", request.remote, problem));
}

Forge forgeNamed(std::string_view name)
{
    constexpr std::pair<std::string_view, Forge> forges[] = {
        {"github", Forge::GitHub}, {"gitlab", Forge::GitLab},  {"gitea", Forge::Gitea},
        {"forgejo", Forge::Gitea}, {"codeberg", Forge::Gitea}, {"bitbucket", Forge::Bitbucket},
    };
    const auto *found = std::ranges::find(forges, name, [](const auto &forge) { return forge.first; });
    return found == std::end(forges) ? Forge::Unknown : found->second;
}

std::string pullRequestAddress(std::string_view remoteUrl, std::string_view base, std::string_view branch, Forge known)
{
    const RemoteParts parts = partsOf(remoteUrl);
    if (parts.host.empty())
        return {};
    const std::string repository = std::format("https://{}/{}", parts.host, parts.path);
    const std::string to = percentEncoded(base), from = percentEncoded(branch);
    switch (known == Forge::Unknown ? forgeOf(parts.host) : known) {
    case Forge::GitHub: return std::format("{}/compare/{}...{}?expand=1", repository, to, from);
    case Forge::GitLab:
        return std::format("{}/-/merge_requests/new?merge_request%5Bsource_branch%5D={}&merge_request%5Btarget_branch"
                           "%5D={}",
                           repository, from, to);
    case Forge::Gitea: return std::format("{}/compare/{}...{}", repository, to, from);
    case Forge::Bitbucket: return std::format("{}/pull-requests/new?source={}&dest={}", repository, from, to);
    case Forge::Unknown: break;
    }
    return {};
}

std::string pullRequestAddress(const GitRepository &repository, const RepositoryState &state, std::string_view branch,
                               std::string_view said, Forge known)
{
    const auto url = repository.read({"remote", "get-url", "--push", "--", state.remote});
    if (!url)
        return {};
    const std::string_view address = std::string_view(*url).substr(0, url->find('\n'));
    const std::string base =
        state.base.starts_with(state.remote + '/') ? state.base.substr(state.remote.size() + 1) : std::string("main");
    const std::string page = pullRequestAddress(address, base, branch, known);
    return page.empty() ? addressSaid(said, partsOf(address).host) : page;
}

} // namespace publish
