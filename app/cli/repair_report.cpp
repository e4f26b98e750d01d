// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/repair_report.h"

#include "cli/batch.h"

#include <algorithm>
#include <array>
#include <format>

namespace cli {

namespace {

using repair::Repair;

constexpr std::array<std::string_view, 4> stateNames = {"not-legacy", "unchanged", "repaired", "blocked"};

std::string_view nameOf(const RepairedFile &file)
{
    return file.problem.empty() ? stateNames[std::size_t(file.repair.state)] : "failed";
}

struct Sums {
    std::array<std::size_t, repair::ruleCount> counts = {}, posts = {};
    std::array<std::size_t, stateNames.size()> states = {};
    std::size_t problems = 0, twins = 0, conflicts = 0, fetched = 0, left = 0;
    repair::Figures before = {}, after = {};

    explicit Sums(const std::vector<RepairedFile> &files)
    {
        for (const RepairedFile &file : files) {
            if (!file.problem.empty()) {
                ++problems;
                continue;
            }
            ++states[std::size_t(file.repair.state)];
            for (const repair::Finding &finding : file.repair.findings) {
                counts[std::size_t(finding.rule)] += finding.count;
                ++posts[std::size_t(finding.rule)];
            }
            fetched += file.fetched.size();
            left += file.left.size();
            twins += file.repair.twin.has_value();
            conflicts += file.repair.twin ? file.repair.twin->conflicts.size() : 0;
            add(before, file.repair.before);
            add(after, file.repair.after);
        }
    }

    static void add(repair::Figures &sum, const repair::Figures &figures)
    {
        sum.messages += figures.messages;
        sum.links += figures.links;
        sum.pictures += figures.pictures;
    }
};

Json figuresJson(const repair::Figures &before, const repair::Figures &after)
{
    return {{"messages", {{"before", before.messages}, {"after", after.messages}}},
            {"links", {{"before", before.links}, {"after", after.links}}},
            {"pictures", {{"before", before.pictures}, {"after", after.pictures}}}};
}

Json twinJson(const repair::TwinMatch &twin)
{
    Json conflicts = Json::array();
    for (const repair::TwinConflict &conflict : twin.conflicts)
        conflicts.push_back({{"legacy", conflict.legacy}, {"repaired", conflict.repaired}, {"twin", conflict.twin}});
    return {{"path", twin.path},
            {"match", twin.match},
            {"conflicts", conflicts},
            {"missing-pictures", twin.missingPictures}};
}

std::string words(const std::vector<std::string> &list)
{
    std::string text;
    for (const std::string &word : list.size() > 12 ? std::vector<std::string>(list.begin(), list.begin() + 12) : list)
        (text += text.empty() ? "" : " ") += word;
    return list.size() > 12 ? text + " …" : text;
}

} // namespace

std::string repairJson(const std::vector<RepairedFile> &files)
{
    Json posts = Json::array();
    for (const RepairedFile &file : files) {
        Json post = {{"path", file.path}, {"state", nameOf(file)}};
        if (!file.problem.empty()) {
            post["problem"] = file.problem;
        } else if (file.repair.state != Repair::State::NotLegacy) {
            Json found = Json::array();
            for (const repair::Finding &finding : file.repair.findings) {
                const repair::Rule &rule = repair::rule(finding.rule);
                found.push_back({{"rule", rule.name},
                                 {"count", finding.count},
                                 {"confidence", repair::confidenceName(rule.confidence)},
                                 {"sentence", rule.sentence}});
            }
            post["rules"] = found;
            post["words"] = {{"before", file.repair.proof.wordsBefore},
                             {"after", file.repair.proof.wordsAfter},
                             {"lost", file.repair.proof.lost},
                             {"gained", file.repair.proof.gained}};
            post.update(figuresJson(file.repair.before, file.repair.after));
            if (!file.fetched.empty() || !file.left.empty())
                post["images"] = {{"fetched", file.fetched}, {"left", file.left}};
            if (file.repair.twin)
                post["twin"] = twinJson(*file.repair.twin);
        }
        posts.push_back(std::move(post));
    }
    const Sums sums(files);
    Json states;
    for (std::size_t i = 0; i < stateNames.size(); ++i)
        states[std::string(stateNames[i])] = sums.states[i];
    states["failed"] = sums.problems;
    Json rules = Json::array();
    for (const repair::Rule &rule : repair::rules()) {
        if (sums.counts[std::size_t(rule.id)] > 0)
            rules.push_back({{"rule", rule.name},
                             {"count", sums.counts[std::size_t(rule.id)]},
                             {"posts", sums.posts[std::size_t(rule.id)]},
                             {"confidence", repair::confidenceName(rule.confidence)},
                             {"sentence", rule.sentence}});
    }
    Json summary = {{"files", files.size()}, {"states", states}, {"rules", rules}};
    summary.update(figuresJson(sums.before, sums.after));
    return dump({{"summary", summary}, {"posts", posts}}, 1) + '\n';
}

std::string repairTable(const std::vector<RepairedFile> &files)
{
    const Sums sums(files);
    std::string text = std::format("{:<16} {:>8} {:>6}  {:<10} {}\n", "rule", "times", "posts", "confidence", "what");
    for (const repair::Rule &rule : repair::rules()) {
        if (sums.counts[std::size_t(rule.id)] > 0)
            text +=
                std::format("{:<16} {:>8} {:>6}  {:<10} {}\n", rule.name, sums.counts[std::size_t(rule.id)],
                            sums.posts[std::size_t(rule.id)], repair::confidenceName(rule.confidence), rule.sentence);
    }
    text += std::format("\n{:<16} {:>8} {:>8}\n", "", "before", "after");
    text += std::format("{:<16} {:>8} {:>8}\n", "messages", sums.before.messages, sums.after.messages);
    text += std::format("{:<16} {:>8} {:>8}\n", "links", sums.before.links, sums.after.links);
    text += std::format("{:<16} {:>8} {:>8}\n", "pictures", sums.before.pictures, sums.after.pictures);
    if (sums.twins > 0)
        text += std::format(
            "\n{} posts have a copy; in {} places its words are others and were not taken (--report json).\n",
            sums.twins, sums.conflicts);
    if (sums.fetched + sums.left > 0)
        text += std::format("\n{} pictures were brought into the blog, {} were left where they are.\n", sums.fetched,
                            sums.left);
    text += std::format("\n{} files: {} repaired, {} unchanged, {} not from the import, {} blocked, {} failed.\n",
                        files.size(), sums.states[2], sums.states[1], sums.states[0], sums.states[3], sums.problems);
    return text;
}

std::string repairProblems(const std::vector<RepairedFile> &files)
{
    std::string text;
    for (const RepairedFile &file : files) {
        if (!file.problem.empty())
            text += std::format("broadside-cli: {}\n", file.problem);
        else if (file.repair.state == Repair::State::Blocked)
            text += std::format("broadside-cli: {}: not repaired, since words would be lost ({}) or gained ({}).\n",
                                file.path, words(file.repair.proof.lost), words(file.repair.proof.gained));
        for (const std::string &sentence : file.left)
            text += std::format("broadside-cli: {}: picture left: {}\n", file.path, sentence);
    }
    return text;
}

} // namespace cli
