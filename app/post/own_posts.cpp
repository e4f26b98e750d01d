// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/own_posts.h"

#include "post/site.h"
#include "rst/sphinx/sphinx_dialect.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <algorithm>
#include <string>

namespace post {

namespace {

std::string excerptOn(std::string_view page, std::size_t number, const rst::Engine &engine, std::string_view source,
                      rst::Settings settings)
{
    settings.sphinx.posts = {}; // a list within a list shows nothing
    settings.sphinx.ablog.shownElsewhere =
        rst::ShownElsewhere{.page = std::string(page), .post = number, .isListItem = true};
    return rst::writeSphinxHtml(engine.publish(source, settings).document, settings);
}

} // namespace

bool hasPostList(const rst::Document &document)
{
    for (std::uint32_t i = 0; i < document.nodeCount(); ++i) {
        if (document[rst::NodeId{i}].is(rst::NodeKind::PostList)) // which a transform has taken out of the tree
            return true;
    }
    return false;
}

std::vector<rst::SitePost> ownPosts(const rst::Engine &engine, std::string_view source, const rst::Settings &settings,
                                    const rst::Publication &publication, const BlogConfig &config,
                                    const DateTime &clock)
{
    constexpr rst::LabelKind kinds[] = {rst::LabelKind::Tag, rst::LabelKind::Author, rst::LabelKind::Category,
                                        rst::LabelKind::Location, rst::LabelKind::Language};
    std::vector<std::pair<DateTime, rst::SitePost>> posts;
    std::size_t number = 0;
    for (const PostMetadata &metadata : readPosts(publication.document, config, clock)) {
        const std::size_t own = number++;
        if (metadata.isDraft)
            continue;
        rst::SitePost post{
            .docname = settings.sphinx.docname, .title = metadata.title, .externalLink = metadata.externalLink};
        for (const rst::LabelKind kind : kinds) {
            for (const std::string &label : labelsOf(metadata, kind))
                post.labels.push_back(
                    {.kind = kind, .label = label, .page = rst::labelPage(settings.sphinx.ablog, kind, label)});
        }
        post.formatDate = [date = metadata.date.value](std::string_view format) { return formatDate(date, format); };
        post.excerpt = [&engine, source, &settings, own](std::string_view page) {
            return excerptOn(page, own, engine, source, settings);
        };
        posts.emplace_back(metadata.date.value, std::move(post));
    }
    std::ranges::stable_sort(posts, [](const auto &left, const auto &right) {
        return std::pair(right.first, std::string_view(right.second.title)) <
               std::pair(left.first, std::string_view(left.second.title));
    });
    std::vector<rst::SitePost> result;
    result.reserve(posts.size());
    for (auto &entry : posts)
        result.push_back(std::move(entry.second));
    return result;
}

} // namespace post
