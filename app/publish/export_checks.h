// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/export_plan.h"

#include <filesystem>
#include <vector>

namespace publish {

/// What the checks look at.
struct CheckInput {
    std::string_view source = {};
    const rst::Publication &publication;
    const rst::Document &pictures; // of documentWithPictures()
    const CompanionPictures &companions;
    const post::BlogConfig &config;
    const ExportWishes &wishes;
    const ExportPlan &plan;                   // with path, canonical text and metadata
    std::filesystem::path folder = {};        // that the file must lie in
    std::filesystem::path pictureFolder = {}; // that local pictures are relative to

    /// The folder that pictures must lie in.
    [[nodiscard]] const std::filesystem::path &blogRoot() const { return config.root.empty() ? folder : config.root; }
};

/// The checklist before an export, in the order in which it is shown.
[[nodiscard]] std::vector<Check> exportChecks(const CheckInput &input);

} // namespace publish
