// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/python_value.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace post {

/// What a Python file assigns at its top level, the last value of each name.
struct PythonAssignments {
    std::map<std::string, PythonValue, std::less<>> values = {}; // literals
    std::set<std::string, std::less<>> computed = {};            // names whose value would have to be computed
};

/// Reads a Python file without running anything. Texts joined with `+` and names assigned before count as literals.
/// https://docs.python.org/3/reference/lexical_analysis.html
[[nodiscard]] PythonAssignments pythonAssignments(std::string_view source);

} // namespace post
