// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/source_lines.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace post {

/// What is told about a post beyond docutils' own messages.
enum class Severity : std::uint8_t {
    Hint,       // nothing is wrong with the markup; the words want another look
    LooksWrong, // the site builds, but readers see something that nobody meant
    Warning,    // the site builds, but not what the author may think
    Error,      // the site's build stops, or the post is none
};

/// One place in a post that wants attention, in plain words.
struct Finding {
    Severity severity = Severity::Warning;
    std::string_view rule = {}; // a short name of the rule, for filters: "legacy.picture"
    ByteRange range = {};       // in the source
    std::string text = {};
    std::optional<std::string> replacement = {}; // what the range should read, where that is known
};

} // namespace post
