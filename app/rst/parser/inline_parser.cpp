// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_parser.h"

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_run.h"
#include "rst/parser/standalone_hyperlink.h"

namespace rst {

std::vector<NodeId> InlineParser::parse(const InlineText &text, std::uint32_t line, NodeId parent)
{
    return InlineRun(m_context, text, line, parent).run();
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#escaping-mechanism
std::string_view unescaped(Document &document, std::string_view text)
{
    std::size_t backslash = text.find('\\');
    if (backslash == std::string_view::npos)
        return text;
    char *const room = document.texts().allocate(text.size());
    std::size_t size = 0;
    std::size_t from = 0;
    while (backslash != std::string_view::npos) {
        size += text.copy(room + size, backslash - from, from);
        from = backslash + 1;
        if (from < text.size() && (text[from] == ' ' || text[from] == '\n'))
            ++from; // an escaped white space goes with its backslash
        else if (from < text.size())
            room[size++] = text[from++];
        backslash = text.find('\\', from);
    }
    if (from < text.size())
        size += text.copy(room + size, text.size() - from, from);
    document.texts().giveBack(text.size() - size);
    return {room, size};
}

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#reference-names
std::size_t simpleNameLength(std::string_view text) noexcept
{
    std::size_t end = 0;
    for (std::size_t at = 0;;) {
        const std::size_t wordBegin = at;
        while (const std::size_t size = alphanumericAt(text, at))
            at += size;
        if (at == wordBegin)
            return end;
        end = at;
        if (at >= text.size() || !isInlineClass(text[at], InlineClass::NameSeparator))
            return end;
        ++at;
    }
}

NodeId makeProblematic(ParseContext &context, std::string_view text, Span span, NodeId systemMessage)
{
    Document &document = context.document;
    const std::string_view messageId = context.targets.setId(systemMessage, context.blockParent);
    const NodeId problematic = document.create(NodeKind::Problematic, span);
    document.setAttribute(problematic, AttributeName::Refid, messageId);
    document.setAttribute(problematic, AttributeName::Rawsource, text);
    document.appendText(problematic, text, span);
    document.addAttribute(systemMessage, AttributeName::Backrefs, context.targets.setId(problematic));
    return problematic;
}

std::string_view adjustedUri(Document &document, std::string_view uri)
{
    if (!isEmailAddress(uri))
        return uri;
    return document.store("mailto:" + std::string(uri));
}

} // namespace rst
