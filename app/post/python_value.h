// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace post {

/// A value written out in Python: None, True, a number, a text, a list or tuple, a dictionary.
struct PythonValue {
    using List = std::vector<PythonValue>;
    using Dictionary = std::vector<std::pair<PythonValue, PythonValue>>; // in the order of the source
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Dictionary> value = {};

    [[nodiscard]] bool isNone() const noexcept { return std::holds_alternative<std::monostate>(value); }
    [[nodiscard]] const std::string *text() const noexcept { return std::get_if<std::string>(&value); }
    [[nodiscard]] const List *list() const noexcept { return std::get_if<List>(&value); }
    [[nodiscard]] const Dictionary *dictionary() const noexcept { return std::get_if<Dictionary>(&value); }
    [[nodiscard]] std::optional<std::int64_t> number() const noexcept;
    /// Python's truth: empty, zero and None are false.
    [[nodiscard]] bool isTrue() const noexcept;
};

} // namespace post
