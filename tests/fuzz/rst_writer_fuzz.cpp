// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Canonical reStructuredText of any tree: it is valid UTF-8, and can be read and written again. Of a source without faults
// it reads back as the same tree.

#include "fuzzing.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/writers/rst_block_writer.h"
#include "rst/writers/rst_writer.h"
#include "said_tree.h"

#include <algorithm>

namespace {

/// Whether docutils finds no fault with the source. The tree of an error need not be one that a source without it has.
bool isSound(const rst::Publication &publication)
{
    return std::ranges::none_of(publication.diagnostics, [](const rst::Diagnostic &diagnostic) {
        return diagnostic.level >= rst::Level::Warning;
    });
}

/// Whether canonical text can say it all. It cannot where blanks other than a space take part in the indentation, and where
/// only an option above it, which the tree does not show, kept the indentation of a formula or of raw text.
bool isSayable(const rst::Document &document, std::string_view source)
{
    for (std::size_t at = 0; at < source.size();) {
        const rst::CodePoint character = rst::decodeAt(source, at);
        if (character.value >= 0x80 && rst::isSpace(character.value))
            return false;
        at += character.size;
    }
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if ((node.is(rst::NodeKind::Raw) || node.is(rst::NodeKind::MathBlock)) && rst::isIndented(node.asText()))
            return false;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const rst::Dialect dialect : {rst::Dialect::Docutils, rst::Dialect::Sphinx}) {
        const rst::Publication publication = fuzz::publish(dialect, fuzz::textOf(data, size));
        const std::string written = rst::writeRst(publication.document);
        fuzz::require(!rst::firstInvalidUtf8(written));
        const rst::Publication again = fuzz::publish(dialect, written);
        (void)rst::writeRst(again.document);
        if (dialect == rst::Dialect::Docutils && isSound(publication) &&
            isSayable(publication.document, fuzz::textOf(data, size)))
            fuzz::require(said::tree(again.document) == said::tree(publication.document));
    }
    return 0;
}
