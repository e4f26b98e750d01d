// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/caption_numbers.h"

#include "rst/sphinx/sphinx_transforms.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace rst {

const std::string *captionFormat(const CaptionNumbers &numbers, NodeRef node) noexcept
{
    switch (node.kind()) {
    case NodeKind::Section: return &numbers.section;
    case NodeKind::Figure: return &numbers.figure;
    case NodeKind::Table: return &numbers.table;
    case NodeKind::Container:
        return node.hasItem(AttributeName::Classes, "literal-block-wrapper") ? &numbers.code : nullptr;
    default: return nullptr;
    }
}

std::optional<std::string> numberedTitle(std::string_view format, std::string_view name, std::string_view number)
{
    const bool isNew = format.contains("{name}") || format.contains("number");
    std::string title;
    std::size_t uses = 0;
    for (std::string_view rest = format; !rest.empty();) {
        const std::size_t plain = std::min(rest.find_first_of(isNew ? "{}" : "%"), rest.size());
        title += rest.substr(0, plain);
        rest.remove_prefix(plain);
        if (rest.empty())
            break;
        if (rest.starts_with("{{") || rest.starts_with("}}") || rest.starts_with("%%")) {
            title += rest.front();
            rest.remove_prefix(2);
        } else if (rest.starts_with("{name}")) {
            title += name;
            rest.remove_prefix(6);
        } else if (rest.starts_with("{number}")) {
            title += number;
            rest.remove_prefix(8);
        } else if (rest.starts_with("%s") && ++uses == 1) {
            title += number;
            rest.remove_prefix(2);
        } else {
            return std::nullopt;
        }
    }
    return isNew || uses == 1 ? std::optional(title) : std::nullopt;
}

void numberCaptions(TransformContext &context)
{
    const CaptionNumbers &numbers = context.settings.sphinx.captionNumbers;
    if (!numbers.isOn || !numbers.isReached)
        return;
    std::vector<std::pair<const std::string *, std::int64_t>> counts;
    const NodeRef root = context.document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        const std::string *format = captionFormat(numbers, node);
        const auto children = node.children();
        const auto isCaption = [](NodeRef child) {
            return (child.is(NodeKind::Caption) || child.is(NodeKind::Title)) && !sphinx::cleanText(child).empty();
        };
        if (format == nullptr || node.is(NodeKind::Section) || !node.hasAttribute(AttributeName::Ids) ||
            std::ranges::none_of(children.begin(), children.end(), isCaption))
            continue;
        auto count = std::ranges::find(counts, format, &std::pair<const std::string *, std::int64_t>::first);
        if (count == counts.end())
            count = counts.insert(count, {format, 0});
        context.document.setAttribute(node.id(), AttributeName::CaptionNumber, ++count->second);
    }
}

} // namespace rst
