// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

namespace rst {

/// Whether Python 3.13 knows a codec of this name: what docutils asks of an option `encoding`.
[[nodiscard]] bool isPythonEncoding(std::string_view name);

} // namespace rst
