// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Doctest blocks: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#doctest-blocks

#include "rst/parser/block_parser.h"

namespace rst {

// Body.doctest
void BlockParser::doctest(BlockMachine &machine)
{
    Document &document = m_context.document;
    const std::ptrdiff_t first = machine.at;
    const std::ptrdiff_t end = textBlockEnd(machine);
    nextLine(machine, end - 1 - first);
    const Lines lines = machine.block.lines.subspan(std::size_t(first), std::size_t(end - first));
    const Span span = spanOf(document.sources(), lines);
    const NodeId block = append(machine, NodeKind::DoctestBlock, span);
    document.setAttribute(block, AttributeName::XmlSpace, "preserve");
    document.appendText(block, joined(document, lines).text, span);
}

} // namespace rst
