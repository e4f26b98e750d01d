// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any bytes, through both dialects and every writer. What must hold besides "no report of a sanitizer": every span
// lies in the source, and the tree's links are sound, because the window marks text by them.

#include "rst/engine.h"
#include "rst/writers/writer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkTree(const rst::Document &document)
{
    const rst::NodeRef root = document[rst::Document::root()];
    std::size_t visited = 0;
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        require(++visited <= document.nodeCount());
        require(node.span().begin <= node.span().end);
        for (const rst::NodeRef child : node.children())
            require(child.parent() == node);
    }
}

void run(const rst::Engine &engine, std::string_view source)
{
    const rst::Publication publication = engine.publish(source);
    checkTree(publication.document);
    for (const rst::Diagnostic &diagnostic : publication.diagnostics)
        require(diagnostic.span.begin <= diagnostic.span.end);
    (void)rst::writePseudoXml(publication.document);
    (void)rst::writeHtml(publication.document);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const rst::Engine docutils(rst::Dialect::Docutils);
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    const std::string_view source(reinterpret_cast<const char *>(data), size);
    run(docutils, source);
    run(sphinx, source);
    return 0;
}
