// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/settings.h"
#include "rst/writers/html_writer.h"

#include <string>
#include <string_view>
#include <vector>

namespace rst {

/// The body of the page that Sphinx' html builder makes of a document of the Sphinx dialect (`HTML5Translator`).
[[nodiscard]] std::string writeSphinxHtml(const Document &document, const Settings &settings);

/// What Sphinx does differently from docutils, on a tree that has gone through sphinxTransforms()
/// (sphinx/writers/html5.py). Visit functions stand in sphinx_html_writer.cpp, those of code, mathematics and Sphinx' own
/// elements in sphinx_html_writer_code.cpp and sphinx_html_writer_elements.cpp.
class SphinxHtmlWriter : public HtmlWriter
{
public:
    SphinxHtmlWriter(const Document &document, const Settings &settings);

    /// Writes one element as it would stand in a section of this level, 0 for none.
    [[nodiscard]] std::string writeBlock(NodeRef node, unsigned level);

    void depart(NodeRef node) override;

    Walk visitAbbreviation(NodeRef node) override;
    Walk visitBlockQuote(NodeRef node) override;
    Walk visitBulletList(NodeRef node) override;
    Walk visitCaption(NodeRef node) override;
    Walk visitCentered(NodeRef node) override;
    Walk visitComment(NodeRef node) override;
    Walk visitDefinition(NodeRef node) override;
    Walk visitDefinitionList(NodeRef node) override;
    Walk visitDoctestBlock(NodeRef node) override;
    Walk visitDownloadReference(NodeRef node) override;
    Walk visitField(NodeRef node) override;
    Walk visitFieldBody(NodeRef node) override;
    Walk visitFieldList(NodeRef node) override;
    Walk visitFieldName(NodeRef node) override;
    Walk visitFigure(NodeRef node) override;
    Walk visitFootnoteReference(NodeRef node) override;
    Walk visitContainer(NodeRef node) override;
    Walk visitHList(NodeRef node) override;
    Walk visitHListCol(NodeRef node) override;
    Walk visitHighlightLang(NodeRef node) override;
    Walk visitIndex(NodeRef node) override;
    Walk visitInlineElement(NodeRef node) override;
    Walk visitLiteral(NodeRef node) override;
    Walk visitLiteralBlock(NodeRef node) override;
    Walk visitLiteralEmphasis(NodeRef node) override;
    Walk visitLiteralStrong(NodeRef node) override;
    Walk visitManpage(NodeRef node) override;
    Walk visitMath(NodeRef node) override;
    Walk visitMathBlock(NodeRef node) override;
    Walk visitPlaceholder(NodeRef node) override;
    Walk visitReference(NodeRef node) override;
    Walk visitRow(NodeRef node) override;
    Walk visitRubric(NodeRef node) override;
    Walk visitSeeAlso(NodeRef node) override;
    Walk visitSystemMessage(NodeRef node) override;
    Walk visitTable(NodeRef node) override;
    Walk visitTerm(NodeRef node) override;
    Walk visitText(NodeRef node) override;
    Walk visitTitle(NodeRef node) override;
    Walk visitToctree(NodeRef node) override;
    Walk visitUpdate(NodeRef node) override;
    Walk visitVersionModified(NodeRef node) override;

protected:
    [[nodiscard]] std::string assemble() override;
    Walk startSectionTitle(NodeRef title) override;
    Walk startAdmonition(NodeRef node) override;

private:
    Walk highlightedBlock(NodeRef block);
    Walk productionList(NodeRef list);
    void protectedText(std::string_view text);
    void permalink(NodeRef target, std::string_view title);
    void captionNumber(NodeRef owner);

    const Settings &m_settings;
    unsigned m_protected = 0; // within code, whose words do not break
    bool m_isInMailto = false;
    std::vector<std::size_t> m_rows;   // of the tables around, counted from 1
    std::vector<std::size_t> m_fields; // of the field lists around
};

} // namespace rst
