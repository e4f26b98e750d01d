// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/commit_message.h"

#include "rst/text/utf8.h"

#include <algorithm>
#include <map>

namespace publish {

namespace {

constexpr std::size_t longestSubject = 72; // characters
constexpr std::size_t longestPrefix = 30;  // bytes

/// "posts: " of "posts: Add a thing", "[blog] " of "[blog] Add a thing", or nothing.
std::string_view prefixOf(std::string_view subject)
{
    if (subject.starts_with('[')) {
        const std::size_t end = subject.find("] ");
        return end == subject.npos || end > longestPrefix ? "" : subject.substr(0, end + 2);
    }
    const std::size_t colon = subject.find(": ");
    if (colon == subject.npos || colon > longestPrefix || colon == 0)
        return "";
    // A title has colons too, but a prefix is short: "content(posts): ", "New post: ".
    return std::ranges::count(subject.substr(0, colon), ' ') > 2 ? "" : subject.substr(0, colon + 2);
}

/// The first word, where it is a verb that commits of posts begin with.
std::string_view verbOf(std::string_view text)
{
    const std::string_view word = text.substr(0, text.find(' '));
    std::string lower;
    for (const char c : word)
        lower += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    for (const std::string_view verb : {"add", "adds", "added", "announce", "publish", "post", "write", "draft",
                                        "update", "edit", "fix", "correct", "new"}) {
        if (lower == verb)
            return word;
    }
    return "";
}

/// The value that more than half of the subjects have; a lone one must be at least two.
template <class Get>
std::string mostly(const std::vector<std::string> &texts, const Get &get)
{
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const std::string &text : texts)
        ++counts[std::string(get(text))];
    for (const auto &[value, count] : counts) {
        if (!value.empty() && count >= 2 && count * 2 > texts.size())
            return value;
    }
    return {};
}

constexpr std::pair<std::string_view, std::string_view> quotations[] = {{"“", "”"}, {"\"", "\""}, {"‘", "’"},
                                                                        {"'", "'"}, {"«", "»"},   {"`", "`"}};

std::string_view openingOf(std::string_view text)
{
    for (const auto &[opening, closing] : quotations) {
        const std::size_t at = text.find(opening);
        if (at != text.npos && (at == 0 || text[at - 1] == ' ') && text.find(closing, at + opening.size()) != text.npos)
            return opening;
    }
    return "";
}

} // namespace

MessageHabit habitOf(const std::vector<std::string> &subjects)
{
    if (subjects.empty())
        return {.verb = "Add", .opening = "“", .closing = "”"};
    MessageHabit habit;
    habit.prefix = mostly(subjects, prefixOf);
    std::vector<std::string> rests;
    rests.reserve(subjects.size());
    for (const std::string &subject : subjects)
        rests.push_back(subject.starts_with(habit.prefix) ? subject.substr(habit.prefix.size()) : subject);
    habit.verb = mostly(rests, verbOf);
    habit.opening = mostly(rests, openingOf);
    for (const auto &[opening, closing] : quotations) {
        if (habit.opening == opening)
            habit.closing = closing;
    }
    habit.endsWithPeriod = mostly(rests, [](std::string_view text) { return text.ends_with('.') ? "." : ""; }) == ".";
    if (habit.prefix.empty() && habit.verb.empty()) {
        habit.verb = "Add"; // a title alone would not tell what the commit does
        if (habit.opening.empty())
            habit.opening = "“", habit.closing = "”";
    }
    return habit;
}

std::string proposedMessage(const MessageHabit &habit, std::string_view title, PostChange change)
{
    std::string verb = habit.verb;
    if (change == PostChange::Edited && (verb == "Add" || verb == "add"))
        verb = verb == "Add" ? "Update" : "update";
    std::string text;
    for (const char c : title)
        text += c == '\n' || c == '\r' ? ' ' : c;
    const std::string start = habit.prefix + verb + (verb.empty() ? "" : " ") + habit.opening;
    const std::string end = habit.closing + (habit.endsWithPeriod ? "." : "");
    const std::size_t room = longestSubject - std::min(longestSubject / 2, rst::countCodePoints(start + end));
    if (rst::countCodePoints(text) <= room)
        return start + text + end + '\n';
    std::string cut;
    for (std::size_t blank = text.find(' '); blank != text.npos; blank = text.find(' ', blank + 1)) {
        if (rst::countCodePoints(text.substr(0, blank)) + 1 > room)
            break;
        cut = text.substr(0, blank);
    }
    return start + cut + "…" + end + "\n\n" + text + '\n';
}

std::vector<std::string> subjectsOfPosts(const GitRepository &repository, const std::filesystem::path &folder,
                                         PostChange change)
{
    std::error_code error;
    const std::filesystem::path path = std::filesystem::weakly_canonical(folder, error);
    const auto log = repository.read({"-c", "log.showSignature=false", "log", "--no-merges", "--max-count=40",
                                      "--format=%s", change == PostChange::New ? "--diff-filter=A" : "--diff-filter=M",
                                      "--", repository.pathspec(path)},
                                     {.limit = std::chrono::seconds(5)});
    return log ? lines(*log) : std::vector<std::string>();
}

} // namespace publish
