// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/parser/lines.h"
#include "rst/settings.h"

#include <cstddef>
#include <vector>

namespace rst {

/// The texts that a site puts around every document: `rst_prolog`, for behind a field list at the beginning, and `rst_epilog`.
struct DecoratingLines {
    std::vector<Line> prolog = {};
    std::size_t prologPlace = 0; // before which of the document's lines
    std::vector<Line> epilog = {};
};
[[nodiscard]] DecoratingLines decorating(Document &document, Lines lines, const SphinxSettings &settings);

} // namespace rst
