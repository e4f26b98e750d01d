// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>

// What stands around a star or an underscore.

namespace repair {

[[nodiscard]] bool isBlankAt(std::string_view text, std::size_t at);
[[nodiscard]] bool isBlankBefore(std::string_view text, std::size_t at);

/// Whether what follows ends a text instead of beginning one: a blank, or the end of a sentence or of a bracket.
[[nodiscard]] bool isEndAt(std::string_view text, std::size_t at);

/// Whether a name of code stands there, as its marks alone show: `_Py_TRY_INCREF()`.
[[nodiscard]] bool isCodeNameAt(std::string_view text, std::size_t at);

/// Whether "org.python." stands right before `at`.
[[nodiscard]] bool isBehindDottedName(std::string_view text, std::size_t at);

[[nodiscard]] bool isObjectBefore(std::string_view text, std::size_t at);

[[nodiscard]] std::size_t wordsIn(std::string_view text);

/// What stands before `at` in its line.
[[nodiscard]] std::string_view lineBefore(std::string_view text, std::size_t at);

/// Whether anything but marks stands in the line around `at`.
[[nodiscard]] bool hasWordsInLine(std::string_view text, std::size_t at);

} // namespace repair
