// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// Python's `str.isspace()` for one character.
[[nodiscard]] bool isSpace(char32_t character) noexcept;

/// Python's `str.isalnum()` for one character: what `\w` matches in its regular expressions, but for the underscore.
[[nodiscard]] bool isAlphanumeric(char32_t character) noexcept;

/// Whether the character combines with the one before it (its canonical combining class is not 0).
[[nodiscard]] bool isCombining(char32_t character) noexcept;

/// Python's `str.rstrip()`, `strip()` and `lstrip()` without arguments.
[[nodiscard]] std::string_view trimmedRight(std::string_view text) noexcept;
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;
[[nodiscard]] std::string_view trimmedLeft(std::string_view text) noexcept;

/// What stands between the commas of a list, without the blanks around it; of an empty list that is one empty item.
[[nodiscard]] std::vector<std::string_view> commaItems(std::string_view list);

/// Python's `str.lower()`.
[[nodiscard]] std::string toLower(std::string_view text);

/// Whether every byte is below 0x80.
[[nodiscard]] bool isAscii(std::string_view text) noexcept;

/// A to Z in lower case; all other bytes as they are.
[[nodiscard]] std::string toLowerAscii(std::string_view text);

/// Columns that one character takes: 2 for East Asian wide and full-width ones, less 1 where it combines.
[[nodiscard]] unsigned columnWidth(char32_t character) noexcept;

/// Columns that the text takes: East Asian wide and full-width characters two, combining characters none
/// (docutils' `utils.column_width`).
[[nodiscard]] std::size_t columnWidth(std::string_view text) noexcept;

/// Python's `repr()` of a string, as it stands in some of docutils' messages.
[[nodiscard]] std::string pythonRepr(std::string_view text);

/// The character of that name, `EM DASH`, if there is one (Python's `\N{...}`).
[[nodiscard]] std::optional<char32_t> characterNamed(std::string_view name);

/// Adds the words of a text in its order: runs of letters and digits.
void addWords(std::vector<std::string> &words, std::string_view text);

/// A character for its code: `8212`, `U+2014`, `0x2014`, `&#x2014;`; any other text as it is. The error is Python's
/// (docutils' `unicode_code`).
[[nodiscard]] std::expected<std::string, std::string> unicodeCode(std::string_view code);

} // namespace rst
