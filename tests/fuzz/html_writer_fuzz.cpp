// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// docutils' writers, pseudo-XML and HTML.

#include "fuzzing.h"
#include "rst/writers/writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const rst::Publication publication = fuzz::publish(rst::Dialect::Docutils, fuzz::textOf(data, size));
    fuzz::require(rst::writePseudoXml(publication.document).starts_with("<document"));
    (void)rst::writeHtml(publication.document);
    return 0;
}
