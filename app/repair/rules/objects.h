// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/marked_text.h"
#include "repair/rule.h"

#include <string>
#include <string_view>

namespace repair {

/// Text in which links, pictures, code, addresses and escapes are marked: one scan from left to right over the whole body,
/// since links run over line ends.
[[nodiscard]] std::string markObjects(std::string_view text, Objects &objects, const RuleContext &context);

} // namespace repair
