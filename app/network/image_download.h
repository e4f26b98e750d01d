// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "network/http.h"

namespace network {

/// The largest picture that is fetched.
inline constexpr std::size_t mostImageBytes = 20'000'000;

/// The ending of a picture's file by its bytes, ".png", ".jpg", ".gif", ".webp" or ".avif"; empty for anything else, SVG too,
/// which can carry scripts.
[[nodiscard]] std::string_view imageEnding(std::string_view bytes);

struct DownloadedImage {
    std::string bytes = {};
    std::string_view ending = {};
};

/// Fetches a picture. What the server calls no picture, or what is none by its bytes, is refused. The error is a sentence.
[[nodiscard]] std::expected<DownloadedImage, std::string> downloadImage(const std::string &url,
                                                                        Reach reach = Reach::Public,
                                                                        std::stop_token stop = {});

} // namespace network
