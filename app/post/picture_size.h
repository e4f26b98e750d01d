// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace post {

/// Width and height, in pixels, of a picture in PNG, GIF or JPEG, as the file's head gives them.
[[nodiscard]] std::optional<std::pair<unsigned, unsigned>> pictureSize(const std::filesystem::path &file);

} // namespace post
