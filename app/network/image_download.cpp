// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "network/image_download.h"

#include <format>

namespace network {

std::string_view imageEnding(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv))
        return ".png";
    if (bytes.starts_with("\xff\xd8\xff"sv))
        return ".jpg";
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv))
        return ".gif";
    if (bytes.starts_with("RIFF"sv) && bytes.substr(std::min<std::size_t>(8, bytes.size())).starts_with("WEBP"sv))
        return ".webp";
    const std::string_view brand = bytes.substr(std::min<std::size_t>(4, bytes.size()), 8);
    if (brand == "ftypavif"sv || brand == "ftypavis"sv)
        return ".avif";
    return "";
}

std::expected<DownloadedImage, std::string> downloadImage(const std::string &url, Reach reach, std::stop_token stop)
{
    auto response = fetch({.url = url,
                           .mostBytes = mostImageBytes,
                           .limit = std::chrono::seconds(120),
                           .reach = reach,
                           .stop = std::move(stop)});
    if (!response)
        return std::unexpected(response.error());
    if (response->status != 200)
        return std::unexpected(std::format("{} answers with {}.", url, response->status));
    const std::string_view type = response->contentType;
    const std::string_view ending = imageEnding(response->body);
    // Stores of files often call everything a stream of bytes.
    const bool isCalledImage = type.starts_with("image/") || type.empty() || type == "application/octet-stream" ||
                               type == "binary/octet-stream";
    if (!isCalledImage || ending.empty())
        return std::unexpected(
            std::format("{} is no picture of a kind that pages show (PNG, JPEG, GIF, WebP, AVIF).", url));
    return DownloadedImage{std::move(response->body), ending};
}

} // namespace network
