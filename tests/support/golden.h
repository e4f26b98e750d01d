// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Tests that compare a result with a file beside the input: the files say what is expected, and their diff is reviewed.
/// Run the test with `--update` to write them anew.
namespace golden {

/// The files in `testdata/<folder>` beside the test whose name ends in `extension`, sorted.
[[nodiscard]] std::vector<std::filesystem::path> inputs(const std::filesystem::path &testdata, std::string_view folder,
                                                        std::string_view extension);

/// A file's text; fails the test where it cannot be read.
[[nodiscard]] std::string read(const std::filesystem::path &file);

/// Expects `actual` to be what the file holds; with `--update`, writes it there.
void expect(const std::filesystem::path &file, std::string_view actual);

/// Names a test after its input's file, for INSTANTIATE_TEST_SUITE_P.
[[nodiscard]] std::string name(const testing::TestParamInfo<std::filesystem::path> &info);

} // namespace golden
