// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any tree as Markdown, of both flavours: it is valid UTF-8, and comes to rest, since what was read from Markdown is
// written as Markdown that says the same tree. Any bytes as Markdown, too.

#include "fuzzing.h"
#include "readers/markdown_reader.h"
#include "rst/text/utf8.h"
#include "rst/writers/markdown_writer.h"
#include "rst/writers/writer.h"

namespace {

/// A table that a few bytes have filled with a million cells takes half a minute under the sanitizers, and shows nothing that
/// a smaller one does not.
bool isHuge(const rst::Document &document)
{
    return document.nodeCount() > 50'000;
}

/// What was written from a tree that Markdown has said has to say the same tree.
void requireLaw(const rst::Document &read)
{
    const rst::Document again = readers::readMarkdown(rst::writeMarkdown(read));
    fuzz::require(rst::writePseudoXml(again) == rst::writePseudoXml(read));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using Flavour = rst::MarkdownStyle::Flavour;
    const std::string_view text = fuzz::textOf(data, size);
    for (const rst::Dialect dialect : {rst::Dialect::Docutils, rst::Dialect::Sphinx}) {
        const rst::Publication publication = fuzz::publish(dialect, text);
        if (isHuge(publication.document))
            continue;
        for (const Flavour flavour : {Flavour::Gfm, Flavour::Myst}) {
            const std::string written = rst::writeMarkdown(publication.document, {.flavour = flavour});
            fuzz::require(!rst::firstInvalidUtf8(written));
            const rst::Document read = readers::readMarkdown(written);
            fuzz::require(read.nodeCount() > 0);
            if (flavour == Flavour::Gfm)
                requireLaw(read);
        }
    }
    // Whoever opens a file has made sure that it is UTF-8. What its HTML says besides, Markdown cannot.
    const rst::Document read = readers::readMarkdown(rst::toValidUtf8(text));
    if (!isHuge(read))
        requireLaw(readers::readMarkdown(rst::writeMarkdown(read)));
    return 0;
}
