// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/preview_blocks.h"

#include <QJsonArray>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace session {

/// `removed` blocks from `first` on go, and the blocks `first` … `first + inserted` of the wanted list come in their place.
struct BlockChange {
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;

    friend bool operator==(const BlockChange &, const BlockChange &) = default;
};

/// The changes that make the list of blocks with hashes `shown` into the one with hashes `wanted`: what both begin and
/// end with stays. Where the middles have the same length, as after typing a character that renumbers footnotes further
/// down, only the blocks that differ are exchanged. In ascending order; `first` counts in the wanted list.
[[nodiscard]] std::vector<BlockChange> previewPatch(std::span<const std::uint64_t> shown,
                                                    std::span<const std::uint64_t> wanted);

/// The same for a page: the hashes of `blocks` take the place of those in `shown`, and the result is what preview.js'
/// `patch()` takes, `[[first, removed, [html ...]] ...]`.
[[nodiscard]] QJsonArray takePageChanges(std::vector<std::uint64_t> &shown, const std::vector<PreviewBlock> &blocks);

} // namespace session
