// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/settings.h"

#include <vector>

namespace rst {

/// The headings of a document as tables of contents of other documents show them (Sphinx' `env.tocs`), those of the documents
/// among them that its own tables of contents lead to.
[[nodiscard]] std::vector<SiteSection> contentsOf(const Document &document, const Settings &settings);

} // namespace rst
