// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace readers {

/// Whether an address runs script when it is followed, as browsers read it: blanks and control characters in it, and the case of
/// its letters, do not count. https://url.spec.whatwg.org/#concept-basic-url-parser
[[nodiscard]] bool runsScript(std::string_view address) noexcept;

/// With the bytes that %XX stands for; what is no such thing stays. https://url.spec.whatwg.org/#percent-decode
[[nodiscard]] std::string percentDecoded(std::string_view text);

} // namespace readers
