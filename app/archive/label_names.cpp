// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/label_names.h"

#include "archive/label_key.h"
#include "archive/series.h"

#include <algorithm>
#include <map>

namespace archive {

std::string labelKey(std::string_view label)
{
    std::string key = foldedWords(label);
    // The slug of a name without any word is the same for all of them.
    if (key == "post" && label != "post")
        return std::string(label);
    std::erase(key, ' ');
    if (key.size() > 4 && key.ends_with("ies"))
        return key.substr(0, key.size() - 3) + 'y';
    if (key.size() > 3 && key.ends_with('s') && !key.ends_with("ss"))
        key.pop_back();
    // Signs are part of some names: C and C++ are two.
    for (const char c : label)
        key += c == '+' || c == '#' || c == '.' ? std::string(1, c) : std::string();
    return key;
}

std::vector<std::string> labelsOf(const ArchivedPost &post, LabelKind kind)
{
    switch (kind) {
    case LabelKind::Tag: return post.tags;
    case LabelKind::Author: return post.authors;
    case LabelKind::Category: return post.categories;
    case LabelKind::Location: return post.locations;
    case LabelKind::Language: return post.languages;
    case LabelKind::Redirect: return post.redirects;
    case LabelKind::Series: return post.series.empty() ? std::vector<std::string>() : std::vector{post.series};
    }
    return {};
}

std::vector<LabelCount> labelCounts(std::span<const ArchivedPost> posts, LabelKind kind)
{
    std::map<std::string, int> counts;
    for (const ArchivedPost &post : posts) {
        for (std::string &label : labelsOf(post, kind))
            ++counts[std::move(label)];
    }
    std::vector<LabelCount> labels;
    labels.reserve(counts.size());
    for (const auto &[label, count] : counts)
        labels.push_back({label, count});
    std::ranges::stable_sort(labels, std::ranges::greater{}, &LabelCount::posts);
    return labels;
}

std::string nearDuplicate(std::string_view label, std::span<const LabelCount> known)
{
    const std::string key = labelKey(label);
    for (const LabelCount &candidate : known) { // the most used first
        if (candidate.label == label)
            return {};
        if (labelKey(candidate.label) == key)
            return candidate.label;
    }
    return {};
}

} // namespace archive
