// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_environment.h"

#include <string>
#include <string_view>
#include <vector>

namespace rst::sphinx {

/// A reference to a Python object.
struct PythonReference {
    std::string_view name = {};
    std::string_view role = {};      // `attr`, `meth` ...
    std::string_view module = {};    // around the reference
    std::string_view className = {}; // as well
    bool isSpecific = false;         // written with a dot before it: what is near comes first
};

/// The full names that a reference may mean, in the order in which they count (`PythonDomain.find_obj`).
[[nodiscard]] std::vector<std::string> pythonNames(const PythonReference &reference,
                                                   const SphinxEnvironment &environment);

/// The role that references to an object have by its type; `obj` for one that is not described in this document.
[[nodiscard]] std::string pythonRole(std::string_view name, const SphinxEnvironment &environment);

} // namespace rst::sphinx
