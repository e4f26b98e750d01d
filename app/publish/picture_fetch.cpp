// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/picture_fetch.h"

#include "network/embedded_image.h"
#include "post/slug.h"
#include "post/sphinx_settings.h"
#include "publish/atomic_file.h"
#include "publish/pictures.h"
#include "readers/address.h"

#include <algorithm>
#include <format>
#include <map>

namespace publish {

namespace {

namespace fs = std::filesystem;

/// A post with more than this wants to fill somebody's disk.
constexpr std::size_t mostBytesOfPost = 200'000'000;

/// What a file may be called by its picture's address: its last part, unless that is a number or a key.
std::string readableName(std::string_view url)
{
    if (network::isEmbeddedImage(url))
        return {};
    url = url.substr(0, url.find_first_of("?#"));
    std::string last = readers::percentDecoded(url.substr(url.rfind('/') + 1));
    last = last.substr(0, last.rfind('.'));
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto letters = std::ranges::count_if(last, isLetter), digits = std::ranges::count_if(last, isDigit);
    if (letters < 4 || digits * 2 > letters || last.size() > 60)
        return {};
    return post::slugOf(last, 40);
}

/// Finds names for files that are free, or have just these bytes already.
class PictureNames
{
public:
    PictureNames(fs::path folder, std::string post) : m_folder(std::move(folder)), m_post(std::move(post)) {}

    /// By the address where people can read it, or else by what the picture's description says.
    fs::path pathFor(const Picture &picture, const network::DownloadedImage &image)
    {
        std::string own = readableName(picture.uri);
        if (own.empty() && !picture.alt.empty())
            own = post::slugOf(picture.alt, 40);
        const std::string stem = own.empty() || own == m_post ? m_post : m_post + '-' + own;
        for (int number = 1;; ++number) {
            const fs::path path =
                m_folder / std::format("{}{}{}", stem, number == 1 ? "" : std::format("-{}", number), image.ending);
            const auto taken = m_taken.find(path);
            std::error_code error;
            if (taken != m_taken.end() ? taken->second == image.bytes : isFree(path, image.bytes, error)) {
                m_taken.insert_or_assign(path, image.bytes);
                return path;
            }
        }
    }

private:
    static bool isFree(const fs::path &path, const std::string &bytes, std::error_code &error)
    {
        if (!fs::exists(fs::symlink_status(path, error)))
            return true;
        const auto existing = readFile(path);
        return existing && *existing == bytes;
    }

    fs::path m_folder;
    std::string m_post;
    std::map<fs::path, std::string> m_taken;
};

/// One place of the source where a picture's address stands.
struct Place {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::string address = {};
};

void replaceAll(std::string &text, std::vector<Place> places)
{
    std::ranges::sort(places, std::greater(), &Place::begin);
    for (const Place &place : places)
        text.replace(place.begin, place.size, place.address);
}

} // namespace

LocalisedPost localisePictures(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config,
                               std::string_view name, std::string_view year, network::Reach reach, std::stop_token stop)
{
    LocalisedPost post = {.text = std::string(source)};
    if (config.root.empty()) {
        post.problems.emplace_back("The post belongs to no blog, so there is no folder for its pictures.");
        return post;
    }
    const fs::path folder = (config.root / config.pictures / year).lexically_normal();
    if (!isInside(folder, config.root)) {
        post.problems.push_back(std::format("{} lies outside the blog's folder.", folder.string()));
        return post;
    }
    PictureNames names(folder, name.empty() ? "picture" : std::string(name));
    std::map<std::string, std::expected<std::string, std::string>> addresses; // by url
    std::vector<Place> places;
    std::size_t bytes = 0;
    const rst::Publication publication = engine.publish(source, post::sphinxSettings(config, post::today()));
    for (const Picture &picture : picturesOf(publication.document)) {
        const bool isEmbedded = network::isEmbeddedImage(picture.uri);
        if (!isEmbedded && (network::hostOf(picture.uri).empty() || reach == network::Reach::Nowhere))
            continue;
        const std::string shown = network::shortAddress(picture.uri);
        const std::size_t at = source.substr(0, picture.range.end).find(picture.uri, picture.range.begin);
        if (picture.range.isEmpty() || at == source.npos) {
            post.problems.push_back(std::format("The address {} is not written in one piece in this text.", shown));
            continue;
        }
        if (!addresses.contains(picture.uri)) {
            if (stop.stop_requested())
                break;
            auto image =
                isEmbedded ? network::embeddedImage(picture.uri) : network::downloadImage(picture.uri, reach, stop);
            if (!image) {
                addresses.insert_or_assign(picture.uri, std::unexpected(image.error()));
                post.problems.push_back(image.error());
                continue;
            }
            bytes += image->bytes.size();
            if (bytes > mostBytesOfPost) {
                post.problems.push_back(std::format("{} and what follows it: the post's pictures have more than {} MB.",
                                                    shown, mostBytesOfPost / 1'000'000));
                break;
            }
            const fs::path path = names.pathFor(picture, *image);
            const std::string address = '/' + path.lexically_relative(config.root).generic_string();
            post.changes.push_back(std::format("{} → {}", shown, address));
            post.files.push_back({path, std::move(image->bytes)});
            addresses.insert_or_assign(picture.uri, address);
        }
        if (const auto &address = addresses.at(picture.uri))
            places.push_back({at, picture.uri.size(), *address});
    }
    replaceAll(post.text, std::move(places));
    return post;
}

} // namespace publish
