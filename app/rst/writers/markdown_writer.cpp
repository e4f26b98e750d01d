// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/markdown_writer.h"

#include "rst/parser/inline_chars.h"
#include "rst/text/unicode.h"
#include "rst/writers/markdown_block_writer.h"
#include "rst/writers/markdown_text.h"

#include <algorithm>
#include <format>

// https://spec.commonmark.org/0.31.2/#blocks-and-inlines

namespace rst {

namespace {

constexpr std::string_view emptyComment = "<!-- -->";

/// Whether `node` would be read as a part of the list before it.
bool wouldJoinInMarkdown(NodeRef before, NodeRef node)
{
    const auto isBullets = [](NodeRef list) {
        return list.is(NodeKind::BulletList) || list.is(NodeKind::DefinitionList) || list.is(NodeKind::FieldList) ||
               list.is(NodeKind::OptionList) || list.is(NodeKind::Docinfo);
    };
    return (isBullets(before) && isBullets(node)) ||
           (before.is(NodeKind::EnumeratedList) && node.is(NodeKind::EnumeratedList));
}

/// Text that may stand within <!-- -->.
std::string commentText(std::string text)
{
    for (std::size_t at = text.find("--"); at != text.npos; at = text.find("--", at + 1))
        text.replace(at, 2, "- -");
    return text;
}

} // namespace

std::string writeMarkdown(const Document &document, const MarkdownStyle &style)
{
    std::string text = MarkdownBlockWriter(style).blocks(document[Document::root()]);
    if (!text.empty())
        text += '\n';
    return text;
}

std::string withPrefix(std::string_view text, std::string_view first, std::string_view rest)
{
    std::string out;
    bool isFirst = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!isFirst)
            out += '\n';
        const std::string_view prefix = isFirst ? first : rest;
        out += line.empty() ? trimmedRight(prefix) : prefix;
        out += line;
        isFirst = false;
        begin = end + 1;
    }
    return out;
}

std::string MarkdownBlockWriter::blocks(NodeRef parent)
{
    const unsigned level = m_level;
    std::string out;
    NodeRef before;
    for (const NodeRef node : parent.children()) {
        const std::string text = block(node);
        if (text.empty())
            continue;
        if (!out.empty())
            out += "\n\n";
        if (before && wouldJoinInMarkdown(before, node))
            out.append(emptyComment).append("\n\n");
        // Where a file begins, three hyphens would begin its front matter.
        out += out.empty() && parent.is(NodeKind::Document) && node.is(NodeKind::Transition) ? "***" : text;
        before = node;
    }
    m_level = level;
    return out;
}

std::string MarkdownBlockWriter::block(NodeRef node)
{
    switch (node.kind()) {
    case NodeKind::SystemMessage:
    case NodeKind::Pending:
    case NodeKind::Decoration:
    case NodeKind::SubstitutionDefinition:
    case NodeKind::Meta:
    case NodeKind::HighlightLang:
    case NodeKind::Index:
    case NodeKind::Toctree:
    case NodeKind::PostList: return {};
    case NodeKind::Title:
    case NodeKind::Subtitle: {
        // A document's own title: what follows lies below it.
        std::string text = heading(node);
        ++m_level;
        return text;
    }
    case NodeKind::Transition: return "---";
    case NodeKind::LineBlock: return asMarkdownParagraph(lineBlock(node, "\\\n"));
    case NodeKind::BlockQuote: {
        const std::string text = blocks(node);
        return text.empty() ? text : withPrefix(text, "> ", "> ");
    }
    case NodeKind::Attribution: return asMarkdownParagraph("— " + inlineText(node));
    case NodeKind::BulletList:
    case NodeKind::EnumeratedList: return list(node);
    case NodeKind::DefinitionList:
    case NodeKind::FieldList:
    case NodeKind::OptionList:
    case NodeKind::Docinfo: return describedList(node);
    case NodeKind::LiteralBlock:
    case NodeKind::DoctestBlock:
    case NodeKind::MathBlock:
    case NodeKind::Placeholder: return code(node);
    case NodeKind::Raw:
        if (isMyst())
            return directive("raw", node.attribute(AttributeName::Format), {}, node.asText());
        return node.attribute(AttributeName::Format) == "html" ? std::string(trimmed(node.asText())) : std::string();
    case NodeKind::Comment: {
        const std::string text = commentText(node.asText());
        return text.empty() ? std::string() : std::format("<!-- {} -->", text);
    }
    case NodeKind::Target: {
        const std::string_view id = node.attribute(AttributeName::Ids);
        const std::string_view refid = node.attribute(AttributeName::Refid);
        if (node.hasAttribute(AttributeName::Refuri) || (id.empty() && refid.empty()))
            return {};
        return std::format("<a id=\"{}\"></a>", id.empty() ? refid : id);
    }
    case NodeKind::Footnote:
    case NodeKind::Citation: return footnote(node);
    case NodeKind::Image: return image(node, {});
    case NodeKind::Reference:
        if (node.firstChild().is(NodeKind::Image))
            return image(node.firstChild(), node.attribute(AttributeName::Refuri));
        return asMarkdownParagraph(MarkdownInlineText(m_style).write(node));
    case NodeKind::Figure: return figure(node);
    case NodeKind::Table: return table(node);
    case NodeKind::Rubric:
    case NodeKind::Centered: return strongLine(node);
    default: break;
    }
    if (node.isA(Category::Admonition) || node.is(NodeKind::Topic) || node.is(NodeKind::Sidebar))
        return admonition(node);
    if (node.isA(Category::TextElement))
        return asMarkdownParagraph(trimmed(inlineText(node)));
    return blocks(node);
}

std::string MarkdownBlockWriter::heading(NodeRef title)
{
    std::string text(trimmed(inlineText(title, MarkdownInlineText::Lines::OneLine)));
    if (text.empty())
        return text;
    if (text.ends_with('#'))
        text.insert(text.size() - 1, "\\"); // else it closes the title
    return std::format("{} {}", std::string(std::clamp(m_level, 1u, 6u), '#'), text);
}

std::string MarkdownBlockWriter::strongLine(NodeRef element)
{
    return strong(trimmed(inlineText(element, MarkdownInlineText::Lines::OneLine)));
}

std::string MarkdownBlockWriter::strong(std::string_view text)
{
    if (text.empty())
        return {};
    // Stars would be taken for others around markup.
    const bool isPlain = alphanumericAt(text, 0) > 0 && alphanumericBefore(text, text.size()) > 0 &&
                         text.find_first_of("*<`[") == text.npos;
    return isPlain ? std::format("**{}**", text) : std::format("<strong>{}</strong>", text);
}

/// The lines of the block and of the blocks in it; blank ones at either end say nothing.
std::string MarkdownBlockWriter::lineBlock(NodeRef lineBlock, std::string_view separator)
{
    std::vector<std::string> lines;
    for (NodeRef node = lineBlock; node; node = node.following(lineBlock)) {
        if (node.is(NodeKind::Line))
            lines.emplace_back(trimmed(inlineText(node)));
    }
    while (!lines.empty() && lines.back().empty())
        lines.pop_back();
    std::string out;
    for (const std::string &line : lines) {
        if (out.empty() && line.empty())
            continue;
        if (!out.empty())
            out += separator;
        out += line;
    }
    return out;
}

} // namespace rst
