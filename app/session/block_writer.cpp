// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/block_writer.h"

#include "rst/document/node_ref.h"

#include <algorithm>
#include <format>

namespace session {

int titleLevel(rst::NodeRef title)
{
    if (title.parent().is(rst::NodeKind::Document))
        return 1;
    int level = 0; // as many as there are kinds of underlines at most
    for (rst::NodeRef around = title.parent(); around; around = around.parent())
        level += around.is(rst::NodeKind::Section);
    return std::max(level, 1);
}

std::string BlockWriter::writeBlock(rst::NodeRef block)
{
    if (!block.is(rst::NodeKind::Title))
        return writeFragment(block);
    // The preview's pages are flat, so the section's own tag, and with it what links lead to, is missing.
    m_sectionLevel = unsigned(titleLevel(block));
    const std::string heading = writeFragment(block);
    return std::format("<div id=\"{}\">{}</div>", block.parent().attribute(rst::AttributeName::Ids), heading);
}

} // namespace session
