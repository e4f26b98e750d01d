// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rst {

/// What a code block is made of: by the directive `code`, or by `include` with its option `code`.
struct CodeSource {
    std::string_view language = {};
    std::string_view text = {}; // lives as long as the document
    Span span = {};
    std::size_t lineCount = 0;
    std::string_view path = {}; // of an included file
};

/// Appends the literal block of a piece of code, classes and line numbers by the directive's options
/// (docutils' `CodeBlock.run`).
void appendCodeBlock(DirectiveContext &directive, const CodeSource &source);

/// Fills a literal block, with numbers before the lines where the directive's option `number-lines` asks for them.
/// False where that option is no number, which is reported.
[[nodiscard]] bool fillLiteralBlock(DirectiveContext &directive, NodeId block, std::string_view text, Span span,
                                    std::size_t lineCount);

} // namespace rst
