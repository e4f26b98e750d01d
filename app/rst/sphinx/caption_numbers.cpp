// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/caption_numbers.h"

#include "rst/sphinx/sphinx_transforms.h"

#include <algorithm>
#include <cstdint>
#include <map>

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

std::optional<OutlineItem::Kind> countedKind(NodeRef node) noexcept
{
    static const CaptionNumbers numbers;
    if (!node.hasAttribute(AttributeName::Ids))
        return std::nullopt;
    if (node.is(NodeKind::MathBlock))
        return OutlineItem::Kind::Equation;
    const auto children = node.children();
    const auto isCaption = [](NodeRef child) {
        return (child.is(NodeKind::Caption) || child.is(NodeKind::Title)) && !sphinx::cleanText(child).empty();
    };
    if (captionFormat(numbers, node) == nullptr || node.is(NodeKind::Section) ||
        std::ranges::none_of(children.begin(), children.end(), isCaption))
        return std::nullopt;
    return node.is(NodeKind::Figure)  ? OutlineItem::Kind::Figure
           : node.is(NodeKind::Table) ? OutlineItem::Kind::Table
                                      : OutlineItem::Kind::Code;
}

void numberCaptions(TransformContext &context)
{
    const SphinxSettings &settings = context.settings.sphinx;
    const bool isKnown = settings.numbers && settings.numbers->knows(settings.docname);
    if (!settings.captionNumbers.isOn || !(isKnown || settings.captionNumbers.isReached))
        return;
    std::map<OutlineItem::Kind, std::int64_t> counts;
    const NodeRef root = context.document[Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        const auto kind = countedKind(node);
        if (!kind)
            continue;
        if (!isKnown) {
            context.document.setAttribute(node.id(), AttributeName::CaptionNumber, ++counts[*kind]);
        } else if (const auto *const known =
                       settings.numbers->find(settings.docname, node.attribute(AttributeName::Ids));
                   known != nullptr && !known->number.empty()) {
            context.document.setAttribute(node.id(), AttributeName::CaptionNumber,
                                          context.document.store(known->number));
        }
    }
}

} // namespace rst
