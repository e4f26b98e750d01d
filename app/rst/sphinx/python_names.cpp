// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/python_names.h"

#include <algorithm>
#include <format>

namespace rst::sphinx {
namespace {

/// Which roles lead to a type of object (`PythonDomain.object_types`).
struct TypeRoles {
    std::string_view type = {};
    std::string_view roles = {}; // between blanks
};
constexpr TypeRoles typeRoles[] = {
    {"function", " func "},      {"data", " data "},        {"class", " class exc "},   {"exception", " exc class "},
    {"method", " meth "},        {"classmethod", " meth "}, {"staticmethod", " meth "}, {"attribute", " attr "},
    {"property", " attr meth "}, {"type", " type class "},  {"module", " mod "},
};

bool leadsTo(std::string_view role, std::string_view type)
{
    if (role == "obj")
        return true;
    const auto *const found = std::ranges::find(typeRoles, type, &TypeRoles::type);
    return found != std::end(typeRoles) && found->roles.contains(std::format(" {} ", role));
}

} // namespace

std::string pythonRole(std::string_view name, const SphinxEnvironment &environment)
{
    const auto type = environment.pyTypes.find(name);
    const auto *const found = type == environment.pyTypes.end()
                                  ? std::end(typeRoles)
                                  : std::ranges::find(typeRoles, std::string_view(type->second), &TypeRoles::type);
    if (found == std::end(typeRoles))
        return "obj";
    const std::string_view roles = found->roles.substr(1);
    return std::string(roles.substr(0, roles.find(' ')));
}

std::vector<std::string> pythonNames(const PythonReference &reference, const SphinxEnvironment &environment)
{
    const auto [name, role, module, className, isSpecific] = reference;
    std::vector<std::string> names;
    if (name.empty())
        return names;
    const auto join = [](auto... parts) {
        std::string joined;
        ((joined += joined.empty() ? std::string(parts) : '.' + std::string(parts)), ...);
        return joined;
    };
    if (!isSpecific) {
        names.emplace_back(name);
        if (role == "mod")
            return names;
        if (!className.empty())
            names.push_back(join(className, name));
        if (!module.empty())
            names.push_back(join(module, name));
        if (!module.empty() && !className.empty())
            names.push_back(join(module, className, name));
        return names;
    }
    const auto addFitting = [&](std::string full) {
        const auto type = environment.pyTypes.find(full);
        const bool fits = type != environment.pyTypes.end() &&
                          (leadsTo(role, type->second) || (role == "attr" && leadsTo("meth", type->second)));
        if (fits)
            names.push_back(std::move(full));
    };
    if (!module.empty() && !className.empty())
        addFitting(join(module, className, name));
    if (!module.empty())
        addFitting(join(module, name));
    addFitting(std::string(name));
    if (names.empty()) {
        const std::string ending = '.' + std::string(name);
        for (const auto &[full, type] : environment.pyTypes) {
            if (full.ends_with(ending))
                addFitting(full);
        }
    }
    return names;
}

} // namespace rst::sphinx
