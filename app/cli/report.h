// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// One line of what `check` found.
struct ReportItem {
    std::uint32_t line = 0;    // 1-based; 0 where the message is about no line
    std::uint32_t column = 1;  // 1-based, in characters
    std::uint32_t endLine = 0; // of the underlined text; 0 where nothing is underlined
    std::uint32_t endColumn = 0;
    std::string level = {}; // INFO, WARNING, ERROR, SEVERE
    std::string rule = {};  // "docutils", Sphinx' type, or our own rule
    std::string text = {};
};

struct FileReport {
    std::string path = {};
    std::vector<ReportItem> items = {};
    std::string problem = {}; // why the file could not be read; empty when it could
};

/// `file:line:column: LEVEL: text` lines.
[[nodiscard]] std::string textReport(const std::vector<FileReport> &files);
/// An array of objects, one for each file.
[[nodiscard]] std::string jsonReport(const std::vector<FileReport> &files);
/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/).
[[nodiscard]] std::string sarifReport(const std::vector<FileReport> &files);

} // namespace cli
