// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/engine.h"

#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// The places of a document that others may refer to as one text, as the index keeps them, and back.
[[nodiscard]] std::string writtenPlaces(const std::vector<rst::LabelledPlace> &places);
[[nodiscard]] std::vector<rst::LabelledPlace> readPlaces(std::string_view text);

} // namespace archive
