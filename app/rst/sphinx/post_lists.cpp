// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// `postlist`: what the site has published is the archive's to say (`ablog.post.process_postlist`).

#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace rst::sphinx {
namespace {

/// A kind of label as an option of `postlist`, as a field of its format, and in the names of ABlog's pages.
struct LabelField {
    LabelKind kind = LabelKind::Tag;
    std::string_view name = {};
    std::string_view page = {};
};

constexpr LabelField labelFields[] = {
    {LabelKind::Tag, "tags", "tag"},
    {LabelKind::Author, "author", "author"},
    {LabelKind::Category, "category", "category"},
    {LabelKind::Location, "location", "location"},
    {LabelKind::Language, "language", "language"},
};

/// A piece of a format: text, then perhaps a field (Python's `string.Formatter().parse`).
struct FormatPart {
    std::string text = {};
    std::optional<std::string_view> field = {};
};

std::vector<FormatPart> partsOf(std::string_view format)
{
    std::vector<FormatPart> parts;
    std::string text;
    while (!format.empty()) {
        if (format.starts_with("{{") || format.starts_with("}}")) {
            text += format.front();
            format.remove_prefix(2);
        } else if (const std::size_t end = format.find('}'); format.front() == '{' && end != format.npos) {
            const std::string_view field = format.substr(1, end - 1);
            parts.push_back({std::exchange(text, {}), field.substr(0, field.find_first_of(":!"))});
            format.remove_prefix(end + 1);
        } else {
            text += format.front();
            format.remove_prefix(1);
        }
    }
    if (!text.empty())
        parts.push_back({.text = std::move(text)});
    return parts;
}

bool hasLabel(const SitePost &post, LabelKind kind, std::string_view label)
{
    return std::ranges::any_of(post.labels,
                               [&](const SitePost::Label &own) { return own.kind == kind && own.label == label; });
}

using PostSpan = std::span<const SitePost *const>;

/// The site's posts, asked for once and sorted out once, however many lists a page has.
class ListedPosts
{
public:
    explicit ListedPosts(const SphinxSettings &settings)
        : m_posts(settings.posts ? settings.posts() : std::vector<SitePost>())
    {
        for (const SitePost &post : m_posts) {
            if (post.docname != settings.docname)
                m_elsewhere.push_back(&post);
            for (const SitePost::Label &label : post.labels) {
                std::vector<const SitePost *> &posts = m_byLabel[{label.kind, label.label}];
                if (posts.empty() || posts.back() != &post)
                    posts.push_back(&post);
            }
        }
    }

    /// Those of other pages.
    [[nodiscard]] PostSpan elsewhere() const noexcept { return m_elsewhere; }
    [[nodiscard]] PostSpan withLabel(LabelKind kind, std::string_view label) const
    {
        const auto found = m_byLabel.find({kind, label});
        return found != m_byLabel.end() ? PostSpan(found->second) : PostSpan();
    }

private:
    std::vector<SitePost> m_posts;
    std::vector<const SitePost *> m_elsewhere;
    std::map<std::pair<LabelKind, std::string_view>, std::vector<const SitePost *>> m_byLabel;
};

class PostListBuilder
{
public:
    PostListBuilder(TransformContext &context, NodeId node, const ListedPosts &posts)
        : m_context(context)
        , m_document(context.document)
        , m_settings(context.settings.sphinx)
        , m_node(context.document[node])
        , m_posts(posts)
    {
    }

    NodeId build();

private:
    [[nodiscard]] std::optional<std::string_view> option(std::string_view name) const;
    [[nodiscard]] bool isKnown(const LabelField &field, std::string_view label) const;
    [[nodiscard]] std::vector<const SitePost *> chosenPosts() const;
    void appendPost(NodeId list, const SitePost &post, const std::vector<FormatPart> &format);
    void appendTitle(NodeId paragraph, const SitePost &post);
    void appendLabels(NodeId paragraph, const SitePost &post, LabelKind kind);
    void appendExcerpt(NodeId item, const SitePost &post);
    NodeId appendReference(NodeId parent, std::string_view docname);

    TransformContext &m_context;
    Document &m_document;
    const SphinxSettings &m_settings;
    NodeRef m_node;
    const ListedPosts &m_posts;
};

std::optional<std::string_view> PostListBuilder::option(std::string_view name) const
{
    for (const std::string_view entry : m_node.items(AttributeName::OptionList)) {
        if (entry.starts_with(name) && entry.size() > name.size() && entry[name.size()] == '\0')
            return entry.substr(name.size() + 1);
    }
    return std::nullopt;
}

/// Whether a post has this label, be it a draft, or `conf.py` names it; one that is spelled otherwise is another label, though
/// both would have the same page.
bool PostListBuilder::isKnown(const LabelField &field, std::string_view label) const
{
    if (!m_posts.withLabel(field.kind, label).empty() ||
        std::ranges::any_of(m_settings.ablog.namedLabels,
                            [&](const NamedLabel &named) { return named.kind == field.kind && named.label == label; }))
        return true;
    const std::string name = std::format("{}-{}", field.page, slugify(label));
    if (const auto own = m_context.sphinx->pages.find(name); own != m_context.sphinx->pages.end())
        return own->second.title == label;
    const auto page = m_settings.findPage ? m_settings.findPage(name) : std::nullopt;
    return page && page->title == label;
}

/// The newest posts; with filters those that have all the labels, of which unknown ones do not count.
std::vector<const SitePost *> PostListBuilder::chosenPosts() const
{
    PostSpan posts = m_posts.elsewhere();
    std::vector<const SitePost *> filtered;
    bool isFiltered = false;
    for (const LabelField &field : labelFields) {
        const auto written = option(field.name);
        if (!written)
            continue;
        for (const std::string_view label : commaItems(*written)) {
            if (isKnown(field, label) && !std::exchange(isFiltered, true)) {
                posts = m_posts.withLabel(field.kind, label);
            } else if (isKnown(field, label)) {
                m_context.repeated += posts.size();
                std::vector<const SitePost *> both;
                std::ranges::copy_if(posts, std::back_inserter(both),
                                     [&](const SitePost *post) { return hasLabel(*post, field.kind, label); });
                filtered = std::move(both);
                posts = filtered;
            }
        }
    }
    const std::string_view written = m_node.attribute(AttributeName::Content);
    std::int64_t count = std::int64_t(posts.size());
    std::from_chars(written.data(), written.data() + written.size(), count);
    if (count < 0 && isFiltered)
        count += std::int64_t(posts.size());
    if (count >= 0 || isFiltered)
        posts = posts.first(std::min(std::size_t(std::max<std::int64_t>(count, 0)), posts.size()));
    std::vector<const SitePost *> chosen(posts.begin(), posts.end());
    if (option("sort"))
        std::ranges::reverse(chosen);
    return chosen;
}

NodeId PostListBuilder::appendReference(NodeId parent, std::string_view docname)
{
    const NodeId reference = m_document.append(parent, NodeKind::Reference);
    m_document.setAttribute(reference, AttributeName::Internal, "True");
    m_document.setAttribute(reference, AttributeName::Refuri,
                            m_document.store(relativeUri(m_settings.uriStyle, m_settings.docname, docname)));
    return reference;
}

void PostListBuilder::appendTitle(NodeId paragraph, const SitePost &post)
{
    NodeId reference = NodeId::None;
    if (post.externalLink.empty()) {
        reference = appendReference(paragraph, post.docname);
    } else {
        reference = m_document.append(paragraph, NodeKind::Reference);
        m_document.setAttribute(reference, AttributeName::Refuri, m_document.store(post.externalLink));
    }
    m_document.appendText(reference, m_document.store(post.title));
    m_document.addAttribute(paragraph, AttributeName::Classes, "ablog-post-title");
}

void PostListBuilder::appendLabels(NodeId paragraph, const SitePost &post, LabelKind kind)
{
    bool isFirst = true;
    for (const SitePost::Label &label : post.labels) {
        if (label.kind != kind)
            continue;
        if (!std::exchange(isFirst, false))
            m_document.appendText(paragraph, ", ");
        const NodeId reference = appendReference(paragraph, label.page.docname);
        const std::string_view name = m_document.store(label.page.title);
        m_document.setAttribute(reference, AttributeName::Reftitle, name);
        m_document.appendText(m_document.append(reference, NodeKind::Emphasis), name);
    }
}

void PostListBuilder::appendExcerpt(NodeId item, const SitePost &post)
{
    const std::string html = post.excerpt ? post.excerpt(m_settings.docname) : std::string();
    if (html.empty())
        return;
    m_context.repeated += html.size() / 64; // as long as that many elements or so
    const NodeId excerpt = m_document.append(item, NodeKind::Raw);
    m_document.setAttribute(excerpt, AttributeName::Format, "html");
    m_document.appendText(excerpt, m_document.store(html));
    const auto more = option("expand");
    if (!more || more->empty())
        return;
    const NodeId paragraph = m_document.append(item, NodeKind::Paragraph);
    m_document.addAttribute(paragraph, AttributeName::Classes, "ablog-post-expand");
    m_document.appendText(m_document.append(appendReference(paragraph, post.docname), NodeKind::Emphasis), *more);
}

void PostListBuilder::appendPost(NodeId list, const SitePost &post, const std::vector<FormatPart> &format)
{
    const NodeId item = m_document.append(list, NodeKind::ListItem);
    m_document.addAttribute(item, AttributeName::Classes, "ablog-post");
    const NodeId paragraph = m_document.append(item, NodeKind::Paragraph);
    const std::string_view dateFormat = option("date").value_or("");
    for (const FormatPart &part : format) {
        if (!part.text.empty())
            m_document.appendText(paragraph, m_document.store(part.text));
        if (!part.field)
            continue;
        if (*part.field == "date" && post.formatDate) {
            const std::string date =
                post.formatDate(dateFormat.empty() ? m_settings.ablog.dateFormatShort : dateFormat);
            m_document.appendText(paragraph, m_document.store(date));
        } else if (*part.field == "title") {
            appendTitle(paragraph, post);
        } else if (const auto *field = std::ranges::find(labelFields, *part.field, &LabelField::name);
                   field != std::end(labelFields)) {
            appendLabels(paragraph, post, field->kind);
        }
    }
    if (option("excerpts"))
        appendExcerpt(item, post);
}

NodeId PostListBuilder::build()
{
    const NodeId list = m_document.create(NodeKind::BulletList, m_node.span(), m_node.line());
    m_document.addAttribute(list, AttributeName::Classes,
                            m_document.store(std::format("postlist-style-{}", option("list-style").value_or("none"))));
    m_document.addAttribute(list, AttributeName::Classes, "postlist");
    const std::vector<FormatPart> format = partsOf(option("format").value_or("{date} - {title}"));
    for (const SitePost *post : chosenPosts())
        appendPost(list, *post, format);
    return list;
}

} // namespace

void applyPostLists(TransformContext &context)
{
    const std::vector<NodeId> lists = transforms::findAll(context.document, NodeKind::PostList);
    if (lists.empty())
        return;
    const ListedPosts posts(context.settings.sphinx);
    for (const NodeId id : lists) {
        if (!mayRepeat(context, id, "postlist")) {
            context.document.detach(id);
            continue;
        }
        const std::size_t before = context.document.nodeCount();
        transforms::replaceSelf(context.document, id, PostListBuilder(context, id, posts).build());
        context.repeated += context.document.nodeCount() - before;
    }
}

} // namespace rst::sphinx
