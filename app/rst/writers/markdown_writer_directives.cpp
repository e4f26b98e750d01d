// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/markdown_block_writer.h"
#include "rst/writers/markdown_text.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

std::string titleCase(std::string_view tag)
{
    std::string text(tag);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = char(text[0] - 'a' + 'A');
    return text;
}

std::string languageOf(NodeRef block)
{
    if (block.is(NodeKind::DoctestBlock))
        return "pycon";
    std::string_view language = block.attribute(AttributeName::Language);
    if (language.empty() && block.hasItem(AttributeName::Classes, "code")) {
        for (const std::string_view name : block.items(AttributeName::Classes)) {
            if (name != "code")
                language = name;
        }
    }
    // Sphinx's word for a block that named none.
    return language == "default" ? std::string() : std::string(language);
}

} // namespace

std::string MarkdownBlockWriter::fenced(std::string_view info, std::string_view content)
{
    const char mark = info.contains('`') ? '~' : '`';
    std::size_t size = 3;
    for (std::size_t at = content.find(mark); at != content.npos; at = content.find(mark, at)) {
        const std::size_t end = std::min(content.find_first_not_of(mark, at), content.size());
        size = std::max(size, end - at + 1);
        at = end;
    }
    const std::string fence(size, mark);
    if (content.empty())
        return std::format("{0}{1}\n{0}", fence, info);
    return std::format("{0}{1}\n{2}\n{0}", fence, info, content);
}

std::string MarkdownBlockWriter::directive(std::string_view name, std::string_view argument, const Options &options,
                                           std::string_view content)
{
    std::string body;
    for (const auto &[option, value] : options) {
        if (!value.empty())
            body += std::format(":{}: {}\n", option, value);
    }
    if (!body.empty() && !content.empty())
        body += '\n';
    body += content;
    while (body.ends_with('\n'))
        body.pop_back();
    return fenced(argument.empty() ? std::format("{{{}}}", name) : std::format("{{{}}} {}", name, argument), body);
}

std::string MarkdownBlockWriter::code(NodeRef block)
{
    const std::string text = block.asText();
    if (block.is(NodeKind::MathBlock))
        return isMyst() ? directive("math", "", {}, text) : fenced("math", text);
    if (block.is(NodeKind::Placeholder))
        return isMyst() ? directive("eval-rst", "", {}, text) : fenced("rst", text);
    return fenced(languageOf(block), text);
}

std::string MarkdownBlockWriter::admonition(NodeRef admonition)
{
    std::string title, body;
    for (const NodeRef node : admonition.children()) {
        if (node.is(NodeKind::Title))
            title = inlineText(node, MarkdownInlineText::Lines::OneLine);
        else if (const std::string text = block(node); !text.empty())
            body += (body.empty() ? "" : "\n\n") + text;
    }
    if (isMyst())
        return directive(admonition.tag(), title, {}, body);
    if (title.empty() && admonition.isA(Category::Admonition))
        title = titleCase(admonition.tag());
    title = strong(title);
    const std::string separator = title.empty() || body.empty() ? "" : "\n\n";
    const std::string text = title + separator + body;
    return text.empty() ? text : withPrefix(text, "> ", "> ");
}

std::string MarkdownBlockWriter::image(NodeRef image, std::string_view target)
{
    const bool isSized = image.hasAttribute(AttributeName::Width) || image.hasAttribute(AttributeName::Height) ||
                         image.hasAttribute(AttributeName::Scale) || image.hasAttribute(AttributeName::Align);
    if (!isMyst() || !isSized)
        return MarkdownInlineText::picture(image, target);
    const auto value = [&](AttributeName name) { return std::string(image.attribute(name)); };
    return directive("image", image.attribute(AttributeName::Uri),
                     {{"alt", value(AttributeName::Alt)},
                      {"height", value(AttributeName::Height)},
                      {"width", value(AttributeName::Width)},
                      {"scale", value(AttributeName::Scale)},
                      {"align", value(AttributeName::Align)},
                      {"target", std::string(target)}},
                     {});
}

std::string MarkdownBlockWriter::figure(NodeRef figure)
{
    NodeRef image = figure.firstChild();
    std::string target;
    if (image.is(NodeKind::Reference)) {
        target = image.attribute(AttributeName::Refuri);
        image = image.firstChild();
    }
    std::string text;
    for (const NodeRef node : figure.children()) {
        std::string part;
        if (node.is(NodeKind::Caption))
            part = asMarkdownParagraph(inlineText(node));
        else if (node.is(NodeKind::Legend))
            part = blocks(node);
        if (!part.empty())
            text += (text.empty() ? "" : "\n\n") + part;
    }
    if (!image.is(NodeKind::Image))
        return text;
    if (isMyst())
        return directive("figure", image.attribute(AttributeName::Uri),
                         {{"alt", std::string(image.attribute(AttributeName::Alt))},
                          {"width", std::string(image.attribute(AttributeName::Width))},
                          {"align", std::string(figure.attribute(AttributeName::Align))},
                          {"target", target}},
                         text);
    const std::string picture = MarkdownInlineText::picture(image, target);
    return text.empty() ? picture : picture + "\n\n" + text;
}

/// https://github.github.com/gfm/#tables-extension-
std::string MarkdownBlockWriter::table(NodeRef table)
{
    std::string title, head, body;
    std::size_t columns = 0;
    for (NodeRef node = table; node; node = node.following(table)) {
        if (node.is(NodeKind::Title) && node.parent() == table)
            title = strongLine(node);
        else if (node.is(NodeKind::Colspec))
            ++columns;
        else if (node.is(NodeKind::Table) && node != table)
            break; // one within a cell
    }
    columns = std::max<std::size_t>(columns, 1);
    for (NodeRef node = table; node;) {
        if (!node.is(NodeKind::Row)) {
            node = node.following(table);
            continue;
        }
        std::string &part = node.parent().is(NodeKind::Thead) && head.empty() ? head : body;
        if (!part.empty())
            part += '\n';
        part += row(node, columns);
        node = node.followingPast(table);
    }
    // There is no table without a head.
    if (head.empty()) {
        head = "|";
        for (std::size_t i = 0; i < columns; ++i)
            head += "  |";
    }
    std::string rule = "|";
    for (std::size_t i = 0; i < columns; ++i)
        rule += " --- |";
    std::string text = head + '\n' + rule;
    if (!body.empty())
        (text += '\n') += body;
    return title.empty() ? text : title + "\n\n" + text;
}

std::string MarkdownBlockWriter::row(NodeRef row, std::size_t columns)
{
    std::string line = "|";
    std::size_t count = 0;
    for (const NodeRef entry : row.children()) {
        if (!entry.is(NodeKind::Entry))
            continue;
        line += std::format(" {} |", cell(entry));
        count += 1 + std::size_t(std::max<std::int64_t>(entry.number(AttributeName::Morecols), 0));
        for (std::int64_t i = 0; i < entry.number(AttributeName::Morecols); ++i)
            line += "  |";
    }
    for (; count < columns; ++count)
        line += "  |";
    return line;
}

/// All texts of a cell, with line breaks between them.
std::string MarkdownBlockWriter::cell(NodeRef entry)
{
    std::string text;
    for (NodeRef node = entry.firstChild(); node;) {
        std::string part;
        bool isDone = true;
        if (node.is(NodeKind::LineBlock))
            part = lineBlock(node, "<br>");
        else if (node.is(NodeKind::Image))
            part = MarkdownInlineText::picture(node, {});
        else if (node.is(NodeKind::Reference) && node.firstChild().is(NodeKind::Image))
            part = MarkdownInlineText::picture(node.firstChild(), node.attribute(AttributeName::Refuri));
        else if (node.isA(Category::TextElement))
            part = trimmed(inlineText(node, MarkdownInlineText::Lines::OneLine));
        else
            isDone = false;
        if (!part.empty())
            text += (text.empty() ? "" : "<br>") + part;
        node = isDone ? node.followingPast(entry) : node.following(entry);
    }
    // A bar parts the cells wherever it stands, in code too.
    std::string out;
    for (const char c : text) {
        if (c == '|')
            out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

} // namespace rst
