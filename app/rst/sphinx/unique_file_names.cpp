// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/unique_file_names.h"

#include <format>

namespace rst {

std::string UniqueFileNames::add(std::string_view path)
{
    m_paths.emplace_back(path);
    if (const std::string *known = find(path))
        return *known;
    const std::string file(path.substr(path.rfind('/') + 1));
    const std::size_t dot = file.rfind('.');
    const std::size_t stem = dot == std::string::npos || dot == 0 ? file.size() : dot;
    std::string name = file;
    std::size_t &number = m_numbers[file];
    while (isTaken(name))
        name = std::format("{}{}{}", file.substr(0, stem), ++number, file.substr(stem));
    m_names.insert(name);
    return m_byPath.insert_or_assign(std::string(path), std::move(name)).first->second;
}

const std::string *UniqueFileNames::find(std::string_view path) const
{
    if (const auto known = m_byPath.find(path); known != m_byPath.end())
        return &known->second;
    return m_before ? m_before->find(path) : nullptr;
}

bool UniqueFileNames::isTaken(const std::string &name) const
{
    return m_names.contains(name) || (m_before && m_before->isTaken(name));
}

} // namespace rst
