// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/export_target.h"

#include "network/image_download.h"
#include "post/slug.h"
#include "post/sphinx_settings.h"
#include "publish/atomic_file.h"
#include "publish/companion_pictures.h"
#include "publish/content.h"
#include "publish/mail_text.h"
#include "publish/markdown_target.h"
#include "publish/pictures.h"
#include "readers/html_reader.h"
#include "rst/document/node_ref.h"
#include "rst/sphinx/sphinx_html_writer.h"
#include "rst/text/xml.h"

#include <algorithm>
#include <format>
#include <map>
#include <page_style.h>

namespace publish {

namespace {

namespace fs = std::filesystem;
using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

constexpr std::size_t mostPictureBytes = 20'000'000;

std::string base64(std::string_view bytes)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k > bytes.size() ? '=' : digits[group >> (18 - 6 * k) & 63];
    }
    return text;
}

rst::Document published(const TargetInput &input)
{
    return documentWithPictures(input.source, input.engine, input.config, input.today, input.file);
}

std::string titleOf(const TargetInput &input)
{
    return input.metadata ? input.metadata->title : std::string();
}

/// A picture's bytes in an address of their own; empty with a reason where it stays outside.
std::expected<std::string, std::string> dataAddress(const std::string &uri, const TargetInput &input)
{
    const fs::path &root = input.config.root.empty() ? input.postFolder : input.config.root;
    const auto path = pictureFile(uri, input.postFolder, root);
    if (!path)
        return std::unexpected(path.error());
    const std::string *held = input.companions.bytesOf(*path);
    std::error_code error;
    if ((held != nullptr ? held->size() : fs::file_size(*path, error)) > mostPictureBytes)
        return std::unexpected(std::format("The picture {} is too large to be put into the page.", uri));
    const auto bytes = held != nullptr ? *held : readFile(*path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const std::string_view ending = network::imageEnding(*bytes);
    if (ending.empty())
        return std::unexpected(std::format("The picture {} is of no kind that can be put into the page.", uri));
    return std::format("data:image/{};base64,{}", ending == ".jpg" ? "jpeg" : ending.substr(1), base64(*bytes));
}

/// Puts local pictures into the tree itself. A picture that cannot be is told of, and keeps its description and address.
/// Gives the addresses that were put in, with those that they stand for.
std::map<std::string, std::string> putPicturesIn(rst::Document &document, const TargetInput &input,
                                                 std::vector<std::string> &losses)
{
    std::map<std::string, std::string> put;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(NodeKind::Image))
            continue;
        const std::string uri(node.attribute(AttributeName::Uri));
        const auto address = dataAddress(uri, input);
        if (address) {
            document.setAttribute(node.id(), AttributeName::Uri, document.store(*address));
            put.emplace(*address, uri);
        } else {
            losses.push_back(std::format("The page does not show a picture: {}", address.error()));
        }
    }
    return put;
}

bool hasRaw(const rst::Document &document)
{
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Raw))
            return true;
    }
    return false;
}

TargetText writeHtmlPage(const TargetInput &input)
{
    TargetText text;
    rst::Document document = published(input);
    const Content source = contentOf(document);
    const auto put = putPicturesIn(document, input, text.losses);
    const rst::Settings settings = post::sphinxSettings(input.config, input.today, input.file);
    const std::string article = rst::writeSphinxHtml(document, settings);
    const std::string language =
        input.metadata && !input.metadata->language.empty() ? input.metadata->language.front() : "en";
    // The policy forbids what the text may smuggle in: scripts, and questions to the network.
    text.bytes =
        std::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                    "style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
                    "<style>\n{}</style>\n</head>\n<body>\n<main id=\"article\">\n{}</main>\n</body>\n</html>\n",
                    rst::escapedXml(language), rst::escapedXml(titleOf(input)), pageStyle, article);
    if (hasRaw(document))
        text.losses.emplace_back("Raw HTML is kept, but no script in it runs, and it shows nothing from the network.");
    Content exported = contentOf(readers::readHtml(article));
    for (std::string &picture : exported.pictures) {
        if (const auto found = put.find(picture); found != put.end())
            picture = found->second;
    }
    std::ranges::sort(exported.pictures);
    text.unproved = missingFrom(exported, source);
    return text;
}

TargetText writeEmail(const TargetInput &input)
{
    const rst::Document document = published(input);
    MailText mail = writeMailText(document, input.config.siteUrl);
    const Content source = contentOf(document, MarkupSigns::InText);
    Content exported = {.words = wordsIn(mail.text)};
    // In a text every run without blanks that is an address is one.
    std::string_view rest = mail.text;
    const auto has = [&](std::string_view address) {
        for (std::size_t at = rest.find(address); at != rest.npos; at = rest.find(address, at + 1)) {
            const std::size_t end = at + address.size();
            if (end == rest.size() || std::string_view(" \n\t>).,;:!?]'\"").contains(rest[end]))
                return true;
        }
        return false;
    };
    for (const std::string &link : source.links) {
        const std::string_view address =
            std::string_view(link).starts_with("mailto:") ? std::string_view(link).substr(7) : link;
        if (has(address))
            exported.links.push_back(link);
    }
    std::ranges::copy_if(source.pictures, std::back_inserter(exported.pictures), has);
    TargetText text = {.losses = std::move(mail.losses), .unproved = missingFrom(exported, source)};
    text.bytes = std::move(mail.text);
    return text;
}

} // namespace

TargetText writeTarget(Target target, const TargetInput &input)
{
    switch (target) {
    case Target::Astro: return writeAstroPost(input);
    case Target::Myst: return writeMystPost(input);
    case Target::Html: return writeHtmlPage(input);
    case Target::Email: return writeEmail(input);
    case Target::Ablog: break;
    }
    return {};
}

fs::path targetFolder(Target target, const post::BlogConfig &config)
{
    switch (target) {
    case Target::Ablog:
    case Target::Myst: return config.postsFolder();
    case Target::Astro: return config.root / config.exports.astro;
    case Target::Html: return config.root / config.exports.html;
    case Target::Email: return config.root / config.exports.email;
    }
    return config.postsFolder();
}

fs::path targetPath(Target target, const post::BlogConfig &config, const fs::path &folder, const post::DateTime &date,
                    const std::string &slug)
{
    const fs::path start = folder.empty() ? targetFolder(target, config) : folder;
    switch (target) {
    case Target::Ablog: return (start / post::pathByRule(config.pathRule, date, slug)).lexically_normal();
    case Target::Astro: return (start / slug / "index.md").lexically_normal();
    case Target::Myst:
        return (start / post::pathByRule(config.pathRule, date, slug)).lexically_normal().replace_extension(".md");
    case Target::Html: return (start / (slug + ".html")).lexically_normal();
    case Target::Email: return (start / (slug + ".txt")).lexically_normal();
    }
    return start;
}

} // namespace publish
