// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <string_view>

namespace rst {
class Engine;
}

namespace session {

/// What a directive is for, how it is written and which options it takes; empty for a name the engine does not know.
[[nodiscard]] QString directiveHelp(const rst::Engine &engine, std::string_view name);

/// What an option of a directive says; empty for one that the directive does not have.
[[nodiscard]] QString optionHelp(const rst::Engine &engine, std::string_view directive, std::string_view option);

/// What a role does, and how it is written; empty for a name the engine does not know.
[[nodiscard]] QString roleHelp(const rst::Engine &engine, std::string_view name);

} // namespace session
