// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/admonition_labels.h"

#include <algorithm>
#include <array>

namespace rst {
namespace {

constexpr std::array kinds{NodeKind::Attention, NodeKind::Caution,   NodeKind::Danger, NodeKind::Error,
                           NodeKind::Hint,      NodeKind::Important, NodeKind::Note,   NodeKind::SeeAlso,
                           NodeKind::Tip,       NodeKind::Warning};
constexpr std::array<std::string_view, 4> versionDirectives{"versionadded", "versionchanged", "deprecated",
                                                            "versionremoved"};

struct Labels {
    std::string_view language = {};
    std::array<std::string_view, kinds.size() + versionDirectives.size()> texts = {};
};
constexpr Labels all[] = {
#define RST_LABELS(tag, ...) {tag, {__VA_ARGS__}},
#include "rst/sphinx/note_labels.def"
#undef RST_LABELS
};

/// The labels of a language: those of its region first, then those of the language at large, else English ones.
const Labels &labelsIn(std::string_view language) noexcept
{
    for (const std::string_view tag : {language, language.substr(0, language.find('_'))}) {
        if (const auto *const found = std::ranges::find(all, tag, &Labels::language); found != std::end(all))
            return *found;
    }
    return all[0];
}

} // namespace

std::string_view admonitionLabel(NodeKind kind, std::string_view language) noexcept
{
    const auto *const position = std::ranges::find(kinds, kind);
    return position == kinds.end() ? std::string_view()
                                   : labelsIn(language).texts[std::size_t(position - kinds.begin())];
}

std::string versionLabel(std::string_view directive, std::string_view version, std::string_view language)
{
    const auto *const position = std::ranges::find(versionDirectives, directive);
    if (position == versionDirectives.end())
        return std::string(version);
    std::string text(labelsIn(language).texts[kinds.size() + std::size_t(position - versionDirectives.begin())]);
    if (const std::size_t place = text.find("%s"); place != std::string::npos)
        text.replace(place, 2, version);
    return text;
}

} // namespace rst
