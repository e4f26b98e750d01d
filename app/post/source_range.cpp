// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/source_range.h"

namespace post {

std::optional<ByteRange> sourceRange(const rst::Document &document, rst::Span span)
{
    const rst::SourceMap &sources = document.sources();
    if (sources.fileCount() == 0)
        return std::nullopt;
    const auto begin = sources.locate(span.begin), end = sources.locate(span.end);
    if (begin.file != 0 || end.file != 0)
        return std::nullopt;
    return ByteRange{begin.byte, end.byte};
}

} // namespace post
