// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/text_positions.h"

#include "rst/document/document.h"
#include "rst/settings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace session {

/// One block of the preview. Sections are flattened, so headings and what they head are siblings, and a document is a
/// plain list of blocks that can be compared and exchanged one by one.
struct PreviewBlock {
    std::uint64_t hash = 0; // of the HTML
    std::string html = {};
    TextRange range = {};                  // what it was made of, in the text
    rst::NodeId first = rst::NodeId::None; // the elements that it shows are siblings
    rst::NodeId last = rst::NodeId::None;

    /// Of what the engine made of the text as it stands, where `html` is what it made of an earlier one.
    std::uint64_t ownHash = 0;
    bool isBroken = false; // what it says could not be read
    std::string good = {}; // the last rendering that was whole; only in a broken block that has one
};

/// What a page shows below its title though it stands elsewhere in the text.
struct Postcard {
    std::string html = {}; // empty for none
    TextRange range = {};  // where it comes from
};

/// The blocks of a post as its page shows them, the postcard below the title.
[[nodiscard]] std::vector<PreviewBlock> previewBlocks(const rst::Document &document, const rst::Settings &settings,
                                                      const Postcard &postcard, const TextPositions &positions);

/// In the place of each broken block, what the same block showed when it was last whole, marked as such. Which block that
/// was shows in what stands before and behind it.
void keepLastGood(std::vector<PreviewBlock> &blocks, const std::vector<PreviewBlock> &before);

/// The stretch of the main file's text that a span of the document stands for; empty at 0 where it has none.
[[nodiscard]] TextRange textRange(const rst::Document &document, rst::Span span, const TextPositions &positions);

} // namespace session
