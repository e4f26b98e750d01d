// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "network/image_download.h"

namespace network {

/// The largest picture that an address may hold: as much as a picture's file may have.
inline constexpr std::size_t mostEmbeddedBytes = 64 * 1024 * 1024;

/// Whether an address holds a picture itself (RFC 2397): "data:image/png;base64,iVBO…".
[[nodiscard]] bool isEmbeddedImage(std::string_view address);

/// The picture that an address holds. One of another kind than pages show is refused, by its bytes, whatever it is
/// called, and one that is too large. The error is a sentence, in which the address is cut short.
[[nodiscard]] std::expected<DownloadedImage, std::string> embeddedImage(std::string_view address);

/// An address for people: what it holds is left out.
[[nodiscard]] std::string shortAddress(std::string_view address);

} // namespace network
