// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_metadata.h"

#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <ranges>

namespace post {

namespace {

using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

/// Text with every run of white space as one blank.
std::string flat(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isSpace)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

ExcerptPart excerptPart(NodeRef node)
{
    if (node.is(NodeKind::Image))
        return {.isImage = true,
                .text = std::string(node.attribute(AttributeName::Uri)),
                .alternative = std::string(node.attribute(AttributeName::Alt))};
    return {.text = flat(node.asText())};
}

/// The options of a post, by name.
class Options
{
public:
    explicit Options(NodeRef post)
    {
        for (const std::string_view entry : post.items(AttributeName::OptionList)) {
            const std::size_t end = std::min(entry.find('\0'), entry.size());
            m_values.try_emplace(entry.substr(0, end), entry.substr(std::min(end + 1, entry.size())));
        }
    }

    [[nodiscard]] bool has(std::string_view name) const { return m_values.contains(name); }
    [[nodiscard]] std::string value(std::string_view name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? std::string() : std::string(found->second);
    }
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const
    {
        return has(name) ? commaList(value(name)) : std::vector<std::string>();
    }

private:
    std::map<std::string_view, std::string_view> m_values;
};

/// The node whose id the engine has written into an attribute.
NodeRef nodeIn(const rst::Document &document, std::string_view id)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc() && end != id.data() && number < document.nodeCount() ? document[rst::NodeId{number}]
                                                                                     : NodeRef();
}

void readDates(PostMetadata &post, std::string_view text, NodeRef scope, const BlogConfig &config,
               const DateTime &today, const DateTime &clock)
{
    post.dateText = flat(text);
    post.date = parseDate(post.dateText, config.dateFormat, today);
    post.isDraft = !hasDate(post.date) || !hasCome(post.date.value, clock);
    post.updated = post.date.value;
    for (NodeRef node = scope; node; node = node.following(scope)) {
        if (!node.is(NodeKind::Update))
            continue;
        const ParsedDate updated = parseDate(flat(node.attribute(AttributeName::Content)), config.dateFormat, today);
        if (hasDate(updated))
            post.updated = std::max(post.updated, updated.value);
    }
}

PostMetadata readPost(NodeRef node, const BlogConfig &config, const DateTime &today, const DateTime &clock)
{
    const Options options(node);
    const NodeRef scope = nodeIn(node.document(), node.attribute(AttributeName::PostScope));
    const NodeRef excerpt = nodeIn(node.document(), node.attribute(AttributeName::PostExcerpt));
    PostMetadata post;
    post.node = node.id();
    post.isFrontMatter = node.attribute(AttributeName::ObjectType) == "front-matter";
    post.isInSection = scope.is(NodeKind::Section);
    if (post.isInSection && !scope.parent().is(NodeKind::Document))
        post.section = scope.attribute(AttributeName::Ids);
    readDates(post, node.attribute(AttributeName::Content), scope, config, today, clock);
    post.title = node.attribute(AttributeName::Title);
    post.tags = options.list("tags");
    post.author = options.list("author");
    post.category = options.list("category");
    post.location = options.list("location");
    post.language = options.list("language");
    post.redirect = options.list("redirect");
    post.noComments = options.has("nocomments");
    post.exclude = options.has("exclude");
    post.canonicalLink = options.value("canonical_link");
    post.externalLink = options.value("external_link");
    if (!post.isDraft) { // drafts get none of the site's defaults
        if (post.author.empty())
            post.author = config.defaultAuthor;
        if (post.location.empty())
            post.location = config.defaultLocation;
        if (post.language.empty())
            post.language = config.defaultLanguage;
    }
    if (excerpt) {
        for (const NodeRef child : excerpt.children())
            post.excerpt.push_back(excerptPart(child));
    }
    return post;
}

} // namespace

std::vector<std::string> commaList(std::string_view text)
{
    return rst::commaItems(text) | std::ranges::to<std::vector<std::string>>();
}

std::vector<PostMetadata> readPosts(const rst::Document &document, const BlogConfig &config, const DateTime &today)
{
    return readPosts(document, config, today, today);
}

std::vector<PostMetadata> readPosts(const rst::Document &document, const BlogConfig &config, const DateTime &today,
                                    const DateTime &clock)
{
    std::vector<PostMetadata> posts;
    for (const std::string_view id : document[rst::Document::root()].items(AttributeName::PostNodes)) {
        if (const NodeRef node = nodeIn(document, id))
            posts.push_back(readPost(node, config, today, clock));
    }
    return posts;
}

} // namespace post
