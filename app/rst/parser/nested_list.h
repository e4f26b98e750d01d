// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/block_parser.h"
#include "rst/parser/machine_scope.h"

#include <optional>
#include <string_view>

namespace rst {

/// Reads the items of a list after its first one (`nested_list_parse`, and the end of the transition that calls it).
///
/// `item(machine, match)` stands for the state, such as docutils' `BulletList`: it reads an item and says whether that ends
/// with a blank line, or gives nothing at a line that begins none (`SpecializedBody.invalid_input`). `blankFinish` is the
/// first item's.
template <class Item>
void BlockParser::nestedListParse(BlockMachine &machine, NodeId list, bool blankFinish, std::string_view construct,
                                  Item item)
{
    BlockMachine nested = nestedMachine(machine, list);
    const MachineScope scope(m_machine, m_context.blockParent, nested);
    while (nextLine(nested)) {
        const TransitionMatch match = matchTransition(nested.text());
        if (match.transition == Transition::Blank)
            continue;
        const std::optional<bool> finish = item(nested, match);
        if (!finish) {
            previousLine(nested);
            break;
        }
        blankFinish = *finish;
    }
    finishNested(machine, nested, blankFinish, construct);
}

} // namespace rst
