// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/known_posts.h"

#include <algorithm>
#include <unordered_set>

namespace archive {

KnownPosts::KnownPosts(std::vector<ArchivedPost> posts) : m_posts(std::move(posts))
{
    for (std::size_t i = 0; i < m_posts.size(); ++i)
        m_byPath.emplace(m_posts[i].path, i);
    for (std::size_t kind = 0; kind < labelKinds; ++kind) {
        m_labels[kind] = labelCounts(m_posts, LabelKind(kind));
        for (const LabelCount &known : m_labels[kind])
            m_spellings[kind][labelKey(known.label)].push_back(known);
    }
}

std::vector<std::string> KnownPosts::pathsWith(LabelKind kind, std::span<const std::string> labels) const
{
    std::vector<std::string> paths;
    std::unordered_set<std::string_view> seen;
    for (const ArchivedPost &post : m_posts) {
        const auto isAsked = [&labels](const std::string &label) { return std::ranges::contains(labels, label); };
        if (std::ranges::any_of(labelsOf(post, kind), isAsked) && seen.insert(post.path).second)
            paths.push_back(post.path);
    }
    return paths;
}

int KnownPosts::usesWithin(const std::string &path, LabelKind kind, std::string_view label) const
{
    int count = 0;
    for (auto [entry, end] = m_byPath.equal_range(path); entry != end; ++entry)
        count += int(std::ranges::count(labelsOf(m_posts[entry->second], kind), label));
    return count;
}

LabelCount KnownPosts::knownSpelling(LabelKind kind, std::string_view label, const std::string &path) const
{
    const Spellings &spellings = m_spellings[std::size_t(kind)];
    const auto found = spellings.find(labelKey(label));
    if (found == spellings.end())
        return {};
    LabelCount best;
    for (const LabelCount &spelling : found->second) {
        const int others = spelling.posts - usesWithin(path, kind, spelling.label);
        // Of two that are as common the one that is written here may stay.
        if (others > best.posts || (others == best.posts && others > 0 && spelling.label == label))
            best = {spelling.label, others};
    }
    return best.label == label ? LabelCount() : best;
}

} // namespace archive
