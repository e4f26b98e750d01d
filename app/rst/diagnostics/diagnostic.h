// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// Docutils' severity levels (https://docutils.sourceforge.io/docs/peps/pep-0258.html#error-handling).
enum class Level : std::uint8_t { Info = 1, Warning = 2, Error = 3, Severe = 4 };

/// `INFO`, `WARNING`, `ERROR` or `SEVERE`.
[[nodiscard]] std::string_view levelName(Level level) noexcept;

/// What a message says, whatever names and numbers stand in it.
enum class DiagnosticKind : std::uint16_t {
#define RST_DIAGNOSTIC(Kind, level, format) Kind,
#include "rst/diagnostics/diagnostic_kinds.def"
};

/// Another place that a message speaks of: the first of two equal names, the start of a block.
struct Label {
    Span span = {};
    std::string text = {};
};

/// One message about the source.
struct Diagnostic {
    DiagnosticKind kind = {};
    Level level = Level::Info;
    std::uint32_t line = 0;   // docutils' line number, 1-based; 0 where docutils gives none
    Span span = {};           // the offending text; empty at 0 where there is none
    std::string message = {}; // docutils' own wording, its first paragraph
    std::string detail = {};  // what docutils quotes below it: the source of the block
    std::vector<Label> labels = {};
    std::string_view subtype = {}; // Sphinx' warning type, "image.not_readable"; empty for docutils' own
};

} // namespace rst
