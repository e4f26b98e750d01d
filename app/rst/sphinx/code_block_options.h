// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What `code-block` and `literalinclude` have in common.
namespace rst::code_blocks {

/// A number, or nothing (`sphinx.directives.optional_int`).
[[nodiscard]] std::expected<OptionValue, std::string> optionalInt(const std::string *text);

/// The line numbers, from 1, in a list like `1,2,4-6`; some may lie beyond `total` (`parse_line_num_spec`).
[[nodiscard]] std::expected<std::vector<std::int64_t>, std::string> lineNumbers(std::string_view specification,
                                                                                std::int64_t total);

/// The text with `columns` characters taken off each line; without a number, their common indentation.
[[nodiscard]] std::string dedented(DirectiveContext &directive, std::string_view text,
                                   std::optional<std::int64_t> columns);

/// Whether lines are to be emphasised, and the marks on `literal`; false after a message about a wrong list.
bool emphasizeLines(DirectiveContext &directive, NodeId literal, std::int64_t total);

/// `literal` in a container with the caption before it, or `literal` itself where there is none; None after a message
/// about a caption that is not a paragraph (`container_wrapper`).
[[nodiscard]] NodeId withCaption(DirectiveContext &directive, NodeId literal, std::string_view caption);

} // namespace rst::code_blocks
