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

#include <algorithm>
#include <optional>
#include <string>

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

void checkOtherOptions(const post::MetadataSource &before, const std::string &edited, std::string_view name)
{
    const post::MetadataSource after = post::findMetadata(edited);
    if (before.block() == nullptr)
        return;
    fuzz::require(after.block() != nullptr);
    for (const post::SourceOption &option : before.block()->options) {
        if (option.name == name)
            continue;
        const auto same = std::ranges::find(after.block()->options, option.name, &post::SourceOption::name);
        fuzz::require(same != after.block()->options.end());
    }
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
        const auto edit = post::editMetadata(source, {.name = name, .value = wanted}, config);
        if (!edit)
            continue;
        checkPlaces(source, metadata, *edit);
        checkOtherOptions(metadata, post::applied(source, edit->edits), name);
    }
    return 0;
}
