// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What ABlog makes of a document that Sphinx has read (`ablog.post.CheckFrontMatter`, `process_posts`): finds its posts, their
// titles and excerpts, and takes their directives out of the page.

#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>

namespace rst::sphinx {
namespace {

/// The value of an option of a post, as written; nothing where it has none.
std::optional<std::string_view> optionOf(NodeRef post, std::string_view name)
{
    for (const std::string_view entry : post.items(AttributeName::OptionList)) {
        if (entry.starts_with(name) && entry.size() > name.size() && entry[name.size()] == '\0')
            return entry.substr(name.size() + 1);
    }
    return std::nullopt;
}

std::optional<std::int64_t> numberOf(NodeRef post, std::string_view name)
{
    const auto text = optionOf(post, name);
    std::int64_t number = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc())
        return std::nullopt;
    return number;
}

std::vector<std::string_view> itemsIn(std::string_view list)
{
    std::vector<std::string_view> items;
    for (;;) {
        const std::size_t comma = list.find(',');
        items.push_back(trimmed(list.substr(0, comma)));
        if (comma == list.npos)
            return items;
        list.remove_prefix(comma + 1);
    }
}

/// A nested search: all elements of a kind below another, in document order.
std::vector<NodeId> findBelow(NodeRef top, NodeKind kind)
{
    std::vector<NodeId> found;
    for (NodeRef node = top; node; node = node.following(top)) {
        if (node.is(kind))
            found.push_back(node.id());
    }
    return found;
}

} // namespace

/// A field list before the title that says `blogpost` makes a post of the page without a directive.
void applyFrontMatterPost(TransformContext &context)
{
    Document &document = context.document;
    const std::vector<NodeId> docinfos = transforms::findAll(document, NodeKind::Docinfo);
    const std::vector<NodeId> sections = transforms::findAll(document, NodeKind::Section);
    if (docinfos.empty() || sections.empty())
        return;
    std::vector<std::pair<std::string, std::string>> fields;
    const auto set = [&](std::string_view name, std::string value) {
        const auto known = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
        if (known != fields.end())
            known->second = std::move(value);
        else
            fields.emplace_back(name, std::move(value));
    };
    const NodeRef docinfo = document[docinfos.front()];
    for (const NodeId field : findBelow(docinfo, NodeKind::Field))
        set(document[field].firstChild().asText(), document[field].lastChild().asText());
    if (const auto authors = findBelow(docinfo, NodeKind::Author); !authors.empty())
        set("author", document[authors.front()].asText());
    if (const auto dates = findBelow(docinfo, NodeKind::Date); !dates.empty())
        set("date", document[dates.front()].asText());
    const bool isMarked = std::ranges::contains(fields, "blogpost", &std::pair<std::string, std::string>::first);
    if (!isMarked && !context.settings.sphinx.ablog.matchesPostPattern)
        return;

    constexpr std::string_view known[] = {"tags",  "author",  "category", "location", "language",   "redirect",      "title",
                                          "image", "excerpt", "exclude",  "nocomments", "external_link", "canonical_link"};
    const NodeId post = document.append(sections.front(), NodeKind::Post, docinfo.span(), lineOf(docinfo));
    for (const auto &[name, value] : fields) {
        if (name == "date")
            document.setAttribute(post, AttributeName::Content, document.store(trimmed(value)));
        if (!std::ranges::contains(known, name) || (name == "excerpt" && trimmed(value) == "0"))
            continue;
        const std::string entry = std::format("{}{}{}", name, '\0', trimmed(value));
        document.addAttribute(post, AttributeName::OptionList, document.store(entry));
    }
    document.setAttribute(post, AttributeName::ObjectType, "front-matter");
}

namespace {

class PostReader
{
public:
    explicit PostReader(TransformContext &context)
        : m_context(context)
        , m_document(context.document)
        , m_posts(transforms::findAll(context.document, NodeKind::Post))
        , m_hasSections(m_posts.size() > 1 || context.settings.sphinx.ablog.alwaysSection)
    {
    }

    void read()
    {
        for (const NodeId post : m_posts)
            take(post);
    }

private:
    void take(NodeId post);
    NodeRef scopeOf(NodeRef post) const;
    void nameUpdates(NodeRef scope);
    std::string titleOf(NodeRef post, NodeRef scope) const;
    NodeId excerptOf(NodeRef post, NodeRef scope);
    void notePages(NodeRef post, std::string_view title);

    TransformContext &m_context;
    Document &m_document;
    std::vector<NodeId> m_posts;
    bool m_hasSections;
};

/// What a post is: its section where there are several, else the document.
NodeRef PostReader::scopeOf(NodeRef post) const
{
    const NodeRef root = m_document[Document::root()];
    if (!m_hasSections)
        return root;
    for (NodeRef node = post.parent(); node; node = node.parent()) {
        if (node.is(NodeKind::Section))
            return node;
    }
    return root; // ABlog never finds one
}

/// `Updated on 05 March 2023`
void PostReader::nameUpdates(NodeRef scope)
{
    const AblogSettings &settings = m_context.settings.sphinx.ablog;
    for (const NodeId update : findBelow(scope, NodeKind::Update)) {
        const std::string_view written = m_document[update].attribute(AttributeName::Content);
        const auto date = settings.readDate ? settings.readDate(written) : std::nullopt;
        const NodeId title = m_document.create(NodeKind::Title, m_document[update].span(), m_document[update].line());
        m_document.appendText(title, m_document.store("Updated on " + (date ? date->formatted : std::string(written))));
        m_document.prepend(update, title);
        m_document.removeAttribute(update, AttributeName::Classes);
        m_document.addAttribute(update, AttributeName::Classes, "note");
        m_document.addAttribute(update, AttributeName::Classes, "update");
    }
}

std::string PostReader::titleOf(NodeRef post, NodeRef scope) const
{
    if (const auto title = optionOf(post, "title"); title && !title->empty())
        return std::string(*title);
    for (NodeRef node = scope; node; node = node.following(scope)) {
        if (node.is(NodeKind::Title))
            return node.asText();
    }
    return {};
}

/// Copies of the elements that lists of posts show: the directive's content, or the first paragraphs; and the image.
NodeId PostReader::excerptOf(NodeRef post, NodeRef scope)
{
    const AblogSettings &settings = m_context.settings.sphinx.ablog;
    const NodeId excerpt = m_document.create(NodeKind::Container, post.span());
    const std::int64_t wanted = numberOf(post, "excerpt").value_or(std::int64_t(settings.autoExcerpt));
    if (post.hasChildren()) {
        for (const NodeRef child : post.children())
            m_document.append(excerpt, m_document.copy(child.id()));
    } else if (wanted != 0) {
        std::int64_t count = 0;
        for (NodeRef node = scope; node; node = node.following(scope)) {
            if (!node.is(NodeKind::Paragraph))
                continue;
            m_document.append(excerpt, m_document.copy(node.id()));
            if (++count >= wanted)
                break;
        }
    }
    std::int64_t image = numberOf(post, "image").value_or(0);
    if (image == 0)
        image = settings.autoImage;
    if (image > 0) {
        const std::vector<NodeId> images = findBelow(scope, NodeKind::Image);
        if (std::size_t(image) <= images.size())
            m_document.append(excerpt, m_document.copy(images[std::size_t(image) - 1]));
    }
    return excerpt;
}

/// The pages of a post's labels are there for `:ref:` because of it.
void PostReader::notePages(NodeRef post, std::string_view title)
{
    SphinxEnvironment &environment = *m_context.sphinx;
    const SphinxSettings &settings = m_context.settings.sphinx;
    const std::string &path = settings.ablog.blogPath;
    if (!m_hasSections) {
        std::string_view name = settings.docname;
        if (name.ends_with("/index"))
            name.remove_suffix(6);
        const std::string label(name.substr(name.rfind('/') + 1));
        environment.labels[label] = {.id = m_document.store(label), .title = m_document.store(title)};
        environment.anonymousLabels[label] = m_document.store(label);
    }
    const std::string_view written = post.attribute(AttributeName::Content);
    const auto date = settings.ablog.readDate && !written.empty() ? settings.ablog.readDate(written) : std::nullopt;
    if (!date || !date->isPublished)
        return;
    const std::string year = std::to_string(date->year);
    environment.pages["archive-" + year] = {.docname = std::format("{}/{}", path, year), .title = year};
    constexpr std::pair<std::string_view, std::string_view> catalogs[] = {
        {"tags", "tag"}, {"author", "author"}, {"category", "category"}, {"location", "location"}, {"language", "language"}};
    for (const auto &[option, page] : catalogs) {
        const auto list = optionOf(post, option);
        for (const std::string_view label : list ? itemsIn(*list) : std::vector<std::string_view>()) {
            const std::string slug = slugify(label);
            environment.pages[std::format("{}-{}", page, slug)] = {.docname = std::format("{}/{}/{}", path, page, slug),
                                                                   .title = std::string(label)};
        }
    }
}

void PostReader::take(NodeId id)
{
    const NodeRef post = m_document[id];
    const NodeRef scope = scopeOf(post);
    nameUpdates(scope);
    const std::string title = titleOf(post, scope);
    const NodeId excerpt = excerptOf(post, scope);
    m_document.setAttribute(id, AttributeName::Title, m_document.store(title));
    m_document.setAttribute(id, AttributeName::PostScope, idText(m_document, scope.id()));
    m_document.setAttribute(id, AttributeName::PostExcerpt, idText(m_document, excerpt));
    m_document.addAttribute(Document::root(), AttributeName::PostNodes, idText(m_document, id));
    notePages(post, title);

    const std::vector<NodeId> children = transforms::childrenOf(m_document, id);
    if (children.empty() || optionOf(post, "exclude"))
        m_document.detach(id);
    else
        transforms::replaceSelf(m_document, id, children);
}

} // namespace

void applyPosts(TransformContext &context)
{
    const AblogSettings &settings = context.settings.sphinx.ablog;
    auto &pages = context.sphinx->pages;
    const auto add = [&](std::string_view label, std::string_view page, std::string_view title) {
        pages[std::string(label)] = {.docname = page.empty() ? settings.blogPath : std::format("{}/{}", settings.blogPath, page),
                                     .title = std::string(title)};
    };
    add("blog-posts", "", "Posts");
    add("blog-drafts", "drafts", "Drafts");
    add("blog-tags", "tag", "Tags");
    add("blog-authors", "author", "Authors");
    add("blog-archives", "archive", "Archives");
    add("blog-locations", "location", "Locations");
    add("blog-languages", "language", "Languages");
    add("blog-categories", "category", "Categories");
    add("blog-feed", "atom.xml", settings.blogTitle + " Feed");
    PostReader(context).read();
}

/// A list of posts; what the site has published is the archive's to say.
void applyPostLists(TransformContext &context)
{
    Document &document = context.document;
    const SphinxSettings &settings = context.settings.sphinx;
    for (const NodeId id : transforms::findAll(document, NodeKind::PostList)) {
        const NodeRef node = document[id];
        const NodeId list = document.create(NodeKind::BulletList, node.span(), node.line());
        const std::string_view style = optionOf(node, "list-style").value_or("none");
        document.addAttribute(list, AttributeName::Classes, document.store(std::format("postlist-style-{}", style)));
        document.addAttribute(list, AttributeName::Classes, "postlist");
        std::vector<SitePost> posts = settings.posts ? settings.posts() : std::vector<SitePost>();
        std::erase_if(posts, [&](const SitePost &post) { return post.docname == settings.docname; });
        std::size_t count = posts.size();
        const std::string_view written = node.attribute(AttributeName::Content);
        std::from_chars(written.data(), written.data() + written.size(), count);
        posts.resize(std::min(count, posts.size()));
        if (optionOf(node, "sort"))
            std::ranges::reverse(posts);
        for (const SitePost &post : posts) {
            const NodeId item = document.append(list, NodeKind::ListItem);
            document.addAttribute(item, AttributeName::Classes, "ablog-post");
            const NodeId paragraph = document.append(item, NodeKind::Paragraph);
            document.addAttribute(paragraph, AttributeName::Classes, "ablog-post-title");
            document.appendText(paragraph, document.store(post.date + " - "));
            const NodeId reference = document.append(paragraph, NodeKind::Reference);
            document.setAttribute(reference, AttributeName::Internal, "True");
            document.setAttribute(reference, AttributeName::Refuri,
                                  document.store(relativeUri(settings.uriStyle, settings.docname, post.docname)));
            document.appendText(reference, document.store(post.title));
        }
        transforms::replaceSelf(document, id, list);
    }
}

} // namespace rst::sphinx
