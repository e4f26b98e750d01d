// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/rst_block_writer.h"

#include <format>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#images

namespace rst {

namespace {

/// Whether docutils described the picture, by the name of the substitution that it stands for.
bool isNamedBySubstitution(NodeRef image)
{
    NodeRef definition = image.parent();
    if (definition.is(NodeKind::Reference))
        definition = definition.parent();
    return definition.is(NodeKind::SubstitutionDefinition) &&
           image.attribute(AttributeName::Alt) == definition.attribute(AttributeName::Names);
}

} // namespace

/// A picture's address, in which blanks count where they are escaped.
std::string imageUri(NodeRef image)
{
    return withBackslashes(image.attribute(AttributeName::Uri), " \\");
}

/// The options that a picture has wherever it stands.
void RstBlockWriter::writeImageOptions(NodeRef image)
{
    if (image.hasAttribute(AttributeName::Alt) && !isNamedBySubstitution(image))
        writeTextOption("alt", image.attribute(AttributeName::Alt));
    writeOption("height", image.attribute(AttributeName::Height));
    writeOption("width", image.attribute(AttributeName::Width));
    writeOption("scale", image.attribute(AttributeName::Scale));
    writeOption("loading", image.attribute(AttributeName::Loading));
}

void RstBlockWriter::writeImage(NodeRef image, std::string_view target)
{
    separate();
    line(std::format(".. image:: {}", imageUri(image)));
    indent(3);
    writeImageOptions(image);
    writeOption("align", image.attribute(AttributeName::Align));
    writeOption("target", target);
    writeCommonOptions(image);
    dedent(3);
}

/// Where a picture's link leads, as its option says it.
std::string RstBlockWriter::imageTarget(NodeRef reference) const
{
    if (const std::string_view name = reference.attribute(AttributeName::Name); !name.empty())
        return phraseReference(name);
    if (const std::string_view uri = reference.attribute(AttributeName::Refuri); !uri.empty())
        return embeddedUri(uri);
    const auto known = m_names.ids.find(reference.attribute(AttributeName::Refid));
    return known == m_names.ids.end() ? std::string() : phraseReference(known->second);
}

void RstBlockWriter::writeFigure(NodeRef figure)
{
    NodeRef image = figure.firstChild();
    std::string target;
    if (image.is(NodeKind::Reference)) {
        target = imageTarget(image);
        image = image.firstChild();
    }
    separate();
    line(std::format(".. figure:: {}", imageUri(image)));
    indent(3);
    writeImageOptions(image);
    writeOption("align", figure.attribute(AttributeName::Align));
    writeOption("figwidth", figure.attribute(AttributeName::Width));
    writeOption("figclass", joinedItems(figure, AttributeName::Classes));
    writeOption("target", target);
    writeCommonOptions(image);
    bool hasCaption = false;
    for (const NodeRef node : figure.children()) {
        if (node.is(NodeKind::Caption)) {
            m_out += '\n';
            lines(asParagraph(inlineText(node)));
            hasCaption = true;
        } else if (node.is(NodeKind::Legend)) {
            if (!hasCaption) {
                m_out += '\n';
                line("..");
            }
            m_wantsBlankLine = true;
            writeChildren(node);
        }
    }
    dedent(3);
    m_wantsBlankLine = true;
}

} // namespace rst
