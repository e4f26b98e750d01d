// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "network/image_download.h"

namespace network {

/// Whether an address holds a picture itself (RFC 2397): "data:image/png;base64,iVBO…".
[[nodiscard]] bool isEmbeddedImage(std::string_view address);

/// The picture that an address holds. One of another kind than pages show is refused, by its bytes, whatever it is
/// called. The error is a sentence, in which the address is cut short.
[[nodiscard]] std::expected<DownloadedImage, std::string> embeddedImage(std::string_view address);

/// An address for people: what it holds is left out.
[[nodiscard]] std::string shortAddress(std::string_view address);

} // namespace network
