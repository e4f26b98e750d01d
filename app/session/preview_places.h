// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/rendering.h"

#include <cstddef>

namespace session {

/// A place among the preview's blocks: how far into which block, 0 to 1.
struct BlockPlace {
    std::size_t block = 0;
    double part = 0;
};

/// The place of the preview that shows a position of the text. A position between blocks counts as the end of the one
/// before; the very first block for a rendering without blocks.
[[nodiscard]] BlockPlace blockPlaceAt(const Rendering &rendering, int position);

/// The other way round: a position of the text.
[[nodiscard]] int positionAt(const Rendering &rendering, BlockPlace place);

// The same for text and page that scroll in step. What the page has elsewhere than the text (the postcard, below the title) is
// passed over: otherwise one of them would go back there and forth again while the other goes on.
[[nodiscard]] BlockPlace scrolledPlaceAt(const Rendering &rendering, int position);
[[nodiscard]] int scrolledPositionAt(const Rendering &rendering, BlockPlace place);

/// The text behind a click into the preview: `offset` characters, white space not counted, into the text that the block
/// shows, on `word`. What writers add (smart quotes, numbers) makes the offset inexact, so the word decides among its
/// occurrences near by. Empty range at the block's begin where nothing fits.
[[nodiscard]] TextRange clickedText(const Rendering &rendering, std::size_t block, int offset, const QString &word);

} // namespace session
