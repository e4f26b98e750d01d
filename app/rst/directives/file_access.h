// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/directives/directive.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace rst {

/// A file that a directive has read.
struct IncludedFile {
    std::string path = {}; // as messages show it
    std::string text = {}; // UTF-8; lines end with \n
};

/// How Python's exception stands in a message: `InputError: [Errno 2] ...`, or without the class.
enum class ErrorStyle : std::uint8_t { ClassAndMessage, Message };

/// A file's bytes as UTF-8, lines ending with `\n` and without a byte order mark. `encoding` is a name as Python has them, empty
/// for UTF-8; one that nobody knows counts as that. The error is Python's.
[[nodiscard]] std::expected<std::string, std::string> decodedFile(std::string bytes, const std::string &encoding);

/// Reads a file through Settings::readFile, in the encoding that the directive's option says. `path` is relative to the
/// file that the directive is in. Reports it where that does not work.
[[nodiscard]] std::optional<IncludedFile> readIncludedFile(DirectiveContext &directive, std::string_view path,
                                                           Span pathSpan,
                                                           ErrorStyle style = ErrorStyle::ClassAndMessage);

/// Says that the option's URL was not read: the engine has no network.
void reportUrl(DirectiveContext &directive, const Option &url, ErrorStyle style = ErrorStyle::ClassAndMessage);

} // namespace rst
