// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any bytes as a post, and any edit of its form: `name NUL value NUL source`. Whatever the post is, an edit touches the
// metadata alone: the edits are in order and inside the text, everything outside the block that says that this is a post
// stays byte by byte, and every other option keeps its value.

#include "require.h"

#include "post/date.h"
#include "post/metadata_edit.h"
#include "post/metadata_source.h"
#include "post/myst_metadata.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

/// The edits, where they may be: in order, apart from one another, in the block or where a block would be put.
void checkPlaces(std::string_view source, const post::MetadataSource &metadata, const post::MetadataEdit &edit)
{
    std::size_t at = 0;
    for (const post::TextEdit &change : edit.edits) {
        fuzz::require(at <= change.begin && change.begin <= change.end && change.end <= source.size());
        at = change.end;
        if (const post::MetadataBlock *block = metadata.block()) {
            const std::size_t end = std::max({block->range.end, block->optionsEnd, block->contents.begin});
            fuzz::require(block->range.begin <= change.begin && change.end <= end);
        } else {
            fuzz::require(change.begin == change.end); // nothing is taken away
        }
    }
}

/// What the block says besides `name`, in its order.
std::vector<std::pair<std::string, std::string>> othersIn(const post::MetadataBlock &block, std::string_view name)
{
    std::vector<std::pair<std::string, std::string>> others;
    for (const post::SourceOption &option : block.options) {
        if (option.name != name)
            others.emplace_back(option.name, option.value);
    }
    return others;
}

std::vector<std::string> wordsOf(std::string_view value)
{
    std::vector<std::string> words;
    rst::addWords(words, value);
    return words;
}

/// What was not asked for stays, and what was asked for is there.
void checkValues(const post::MetadataSource &before, const std::string &edited, const post::MetadataChange &change)
{
    const post::MetadataSource after = post::findMetadata(edited);
    if (before.block() == nullptr)
        return;
    if (before.block()->kind == post::MetadataBlock::Kind::FrontMatter && change.name == "blogpost")
        return; // without it the fields are no longer a post's
    if (before.block()->strayText)
        return; // docutils refuses the block, and what such a text belongs to depends on the lines around it
    fuzz::require(after.block() != nullptr);
    fuzz::require(othersIn(*after.block(), change.name) == othersIn(*before.block(), change.name));
    if (change.name != "date")
        fuzz::require(after.block()->dateText == before.block()->dateText);
    const auto now = post::metadataValue(*after.block(), change.name);
    fuzz::require(wordsOf(now.value_or("")) == wordsOf(change.value.value_or("")));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const post::BlogConfig config;
    std::string_view source = fuzz::textOf(data, size);
    const std::string name(fuzz::takeField(source));
    const std::string_view value = fuzz::takeField(source);
    (void)post::mystAsRst(source);
    const post::MetadataSource metadata = post::findMetadata(source);
    fuzz::require(metadata.insertAt <= source.size());
    for (const std::optional<std::string> &wanted : {std::optional(std::string(value)), std::optional<std::string>()}) {
        const post::MetadataChange change = {.name = name, .value = wanted};
        const auto edit = post::editMetadata(source, change, config);
        if (!edit)
            continue;
        checkPlaces(source, metadata, *edit);
        checkValues(metadata, post::applied(source, edit->edits), change);
    }
    return 0;
}
