// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// A post as the importer wrote it, cut where its own part begins. Views into the source.
struct LegacyPost {
    std::string_view head = {};      // up to the title's line
    std::string_view title = {};     // without its line end
    std::string_view underline = {}; // the same
    std::string_view line = {};      // "*This was originally posted on blogger* …", without its line end
    std::string_view body = {};      // behind that line's end
};

/// The parts of a legacy post; nothing for any other text. The importer's line ends in "`_." only in posts that nobody has
/// repaired: see repairedLine().
[[nodiscard]] std::optional<LegacyPost> findLegacyPost(std::string_view source);

/// Whether the text is a post of the import that was repaired: its line says so.
[[nodiscard]] bool isRepairedPost(std::string_view source);

/// The importer's line as a repaired post has it: with an anonymous link, as this program writes links.
[[nodiscard]] std::string repairedLine(std::string_view line);

/// Splits at \n; the line ends are left out.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);

[[nodiscard]] bool isBlankLine(std::string_view line) noexcept;

/// Whether a block of lines without blank ones was written in reStructuredText by hand: it has what the importer never made.
[[nodiscard]] bool isHandWritten(const std::vector<std::string_view> &block);

} // namespace repair
