// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Canonical reStructuredText of any tree: it is valid UTF-8, and can be read and written again.

#include "fuzzing.h"
#include "rst/text/utf8.h"
#include "rst/writers/rst_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const rst::Dialect dialect : {rst::Dialect::Docutils, rst::Dialect::Sphinx}) {
        const rst::Publication publication = fuzz::publish(dialect, fuzz::textOf(data, size));
        const std::string written = rst::writeRst(publication.document);
        fuzz::require(!rst::firstInvalidUtf8(written));
        (void)rst::writeRst(fuzz::publish(dialect, written).document);
    }
    return 0;
}
