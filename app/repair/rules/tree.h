// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/rule.h"
#include "rst/document/document.h"

namespace repair {

/// Mends in the tree what Markdown could not say: figures, what is to be kept as it is, dividing lines that docutils refuses,
/// bare addresses as the links that docutils makes of them.
void mendTree(rst::Document &document, const RuleContext &context);

/// Takes the blocks out that were kept as they are.
void dropVerbatim(rst::Document &document);

} // namespace repair
