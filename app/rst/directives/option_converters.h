// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"

#include <initializer_list>
#include <string>
#include <string_view>

/// The conversion functions for options of directives and roles (docutils' parsers/rst/directives/__init__.py), under
/// docutils' names. The text is null for an option without a value; errors are the texts of Python's exceptions.
/// https://docutils.sourceforge.io/docs/howto/rst-directives.html#option-conversion-functions
namespace rst::options {

using Result = std::expected<OptionValue, std::string>;

[[nodiscard]] Result flag(const std::string *text);
[[nodiscard]] Result unchanged(const std::string *text);
[[nodiscard]] Result unchangedRequired(const std::string *text);
/// A path, its lines joined.
[[nodiscard]] Result path(const std::string *text);
/// A URI without its unescaped white space.
[[nodiscard]] Result uri(const std::string *text);

/// Any number that Python's `int()` reads.
[[nodiscard]] Result integer(const std::string *text);
[[nodiscard]] Result nonnegativeInt(const std::string *text);
[[nodiscard]] Result positiveInt(const std::string *text);
[[nodiscard]] Result positiveIntList(const std::string *text);
[[nodiscard]] Result percentage(const std::string *text);
[[nodiscard]] Result lengthOrUnitless(const std::string *text);
[[nodiscard]] Result lengthOrPercentageOrUnitless(const std::string *text);
/// The same, with `px` for a number without a unit.
[[nodiscard]] Result lengthOrPercentageOrPixels(const std::string *text);

[[nodiscard]] Result classOption(const std::string *text);
[[nodiscard]] Result singleCharOrUnicode(const std::string *text);
[[nodiscard]] Result singleCharOrWhitespaceOrUnicode(const std::string *text);
[[nodiscard]] Result encoding(const std::string *text);
[[nodiscard]] Result parserName(const std::string *text);

/// One of some words, whatever its letters' case.
[[nodiscard]] Result choice(const std::string *text, std::initializer_list<std::string_view> values);

/// Python's `int(text)`, or its error. Numbers that do not fit become the greatest or least that does.
[[nodiscard]] std::expected<std::int64_t, std::string> pythonInt(std::string_view text);

/// The URI in a directive's argument (`directives.uri`).
[[nodiscard]] std::string uriFrom(std::string_view text);
/// The path in a directive's argument (`directives.path`).
[[nodiscard]] std::string pathFrom(std::string_view text);
/// The class names in a directive's argument (`directives.class_option`).
[[nodiscard]] std::expected<std::vector<std::string>, std::string> classesFrom(std::string_view text);

/// The words of a text: Python's `str.split()`.
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view text);

} // namespace rst::options
