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

/// A text by itself: it includes nothing, and its numbers are no references, which canonical text does not know of.
rst::Publication publishAlone(std::string_view source)
{
    static const rst::Engine engine;
    return engine.publish(source);
}

/// Whether the lines of a source can say what a node is. Not where only an option above it, which the tree does not show, kept
/// the indentation of a formula or of raw text, where damage has left an element without text or a text behind the sections
/// that it stands above of.
bool isSayable(rst::NodeRef node)
{
    if (node.is(rst::NodeKind::Raw) || node.is(rst::NodeKind::MathBlock))
        return !rst::isIndented(node.asText());
    if (node.is(rst::NodeKind::Reference) || node.is(rst::NodeKind::Author))
        return !node.asText().empty();
    return !node.previous().is(rst::NodeKind::Section) || node.is(rst::NodeKind::Section);
}

/// Whether canonical text can say it all. It cannot where blanks other than a space take part in the indentation.
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
        if (!isSayable(node))
            return false;
    }
    return true;
}

/// What was written has to say the same tree.
void requireLaw(std::string_view source)
{
    const rst::Publication publication = publishAlone(source);
    if (!isSound(publication) || !isSayable(publication.document, source))
        return;
    const std::string written = rst::writeRst(publication.document);
    fuzz::require(said::tree(publishAlone(written).document) == said::tree(publication.document));
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
    }
    requireLaw(fuzz::textOf(data, size));
    return 0;
}
