// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/localised_post.h"
#include "cli/post_files.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "post/blog_config.h"
#include "post/sphinx_settings.h"
#include "publish/atomic_file.h"
#include "publish/link_check.h"
#include "rst/engine.h"

#include <algorithm>
#include <format>
#include <map>

namespace cli {

namespace {

namespace fs = std::filesystem;
using State = publish::LinkResult::State;

constexpr Option linksOptions[] = {
    {.name = "pictures", .help = "bring remote pictures into the blog's folder for them, and write the new addresses"},
    {.name = "fresh", .help = "ask again what was found good in the last 24 hours"},
    {.name = "private", .help = "also ask this machine and private networks"},
    {.name = "pause", .value = "MS", .help = "milliseconds between two questions to one host (500)"},
};

std::string_view stateName(State state)
{
    switch (state) {
    case State::Good: return "good";
    case State::Moved: return "moved";
    case State::MovedForGood: return "MOVED FOR GOOD";
    case State::Broken: return "BROKEN";
    case State::Doubtful: return "doubtful";
    }
    return "";
}

/// Where an address stands.
struct Mention {
    std::string file = {};
    std::size_t line = 1;
};

std::size_t lineOf(std::string_view source, std::size_t byte)
{
    return 1 + std::size_t(std::ranges::count(source.substr(0, byte), '\n'));
}

ExitCode checkAll(const PostFiles &posts, const Arguments &arguments, network::Reach reach)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    std::vector<std::string> urls;
    std::map<std::string, std::vector<Mention>, std::less<>> mentions;
    bool hasProblems = !posts.problems.empty();
    for (const PostFile &file : posts.files) {
        const auto source = publish::readFile(file.path);
        if (!source) {
            writeError(std::format("broadside-cli: {}\n", source.error()));
            hasProblems = true;
            continue;
        }
        const post::BlogConfig config = post::findBlogConfig(file.path).value_or(post::BlogConfig());
        const rst::Publication publication =
            engine.publish(*source, post::sphinxSettings(config, post::today(), file.path));
        for (const publish::WebLink &link : publish::webLinksOf(publication.document)) {
            std::vector<Mention> &places = mentions[link.url];
            if (places.empty())
                urls.push_back(link.url);
            places.push_back({file.path.string(), lineOf(*source, link.range.begin)});
        }
    }
    publish::LinkCheckOptions options = {.cache = publish::linkCacheFile(), .reach = reach};
    options.pause = std::chrono::milliseconds(std::stoi(std::string(arguments.value("pause", "500"))));
    if (arguments.has("fresh"))
        options.cacheAge = std::chrono::hours(0);
    bool hasFindings = false;
    for (const publish::LinkResult &result : publish::checkLinks(urls, options)) {
        hasFindings = hasFindings || result.state == State::Broken || result.state == State::MovedForGood;
        for (const Mention &mention : mentions[result.url])
            writeOut(std::format("{}:{}: {}: {}\n", mention.file, mention.line, stateName(result.state), result.text));
    }
    return hasProblems ? ExitCode::WrongUse : hasFindings ? ExitCode::Findings : ExitCode::Done;
}

/// Brings the pictures of one post into its blog. Gives a sentence where that is not possible.
std::expected<bool, std::string> localise(const fs::path &path, const rst::Engine &engine, network::Reach reach)
{
    const auto source = publish::readFile(path);
    if (!source)
        return std::unexpected(source.error());
    const auto config = post::findBlogConfig(path);
    if (!config)
        return std::unexpected(config.error());
    const auto localised = writeLocalised(path, *source, *config, engine, reach);
    if (!localised)
        return std::unexpected(localised.error());
    for (const std::string &change : localised->changes)
        writeOut(std::format("{}: {}\n", path.string(), change));
    for (const std::string &problem : localised->problems)
        writeOut(std::format("{}: left: {}\n", path.string(), problem));
    return localised->problems.empty();
}

ExitCode runLinks(const Arguments &arguments)
{
    const std::string_view pause = arguments.value("pause", "500");
    if (pause.empty() || pause.size() > 6 || !std::ranges::all_of(pause, [](char c) { return c >= '0' && c <= '9'; }))
        return wrongUse("“--pause” takes a number of milliseconds.");
    const network::Reach reach = reachOf(arguments);
    const PostFiles posts = postFiles(arguments.operands());
    for (const std::string &problem : posts.problems)
        writeError(std::format("broadside-cli: {}\n", problem));
    if (!arguments.has("pictures"))
        return checkAll(posts, arguments, reach);
    const rst::Engine engine(rst::Dialect::Sphinx);
    bool hasProblems = !posts.problems.empty(), isWhole = true;
    for (const PostFile &file : posts.files) {
        const auto done = localise(file.path, engine, reach);
        if (!done)
            writeError(std::format("broadside-cli: {}\n", done.error()));
        hasProblems = hasProblems || !done;
        isWhole = isWhole && done && *done;
    }
    return hasProblems ? ExitCode::WrongUse : isWhole ? ExitCode::Done : ExitCode::Findings;
}

} // namespace

const Verb linksVerb = {
    .name = "links",
    .operands = "PATH…",
    .summary = "Asks the servers whether the links of posts still lead somewhere.",
    .details =
        "HEAD, then GET, one question at a time to each host. Lines read file:line: STATE: text. The exit status is 1\n"
        "where a page is gone or has moved for good.",
    .options = linksOptions,
    .minOperands = 1,
    .maxOperands = 100'000,
    .run = runLinks,
};

} // namespace cli
