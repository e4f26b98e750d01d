// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <span>
#include <string_view>

namespace post {

/// A file of resources/templates, compiled in.
struct BuiltinTemplate {
    std::string_view name = {}; // of the file, without its ending
    std::string_view text = {};
};

/// The one for a blank post first.
[[nodiscard]] std::span<const BuiltinTemplate> builtinTemplates() noexcept;

} // namespace post
