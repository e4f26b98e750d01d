// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_metadata.h"

#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace post {

namespace {

using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

/// The nodes of a kind below `scope`, in document order.
std::vector<NodeRef> descendants(NodeRef scope, NodeKind kind)
{
    std::vector<NodeRef> found;
    for (NodeRef node = scope.following(scope); node; node = node.following(scope)) {
        if (node.is(kind))
            found.push_back(node);
    }
    return found;
}

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

std::optional<int> number(std::string_view text)
{
    text = rst::trimmed(text);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

ExcerptPart excerptPart(NodeRef node)
{
    if (node.is(NodeKind::Image))
        return {.isImage = true, .text = std::string(node.attribute(AttributeName::Uri))};
    return {.text = flat(node.asText())};
}

/// What a directive or the front matter says, by name.
class Options
{
public:
    void add(std::string_view name, std::string_view value) { m_values.try_emplace(std::string(name), value); }
    [[nodiscard]] bool has(std::string_view name) const { return m_values.contains(name); }
    [[nodiscard]] std::string_view value(std::string_view name) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? std::string_view() : found->second;
    }
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const
    {
        return has(name) ? commaList(value(name)) : std::vector<std::string>();
    }

private:
    std::map<std::string, std::string, std::less<>> m_values;
};

/// Reads one document.
class PostReader
{
public:
    PostReader(const rst::Document &document, const BlogConfig &config, const DateTime &today)
        : m_root(document[rst::Document::root()]), m_config(config), m_today(today)
    {
    }

    [[nodiscard]] PostMetadata read(const Options &options, std::string_view date, NodeRef scope, NodeRef directive) const;
    [[nodiscard]] PostMetadata readDirective(NodeRef directive, bool isOnlyOne) const;

private:
    void readDates(PostMetadata &post, std::string_view date, NodeRef scope) const;
    void readExcerpt(PostMetadata &post, const Options &options, NodeRef scope, NodeRef directive) const;

    NodeRef m_root;
    const BlogConfig &m_config;
    DateTime m_today;
};

void PostReader::readDates(PostMetadata &post, std::string_view date, NodeRef scope) const
{
    post.dateText = date;
    post.date = parseDate(date, m_config.dateFormat, m_today);
    const bool hasDate = post.date.outcome != DateOutcome::Absent && post.date.outcome != DateOutcome::Rejected;
    // A post of later today is out already: what counts is the midnight after today.
    post.isDraft = !hasDate || post.date.value >= daysLater({.year = m_today.year, .month = m_today.month, .day = m_today.day}, 1);
    post.updated = post.date.value;
    for (const NodeRef update : descendants(scope, NodeKind::Update)) {
        const ParsedDate updated = parseDate(update.attribute(AttributeName::Content), m_config.dateFormat, m_today);
        if (updated.outcome != DateOutcome::Absent && updated.outcome != DateOutcome::Rejected)
            post.updated = std::max(post.updated, updated.value);
    }
}

void PostReader::readExcerpt(PostMetadata &post, const Options &options, NodeRef scope, NodeRef directive) const
{
    if (directive && directive.firstChild()) {
        for (const NodeRef child : directive.children())
            post.excerpt.push_back(excerptPart(child));
    } else {
        int count = number(options.value("excerpt")).value_or(m_config.autoExcerpt);
        if (post.isFrontMatter && count == 0)
            count = m_config.autoExcerpt;
        count = count < 0 ? 1 : count;
        for (NodeRef node = scope.following(scope); node && count > 0; node = node.following(scope)) {
            if (node.is(NodeKind::Paragraph)) {
                post.excerpt.push_back(excerptPart(node));
                --count;
            }
        }
    }
    const int image = number(options.value("image")).value_or(0) != 0 ? *number(options.value("image")) : m_config.autoImage;
    if (image > 0) {
        const std::vector<NodeRef> images = descendants(scope, NodeKind::Image);
        if (std::size_t(image) <= images.size())
            post.excerpt.push_back(excerptPart(images[std::size_t(image) - 1]));
    }
}

PostMetadata PostReader::read(const Options &options, std::string_view date, NodeRef scope, NodeRef directive) const
{
    PostMetadata post;
    post.isFrontMatter = !directive;
    readDates(post, date, scope);
    const std::vector<NodeRef> titles = descendants(scope, NodeKind::Title);
    post.hasTitle = !options.value("title").empty() || !titles.empty();
    post.title = !options.value("title").empty() ? std::string(options.value("title")) : titles.empty() ? "" : titles.front().asText();
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
            post.author = m_config.defaultAuthor;
        if (post.location.empty())
            post.location = m_config.defaultLocation;
        if (post.language.empty())
            post.language = m_config.defaultLanguage;
    }
    readExcerpt(post, options, scope, directive);
    return post;
}

PostMetadata PostReader::readDirective(NodeRef directive, bool isOnlyOne) const
{
    Options options;
    for (const std::string_view entry : directive.items(AttributeName::OptionList)) {
        const std::size_t end = std::min(entry.find('\0'), entry.size());
        options.add(entry.substr(0, end), entry.substr(std::min(end + 1, entry.size())));
    }
    const bool isSection = !isOnlyOne && directive.parent().is(NodeKind::Section);
    const NodeRef scope = isSection ? directive.parent() : m_root;
    PostMetadata post = read(options, flat(directive.attribute(AttributeName::Content)), scope, directive);
    if (isSection)
        post.section = scope.attribute(AttributeName::Ids);
    post.node = directive.id();
    return post;
}

/// The front matter's fields with the names that options have. A list in brackets is a list of tags.
Options frontMatterOptions(const MetadataBlock &block)
{
    Options options;
    for (const SourceOption &field : block.options) {
        std::string_view value = field.value;
        if (field.name == "tags" && value.starts_with('[') && value.ends_with(']'))
            value = value.substr(1, value.size() - 2);
        options.add(field.name == "authors" ? std::string_view("author") : std::string_view(field.name), value);
    }
    return options;
}

} // namespace

std::vector<std::string> commaList(std::string_view text)
{
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        items.emplace_back(rst::trimmed(text.substr(begin, comma - begin)));
        begin = comma + 1;
    }
    return items;
}

std::vector<PostMetadata> readPosts(std::string_view source, const rst::Document &document, const BlogConfig &config,
                                    const DateTime &today)
{
    const PostReader reader(document, config, today);
    const NodeRef root = document[rst::Document::root()];
    std::vector<PostMetadata> posts;
    const MetadataSource metadata = findMetadata(source);
    const bool hasSection = !descendants(root, NodeKind::Section).empty();
    if (metadata.frontMatter && metadata.frontMatter->option("blogpost") != nullptr && hasSection) {
        const Options options = frontMatterOptions(*metadata.frontMatter);
        posts.push_back(reader.read(options, options.value("date"), root, {}));
    }
    const std::vector<NodeRef> directives = descendants(root, NodeKind::Post);
    for (const NodeRef directive : directives)
        posts.push_back(reader.readDirective(directive, directives.size() == 1));
    return posts;
}

} // namespace post
