// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace session {

/// A stretch of the open text, in UTF-16 units as QTextDocument counts them.
struct TextRange {
    int begin = 0;
    int end = 0;

    friend constexpr bool operator==(TextRange, TextRange) noexcept = default;
};

/// Turns byte offsets of a UTF-8 text into UTF-16 offsets, lines and columns, and back.
///
/// The only place where the two ways of counting meet. The text must be valid UTF-8 and outlive the object.
/// Offsets past the end count as the end; an offset inside a character counts as the character's begin.
class TextPositions
{
public:
    explicit TextPositions(std::string_view utf8);

    [[nodiscard]] int utf16At(std::size_t byte) const noexcept;
    [[nodiscard]] std::size_t byteAt(int utf16) const noexcept;
    [[nodiscard]] TextRange rangeOf(std::size_t beginByte, std::size_t endByte) const noexcept;

    /// 1-based; lines end at `\n` alone, as the editor shows them.
    [[nodiscard]] int lineAt(std::size_t byte) const noexcept;
    /// 1-based, in characters (code points).
    [[nodiscard]] int columnAt(std::size_t byte) const noexcept;
    /// Where a line begins; the end of the text for a line that is not there.
    [[nodiscard]] std::size_t lineBegin(int line) const noexcept;
    /// Where a line ends, its `\n` not counted.
    [[nodiscard]] std::size_t lineEnd(int line) const noexcept;

private:
    std::string_view m_text;
    std::vector<int> m_checkpoints; // UTF-16 offset of every checkpoint; empty for ASCII
    std::vector<std::size_t> m_lineBegins;
};

} // namespace session
