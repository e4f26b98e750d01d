// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/label_key.h"
#include "archive/label_names.h"
#include "archive/related_posts.h"

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

inline constexpr std::size_t labelKinds = std::size_t(LabelKind::Series) + 1;

/// The posts of a blog, arranged for what is asked at every key. Never changes, so threads may share it.
class KnownPosts
{
public:
    KnownPosts() = default;
    /// `posts` newest first, as Archive::posts() has them.
    explicit KnownPosts(std::vector<ArchivedPost> posts);

    [[nodiscard]] const std::vector<ArchivedPost> &posts() const noexcept { return m_posts; }
    /// As labelCounts().
    [[nodiscard]] const std::vector<LabelCount> &labels(LabelKind kind) const { return m_labels[std::size_t(kind)]; }
    /// Whether there is a document with that path.
    [[nodiscard]] bool has(std::string_view path) const { return m_byPath.contains(path); }
    /// The documents that have one of these names, in the order of the posts, each once.
    [[nodiscard]] std::vector<std::string> pathsWith(LabelKind kind, std::span<const std::string> labels) const;
    /// How a name is written in most posts, if that is another way; as nearDuplicate(), but without what the document
    /// `path` says itself. The count is that of the other posts.
    [[nodiscard]] LabelCount knownSpelling(LabelKind kind, std::string_view label, const std::string &path) const;

private:
    using Spellings = std::map<std::string, std::vector<LabelCount>, std::less<>>; // by labelKey(), the most used first

    [[nodiscard]] int usesWithin(const std::string &path, LabelKind kind, std::string_view label) const;

    std::vector<ArchivedPost> m_posts;
    std::multimap<std::string, std::size_t, std::less<>> m_byPath;
    std::array<std::vector<LabelCount>, labelKinds> m_labels;
    std::array<Spellings, labelKinds> m_spellings;
};

} // namespace archive
