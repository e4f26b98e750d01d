// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "post/date.h"
#include "post/source_lines.h"
#include "publish/export_target.h"
#include "publish/file_changes.h"
#include "rst/engine.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// Pictures that are in no file yet, by the names that a text has for them.
using HeldPictures = std::map<std::string, std::string, std::less<>>;

/// A picture that an export takes along: one that stands beside the post where that lies now, or one without a file.
struct CompanionPicture {
    std::filesystem::path wanted = {}; // what the text's address leads to from the exported file
    std::filesystem::path file = {};   // the file that it gets
    std::string bytes = {};
    std::string told = {}; // what becomes of it
    bool isDone = true;    // else `told` says why it is not taken along
};

struct CompanionPictures {
    std::string text = {}; // the source, with the names that the pictures get
    std::vector<CompanionPicture> pictures = {};

    /// The picture that an address of the source means, if it goes along.
    [[nodiscard]] const CompanionPicture *find(const std::filesystem::path &wanted) const;
    /// The bytes of a file that the export writes, or puts into what it writes.
    [[nodiscard]] const std::string *bytesOf(const std::filesystem::path &file) const;
    /// The files that have to be written for it. They never replace others.
    [[nodiscard]] std::vector<FileContent> files() const;
};

struct CompanionRequest {
    std::string_view source = {};
    const rst::Engine &engine;
    const post::BlogConfig &config;
    post::DateTime today = {};
    Target target = Target::Ablog;
    int year = 0;                    // of the post
    std::filesystem::path from = {}; // the post's file, absolute; empty where it has none
    std::filesystem::path to = {};   // that is exported: what the source's addresses are relative to then
    const HeldPictures &held;
};

/// Finds what an export has to take along, and names for it that are free or have just these bytes. A post in reStructuredText
/// that goes to another folder of its blog takes what its relative addresses mean; nothing comes from outside the blog. Pictures
/// without a file go where saving would put them. Reads files, writes none.
[[nodiscard]] CompanionPictures companionPictures(const CompanionRequest &request);

} // namespace publish
