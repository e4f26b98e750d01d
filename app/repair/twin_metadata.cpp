// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/twin_metadata.h"

#include "post/metadata_edit.h"
#include "post/metadata_source.h"
#include "post/post_metadata.h"
#include "rst/text/unicode.h"

#include <algorithm>

namespace repair {

namespace {

/// What exporters write where they know no author.
bool isNoAuthor(std::string_view author)
{
    static constexpr std::string_view names[] = {"", "unknown", "admin", "noreply@blogger.com"};
    const std::string lower = rst::toLower(rst::trimmed(author));
    return std::ranges::contains(names, lower);
}

bool setOption(std::string &source, std::string_view name, const std::string &value)
{
    const auto edit = post::editMetadata(source, {.name = std::string(name), .value = value}, post::BlogConfig());
    if (!edit || edit->edits.empty())
        return false;
    source = post::applied(source, edit->edits);
    return true;
}

std::string oneLine(std::string_view text)
{
    std::string line(rst::trimmed(text));
    std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return line;
}

} // namespace

std::string withTwinMetadata(std::string source, const readers::FrontMatter &front, const RuleContext &context)
{
    if (context.may(RuleId::TwinAuthor) && !isNoAuthor(front.author) &&
        setOption(source, "author", oneLine(front.author)))
        context.did(RuleId::TwinAuthor);
    if (!context.may(RuleId::TwinTags) || front.tags.empty())
        return source;
    const post::MetadataSource metadata = post::findMetadata(source);
    const post::MetadataBlock *block = metadata.block();
    std::string tags = block != nullptr ? post::metadataValue(*block, "tags").value_or(std::string()) : std::string();
    const std::vector<std::string> known = post::commaList(tags);
    std::size_t count = 0;
    for (const std::string &tag : front.tags) {
        const std::string name = oneLine(tag);
        if (name.empty() || name.contains(',') || std::ranges::contains(known, name))
            continue;
        tags += (tags.empty() ? "" : ", ") + name;
        ++count;
    }
    if (count > 0 && setOption(source, "tags", tags))
        context.did(RuleId::TwinTags, count);
    return source;
}

} // namespace repair
