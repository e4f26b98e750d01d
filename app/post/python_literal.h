// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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

/// What a Python file assigns at its top level, the last value of each name.
struct PythonAssignments {
    std::map<std::string, PythonValue, std::less<>> values = {}; // literals
    std::set<std::string, std::less<>> computed = {};            // names whose value would have to be computed
};

/// Reads a Python file without running anything. Texts joined with `+` and names assigned before count as literals.
/// https://docs.python.org/3/reference/lexical_analysis.html
[[nodiscard]] PythonAssignments pythonAssignments(std::string_view source);

} // namespace post
