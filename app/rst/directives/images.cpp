// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"
#include "rst/text/names.h"

#include <algorithm>

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#images
namespace rst {

namespace {

constexpr std::string_view verticalAlignments[] = {"top", "middle", "bottom"};

options::Result alignment(const std::string *text)
{
    return options::choice(text, {"top", "middle", "bottom", "left", "center", "right"});
}

options::Result horizontalAlignment(const std::string *text)
{
    return options::choice(text, {"left", "center", "right"});
}

options::Result loading(const std::string *text)
{
    return options::choice(text, {"embed", "link", "lazy"});
}

options::Result figureWidth(const std::string *text)
{
    if (text != nullptr && text->size() == 5 && options::choice(text, {"image"}))
        return std::string("image");
    return options::lengthOrPercentageOrPixels(text);
}

constexpr OptionSpec imageOptions[] = {
    {"alt", options::unchanged},
    {"height", options::lengthOrUnitless},
    {"width", options::lengthOrPercentageOrUnitless},
    {"scale", options::percentage},
    {"align", alignment},
    {"target", options::unchangedRequired},
    {"loading", loading},
    {"class", options::classOption},
    {"name", options::unchanged},
};

constexpr OptionSpec figureOptions[] = {
    {"alt", options::unchanged},
    {"height", options::lengthOrUnitless},
    {"width", options::lengthOrPercentageOrUnitless},
    {"scale", options::percentage},
    {"align", horizontalAlignment},
    {"target", options::unchangedRequired},
    {"loading", loading},
    {"class", options::classOption},
    {"name", options::unchanged},
    {"figwidth", figureWidth},
    {"figclass", options::classOption},
};

constexpr struct {
    std::string_view option;
    AttributeName attribute;
} imageAttributes[] = {
    {"alt", AttributeName::Alt},     {"height", AttributeName::Height},   {"width", AttributeName::Width},
    {"scale", AttributeName::Scale}, {"loading", AttributeName::Loading},
};

/// The element that an image with a target stands in: a reference to a name or to a URI.
NodeId makeReference(DirectiveContext &directive, const Option &target)
{
    Document &document = directive.document();
    const InlineText text = directive.optionText(target);
    const Line whole{.text = text.text, .number = directive.line};
    const Lines lines = text.lines.empty() ? Lines(&whole, 1) : text.lines;
    const BlockParser::TargetSpecification specification =
        directive.parser.parseTarget(lines, directive.blockText(), directive.line);
    const NodeId reference = document.create(NodeKind::Reference, directive.span);
    if (specification.isReference) {
        document.setAttribute(reference, AttributeName::Refname,
                              document.store(fullyNormalizeName(specification.value)));
        document.setAttribute(reference, AttributeName::Name,
                              document.store(whitespaceNormalizeName(specification.value)));
        document.setAttribute(reference, AttributeName::IndirectReferenceName, specification.value);
        document.setAttribute(reference, AttributeName::Rawsource, std::string_view());
        directive.targets().noteRefname(reference);
    } else {
        document.setAttribute(reference, AttributeName::Refuri, specification.value);
    }
    return reference;
}

/// The image, in a reference where it has a target; detached.
NodeId makeImage(DirectiveContext &directive)
{
    Document &document = directive.document();
    const Option *target = directive.option("target");
    const NodeId reference = target == nullptr ? NodeId::None : makeReference(directive, *target);
    const NodeId image = document.create(NodeKind::Image, directive.span, directive.sourceLine);
    for (const auto &[option, attribute] : imageAttributes) {
        if (directive.hasOption(option))
            document.setAttribute(image, attribute, document.store(directive.text(option)));
    }
    document.setAttribute(image, AttributeName::Uri, document.store(options::uriFrom(directive.argument(0))));
    directive.addClasses(image);
    directive.addName(image);
    if (reference == NodeId::None)
        return image;
    document.append(reference, image);
    return reference;
}

void runImage(DirectiveContext &directive)
{
    const Option *align = directive.option("align");
    const std::string value = directive.text("align");
    if (align != nullptr) {
        const bool isVertical = std::ranges::contains(verticalAlignments, value);
        if (directive.isInSubstitutionDefinition && !isVertical) {
            directive.report<DiagnosticKind::InlineImageAlignInvalid>(align->valueSpan, directive.nameAsWritten, value);
            return;
        }
        if (!directive.isInSubstitutionDefinition && isVertical) {
            directive.report<DiagnosticKind::ImageAlignInvalid>(align->valueSpan, directive.nameAsWritten, value);
            return;
        }
    }
    Document &document = directive.document();
    const NodeId result = makeImage(directive);
    if (align != nullptr) {
        const NodeId image = document[result].is(NodeKind::Image) ? result : document[result].firstChild().id();
        document.setAttribute(image, AttributeName::Align, document.store(value));
    }
    directive.add(result);
}

/// The content of a figure: its first paragraph is the caption, what follows the legend.
void addCaptionAndLegend(DirectiveContext &directive, NodeId figure)
{
    Document &document = directive.document();
    const NodeId content = document.create(NodeKind::Container);
    directive.parseContent(content);
    const NodeRef first = document[content].firstChild();
    if (!first)
        return;
    if (first.is(NodeKind::Paragraph)) {
        const NodeId caption = document.append(figure, NodeKind::Caption, first.span(), first.line());
        document.moveChildren(first.id(), caption);
    } else if (!first.is(NodeKind::Comment) || first.hasChildren()) {
        directive.report<DiagnosticKind::FigureCaptionInvalid>(first.span());
        return;
    }
    document.detach(first.id());
    if (const NodeRef next = document[content].firstChild()) {
        const Span span{next.span().begin, document[content].lastChild().span().end};
        document.moveChildren(content, document.append(figure, NodeKind::Legend, span));
    }
}

void runFigure(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId image = makeImage(directive);
    const NodeId figure = directive.append(NodeKind::Figure);
    document.append(figure, image);
    // DEVIATION: docutils measures the image for `image` where it may read files; the engine opens none.
    const std::string width = directive.text("figwidth");
    if (directive.hasOption("figwidth") && width != "image")
        document.setAttribute(figure, AttributeName::Width, document.store(width));
    if (const Option *classes = directive.option("figclass"))
        directive.addClasses(figure, std::get<std::vector<std::string>>(classes->value));
    if (directive.hasOption("align"))
        document.setAttribute(figure, AttributeName::Align, document.store(directive.text("align")));
    if (!directive.content.empty())
        addCaptionAndLegend(directive, figure);
}

constexpr DirectiveSpec imagesSpecs[] = {
    {.name = "image",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .options = imageOptions,
     .run = runImage},
    {.name = "figure",
     .requiredArguments = 1,
     .finalArgumentWhitespace = true,
     .hasContent = true,
     .options = figureOptions,
     .run = runFigure},
};

} // namespace

std::span<const DirectiveSpec> imageDirectives() noexcept
{
    return imagesSpecs;
}

} // namespace rst
