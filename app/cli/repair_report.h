// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/repair.h"

#include <string>
#include <vector>

namespace cli {

/// One file of a run of `repair`.
struct RepairedFile {
    std::string path = {};
    repair::Repair repair = {};
    std::string problem = {};              // why it could not be read or written
    std::vector<std::string> fetched = {}; // pictures that were brought into the blog: "ADDRESS → FILE"
    std::vector<std::string> left = {};    // a sentence for each that was not
};

/// Every file with its rules, proof and figures, and the sums.
[[nodiscard]] std::string repairJson(const std::vector<RepairedFile> &files);
/// The sums as a table for people: what each rule did, and how sure it is.
[[nodiscard]] std::string repairTable(const std::vector<RepairedFile> &files);
/// A line for each file that needs somebody: problems, and repairs that were blocked.
[[nodiscard]] std::string repairProblems(const std::vector<RepairedFile> &files);

} // namespace cli
