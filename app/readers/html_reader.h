// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

#include <string_view>

namespace readers {

/// Reads a page or a piece of HTML: its text, links, pictures, lists, quotations, tables and code. Scripts, styles and forms
/// are left out; an embedded page becomes a link to it. Two line breaks in a row end a paragraph. Never fails.
[[nodiscard]] rst::Document readHtml(std::string_view html);

} // namespace readers
