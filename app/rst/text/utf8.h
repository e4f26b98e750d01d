// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rst {

/// One code point and how many bytes it takes.
struct CodePoint {
    char32_t value = 0;
    std::uint8_t size = 1;
};

/// The code point that starts at `text[at]`; U+FFFD of size 1 where the bytes are not UTF-8.
[[nodiscard]] CodePoint decodeAt(std::string_view text, std::size_t at) noexcept;

/// The code point that ends before `text[end]`; value 0 and size 0 at the start.
[[nodiscard]] CodePoint decodeBefore(std::string_view text, std::size_t end) noexcept;

void appendUtf8(std::string &to, char32_t codePoint);

/// The offset of the first byte that is not valid UTF-8; nothing for valid text.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text) noexcept;

/// `text` with every invalid byte sequence replaced by U+FFFD.
[[nodiscard]] std::string toValidUtf8(std::string_view text);

[[nodiscard]] std::size_t countCodePoints(std::string_view text) noexcept;

} // namespace rst
