// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_settings.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rst {

/// Whether Pygments has a lexer of this name.
[[nodiscard]] bool isKnownLexer(std::string_view name) noexcept;
/// The names of Pygments' lexers, sorted.
[[nodiscard]] std::span<const std::string_view> knownLexers() noexcept;

/// How a code block is shown.
struct CodeLayout {
    bool hasLineNumbers = false;
    bool isTable = false; // the line numbers stand in a column of their own
    std::int64_t firstLine = 1;
    std::string_view emphasizedLines = {}; // numbers from 1, separated by blanks
};

/// Code as Pygments sets it: `<div class="highlight"><pre>...`, with line numbers and emphasised lines marked. Colours
/// are the caller's to give; they do not change the text.
[[nodiscard]] std::string highlightedCode(std::string_view code, std::string_view language, const CodeLayout &layout,
                                          const CodeColours &colours);

/// Code as text of HTML, in the references that Pygments uses.
void appendEscapedCode(std::string &to, std::string_view text);

/// The code without the comments that steer doctest, and without its marks for blank lines.
[[nodiscard]] std::string withoutDoctestFlags(std::string_view code);

/// Whether code in this language is a Python session.
[[nodiscard]] bool isPythonConsole(std::string_view code, std::string_view language) noexcept;

} // namespace rst
