// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/blog_files.h"
#include "archive/document_reader.h"

#include <cstdint>
#include <string>
#include <vector>

namespace archive {

/// What the index knows of one document's file.
struct KnownFile {
    std::int64_t id = 0;
    std::int64_t size = 0;
    std::int64_t changed = 0;
    std::int64_t hash = 0;
    std::int64_t settings = 0;
    std::string day = {};
    std::string included = {};      // files, one a line
    std::int64_t includedState = 0; // of those files, when the document was read
};

/// One document, read.
struct ReadFile {
    BlogFile file = {};
    std::int64_t knownId = 0; // 0: new
    std::int64_t hash = 0;
    bool isSame = false; // only the time has changed
    std::string problem = {};
    std::string day = {};      // the day on which a date depends; else empty
    std::string included = {}; // as in KnownFile
    std::int64_t includedState = 0;
    std::string title = {};
    std::string labels = {}; // see writtenPlaces()
    std::vector<IndexedPost> posts = {};
};

/// Items as one text of the index, one a line.
[[nodiscard]] inline std::string lines(const std::vector<std::string> &items)
{
    std::string text;
    for (const std::string &item : items)
        text += (text.empty() ? "" : "\n") + item;
    return text;
}

} // namespace archive
