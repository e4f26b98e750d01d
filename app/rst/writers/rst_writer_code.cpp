// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/writers/rst_block_writer.h"

#include <algorithm>
#include <format>

namespace rst {

namespace {

bool isLineNumber(NodeRef node)
{
    return node.is(NodeKind::InlineElement) && node.hasItem(AttributeName::Classes, "ln");
}

/// The text of a block of code without the numbers of its lines.
std::string codeOf(NodeRef block)
{
    std::string text;
    for (const NodeRef node : block.children()) {
        if (!isLineNumber(node))
            text += node.asText();
    }
    return text;
}

} // namespace

bool isIndented(std::string_view text)
{
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin && text[begin] != ' ')
            return false;
        begin = end + 1;
    }
    return true;
}

void RstBlockWriter::writeLiteralBlock(NodeRef block)
{
    const bool isMarkedUp =
        std::ranges::any_of(block.children(), [](NodeRef node) { return !node.is(NodeKind::Text); });
    if (block.hasAttribute(AttributeName::Language))
        writeCodeBlock(block);
    else if (block.hasItem(AttributeName::Classes, "code"))
        writeCode(block);
    else if (isMarkedUp || m_names.elements.contains(block.id()))
        writeParsedLiteral(block);
    else {
        writeClasses(block);
        separate();
        line("::");
        m_out += '\n';
        writeContentLines(block.asText());
    }
}

/// Sphinx's block of code.
void RstBlockWriter::writeCodeBlock(NodeRef block)
{
    separate();
    writeDirective("code-block", block.attribute(AttributeName::Language), block, true);
    writeContentLines(block.asText());
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#code
void RstBlockWriter::writeCode(NodeRef block)
{
    const std::string code = codeOf(block);
    std::string classes =
        joinedItems(block, AttributeName::Classes, [](std::string_view item) { return item != "code"; });
    std::string language;
    if (!isIndented(code)) {
        language = classes.substr(0, classes.find(' '));
        classes.erase(0, language.size() + 1);
    }
    separate();
    line(trimmedRight(std::format(".. code:: {}", language)));
    indent(3);
    writeOption("class", classes);
    if (isLineNumber(block.firstChild())) {
        const std::string number = block.firstChild().asText();
        writeOption("number-lines", trimmed(number));
    }
    writeName(block);
    dedent(3);
    m_out += '\n';
    writeContentLines(code);
}

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#parsed-literal
void RstBlockWriter::writeParsedLiteral(NodeRef block)
{
    separate();
    writeDirective("parsed-literal", "", block, true);
    writeContentLines(inlineText(block));
}

/// Lines that stand in a directive as they are.
void RstBlockWriter::writeContentLines(std::string_view text)
{
    indent(3);
    lines(text);
    dedent(3);
    m_wantsBlankLine = true;
}

} // namespace rst
