// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "repair/marked_text.h"
#include "repair/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace repair {

/// A block of the old post.
struct Block {
    enum class Kind {
        Paragraph,
        Heading,
        Item,
        Rule,
        Object,
        Table,
        Figure,
        QuoteBegin,
        QuoteEnd
    } kind = Kind::Paragraph;
    std::string text = {}; // marked; of a figure its caption
    unsigned level = 0;    // of a heading; depth of an item, from 0
    bool isOrdered = false;
    std::string number = {}; // of an ordered item, as it stood
    std::size_t object = 0;
    std::string picture = {};                        // of a figure: the marks of its pictures
    std::vector<std::vector<std::string>> rows = {}; // of a table
};

/// The blocks of a text whose objects are marked.
[[nodiscard]] std::vector<Block> readBlocks(std::string_view text, Objects &objects, const RuleContext &context);

} // namespace repair
