// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/settings.h"

#include <filesystem>
#include <string_view>

/// The settings of a golden: docutils' defaults, but for what its first line says, as in
/// `.. settings: strip_comments=yes strip_classes=a,b file_insertion_enabled=yes`, names being docutils' own.
/// Files are read from the folder `files` beside the golden. Fails the test where it does not know a name.
[[nodiscard]] rst::Settings goldenSettings(const std::filesystem::path &golden, std::string_view source);

/// The settings of a golden of the Sphinx dialect.
[[nodiscard]] rst::Settings sphinxGoldenSettings(const std::filesystem::path &golden);
