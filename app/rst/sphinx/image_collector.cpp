// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Pictures: which files they are, and where those go (`sphinx.environment.collectors.asset`, `Builder.post_process_images`).

#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <optional>

namespace rst::sphinx {
namespace {

/// The file of an image for every language, or that for the site's, `picture.de.png`, where there is one.
std::string localizedUri(const TransformContext &context, std::string_view uri)
{
    const SphinxSettings &settings = context.settings.sphinx;
    const std::size_t name = uri.rfind('/') == uri.npos ? 0 : uri.rfind('/') + 1;
    const std::size_t dot = uri.rfind('.');
    const std::size_t stem = dot == uri.npos || dot <= name ? uri.size() : dot;
    return std::format("{}.{}{}", uri.substr(0, stem), settings.language, uri.substr(stem));
}

/// What needs both of its sizes to be scaled: those that the source lacks are the file's, and elsewhere nothing is scaled.
void findSize(TransformContext &context, NodeId image, std::string_view path)
{
    Document &document = context.document;
    const NodeRef node = document[image];
    if (!node.hasAttribute(AttributeName::Scale) ||
        (node.hasAttribute(AttributeName::Width) && node.hasAttribute(AttributeName::Height)))
        return;
    const auto &sizeOf = context.settings.sphinx.imageSize;
    const auto size = sizeOf && !path.empty() ? sizeOf(path) : std::nullopt;
    if (!size) {
        warn<DiagnosticKind::SphinxImageSizeUnknown>(context.reporter, placeOf(node), {});
        return;
    }
    if (!node.hasAttribute(AttributeName::Width))
        document.setAttribute(image, AttributeName::Width, std::int64_t(size->first));
    if (!node.hasAttribute(AttributeName::Height))
        document.setAttribute(image, AttributeName::Height, std::int64_t(size->second));
}

// What a page of HTML can show, the best first (`StandaloneHTMLBuilder.supported_image_types`).
constexpr std::array<std::string_view, 4> shownTypes{"image/svg+xml", "image/png", "image/gif", "image/jpeg"};

/// `sphinx.util.images.guess_mimetype`.
///
/// DEVIATION: Sphinx looks into files with other endings than these; here the ending tells.
std::string mimeTypeOf(std::string_view path)
{
    static constexpr std::pair<std::string_view, std::string_view> types[] = {
        {".gif", "image/gif"},       {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},     {".png", "image/png"},
        {".pdf", "application/pdf"}, {".svg", "image/svg+xml"},
        {".svgz", "image/svg+xml"},  {".ai", "application/illustrator"},
        {".webp", "image/webp"},     {".avif", "image/avif"}};
    const std::string suffix = toLower(path.substr(std::min(path.rfind('.'), path.size())));
    const auto *const known = std::ranges::find(types, suffix, &std::pair<std::string_view, std::string_view>::first);
    return known != std::end(types) ? std::string(known->second)
                                    : std::format("image/x-{}", suffix.substr(suffix.empty() ? 0 : 1));
}

/// The files that `picture.*` means, one of each type.
using Candidates = std::map<std::string, std::string>;

void collectCandidates(const TransformContext &context, std::string_view path, Candidates &candidates)
{
    const auto &filesLike = context.settings.sphinx.filesLike;
    if (!filesLike)
        return;
    Candidates found;
    for (const std::string &file : filesLike(path)) {
        const std::string type = mimeTypeOf(file);
        if (candidates.contains(type))
            continue;
        const auto [known, isNew] = found.try_emplace(type, file);
        if (!isNew && countCodePoints(file) < countCodePoints(known->second))
            known->second = file;
    }
    candidates.merge(found);
}

/// The file that a page shows for `picture.*`; nothing, and a message, where there is none that it can show.
std::optional<std::string> bestCandidate(TransformContext &context, NodeId image, std::string_view uri)
{
    const std::string &docname = context.settings.sphinx.docname;
    Candidates candidates;
    collectCandidates(context, pathInSources(docname, localizedUri(context, uri)), candidates);
    collectCandidates(context, pathInSources(docname, uri), candidates);
    for (const auto &[type, path] : candidates)
        context.sphinx->images.add(path);
    for (const std::string_view type : shownTypes) {
        if (const auto found = candidates.find(std::string(type)); found != candidates.end())
            return found->second;
    }
    std::string types;
    for (const auto &[type, path] : candidates)
        types += (types.empty() ? "" : ", ") + pythonRepr(type);
    const Place place = placeOf(context.document[image]);
    const std::string path = pathInSources(docname, uri);
    if (types.empty())
        warn<DiagnosticKind::SphinxNoSuitableImage>(context.reporter, place, {}, path);
    else
        warn<DiagnosticKind::SphinxNoSuitableImageAmong>(context.reporter, place, {}, types, path);
    return std::nullopt;
}

/// The path of an image's file, relative to the source folder; nothing where there is none.
std::optional<std::string> fileOf(TransformContext &context, NodeId image, std::string_view uri)
{
    const std::string &docname = context.settings.sphinx.docname;
    if (uri.ends_with(".*")) {
        context.document.setAttribute(image, AttributeName::Uri, context.document.store(pathInSources(docname, uri)));
        return bestCandidate(context, image, uri);
    }
    std::string path = pathInSources(docname, localizedUri(context, uri));
    if (!hasFile(context, path))
        path = pathInSources(docname, uri);
    context.document.setAttribute(image, AttributeName::Uri, context.document.store(path));
    if (hasFile(context, path)) {
        context.sphinx->images.add(path);
        return path;
    }
    warn<DiagnosticKind::SphinxImageNotReadable>(context.reporter, placeOf(context.document[image]),
                                                 "image.not_readable", path);
    return std::nullopt;
}

} // namespace

/// Paths become relative to the source folder; files that are there are copied to the site's image folder.
void collectImages(TransformContext &context)
{
    Document &document = context.document;
    const SphinxSettings &settings = context.settings.sphinx;
    for (const NodeId image : transforms::findAll(document, NodeKind::Image)) {
        const std::string_view uri = document[image].attribute(AttributeName::Uri);
        if (uri.starts_with("data:") || uri.contains("://")) {
            findSize(context, image, {});
            continue;
        }
        const std::optional<std::string> path = fileOf(context, image, uri);
        findSize(context, image, path.value_or(""));
        if (!path)
            continue;
        std::string address = *path;
        if (!settings.keepPlaceholders) {
            const auto &elsewhere = settings.ablog.shownElsewhere;
            const std::string folder =
                elsewhere && !elsewhere->imageFolder.empty() ? elsewhere->imageFolder : upFrom(settings) + "_images";
            address = std::format("{}/{}", folder, *context.sphinx->images.find(*path));
            context.sphinx->imageAddresses.insert(address);
        }
        document.setAttribute(image, AttributeName::Uri, document.store(address));
    }
}

/// The addresses of copied files, as they stand in a page (`HTML5Translator.visit_image`): their names alone are quoted.
void applyImageAddresses(TransformContext &context)
{
    Document &document = context.document;
    for (const NodeId image : transforms::findAll(document, NodeKind::Image)) {
        const std::string uri(document[image].attribute(AttributeName::Uri));
        const std::size_t name = uri.rfind('/') + 1; // or 0
        if (context.sphinx->imageAddresses.contains(uri))
            document.setAttribute(image, AttributeName::Uri,
                                  document.store(uri.substr(0, name) + percentEncoded(uri.substr(name))));
    }
}

} // namespace rst::sphinx
