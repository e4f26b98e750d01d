// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/folds.h"
#include "session/metadata_values.h"
#include "session/preview_faces.h"
#include "session/problems.h"
#include "session/text_positions.h"

#include "rst/document/document.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace session {

/// One heading of the post.
struct OutlineEntry {
    QString title = {};
    int level = 1;        // 1 for the post's own title
    TextRange range = {}; // of the heading in the text
};

/// Everything that is derived from one revision of the text. Never changes, and so may be read by any thread.
struct Rendering {
    int revision = 0;
    std::string source = {}; // the text as UTF-8
    rst::Document document = {};
    MetadataValues metadata = {};
    std::vector<Problem> problems = {}; // in the order of the text
    std::vector<OutlineEntry> outline = {};
    std::vector<Fold> folds = {};
    PreviewFace face = PreviewFace::Page;
    std::vector<PreviewBlock> blocks = {}; // of that face
    int words = 0;
};

using RenderingPtr = std::shared_ptr<const Rendering>;

} // namespace session
