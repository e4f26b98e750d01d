// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Code and mathematics.

#include "rst/sphinx/highlight.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include "rst/text/unicode.h"

#include <cstdlib>

namespace rst {

namespace {

/// Whether a literal block has markup in it and is therefore not highlighted (`node.rawsource != node.astext()`).
bool hasMarkup(NodeRef block)
{
    for (const NodeRef child : block.children()) {
        if (!child.is(NodeKind::Text))
            return true;
        const std::string_view source = child.attribute(AttributeName::Rawsource);
        if (!source.empty() && source != child.text())
            return true;
    }
    return false;
}

} // namespace

Walk SphinxHtmlWriter::highlightedBlock(NodeRef block)
{
    const std::string_view language =
        block.hasAttribute(AttributeName::Language) ? block.attribute(AttributeName::Language) : "default";
    const std::string className = "highlight-" + std::string(language);
    tag("div", block).classesLast(className).classesLast("notranslate").write();
    CodeLayout layout;
    layout.hasLineNumbers = block.hasAttribute(AttributeName::Linenos);
    layout.isTable = m_settings.sphinx.lineNumberTables;
    layout.firstLine =
        std::abs(block.number(AttributeName::LinenoStart, 1)); // Pygments counts from it without its sign
    layout.emphasizedLines = block.attribute(AttributeName::HighlightLines);
    raw(highlightedCode(block.asText(), language, layout, m_settings.sphinx.codeColours));
    raw("</div>\n");
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitLiteralBlock(NodeRef block)
{
    return hasMarkup(block) ? HtmlWriter::visitLiteralBlock(block) : highlightedBlock(block);
}

Walk SphinxHtmlWriter::visitDoctestBlock(NodeRef block)
{
    return highlightedBlock(block);
}

Walk SphinxHtmlWriter::visitLiteral(NodeRef literal)
{
    if (literal.hasItem(AttributeName::Classes, "kbd")) {
        tag("kbd", literal).classesLast("docutils").classesLast("literal").classesLast("notranslate").write();
        return intoTag("kbd");
    }
    const std::string_view language = literal.attribute(AttributeName::Language);
    if (language.empty() || !literal.hasItem(AttributeName::Classes, "code")) {
        tag("code", literal).classesLast("docutils").classesLast("literal").classesLast("notranslate").write();
        ++m_protected;
        return intoTag("code");
    }
    const std::string className = "highlight-" + std::string(language);
    tag("code", literal)
        .classesLast("docutils")
        .classesLast("literal")
        .classesLast("highlight")
        .classesLast(className)
        .write();
    text(trimmed(literal.asText()));
    raw("</code>");
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitMath(NodeRef node)
{
    tag("span", node).classesLast("math").classesLast("notranslate").classesLast("nohighlight").write("\\(");
    text(node.asText());
    raw("\\)</span>");
    return Walk::Past;
}

Walk SphinxHtmlWriter::visitMathBlock(NodeRef block)
{
    tag("div", block).classesLast("math").classesLast("notranslate").classesLast("nohighlight").write("\n");
    const std::string latex = block.asText();
    if (block.hasAttribute(AttributeName::Nowrap)) {
        text(latex);
        raw("</div>");
        return Walk::Past;
    }
    if (block.hasAttribute(AttributeName::EquationNumber)) {
        raw("<span class=\"eqno\">(");
        raw(block.attribute(m_settings.sphinx.captionNumbers.isOn ? AttributeName::CaptionNumber
                                                                  : AttributeName::EquationNumber));
        raw(")");
        permalink(block, "Link to this equation");
        raw("</span>");
    }
    // Parts between blank lines are equations of their own, one below the other.
    std::vector<std::string_view> parts;
    for (std::string_view rest = latex;;) {
        const std::size_t end = rest.find("\n\n");
        if (const std::string_view part = rest.substr(0, end); !trimmed(part).empty())
            parts.push_back(part);
        if (end == rest.npos)
            break;
        rest.remove_prefix(end + 2);
    }
    raw("\\[");
    if (parts.size() > 1)
        raw(" \\begin{align}\\begin{aligned}");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool hasLines = parts[i].contains("\\\\");
        raw(hasLines ? "\\begin{split}" : "");
        text(parts[i]);
        raw(hasLines ? "\\end{split}" : "");
        raw(i + 1 < parts.size() ? "\\\\" : "");
    }
    if (parts.size() > 1)
        raw("\\end{aligned}\\end{align} ");
    raw("\\]</div>\n");
    return Walk::Past;
}

} // namespace rst
