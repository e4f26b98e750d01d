// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node_ref.h"
#include "rst/sphinx/site_numbers.h"

#include <string>
#include <string_view>

namespace rst {

/// What of a document there is to be counted.
[[nodiscard]] Outline outlineOf(const Document &document);

/// An item as one text, and back; what cannot be read is left at its default.
[[nodiscard]] std::string writtenItem(const OutlineItem &item);
[[nodiscard]] OutlineItem readItem(std::string_view text);

} // namespace rst
