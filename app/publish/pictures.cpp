// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/pictures.h"

#include "post/source_range.h"
#include "post/sphinx_settings.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <format>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// Whether an address has a scheme (`https:`, `data:`) or is one of another host (`//host`).
bool isRemoteUri(std::string_view uri)
{
    if (uri.starts_with("//"))
        return true;
    const std::size_t colon = uri.find(':');
    if (colon == uri.npos || colon < 2)
        return false;
    return std::ranges::all_of(uri.substr(0, colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
               c == '.';
    });
}

} // namespace

std::vector<Picture> picturesOf(const rst::Document &document)
{
    std::vector<Picture> pictures;
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(rst::NodeKind::Image))
            continue;
        Picture picture = {.uri = std::string(node.attribute(rst::AttributeName::Uri)),
                           .alt = std::string(node.attribute(rst::AttributeName::Alt))};
        picture.isRemote = isRemoteUri(picture.uri);
        if (!node.span().isEmpty())
            picture.range = post::sourceRange(document, node.span()).value_or(post::ByteRange());
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

rst::Document documentWithPictures(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config,
                                   const post::DateTime &today, const fs::path &file)
{
    rst::Settings settings = post::sphinxSettings(config, today, file);
    settings.sphinx.keepPlaceholders = true; // else pictures are where the build copies them to
    rst::Document document = engine.publish(source, settings).document;
    if (config.root.empty())
        return document; // addresses are as written
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        const std::string uri(node.is(rst::NodeKind::Image) ? node.attribute(rst::AttributeName::Uri) : "");
        if (!uri.empty() && !uri.starts_with('/') && !isRemoteUri(uri))
            document.setAttribute(node.id(), rst::AttributeName::Uri, document.store('/' + uri));
    }
    return document;
}

std::string withinBlog(const fs::path &file, const fs::path &root)
{
    std::error_code error;
    const fs::path within = fs::weakly_canonical(file, error).lexically_relative(fs::weakly_canonical(root, error));
    return root.empty() || within.empty() || *within.begin() == ".." ? file.string() : within.generic_string();
}

bool isInside(const fs::path &path, const fs::path &folder)
{
    std::error_code error;
    const fs::path inner = fs::weakly_canonical(fs::absolute(path, error), error);
    if (error)
        return false;
    const fs::path outer = fs::weakly_canonical(fs::absolute(folder, error), error);
    if (error)
        return false;
    const auto [reached, rest] = std::ranges::mismatch(outer, inner);
    return reached == outer.end() || (std::next(reached) == outer.end() && reached->empty());
}

std::expected<fs::path, std::string> pictureFile(std::string_view uri, const fs::path &postFolder,
                                                 const fs::path &blogRoot)
{
    if (isRemoteUri(uri))
        return std::unexpected(std::format("The picture {} is on another site.", uri));
    const bool fromRoot = uri.starts_with('/');
    while (uri.starts_with('/'))
        uri.remove_prefix(1);
    const fs::path path = (fromRoot ? blogRoot : postFolder) / fs::path(uri);
    if (!isInside(path, blogRoot))
        return std::unexpected(std::format("The picture {} lies outside the blog's folder.", uri));
    return path.lexically_normal();
}

} // namespace publish
