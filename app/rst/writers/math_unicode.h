// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace rst {

/// Formula text with mathematical letters and signs as LaTeX commands: `α` is `\alpha `, with the blank.
[[nodiscard]] std::string mathToLatex(std::string_view text);

} // namespace rst
