// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace rst {

/// The roles that a document has to define, for inline elements that no standard role makes: those with classes, and raw
/// text (https://docutils.sourceforge.io/docs/ref/rst/directives.html#custom-interpreted-text-roles).
class RstRoles
{
public:
    /// Defines the role that makes `node`, where it needs one.
    void add(NodeRef node);
    /// The name of the role that makes `node`; empty where a standard role or other markup does.
    [[nodiscard]] std::string_view roleOf(NodeRef node) const;
    /// The directives that define them.
    [[nodiscard]] const std::string &definitions() const noexcept { return m_definitions; }

private:
    [[nodiscard]] std::string unusedName(std::string name);

    std::unordered_map<std::string, std::string> m_names; // by base, format and classes
    std::unordered_set<std::string> m_used;
    std::unordered_map<std::string, std::size_t> m_numbers; // the last one given to a name
    std::string m_definitions;
};

} // namespace rst
