// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/parser/lines.h"
#include "rst/settings.h"

#include <vector>

namespace rst {

/// The document's lines with the texts that a site puts around every document: `rst_prolog` behind a field list at the
/// beginning, `rst_epilog` at the end.
[[nodiscard]] std::vector<Line> decorated(Document &document, Lines lines, const SphinxSettings &settings);

} // namespace rst
