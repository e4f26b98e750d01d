// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/archived_post.h"

#include "rst/sphinx/sphinx_settings.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// An option of the `post` directive that holds labels.
struct LabelOption {
    std::string_view option = {};
    LabelKind kind = LabelKind::Tag;
    rst::LabelKind pages = rst::LabelKind::Tag; // of the site
};

inline constexpr std::array labelOptions{
    LabelOption{"tags", LabelKind::Tag, rst::LabelKind::Tag},
    LabelOption{"author", LabelKind::Author, rst::LabelKind::Author},
    LabelOption{"category", LabelKind::Category, rst::LabelKind::Category},
    LabelOption{"location", LabelKind::Location, rst::LabelKind::Location},
    LabelOption{"language", LabelKind::Language, rst::LabelKind::Language},
};

/// What posts have of a kind of label; a series is at most one.
[[nodiscard]] std::vector<std::string> labelsOf(const ArchivedPost &post, LabelKind kind);

/// All labels of a kind with the number of posts that have them, the most used first.
[[nodiscard]] std::vector<LabelCount> labelCounts(std::span<const ArchivedPost> posts, LabelKind kind);

/// The most used label that differs from `label` by case, by hyphens, blanks and underscores, or by a plural's ending alone
/// (`grant`, `grants`; `Open Source`, `open-source`); empty where there is none, or where `label` is in use itself and is
/// the more common one.
[[nodiscard]] std::string nearDuplicate(std::string_view label, std::span<const LabelCount> known);

} // namespace archive
