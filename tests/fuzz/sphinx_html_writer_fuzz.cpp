// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// The HTML of the Sphinx dialect, as a page and as the preview's blocks, with every extension.

#include "fuzzing.h"
#include "rst/sphinx/preview_blocks.h"
#include "rst/sphinx/sphinx_html_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const rst::Settings settings = fuzz::settingsFor(rst::Dialect::Sphinx);
    const rst::Publication publication = fuzz::publish(rst::Dialect::Sphinx, fuzz::textOf(data, size));
    (void)rst::writeSphinxHtml(publication.document, settings);
    for (const rst::PageBlock &block : rst::pageBlocks(publication.document, settings))
        fuzz::require(!block.html.empty() && block.span.begin <= block.span.end);
    return 0;
}
