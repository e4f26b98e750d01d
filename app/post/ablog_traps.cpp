// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/ablog_traps.h"

#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <set>

namespace post {

namespace {

using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

bool isNumber(std::string_view text)
{
    text = rst::trimmed(text);
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class Traps
{
public:
    Traps(const rst::Document &document, const MetadataSource &metadata, std::span<const PostMetadata> posts,
          const BlogConfig &config, const DateTime &today)
        : m_document(document)
        , m_metadata(metadata)
        , m_posts(posts)
        , m_config(config)
        , m_today(today)
    {
    }

    [[nodiscard]] std::vector<Finding> find() &&
    {
        checkPlaces();
        checkNodes();
        for (const MetadataBlock &block : m_metadata.directives)
            checkDirective(block);
        if (m_metadata.frontMatter)
            checkFrontMatter(*m_metadata.frontMatter);
        for (const PostMetadata &post : m_posts)
            checkExcerpt(post);
        checkLabels();
        return std::move(m_findings);
    }

private:
    void add(Severity severity, std::string_view rule, ByteRange range, std::string text)
    {
        m_findings.push_back({severity, rule, range, std::move(text)});
    }
    [[nodiscard]] std::optional<ByteRange> rangeOf(rst::Span span) const;
    [[nodiscard]] ByteRange argumentOf(NodeRef node) const;
    [[nodiscard]] ByteRange blockRange() const
    {
        return m_metadata.block() != nullptr ? m_metadata.block()->nameRange : ByteRange();
    }
    void checkPlaces();
    void checkNodes();
    void checkUpdate(NodeRef update);
    void checkPostList(NodeRef list);
    void checkDirective(const MetadataBlock &block);
    void checkFrontMatter(const MetadataBlock &block);
    void checkExcerpt(const PostMetadata &post);
    void checkLabels();

    const rst::Document &m_document;
    const MetadataSource &m_metadata;
    std::span<const PostMetadata> m_posts;
    const BlogConfig &m_config;
    DateTime m_today;
    std::vector<Finding> m_findings;
    std::set<std::uint32_t> m_seen; // where the directives begin that were looked at: excerpts hold copies
};

std::optional<ByteRange> Traps::rangeOf(rst::Span span) const
{
    if (span.isEmpty())
        return std::nullopt;
    const auto begin = m_document.sources().locate(span.begin);
    const auto end = m_document.sources().locate(span.end);
    if (begin.file != 0 || end.file != 0)
        return std::nullopt;
    return ByteRange{begin.byte, end.byte};
}

/// The argument of a directive, or else the whole of it.
ByteRange Traps::argumentOf(NodeRef node) const
{
    const std::string_view written = node.attribute(AttributeName::ArgumentSpan);
    rst::Span span = node.span();
    if (const std::size_t blank = written.find(' '); blank != written.npos) {
        std::from_chars(written.data(), written.data() + blank, span.begin);
        std::from_chars(written.data() + blank + 1, written.data() + written.size(), span.end);
    }
    return rangeOf(span).value_or(ByteRange());
}

/// Where a post of several has no section around it, ABlog goes on looking for one for ever.
void Traps::checkPlaces()
{
    if (m_posts.size() < 2 && !m_config.site.alwaysSection)
        return;
    for (const PostMetadata &post : m_posts) {
        if (post.isInSection || post.isFrontMatter)
            continue;
        const ByteRange range = rangeOf(m_document[post.node].span()).value_or(blockRange());
        add(Severity::Error, "post.no-section", range,
            m_posts.size() > 1 ? "With several posts on a page each must stand directly below a heading; the site's "
                                 "build never ends here."
                               : "This site makes posts of sections (post_always_section), so “post” must stand below "
                                 "the heading; the site's build "
                                 "never ends here.");
    }
}

void Traps::checkNodes()
{
    for (std::uint32_t i = 0; i < m_document.nodeCount(); ++i) {
        const NodeRef node = m_document[rst::NodeId{i}];
        const bool isUpdate = node.is(NodeKind::Update);
        if ((!isUpdate && !node.is(NodeKind::PostList)) || node.span().isEmpty() ||
            !m_seen.insert(node.span().begin).second)
            continue;
        if (isUpdate)
            checkUpdate(node);
        else
            checkPostList(node);
    }
}

void Traps::checkUpdate(NodeRef update)
{
    const std::string_view written = rst::trimmed(update.attribute(AttributeName::Content));
    const ByteRange range = argumentOf(update);
    if (m_posts.empty()) {
        add(Severity::Warning, "update.no-post", range,
            "This page is no post: “update” shows its text without a title.");
        return;
    }
    const ParsedDate date = parseDate(written, m_config.dateFormat, m_today);
    if (!hasDate(date))
        add(Severity::Error, "update.date", range,
            std::format("“{}” is no date, and the site cannot be built with it.", written));
    else if (date.outcome == DateOutcome::WithZone)
        add(Severity::Error, "update.date-zone", range,
            "A date with a time zone stops the site's build. Leave the zone out.");
    else if (date.outcome == DateOutcome::DependsOnToday)
        add(Severity::Warning, "update.date-incomplete", range,
            std::format("This date lacks a part, which is taken from the day of the build: today it means {}.",
                        formatDate(date.value, "%-d %B %Y")));
    if (std::ranges::any_of(m_posts, [](const PostMetadata &post) { return !hasDate(post.date); }))
        add(Severity::Error, "update.draft", range,
            "A draft without a date must have no “update”: the site cannot be built with both.");
}

void Traps::checkPostList(NodeRef list)
{
    const std::string_view count = list.attribute(AttributeName::Content);
    if (!count.empty() && !isNumber(count))
        add(Severity::Error, "postlist.number", argumentOf(list),
            std::format("“{}” is no number, and the site cannot be built with it.", count));
    for (const std::string_view entry : list.items(AttributeName::OptionList)) {
        const std::string_view name = entry.substr(0, entry.find('\0'));
        constexpr std::string_view texts[] = {"format", "date", "list-style"};
        if (std::ranges::contains(texts, name) && entry.size() == name.size() + 1)
            add(Severity::Error, "postlist.empty", rangeOf(list.span()).value_or(ByteRange()),
                std::format("“{}” without a text stops the site's build.", name));
        if (name != "format")
            continue;
        constexpr std::string_view fields[] = {"date", "title", "author", "location", "language", "category", "tags"};
        const std::string_view format = entry.substr(7);
        for (std::size_t at = format.find('{'); at != format.npos; at = format.find('{', at + 1)) {
            if (format.substr(at).starts_with("{{")) {
                ++at;
                continue;
            }
            const std::size_t end = std::min(format.find('}', at), format.size());
            const std::string_view field = format.substr(at + 1, format.find_first_of(":!}", at) - at - 1);
            if (end == format.size() || !std::ranges::contains(fields, field))
                add(Severity::Error, "postlist.format", rangeOf(list.span()).value_or(ByteRange()),
                    std::format("A list of posts cannot show “{{{}}}”, and the site cannot be built with it.", field));
        }
    }
}

void Traps::checkDirective(const MetadataBlock &block)
{
    for (const SourceOption &option : block.options) {
        const ByteRange range = option.valueRange.isEmpty() ? option.nameRange : option.valueRange;
        if ((option.name == "excerpt" || option.name == "image") && !isNumber(option.value))
            add(Severity::Error, "post.number", range,
                std::format("“{}” takes a number; without one this page is no post.", option.name));
        else if ((option.name == "exclude" || option.name == "nocomments") && !option.value.empty())
            add(Severity::Error, "post.flag", range,
                std::format("“{}” takes no value; with one this page is no post.", option.name));
        else if (option.name == "title" && option.value.empty())
            add(Severity::Error, "post.empty-title", range, "“title” without a text stops the site's build.");
        else if ((option.name == "external_link" || option.name == "canonical_link") && option.value.empty())
            add(Severity::Warning, "post.empty-link", range,
                std::format("“{}” without an address leads to a page called “None”.", option.name));
    }
}

void Traps::checkFrontMatter(const MetadataBlock &block)
{
    const bool isPost = block.option("blogpost") != nullptr;
    for (const SourceOption &option : block.options) {
        const ByteRange range = option.valueRange.isEmpty() ? option.nameRange : option.valueRange;
        if (option.name != "blogpost" && rst::toLower(option.name) == "blogpost")
            add(Severity::Warning, "front-matter.case", option.nameRange,
                "“blogpost” is written in small letters; like this the page is no post.");
        if (!isPost)
            continue;
        if ((option.name == "nocomments" || option.name == "exclude") && !option.value.empty())
            add(Severity::Error, "front-matter.flag", range,
                std::format("“{}” must have no value here: it stops the site's build.", option.name));
        if (option.name == "excerpt" && rst::trimmed(option.value) == "0")
            add(Severity::Warning, "front-matter.excerpt", range,
                "An excerpt of 0 counts as none given here: the post gets the usual one.");
        if ((option.name == "excerpt" || option.name == "image") && !isNumber(option.value))
            add(Severity::Error, "front-matter.number", range,
                std::format("“{}” must be a number: anything else stops the site's build.", option.name));
        if (rst::toLower(option.name) == "authors")
            add(Severity::Warning, "front-matter.authors", range,
                "Of “authors” only the first is kept. Use “author” with commas.");
        if (option.name == "title" && option.value.empty())
            add(Severity::Error, "front-matter.title", range, "“title” without a text stops the site's build.");
    }
    if (isPost && m_posts.empty() && m_metadata.directives.empty())
        add(Severity::Warning, "front-matter.no-heading", block.option("blogpost")->nameRange,
            "A page without a heading is no post, whatever its first lines say.");
}

/// What lists and the feed make of the first paragraphs.
void Traps::checkExcerpt(const PostMetadata &post)
{
    std::uint32_t number = 0;
    const std::string_view id = m_document[post.node].attribute(AttributeName::PostExcerpt);
    std::from_chars(id.data(), id.data() + id.size(), number);
    const NodeRef excerpt = m_document[rst::NodeId{number}];
    for (NodeRef node = excerpt; node && number != 0; node = node.following(excerpt)) {
        if (node.is(NodeKind::Paragraph) && node.parent() == excerpt && node.span().isEmpty()) {
            const bool isOfContents = node.firstChild().is(NodeKind::Reference);
            add(Severity::Warning, isOfContents ? "post.excerpt-contents" : "post.excerpt-message", blockRange(),
                isOfContents
                    ? std::format(
                          "Lists and the feed show “{}” from the table of contents as this post's excerpt; put a "
                          "paragraph before it.",
                          node.asText())
                    : std::format(
                          "Lists and the feed show the message “{}” as this post's excerpt; mend what it names.",
                          node.asText()));
        }
        const std::string_view target =
            node.is(NodeKind::PendingXref) ? node.attribute(AttributeName::Reftarget) : std::string_view();
        if (!target.empty() && node.attribute(AttributeName::Reftype) == "doc" && !target.starts_with('/'))
            add(Severity::Warning, "post.excerpt-link", rangeOf(node.span()).value_or(blockRange()),
                std::format("This link breaks in lists and in the feed; write the whole path, such as “/posts/{}”.",
                            target));
    }
}

/// Two labels whose pages have the same name: one overwrites the other.
void Traps::checkLabels()
{
    for (const PostMetadata &post : m_posts) {
        for (const auto *labels : {&post.tags, &post.category, &post.author, &post.location, &post.language}) {
            std::vector<std::pair<std::string, std::string_view>> pages;
            for (const std::string &label : *labels) {
                const std::string page = rst::slugify(label);
                const auto other = std::ranges::find_if(
                    pages, [&](const auto &known) { return known.first == page && known.second != label; });
                if (other != pages.end() && !label.empty())
                    add(Severity::Warning, "post.same-page", blockRange(),
                        std::format("“{}” and “{}” share one page, “{}”; only one of them will be there.",
                                    other->second, label, page));
                pages.emplace_back(page, label);
            }
        }
    }
}

} // namespace

std::vector<Finding> ablogTraps(const rst::Document &document, const MetadataSource &metadata,
                                std::span<const PostMetadata> posts, const BlogConfig &config, const DateTime &today)
{
    return Traps(document, metadata, posts, config, today).find();
}

std::string computedSettings(const SiteSettings &site)
{
    if (site.computed.empty())
        return {};
    std::string names;
    for (const std::string &name : site.computed)
        names.append(names.empty() ? "" : ", ").append(name);
    return std::format(
        "conf.py computes {}. It is read here and never run, so the usual value counts: dates, names and "
        "numbers may look different on the site. Write the value out to have it here, too.",
        names);
}

std::vector<std::string> siteTraps(const SiteSettings &site)
{
    std::vector<std::string> traps;
    const auto check = [&](const std::vector<std::string> &defaults, rst::LabelKind kind, std::string_view setting,
                           std::string_view names) {
        for (const std::string &label : defaults) {
            const bool isKnown = std::ranges::any_of(site.namedLabels, [&](const rst::NamedLabel &named) {
                return named.kind == kind && named.label == label;
            });
            if (!isKnown)
                traps.push_back(std::format("{} is “{}”, which {} does not have: the site cannot be built.", setting,
                                            label, names));
        }
    };
    check(site.defaultAuthor, rst::LabelKind::Author, "blog_default_author", "blog_authors");
    check(site.defaultLocation, rst::LabelKind::Location, "blog_default_location", "blog_locations");
    check(site.defaultLanguage, rst::LabelKind::Language, "blog_default_language", "blog_languages");
    return traps;
}

} // namespace post
