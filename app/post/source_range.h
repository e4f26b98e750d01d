// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/source_lines.h"

#include "rst/document/document.h"

#include <optional>

namespace post {

/// The bytes of the post's own source that a span of its document stands for; nothing where it lies in an included file, or
/// where the document was made of no source.
[[nodiscard]] std::optional<ByteRange> sourceRange(const rst::Document &document, rst::Span span);

} // namespace post
