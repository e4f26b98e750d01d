// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/engine.h"

#include <string>
#include <string_view>

namespace publish {

/// The source with the lines under and over each section title exactly as wide as docutils counts the title: wide characters
/// as two columns. Lines around an inset title reach as far beyond it at both sides.
[[nodiscard]] std::string withExactAdornments(std::string_view source, const rst::Engine &engine);

} // namespace publish
