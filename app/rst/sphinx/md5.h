// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace rst {

/// The MD5 digest of a text in 32 hexadecimal digits (RFC 1321): Sphinx names folders of downloads with it.
[[nodiscard]] std::string md5(std::string_view text);

} // namespace rst
