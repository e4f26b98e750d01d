// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/engine.h"

#include <filesystem>
#include <string>
#include <vector>

/// A golden's input and what the engine makes of it, with the golden's own settings.
struct GoldenPublication {
    std::filesystem::path path = {};
    std::string source = {};
    rst::Settings settings = {};
    rst::Publication publication = {};
};

/// Those of one dialect, for tests that ask something of all of them.
[[nodiscard]] const std::vector<GoldenPublication> &goldenPublications(rst::Dialect dialect);

/// The engine of a dialect.
[[nodiscard]] const rst::Engine &engineOf(rst::Dialect dialect);
