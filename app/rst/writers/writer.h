// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <string>

namespace rst {

/// The tree as docutils' pseudo-XML writer prints it.
[[nodiscard]] std::string writePseudoXml(const Document &document);
/// The same for one element and what is in it.
[[nodiscard]] std::string writePseudoXml(NodeRef top);

/// What docutils' html5 writer puts between `<body>` and `</body>`.
[[nodiscard]] std::string writeHtml(const Document &document);

} // namespace rst
