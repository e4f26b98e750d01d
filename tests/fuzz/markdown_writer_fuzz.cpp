// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT
//
// Any tree as Markdown, of both flavours: it is valid UTF-8, and reads back as some tree.

#include "fuzzing.h"
#include "readers/markdown_reader.h"
#include "rst/text/utf8.h"
#include "rst/writers/markdown_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using Flavour = rst::MarkdownStyle::Flavour;
    for (const rst::Dialect dialect : {rst::Dialect::Docutils, rst::Dialect::Sphinx}) {
        const rst::Publication publication = fuzz::publish(dialect, fuzz::textOf(data, size));
        for (const Flavour flavour : {Flavour::Gfm, Flavour::Myst}) {
            const std::string written = rst::writeMarkdown(publication.document, {.flavour = flavour});
            fuzz::require(!rst::firstInvalidUtf8(written));
            fuzz::require(readers::readMarkdown(written).nodeCount() > 0);
        }
    }
    return 0;
}
