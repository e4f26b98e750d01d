// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT
//
// Any bytes as what the importer left of a post, with and without a copy of it: `body NUL copy`. A repaired post is valid
// UTF-8, is left alone from then on, and a blocked one is its source.

#include "fuzzing.h"
#include "repair/repair.h"
#include "rst/text/utf8.h"

namespace {

void checkRepair(const std::string &source, const rst::Engine &engine, const repair::Twin *twin)
{
    using State = repair::Repair::State;
    const repair::Repair once = repair::repairPost(source, engine, repair::RuleSet::all(), twin);
    if (once.state != State::Repaired) {
        fuzz::require(once.text == source);
        return;
    }
    fuzz::require(!rst::firstInvalidUtf8(once.text));
    const repair::Repair twice = repair::repairPost(once.text, engine);
    fuzz::require(twice.state != State::Repaired && twice.text == once.text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const rst::Engine engine(rst::Dialect::Docutils);
    std::string_view text = fuzz::textOf(data, size);
    const std::string bytes(fuzz::takeField(text));
    checkRepair(bytes, engine, nullptr);
    // Whoever opens a post has made sure that it is UTF-8.
    const std::string body = rst::toValidUtf8(bytes);
    const std::string source =
        ".. post:: 2012-03-04\n   :tags: a\n\nA title\n=======\n\n"
        "*This was originally posted on blogger* `here <https://example.org/2012/03/a.html>`_.\n\n" +
        body;
    checkRepair(source, engine, nullptr);
    checkRepair(body, engine, nullptr);
    const repair::Twin markdown{.front = {.title = "A title"}, .body = std::string(text)};
    checkRepair(source, engine, &markdown);
    const repair::Twin html{.format = repair::Twin::Format::Html, .body = std::string(text)};
    checkRepair(source, engine, &html);
    return 0;
}
