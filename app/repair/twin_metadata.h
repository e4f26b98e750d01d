// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "readers/front_matter.h"
#include "repair/rule.h"

#include <string>

namespace repair {

/// The post with the author and the further tags that its twin's front matter has.
[[nodiscard]] std::string withTwinMetadata(std::string source, const readers::FrontMatter &front,
                                           const RuleContext &context);

} // namespace repair
