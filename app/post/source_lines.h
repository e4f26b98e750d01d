// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace post {

/// A range of bytes of a source as its author wrote it.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool isEmpty() const noexcept { return begin == end; }
    [[nodiscard]] constexpr std::string_view of(std::string_view source) const noexcept
    {
        return source.substr(begin, size());
    }
    friend constexpr bool operator==(ByteRange, ByteRange) noexcept = default;
};

/// One line of a source, untouched.
struct SourceLine {
    ByteRange text = {};    // without its line end
    std::size_t next = 0;   // where the next line begins: behind the line end
    std::size_t first = 0;  // of the first character that is no white space; text.end for a blank line
    std::size_t column = 0; // of that character, with tabs going to multiples of 8
    std::size_t last = 0;   // behind the last character that is no white space

    [[nodiscard]] bool isBlank() const noexcept { return first == text.end; }
    /// Without white space at either end.
    [[nodiscard]] ByteRange trimmed() const noexcept
    {
        return isBlank() ? ByteRange{first, first} : ByteRange{first, last};
    }
};

/// The lines of any bytes; they end where docutils ends them (`str.splitlines()`, with \v and \f as blanks). A byte order
/// mark is no part of the first one.
[[nodiscard]] std::vector<SourceLine> sourceLines(std::string_view source);

/// The line end for a line that is put before the byte `at`: the one that most lines have, "\n", "\r\n" or "\r", and "\n" where
/// there is none; but no "\r" before a "\n", since the two would be one line end.
[[nodiscard]] std::string_view lineEndAt(std::string_view source, const std::vector<SourceLine> &lines, std::size_t at);

} // namespace post
