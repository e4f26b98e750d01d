// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/source_lines.h"
#include "repair/twin.h"
#include "rst/engine.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// What stands in the same place of a damaged post, of what the rules made of it, and of its twin; any may be empty.
struct TwinParagraph {
    enum class State : std::uint8_t {
        Alike,    // word by word
        Differs,  // in words
        OnlyOurs, // the twin has nothing there
        OnlyTwin, // the post has nothing there
    } state = State::Alike;
    std::string legacy = {};    // as the importer left it
    std::string repaired = {};  // text without markup
    std::string twin = {};      // the same
    post::ByteRange place = {}; // in the repaired text; empty where the post has nothing
};

/// Puts a repaired post and its twin side by side, paragraph by paragraph, in the order of the text. `source` is the damaged
/// post that `repaired` was made of. Empty where the two are too different to be one text.
[[nodiscard]] std::vector<TwinParagraph> pairParagraphs(std::string_view source, std::string_view repaired,
                                                        const Twin &twin, const rst::Engine &engine);

} // namespace repair
