// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/markdown_block_writer.h"
#include "rst/writers/markdown_text.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

/// Whether the items need no blank lines: each is one paragraph, with at most such a list below it.
bool isTight(NodeRef list)
{
    return std::ranges::all_of(list.children(), [](NodeRef item) {
        std::size_t count = 0;
        for (const NodeRef node : item.children()) {
            const bool isSublist =
                count == 1 && (node.is(NodeKind::BulletList) ||
                               // Only a list that begins at 1 may follow text at once.
                               (node.is(NodeKind::EnumeratedList) && node.number(AttributeName::Start, 1) == 1));
            if (++count > 2 || (count == 1 && !node.is(NodeKind::Paragraph)) ||
                (count == 2 && !(isSublist && isTight(node))))
                return false;
        }
        return count > 0; // an empty item cannot follow text at once
    });
}

/// Three hyphens in a line would be a rule, so a list that begins in its parent's line has another mark.
char bulletOf(NodeRef list)
{
    bool isHyphen = true;
    for (NodeRef item = list.parent(); item.is(NodeKind::ListItem) && item.firstChild() == list; item = list.parent()) {
        isHyphen = !isHyphen;
        list = item.parent();
    }
    return isHyphen ? '-' : '*';
}

/// Between an item's own text and the list below it there is no blank line in a tight list.
std::string withoutBlankLines(std::string text)
{
    for (std::size_t at = text.find("\n\n"); at != text.npos; at = text.find("\n\n", at))
        text.erase(at, 1);
    return text;
}

} // namespace

std::string MarkdownBlockWriter::list(NodeRef list)
{
    const bool tight = isTight(list);
    const bool isOrdered = list.is(NodeKind::EnumeratedList);
    const char suffix = list.attribute(AttributeName::Suffix) == ")" ? ')' : '.';
    constexpr std::int64_t largest = 999'999'999;
    std::int64_t number = std::clamp<std::int64_t>(list.number(AttributeName::Start, 1), 0, largest);
    std::string out;
    for (const NodeRef item : list.children()) {
        if (!item.is(NodeKind::ListItem))
            continue;
        const std::string marker =
            isOrdered ? std::format("{}{} ", std::min(number++, largest), suffix) : std::format("{} ", bulletOf(list));
        std::string text = blocks(item);
        if (tight)
            text = withoutBlankLines(std::move(text));
        if (!out.empty())
            out += tight ? "\n" : "\n\n";
        out += withPrefix(text, marker, std::string(marker.size(), ' '));
    }
    return out;
}

/// Terms with definitions, fields, options: items of a bullet list, their names in bold.
std::string MarkdownBlockWriter::describedList(NodeRef list)
{
    std::string out;
    for (const NodeRef item : list.children()) {
        const std::string text = describedItem(item);
        if (text.empty())
            continue;
        if (!out.empty())
            out += "\n\n";
        out += withPrefix(text, "- ", "  ");
    }
    return out;
}

std::string MarkdownBlockWriter::describedItem(NodeRef item)
{
    if (item.isA(Category::TextElement)) // of a docinfo
        return std::format("{}: {}", strong(item.tag()), inlineText(item));
    std::string head, body;
    for (const NodeRef part : item.children()) {
        switch (part.kind()) {
        case NodeKind::Term:
        case NodeKind::FieldName: head += (head.empty() ? "" : ", ") + strongLine(part); break;
        case NodeKind::Classifier: head += " : " + inlineText(part); break;
        case NodeKind::OptionGroup:
            for (const NodeRef option : part.children()) {
                std::string text;
                for (const NodeRef word : option.children())
                    text += word.asText();
                head += std::format("{}`{}`", head.empty() ? "" : ", ", text);
            }
            break;
        case NodeKind::Author: head += (head.empty() ? "**authors**: " : ", ") + inlineText(part); break;
        default:
            if (const std::string text = blocks(part); !text.empty())
                body += (body.empty() ? "" : "\n\n") + text;
        }
    }
    head = asMarkdownParagraph(head);
    return head.empty() || body.empty() ? head + body : head + "\n\n" + body;
}

std::string MarkdownBlockWriter::footnote(NodeRef footnote)
{
    std::string label, body;
    for (const NodeRef node : footnote.children()) {
        if (node.is(NodeKind::Label))
            label = node.asText();
        else if (const std::string text = block(node); !text.empty())
            body += (body.empty() ? "" : "\n\n") + text;
    }
    return withPrefix(body, std::format("[^{}]: ", label), "    ");
}

} // namespace rst
