// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/writers/html_writer.h"

#include "rst/text/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace rst {

namespace {

enum class MediaType : std::uint8_t { Image, Video, Flash };

MediaType typeNamed(std::string_view mimeType)
{
    if (mimeType == "video/mp4" || mimeType == "video/webm" || mimeType == "video/ogg")
        return MediaType::Video;
    return mimeType == "application/x-shockwave-flash" ? MediaType::Flash : MediaType::Image;
}

/// The path of a URI with a scheme, or all of one without.
std::string_view pathOf(std::string_view uri, std::size_t schemeLength)
{
    if (schemeLength < 2) // a single letter is a drive
        return uri;
    uri.remove_prefix(schemeLength + 1);
    if (uri.starts_with("//"))
        uri.remove_prefix(std::min(uri.find_first_of("/?#", 2), uri.size()));
    return uri.substr(0, uri.find_first_of("?#;"));
}

std::size_t schemeLengthOf(std::string_view uri)
{
    const auto isSchemeCharacter = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' ||
               c == '.';
    };
    const auto *const end = std::ranges::find_if_not(uri, isSchemeCharacter);
    return end != uri.end() && *end == ':' ? std::size_t(end - uri.begin()) : 0;
}

/// What kind of thing a URI leads to, by its extension (Python's `mimetypes.guess_type`).
MediaType mediaTypeOf(std::string_view uri)
{
    const std::size_t schemeLength = schemeLengthOf(uri);
    if (uri.starts_with("data:")) {
        const std::string_view type = uri.substr(5, uri.find_first_of(",;") - 5);
        return uri.contains(',') ? typeNamed(type) : MediaType::Image;
    }
    std::string_view path = pathOf(uri, schemeLength);
    path.remove_prefix(path.rfind('/') + 1);
    const auto takeExtension = [&path]() -> std::string {
        const std::size_t dot = path.rfind('.');
        if (dot == std::string_view::npos || path.find_first_not_of('.') > dot)
            return {};
        std::string extension = toLowerAscii(path.substr(dot));
        path = path.substr(0, dot);
        return extension;
    };
    std::string extension = takeExtension();
    if (extension == ".gz" || extension == ".bz2" || extension == ".xz" || extension == ".z" || extension == ".br")
        extension = takeExtension();
    if (extension == ".mp4" || extension == ".webm" || extension == ".ogv")
        return MediaType::Video;
    return extension == ".swf" ? MediaType::Flash : MediaType::Image;
}

/// A size such as "50 %", "3em" or "120".
struct Measure {
    double number = 0;
    std::string_view unit = {};
};

std::optional<Measure> measureOf(std::string_view size)
{
    const std::size_t digits = std::min(size.find_first_not_of("0123456789."), size.size());
    Measure result{.unit = size.substr(digits)};
    const auto parsed = std::from_chars(size.data(), size.data() + digits, result.number);
    if (parsed.ec != std::errc() || result.unit.find_first_of(" \t\n") != std::string_view::npos)
        return std::nullopt;
    return result;
}

/// Python's `str()` of a float.
std::string pythonFloat(double value)
{
    std::array<char, 40> buffer;
    const auto scientific = value != 0 && (value >= 1e16 || value < 1e-4);
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      scientific ? std::chars_format::scientific : std::chars_format::fixed);
    std::string text(buffer.data(), result.ptr);
    if (!scientific && !text.contains('.'))
        text += ".0";
    return text;
}

std::string scaled(std::string_view size, double factor)
{
    const std::optional<Measure> measure = measureOf(size);
    return measure ? pythonFloat(factor * measure->number).append(measure->unit) : std::string(size);
}

} // namespace

std::string HtmlWriter::imageSize(NodeRef image)
{
    std::string width(image.attribute(AttributeName::Width));
    std::string height(image.attribute(AttributeName::Height));
    if (image.hasAttribute(AttributeName::Scale)) {
        if (width.empty() || height.empty()) {
            // The other size would have to be read from the file.
            const std::string_view uri = image.attribute(AttributeName::Uri);
            std::string message = "Cannot scale image!\n  Could not get size from \"";
            message.append(uri).append("\":");
            if (mediaTypeOf(uri) == MediaType::Video)
                message += "\n  PIL cannot read video images.";
            warn(image, message + "\n  Reading external files disabled.");
        }
        const double factor = double(image.number(AttributeName::Scale)) / 100;
        width = scaled(width, factor);
        height = scaled(height, factor);
    }
    std::string result;
    const auto declare = [&result](std::string_view property, std::string_view size) {
        if (size.empty())
            return;
        if (!result.empty())
            result += ' ';
        result.append(property).append(": ").append(size);
        if (size.find_first_not_of("0123456789.") == std::string_view::npos)
            result += "px";
        result += ';';
    };
    declare("width", width);
    declare("height", height);
    return result;
}

Walk HtmlWriter::visitImage(NodeRef image)
{
    const std::string_view uri = image.attribute(AttributeName::Uri);
    const std::string_view alt = image.hasAttribute(AttributeName::Alt) ? image.attribute(AttributeName::Alt) : uri;
    const NodeRef parent = image.parent();
    // An image is a block of its own unless it stands in a text; a link around it makes no difference.
    const bool isBlock = !isTextElement(parent) || (parent.is(NodeKind::Reference) && !isTextElement(parent.parent()));
    const std::string_view suffix = isBlock ? "\n" : "";
    const MediaType type = mediaTypeOf(uri);
    constexpr std::array<std::string_view, 3> names{"img", "video", "object"};

    StartTag start = tag(names[std::size_t(type)], image);
    const std::string align = std::string("align-").append(image.attribute(AttributeName::Align));
    if (image.hasAttribute(AttributeName::Align))
        start.classesLast(align);
    const std::string style = imageSize(image);
    if (!style.empty())
        start.attribute("style", style);
    if (image.attribute(AttributeName::Loading) == "lazy")
        start.attribute("loading", "lazy");

    switch (type) {
    case MediaType::Image: start.attribute("alt", alt).attribute("src", uri).writeEmpty(suffix); break;
    case MediaType::Video:
        if (image.hasItem(AttributeName::Classes, "controls"))
            start.withoutClass("controls").attribute("controls", "controls");
        start.attribute("title", alt).attribute("src", uri).write(suffix);
        m_body.append("<a href=\"").append(uri).append("\">").append(alt).append("</a>").append(suffix);
        m_body.append("</video>").append(suffix);
        break;
    case MediaType::Flash:
        start.attribute("type", "application/x-shockwave-flash").attribute("data", uri).write();
        m_body.append(alt).append("</object>").append(suffix);
        break;
    }
    if (isBlock)
        reportMessages(image);
    return into(); // a message about its name may be in it
}

Walk HtmlWriter::visitFigure(NodeRef figure)
{
    return figureElement(figure, figure.attribute(AttributeName::Align));
}

Walk HtmlWriter::figureElement(NodeRef figure, std::string_view alignment)
{
    StartTag start = tag("figure", figure);
    const std::string align = std::string("align-").append(alignment);
    const std::string style = std::string("width: ").append(figure.attribute(AttributeName::Width));
    if (!alignment.empty())
        start.classesLast(align);
    if (!figure.attribute(AttributeName::Width).empty())
        start.attribute("style", style);
    start.write("\n");
    const bool hasCaption = figure.firstChild() && figure.firstChild().next();
    return into(hasCaption ? "</figcaption>\n</figure>\n" : "</figure>\n");
}

Walk HtmlWriter::visitCaption(NodeRef caption)
{
    if (caption.parent().is(NodeKind::Figure))
        raw("<figcaption>\n");
    return lineElement("p", caption);
}

Walk HtmlWriter::visitLegend(NodeRef legend)
{
    // In one element with the caption, if there is one.
    const NodeRef first = legend.parent().firstChild();
    if (!first || !first.next().is(NodeKind::Caption))
        raw("<figcaption>\n");
    return blockElement("div", legend, "legend");
}

} // namespace rst
