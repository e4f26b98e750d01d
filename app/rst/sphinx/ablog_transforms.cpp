// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What ABlog makes of a document that Sphinx has read (`ablog.post.process_posts`): finds its posts, their titles and
// excerpts, and takes their directives out of the page.

#include "rst/sphinx/site_words.h"
#include "rst/sphinx/sphinx_transforms.h"
#include "rst/text/unicode.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <map>
#include <optional>
#include <unordered_set>

namespace rst {
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

/// A kind of labels: the option of `post`, and what its pages are called.
struct Catalog {
    LabelKind kind = LabelKind::Tag;
    std::string_view option = {};
    std::string_view page = {};
};

constexpr Catalog catalogs[] = {
    {LabelKind::Tag, "tags", "tag"},
    {LabelKind::Author, "author", "author"},
    {LabelKind::Category, "category", "category"},
    {LabelKind::Location, "location", "location"},
    {LabelKind::Language, "language", "language"},
};

} // namespace

SitePage labelPage(const AblogSettings &settings, LabelKind kind, std::string_view label)
{
    const auto catalog = std::ranges::find(catalogs, kind, &Catalog::kind);
    const auto named = std::ranges::find_if(
        settings.namedLabels, [&](const NamedLabel &entry) { return entry.kind == kind && entry.label == label; });
    const std::string_view name = named == settings.namedLabels.end() ? label : std::string_view(named->name);
    return {.docname = std::format("{}/{}/{}", settings.blogPath, catalog->page, slugify(name)),
            .title = std::string(name)};
}

namespace sphinx {
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
    std::vector<NodeId> firstBelow(NodeRef scope, NodeKind kind, std::size_t most);
    NodeId excerptOf(NodeRef post, NodeRef scope);
    void notePages(NodeRef post, NodeRef scope, std::string_view title);

    TransformContext &m_context;
    Document &m_document;
    std::vector<NodeId> m_posts;
    bool m_hasSections;
    std::unordered_set<NodeId> m_namedScopes;
    std::map<std::pair<NodeId, NodeKind>, std::optional<NodeId>> m_firstBelow; // what firstBelow() found first
};

/// What a post is: its section where there are several, else the document.
NodeRef PostReader::scopeOf(NodeRef post) const
{
    const NodeRef root = m_document[Document::root()];
    if (!m_hasSections)
        return root;
    return post.parent().is(NodeKind::Section) ? post.parent() : root; // where it is none, ABlog never finds one
}

/// `Updated on 05 March 2023`
void PostReader::nameUpdates(NodeRef scope)
{
    // DEVIATION: ABlog gives the updates of a section a title for each of the posts that stand in it.
    if (!m_namedScopes.insert(scope.id()).second)
        return;
    const AblogSettings &settings = m_context.settings.sphinx.ablog;
    for (const NodeId update : transforms::findAll(m_document, scope.id(), NodeKind::Update)) {
        const std::string_view written = m_document[update].attribute(AttributeName::Content);
        const auto date = settings.readDate ? settings.readDate(written) : std::nullopt;
        const NodeId title = m_document.create(NodeKind::Title, m_document[update].span(), m_document[update].line());
        const std::string_view words = siteWord(SiteWord::UpdatedOn, m_context.settings.sphinx.language);
        m_document.appendText(title, m_document.store(std::string(words).append(date ? date->formatted : written)));
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
    if (!m_document.mayHave(NodeKind::Title))
        return {};
    for (NodeRef node = scope; node; node = node.following(scope)) {
        if (node.is(NodeKind::Title))
            return node.asText();
    }
    return {};
}

/// The first elements of a kind in a section. Many posts in one section ask for the same, and while they are read elements leave
/// it, but none comes: so nothing stands before what was found first, and nothing comes where there was nothing.
std::vector<NodeId> PostReader::firstBelow(NodeRef scope, NodeKind kind, std::size_t most)
{
    std::vector<NodeId> found;
    const auto [known, isNew] = m_firstBelow.try_emplace({scope.id(), kind});
    if (!isNew && !known->second)
        return found;
    NodeRef node = scope;
    if (!isNew) {
        NodeRef around = m_document[*known->second];
        while (around && around.id() != scope.id())
            around = around.parent();
        if (around) // it is still there
            node = m_document[*known->second];
    }
    for (; node && found.size() < most; node = node.following(scope)) {
        if (node.is(kind))
            found.push_back(node.id());
    }
    known->second = found.empty() ? std::nullopt : std::optional(found.front());
    return found;
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
        // ABlog counts after it has taken one, so that a negative number takes one, too.
        for (const NodeId paragraph :
             firstBelow(scope, NodeKind::Paragraph, std::size_t(std::max<std::int64_t>(wanted, 1))))
            m_document.append(excerpt, m_document.copy(paragraph));
    }
    std::int64_t image = numberOf(post, "image").value_or(0);
    if (image == 0)
        image = settings.autoImage;
    if (image > 0) {
        const std::vector<NodeId> images = firstBelow(scope, NodeKind::Image, std::size_t(image));
        if (std::size_t(image) <= images.size())
            m_document.append(excerpt, m_document.copy(images[std::size_t(image) - 1]));
    }
    return excerpt;
}

/// The pages of a post's labels are there for `:ref:` because of it.
void PostReader::notePages(NodeRef post, NodeRef scope, std::string_view title)
{
    SphinxEnvironment &environment = *m_context.sphinx;
    const SphinxSettings &settings = m_context.settings.sphinx;
    const std::string &path = settings.ablog.blogPath;
    if (!m_hasSections || scope.parent().is(NodeKind::Document)) { // the posts of sections further down have no label
        std::string_view name = settings.docname;
        if (name.ends_with("/index"))
            name.remove_suffix(6);
        const std::string label(name.substr(name.rfind('/') + 1));
        environment.labels[label] = {.id = m_document.store(label), .title = m_document.store(title)};
        environment.anonymousLabels[label] = m_document.store(label);
    }
    const std::string_view written = post.attribute(AttributeName::Content);
    // A draft's labels are known, too, though its pages may be empty.
    const auto date = settings.ablog.readDate && !written.empty() ? settings.ablog.readDate(written) : std::nullopt;
    if (date) {
        const std::string year = std::to_string(date->year);
        environment.pages["archive-" + year] = {.docname = std::format("{}/{}", path, year), .title = year};
    }
    for (const Catalog &catalog : catalogs) {
        const auto list = optionOf(post, catalog.option);
        for (const std::string_view label : list ? commaItems(*list) : std::vector<std::string_view>())
            environment.pages.try_emplace(std::format("{}-{}", catalog.page, slugify(label)),
                                          labelPage(settings.ablog, catalog.kind, label));
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
    notePages(post, scope, title);

    const std::vector<NodeId> children = transforms::childrenOf(m_document, id);
    if (children.empty() || optionOf(post, "exclude"))
        m_document.detach(id);
    else
        transforms::replaceSelf(m_document, id, children);
}

/// Leaves nothing in the tree but one post, or its excerpt (`ablog.blog.Post.to_html`).
void keepShownPart(Document &document, const ShownElsewhere &shown)
{
    std::vector<NodeId> parts;
    const std::vector<std::string_view> posts =
        transforms::itemsOf(document, Document::root(), AttributeName::PostNodes);
    const NodeRef post = shown.post < posts.size() ? document[idFrom(posts[shown.post])] : NodeRef();
    if (post && shown.isWhole) {
        const NodeRef scope = document[idFrom(post.attribute(AttributeName::PostScope))];
        if (!scope.is(NodeKind::Section))
            return; // the whole document
        // Of a section at the top ABlog copies the title alone.
        parts.push_back(scope.parent().is(NodeKind::Document) ? scope.firstChild().id() : scope.id());
    } else if (post) {
        const NodeId excerpt = idFrom(post.attribute(AttributeName::PostExcerpt));
        if (shown.isListItem) {
            parts = transforms::childrenOf(document, excerpt);
            for (const NodeId part : parts) {
                if (!document[part].is(NodeKind::Text))
                    document.addAttribute(part, AttributeName::Classes, "ablog-post-excerpt");
            }
        } else {
            const NodeId box = document.create(NodeKind::Paragraph, document[excerpt].span());
            document.addAttribute(box, AttributeName::Classes, "ablog-post-excerpt");
            document.moveChildren(excerpt, box);
            parts.push_back(box);
        }
    }
    for (const NodeId child : transforms::childrenOf(document, Document::root()))
        document.detach(child);
    for (const NodeId part : parts) {
        if (document[part].parent())
            document.detach(part);
        document.append(Document::root(), part);
    }
}

} // namespace

void applyPosts(TransformContext &context)
{
    const AblogSettings &settings = context.settings.sphinx.ablog;
    auto &pages = context.sphinx->pages;
    const auto add = [&](std::string_view label, std::string_view page, std::string_view title) {
        pages[std::string(label)] = {.docname = page.empty() ? settings.blogPath
                                                             : std::format("{}/{}", settings.blogPath, page),
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
    pages["blog-feed"].isFeed = true;
    for (const NamedLabel &named : settings.namedLabels) {
        const auto catalog = std::ranges::find(catalogs, named.kind, &Catalog::kind);
        pages[std::format("{}-{}", catalog->page, slugify(named.label))] = labelPage(settings, named.kind, named.label);
    }
    PostReader(context).read();
    if (settings.shownElsewhere)
        keepShownPart(context.document, *settings.shownElsewhere);
}

} // namespace sphinx
} // namespace rst
