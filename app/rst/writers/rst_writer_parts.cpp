// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>
#include <functional>
#include <ranges>
#include <vector>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#document-parts
// What a directive made of the whole document is written as that directive.

namespace rst {

namespace {

/// The number before a title, as the transform made it.
std::string numberOf(NodeRef title)
{
    const NodeRef first = title.firstChild();
    return title.hasAttribute(AttributeName::Auto) && first.is(NodeKind::Generated) ? first.asText() : std::string();
}

NodeRef titleOf(NodeRef section)
{
    const NodeRef first = section.firstChild();
    return first.is(NodeKind::Title) ? first : NodeRef();
}

/// How deep the lists of a table of contents nest.
std::size_t listDepth(NodeRef list)
{
    std::size_t deepest = 0, depth = 0;
    for (NodeRef node = list; node;) {
        if (node.is(NodeKind::BulletList))
            deepest = std::max(deepest, ++depth);
        if (node.hasChildren()) {
            node = node.firstChild();
            continue;
        }
        while (node != list && !node.next()) {
            node = node.parent();
            depth -= node.is(NodeKind::BulletList);
        }
        node = node == list ? NodeRef() : node.next();
    }
    return deepest;
}

/// How deep the sections below `parent` nest; those without a number count only where `onlyNumbered` is not set.
std::size_t sectionDepth(NodeRef parent, bool onlyNumbered = false)
{
    std::size_t deepest = 0;
    for (const NodeRef section : parent.children()) {
        if (!section.is(NodeKind::Section) || !section.hasChildren() ||
            (onlyNumbered && numberOf(titleOf(section)).empty()))
            continue;
        deepest = std::max(deepest, 1 + sectionDepth(section, onlyNumbered));
    }
    return deepest;
}

/// The first section of all that are numbered.
NodeRef firstNumbered(NodeRef root)
{
    for (const NodeRef section : root.children()) {
        if (section.is(NodeKind::Section) && !numberOf(titleOf(section)).empty())
            return section;
    }
    return {};
}

/// The number of a section and what stands around it. Of a prefix with digits in it, the last ones are the number.
struct SectionNumber {
    std::string_view prefix, start, suffix;

    explicit SectionNumber(std::string_view text)
    {
        constexpr std::string_view digits = "0123456789";
        const std::size_t end = text.find_last_of(digits) + 1; // 0 where there is none
        const std::size_t begin = text.substr(0, end).find_last_not_of(digits) + 1;
        prefix = text.substr(0, begin);
        start = text.substr(begin, end - begin);
        suffix = text.substr(end);
    }
};

/// The attributes of a meta element as they stand in its field's name.
std::string metaMarker(NodeRef meta)
{
    std::string marker;
    const auto add = [&marker](std::string_view name, std::string_view value) {
        if (!marker.empty())
            marker += ' ';
        if (!name.empty())
            (marker += name) += '=';
        const bool isQuoted = value.empty() || value.contains(' ') || value.starts_with('"') || value.starts_with('\'');
        const std::string_view quote = !isQuoted ? "" : value.contains('"') ? "'" : "\"";
        (marker += quote) += value;
        marker += quote;
    };
    // By itself a name could be taken for an attribute.
    const std::string_view name = meta.attribute(AttributeName::Name);
    if (meta.hasAttribute(AttributeName::Name))
        add(name.contains('=') ? "name" : "", name);
    for (const Attribute *entry = meta.firstAttribute(); entry != nullptr; entry = meta.nextAttribute(*entry)) {
        if (entry->name == AttributeName::OtherAttributes) {
            const std::size_t end = entry->value.find('\0');
            add(entry->value.substr(0, end), entry->value.substr(end + 1));
        } else if (entry->name != AttributeName::Name && entry->name != AttributeName::Content) {
            add(attributeText(entry->name), entry->value);
        }
    }
    if (marker.empty())
        add("content", meta.attribute(AttributeName::Content));
    return marker;
}

bool isDocumentTitle(NodeRef node)
{
    return (node.is(NodeKind::Title) || node.is(NodeKind::Subtitle)) && !node.parent().is(NodeKind::Section);
}

/// Whether the block stands behind the title in the source, too.
bool isBehindTitle(NodeRef node)
{
    return node.is(NodeKind::Docinfo) || node.is(NodeKind::Meta) || node.is(NodeKind::Decoration) ||
           node.is(NodeKind::Topic);
}

/// How many of the blocks behind a title end with a target that gave `named`, the title's element, its name.
std::size_t countBeforeTitle(NodeRef named, const std::vector<NodeRef> &blocks)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const NodeRef node = blocks[i];
        if (!node.isA(Category::PreBibliographic) && !isBehindTitle(node))
            break;
        if (node.is(NodeKind::Target) && named.hasItem(AttributeName::Ids, node.attribute(AttributeName::Refid)))
            count = i + 1;
    }
    return count;
}

} // namespace

bool isContents(NodeRef topic)
{
    return topic.is(NodeKind::Topic) && topic.hasItem(AttributeName::Classes, "contents") &&
           topic.lastChild().is(NodeKind::BulletList) && !topic.lastChild().hasAttribute(AttributeName::Bullet);
}

bool isDocinfoTopic(NodeRef topic)
{
    if (!topic.is(NodeKind::Topic) || !topic.firstChild().is(NodeKind::Title))
        return false;
    const std::string classes = joinedItems(topic, AttributeName::Classes);
    const std::string title = topic.firstChild().asText();
    if (!(classes == "dedication" && title == "Dedication") && !(classes == "abstract" && title == "Abstract"))
        return false;
    const NodeRef before = topic.previous();
    return before.is(NodeKind::Docinfo) || (before.is(NodeKind::Topic) && before.previous().is(NodeKind::Docinfo));
}

bool isTargetNote(NodeRef footnote)
{
    return footnote.is(NodeKind::Footnote) && footnote.attribute(AttributeName::Names).starts_with("TARGET_NOTE: ");
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#table-of-contents
void RstBlockWriter::writeContents(NodeRef topic)
{
    const NodeRef title = topic.firstChild();
    const bool isLocal = topic.hasItem(AttributeName::Classes, "local");
    const auto isOwn = [](std::string_view item) { return item != "contents" && item != "local"; };
    separate();
    line(trimmedRight(std::format(".. contents:: {}", title.is(NodeKind::Title) ? titleArgument(title) : "")));
    indent(3);
    if (isLocal)
        line(":local:");
    NodeRef start = topic.parent();
    while (start.parent() && !(isLocal && start.is(NodeKind::Section)))
        start = start.parent();
    if (const std::size_t depth = listDepth(topic.lastChild()); depth < sectionDepth(start))
        writeOption("depth", std::to_string(depth));
    for (const NodeRef section : start.children()) {
        if (!section.is(NodeKind::Section) || !titleOf(section))
            continue;
        const std::string_view entry = titleOf(section).attribute(AttributeName::Refid);
        if (entry.empty() || topic.hasItem(AttributeName::Ids, entry))
            writeOption("backlinks", entry.empty() ? "none" : "top");
        break;
    }
    writeOption("class", joinedItems(topic, AttributeName::Classes, isOwn));
    dedent(3);
    m_wantsBlankLine = true;
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#sectnum
void RstBlockWriter::writeSectionNumbers(NodeRef root)
{
    const NodeRef first = firstNumbered(root);
    if (!first)
        return;
    std::vector<std::string> numbers; // of several directives, the last one's stand first
    for (NodeRef node = titleOf(first).firstChild(); node.is(NodeKind::Generated); node = node.next())
        numbers.push_back(node.asText());
    const std::size_t depth = sectionDepth(root, true);
    for (const std::string &text : std::views::reverse(numbers)) {
        const SectionNumber number(trimmedRight(text));
        separate();
        line(".. sectnum::");
        indent(3);
        writeOption("prefix", number.prefix);
        writeOption("suffix", number.suffix);
        if (number.start != "1")
            writeOption("start", number.start);
        if (depth < sectionDepth(root))
            writeOption("depth", std::to_string(depth));
        dedent(3);
        m_wantsBlankLine = true;
    }
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#document-header-footer
void RstBlockWriter::writeDecoration(NodeRef decoration)
{
    for (const NodeRef part : decoration.children()) {
        separate();
        writeDirective(part.tag(), "", part, true);
        writeContentOf(part);
    }
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#metadata
void RstBlockWriter::writeMeta(NodeRef meta)
{
    if (!meta.previous().is(NodeKind::Meta)) {
        separate();
        line(".. meta::");
    }
    indent(3);
    line(std::format(":{}: {}", withBackslashes(metaMarker(meta), "\\:"),
                     withBackslashes(meta.attribute(AttributeName::Content), "\\")));
    dedent(3);
    m_wantsBlankLine = true;
}

/// What a document has from what stands before its title: numbers, a title of its own, classes, names.
void RstBlockWriter::writeDocumentHead(NodeRef root)
{
    writeSectionNumbers(root);
    const NodeRef title = titleOf(root);
    const std::string_view name = root.attribute(AttributeName::Title);
    if (!name.empty() && (!title || title.asText() != name)) {
        separate();
        line(std::format(".. title:: {}", inOneLine(name)));
    }
    writeClasses(root);
}

/// The blocks of a document. What was moved behind its title stands before it again where a target among it gave the
/// title, or the subtitle, its name.
void RstBlockWriter::writeDocument(NodeRef root)
{
    writeDocumentHead(root);
    std::vector<NodeRef> titles, rest;
    for (const NodeRef node : root.children())
        (isDocumentTitle(node) ? titles : rest).push_back(node);
    NodeRef before;
    for (const NodeRef title : titles) {
        const std::size_t count = countBeforeTitle(title.is(NodeKind::Title) ? root : title, rest);
        for (std::size_t i = 0; i < count; ++i) {
            if (!isBehindTitle(rest[i]))
                writeBehind(before, rest[i], Separation::BlankLine);
        }
        const auto end = rest.begin() + std::ptrdiff_t(count);
        rest.erase(std::remove_if(rest.begin(), end, std::not_fn(isBehindTitle)), end);
        if (title.is(NodeKind::Subtitle))
            writeClasses(title);
        writeBehind(before, title, Separation::BlankLine);
    }
    for (const NodeRef node : rest)
        writeBehind(before, node, Separation::BlankLine);
}

} // namespace rst
