// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "readers/blogger_reader.h"
#include "readers/front_matter.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// A copy of a post that another tool made of the same page: what the importer lost may stand there.
struct Twin {
    enum class Format : std::uint8_t { Markdown, Html } format = Format::Markdown;
    std::string path = {}; // or whatever else names it
    readers::FrontMatter front = {};
    std::string body = {};
};

/// Where the twin's words are others than the post's; shown three ways, and decided by somebody.
struct TwinConflict {
    std::string legacy = {};   // the line of the damaged post
    std::string repaired = {}; // the words that the rules recovered, with their neighbours
    std::string twin = {};     // the twin's words there
};

/// How a twin agrees with a post.
struct TwinMatch {
    std::string path = {};
    double match = 0; // of the words of both, how many are alike and in order; 0 to 1
    std::vector<TwinConflict> conflicts = {};
    std::vector<std::string> missingPictures = {}; // files beside the twin that nothing in the post stands for
};

/// Twins by where their posts once stood. Immutable use from many threads is safe.
class TwinIndex
{
public:
    /// A Markdown file with front matter; its `legacyUrl` or the folder's or file's own name says whose twin it is.
    void addMarkdown(std::string_view path, std::string_view text);
    void addBlogger(const readers::BloggerEntry &entry);

    /// The twin of a legacy post: by the address it stood at, by the address's last part, or by the title. Nullptr where
    /// there is none; whether it really is the same text, its match says.
    [[nodiscard]] const Twin *find(std::string_view source) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_twins.size(); }

private:
    void add(Twin twin, std::string_view slug);

    std::vector<Twin> m_twins;
    std::map<std::string, std::size_t, std::less<>> m_byPath, m_bySlug, m_byTitle;
};

} // namespace repair
