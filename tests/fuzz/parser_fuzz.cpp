// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any bytes, through both dialects. The tree's links are sound, and every span lies in the sources, because the window
// marks text by them.

#include "fuzzing.h"

#include <algorithm>

namespace {

void checkSpan(const rst::Document &document, rst::Span span)
{
    fuzz::require(span.begin <= span.end);
    if (!span.isEmpty())
        fuzz::require(document.sources().locate(span.begin).line >= 1);
}

void checkTree(const rst::Document &document)
{
    const rst::NodeRef root = document[rst::Document::root()];
    std::size_t visited = 0;
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        fuzz::require(++visited <= document.nodeCount());
        checkSpan(document, node.span());
        for (const rst::NodeRef child : node.children())
            fuzz::require(child.parent() == node);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const rst::Dialect dialect : {rst::Dialect::Docutils, rst::Dialect::Sphinx}) {
        const rst::Publication publication = fuzz::publish(dialect, fuzz::textOf(data, size));
        checkTree(publication.document);
        for (const rst::Diagnostic &diagnostic : publication.diagnostics)
            checkSpan(publication.document, diagnostic.span);
    }
    return 0;
}
