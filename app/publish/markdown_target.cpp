// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/markdown_target.h"

#include "post/myst_metadata.h"
#include "post/sphinx_settings.h"
#include "publish/atomic_file.h"
#include "publish/companion_pictures.h"
#include "publish/content.h"
#include "publish/pictures.h"
#include "readers/front_matter.h"
#include "readers/markdown_reader.h"
#include "rst/document/node_ref.h"
#include "rst/text/utf8.h"
#include "rst/writers/markdown_writer.h"

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace publish {

namespace {

namespace fs = std::filesystem;
using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

constexpr std::size_t longestDescription = 160; // characters

/// A YAML scalar that no reader takes for anything but a text.
std::string quotedYaml(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'')
            result += '\'';
        result += c == '\n' || c == '\r' ? ' ' : c;
    }
    return result + '\'';
}

std::string joinedList(const std::vector<std::string> &items)
{
    std::string text;
    for (const std::string &item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

/// The words of the excerpt, cut at a word's end.
std::string descriptionOf(const post::PostMetadata &metadata)
{
    std::string text;
    for (const post::ExcerptPart &part : metadata.excerpt) {
        if (!part.isImage && text.empty())
            text = part.text;
    }
    std::ranges::replace(text, '\n', ' ');
    if (rst::countCodePoints(text) <= longestDescription)
        return text;
    std::size_t end = 0;
    for (std::size_t blank = text.find(' '); blank != text.npos; blank = text.find(' ', blank + 1)) {
        if (rst::countCodePoints(std::string_view(text).substr(0, blank)) + 3 > longestDescription)
            break;
        end = blank;
    }
    return text.substr(0, end) + "...";
}

std::string dateIn(const post::DateTime &date)
{
    return post::formatDate(date, "%Y-%m-%d");
}

std::string astroFrontMatter(const post::PostMetadata &metadata)
{
    std::string front = std::format("---\ntitle: {}\n", quotedYaml(metadata.title));
    if (hasDate(metadata.date)) {
        front += std::format("publishDate: {}\n", quotedYaml(dateIn(metadata.date.value)));
        front += std::format("updatedDate: {}\n", quotedYaml(dateIn(metadata.updated)));
    }
    front += std::format("author: {}\n", quotedYaml(joinedList(metadata.author)));
    front += std::format("description: {}\n", quotedYaml(descriptionOf(metadata)));
    front += metadata.tags.empty() ? "tags: []\n" : "tags:\n";
    for (const std::string &tag : metadata.tags)
        front += std::format("  - {}\n", quotedYaml(tag));
    front += std::format("published: {}\n", metadata.isDraft ? "false" : "true");
    if (!metadata.redirect.empty())
        front += std::format("legacyUrl: {}\n", quotedYaml('/' + metadata.redirect.front()));
    return front + "---\n\n";
}

std::string mystFrontMatter(const post::PostMetadata &metadata)
{
    std::string front = "---\nblogpost: true\n";
    if (hasDate(metadata.date))
        front += std::format("date: {}\n", quotedYaml(metadata.dateText));
    const std::pair<std::string_view, const std::vector<std::string> *> lists[] = {
        {"tags", &metadata.tags},         {"author", &metadata.author},     {"category", &metadata.category},
        {"location", &metadata.location}, {"language", &metadata.language},
    };
    for (const auto &[name, items] : lists) {
        if (!items->empty())
            front += std::format("{}: {}\n", name, quotedYaml(joinedList(*items)));
    }
    return front + "---\n\n";
}

/// What GitHub's Markdown has no words for.
std::vector<std::string> markdownLosses(const rst::Document &document)
{
    constexpr std::pair<NodeKind, std::string_view> kinds[] = {
        {NodeKind::DefinitionList, "Markdown has no definition lists; the text is kept."},
        {NodeKind::FieldList, "Markdown has no field lists; the text is kept."},
        {NodeKind::OptionList, "Markdown has no option lists; the text is kept."},
        {NodeKind::LineBlock, "Markdown has no line blocks; lines end with breaks."},
        {NodeKind::Figure, "A figure is a picture with a paragraph under it."},
        {NodeKind::Raw, "Raw markup is left out."},
        {NodeKind::MathBlock, "Markdown has no mathematics of its own."},
        {NodeKind::Math, "Markdown has no mathematics of its own."},
        {NodeKind::Topic, "Markdown has no topics; the text is kept."},
        {NodeKind::Sidebar, "Markdown has no sidebars; the text is kept."},
        {NodeKind::PostList, "A list of posts is made by the site alone."},
    };
    std::set<std::string> found;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        for (const auto &[kind, sentence] : kinds) {
            if (node.is(kind))
                found.emplace(sentence);
        }
        if (node.isA(rst::Category::Admonition))
            found.emplace("Markdown has no boxes; a note is a quotation.");
    }
    return {found.begin(), found.end()};
}

/// Puts copies of the local pictures beside the post. Gives the new addresses with the old ones.
std::map<std::string, std::string> copyPictures(rst::Document &document, const TargetInput &input, TargetText &text)
{
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> names;
    const fs::path &root = input.config.root.empty() ? input.postFolder : input.config.root;
    const NodeRef top = document[rst::Document::root()];
    for (NodeRef node = top; node; node = node.following(top)) {
        const std::string uri(node.is(NodeKind::Image) ? node.attribute(AttributeName::Uri) : "");
        const auto path = uri.empty() ? std::unexpected(std::string()) : pictureFile(uri, input.postFolder, root);
        const std::string *held = path ? input.companions.bytesOf(*path) : nullptr;
        std::error_code error;
        if (!path || (held == nullptr && !fs::is_regular_file(*path, error)))
            continue; // remote or missing, which the checklist tells
        if (!names.contains(uri)) {
            auto bytes = held != nullptr ? *held : readFile(*path);
            if (!bytes) {
                text.losses.push_back(bytes.error());
                continue;
            }
            std::string name = path->filename().string();
            for (int number = 2;
                 std::ranges::contains(text.companions, input.targetFile.parent_path() / name, &FileContent::path);
                 ++number)
                name = std::format("{}-{}{}", path->stem().string(), number, path->extension().string());
            text.companions.push_back({input.targetFile.parent_path() / name, std::move(*bytes)});
            names.emplace(uri, "./" + name);
            before.emplace("./" + name, uri);
        }
        document.setAttribute(node.id(), AttributeName::Uri, document.store(names.at(uri)));
    }
    return before;
}

/// Takes the post's own title away, which stands in the front matter.
void takeTitleAway(rst::Document &document)
{
    for (const NodeRef child : document[rst::Document::root()].children()) {
        if (!child.is(NodeKind::Section))
            continue;
        if (const NodeRef title = child.firstChild(); title.is(NodeKind::Title))
            document.detach(title.id());
        document.unwrap(child.id());
        return;
    }
}

Content readAgain(std::string_view markdown, const std::map<std::string, std::string> &before)
{
    Content content = contentOf(readers::readMarkdown(markdown));
    for (std::string &picture : content.pictures) {
        if (const auto found = before.find(picture); found != before.end())
            picture = found->second;
    }
    std::ranges::sort(content.pictures);
    return content;
}

rst::Document publishedPost(const TargetInput &input)
{
    return documentWithPictures(input.source, input.engine, input.config, input.today, input.file);
}

} // namespace

TargetText writeAstroPost(const TargetInput &input)
{
    TargetText text;
    rst::Document document = publishedPost(input);
    const post::PostMetadata metadata = input.metadata.value_or(post::PostMetadata());
    text.losses = markdownLosses(document);
    for (const auto &[name, items] :
         {std::pair("location", &metadata.location), std::pair("category", &metadata.category)}) {
        if (!items->empty())
            text.losses.push_back(std::format("The layout has no key for the {} ({}).", name, joinedList(*items)));
    }
    takeTitleAway(document);
    const Content source = contentOf(document);
    const auto before = copyPictures(document, input, text);
    const std::string body = rst::writeMarkdown(document, {.headingLevel = 2});
    text.bytes = astroFrontMatter(metadata) + body;
    const readers::SplitMarkdown split = readers::splitFrontMatter(text.bytes);
    text.unproved = missingFrom(readAgain(split.body, before), source);
    if (!split.front.problem.empty() || split.front.title != metadata.title || split.front.tags != metadata.tags)
        text.unproved.push_back("The front matter does not read back: " + split.front.problem);
    return text;
}

TargetText writeMystPost(const TargetInput &input)
{
    TargetText text;
    const rst::Document document = publishedPost(input);
    const post::PostMetadata metadata = input.metadata.value_or(post::PostMetadata());
    constexpr rst::MarkdownStyle style = {.flavour = rst::MarkdownStyle::Flavour::Myst};
    const std::string body = rst::writeMarkdown(document, style);
    text.bytes = mystFrontMatter(metadata) + body;
    const readers::SplitMarkdown split = readers::splitFrontMatter(text.bytes);
    const rst::Document again = readers::readMarkdown(split.body);
    text.unproved = missingFrom(contentOf(again), contentOf(document));
    const std::string asRst = post::mystAsRst(text.bytes);
    const rst::Publication metadataAgain = input.engine.publish(asRst, post::sphinxSettings(input.config, input.today));
    const auto posts = post::readPosts(metadataAgain.document, input.config, input.today);
    if (posts.empty() || posts.front().dateText != metadata.dateText || posts.front().tags != metadata.tags ||
        posts.front().author != metadata.author)
        text.unproved.emplace_back("The front matter does not read back.");
    return text;
}

} // namespace publish
