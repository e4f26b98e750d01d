// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <string>

namespace session {

/// How deep a title's section is, from 1.
[[nodiscard]] int titleLevel(rst::NodeRef title);

/// Writes the page block by block. One object serves all blocks of a document, in order.
class BlockWriter : private rst::SphinxHtmlWriter
{
public:
    using rst::SphinxHtmlWriter::SphinxHtmlWriter;

    /// The HTML of one block, as it stands in the page.
    [[nodiscard]] std::string writeBlock(rst::NodeRef block);
};

} // namespace session
