// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/metadata_values.h"
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
};

/// The blocks of a post as its page shows them, the postcard (date, author, tags, location) below the title.
[[nodiscard]] std::vector<PreviewBlock> previewBlocks(const rst::Document &document, const rst::Settings &settings,
                                                      const MetadataValues &metadata, const TextPositions &positions);

/// The stretch of the main file's text that a span of the document stands for; empty at 0 where it has none.
[[nodiscard]] TextRange textRange(const rst::Document &document, rst::Span span, const TextPositions &positions);

} // namespace session
