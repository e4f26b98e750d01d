// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/parser/block_machine.h"

#include <utility>

namespace rst {

/// Makes a machine the one at work, and its element the one that gets the messages about names, to the end of a scope.
class MachineScope
{
public:
    MachineScope(BlockMachine *&current, NodeId &blockParent, BlockMachine &machine) noexcept
        : m_current(current)
        , m_blockParent(blockParent)
        , m_outerMachine(std::exchange(current, &machine))
        , m_outerParent(std::exchange(blockParent, machine.node))
    {
    }
    ~MachineScope()
    {
        m_current = m_outerMachine;
        m_blockParent = m_outerParent;
    }
    MachineScope(const MachineScope &) = delete;
    MachineScope &operator=(const MachineScope &) = delete;

private:
    BlockMachine *&m_current;
    NodeId &m_blockParent;
    BlockMachine *m_outerMachine;
    NodeId m_outerParent;
};

} // namespace rst
