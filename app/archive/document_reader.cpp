// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/document_reader.h"

#include "archive/series.h"
#include "post/excerpt_words.h"
#include "post/legacy_findings.h"
#include "post/metadata_findings.h"
#include "post/myst_metadata.h"
#include "post/post_metadata.h"
#include "post/sphinx_settings.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <span>

namespace archive {

namespace {

constexpr std::size_t longestText = 2'000'000; // bytes that are searched

/// What all posts of a document share.
struct DocumentFacts {
    std::string title = {};
    std::string text = {};
    std::string headings = {};
    std::vector<std::string> links = {};
    int pictures = 0;
    int missingAlternatives = 0;
    int errors = 0;
    int warnings = 0;
    int looksWrong = 0;
};

/// Cuts at the begin of a character.
void cut(std::string &text, std::size_t length)
{
    if (text.size() <= length)
        return;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        --length;
    text.resize(length);
}

bool isRemote(std::string_view address)
{
    return address.find("://") != address.npos || address.starts_with("mailto:");
}

void readTree(const rst::Document &document, DocumentFacts &facts)
{
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node;) {
        switch (node.kind()) {
        case rst::NodeKind::SystemMessage:
        case rst::NodeKind::Comment:
        case rst::NodeKind::Raw: node = node.followingPast(root); continue;
        case rst::NodeKind::Title:
            if (facts.title.empty())
                facts.title = node.asText();
            facts.headings += node.asText() + '\n'; // searched as such, and weightier than text
            node = node.followingPast(root);
            continue;
        case rst::NodeKind::Image:
            ++facts.pictures;
            if (node.attribute(rst::AttributeName::Alt).empty())
                ++facts.missingAlternatives;
            else
                facts.text.append(node.attribute(rst::AttributeName::Alt)) += ' ';
            break;
        case rst::NodeKind::Reference:
            if (const auto address = node.attribute(rst::AttributeName::Refuri); isRemote(address))
                facts.links.emplace_back(address);
            break;
        case rst::NodeKind::Text: facts.text += node.text(); break;
        default:
            if (!node.isA(rst::Category::Inline) && !facts.text.empty() && facts.text.back() != '\n')
                facts.text += '\n';
            break;
        }
        node = node.following(root);
    }
    cut(facts.text, longestText);
    std::ranges::sort(facts.links);
    facts.links.erase(std::ranges::unique(facts.links).begin(), facts.links.end());
}

void countProblems(const rst::Publication &publication, std::string_view source,
                   std::span<const post::PostMetadata> posts, const post::BlogConfig &config,
                   const post::DateTime &today, DocumentFacts &facts)
{
    for (const rst::Diagnostic &diagnostic : publication.diagnostics) {
        facts.errors += diagnostic.level >= rst::Level::Error;
        facts.warnings += diagnostic.level == rst::Level::Warning;
    }
    const auto count = [&](const std::vector<post::Finding> &findings) {
        for (const post::Finding &finding : findings)
            ++(finding.severity == post::Severity::Error     ? facts.errors
               : finding.severity == post::Severity::Warning ? facts.warnings
                                                             : facts.looksWrong);
    };
    count(post::metadataFindings(source, publication.document, posts, config, today));
    count(post::legacyFindings(source, publication.document));
}

std::vector<std::string> withoutEmpty(std::vector<std::string> labels)
{
    std::erase(labels, std::string());
    return labels;
}

std::string excerptOf(const post::PostMetadata &metadata)
{
    std::string excerpt = post::excerptText(metadata);
    cut(excerpt, longestExcerpt);
    return excerpt;
}

std::string dateOf(const post::ParsedDate &date)
{
    if (!hasDate(date))
        return {};
    const std::string text = post::isoDate(date.value);
    return text.ends_with("T00:00:00") ? text.substr(0, 10) : text;
}

std::string slugOfFile(const std::string &path)
{
    const std::filesystem::path file(path);
    return file.stem() == "index" && file.has_parent_path() ? file.parent_path().filename().string()
                                                            : file.stem().string();
}

/// A post, or the one page that the document is, with what its document shows.
IndexedPost indexed(ArchivedPost post, DocumentFacts facts)
{
    post.errors = facts.errors;
    post.warnings = facts.warnings;
    post.looksWrong = facts.looksWrong;
    post.pictures = facts.pictures;
    post.missingAlternatives = facts.missingAlternatives;
    return {.post = std::move(post),
            .text = std::move(facts.text),
            .headings = std::move(facts.headings),
            .links = std::move(facts.links)};
}

/// A reader that notes which files it is asked for. A document's folder is where relative names begin.
rst::FileReader noting(rst::FileReader reader, const std::string &path, std::vector<std::string> &names)
{
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    return [reader = std::move(reader), folder, &names](std::string_view name) {
        const std::filesystem::path file =
            name.starts_with('/') ? std::filesystem::path(name).relative_path() : folder / name;
        names.push_back(file.lexically_normal().generic_string());
        return reader(name);
    };
}

} // namespace

ArchivedPost archivedPost(post::PostMetadata metadata, const std::string &path)
{
    ArchivedPost post{.path = path,
                      .slug = slugOfFile(path),
                      .title = std::move(metadata.title),
                      .section = std::move(metadata.section),
                      .date = dateOf(metadata.date),
                      .dateText = std::move(metadata.dateText),
                      .state = metadata.isDraft ? PostState::Draft : PostState::Published,
                      .excerpt = excerptOf(metadata),
                      .tags = withoutEmpty(std::move(metadata.tags)),
                      .authors = withoutEmpty(std::move(metadata.author)),
                      .categories = withoutEmpty(std::move(metadata.category)),
                      .locations = withoutEmpty(std::move(metadata.location)),
                      .languages = withoutEmpty(std::move(metadata.language)),
                      .redirects = withoutEmpty(std::move(metadata.redirect))};
    post.series = seriesOf(post.title);
    return post;
}

IndexedDocument readDocument(const rst::Engine &engine, const post::BlogConfig &config,
                             const std::filesystem::path &folder, const std::string &path, std::string_view source,
                             const post::DateTime &today)
{
    IndexedDocument result;
    rst::Settings settings = post::sphinxSettings(config, today, folder / path);
    settings.readFile = noting(std::move(settings.readFile), path, result.included);
    const bool isMarkdown = post::isMarkdownName(path);
    const std::string converted = isMarkdown ? post::mystAsRst(source) : std::string();
    const std::string_view text = isMarkdown ? converted : source;
    settings.sphinx.knowsSite = false; // a document by itself cannot tell which links lead nowhere
    rst::Publication publication = engine.publish(text, settings);
    DocumentFacts facts;
    readTree(publication.document, facts);
    result.title =
        isMarkdown
            ? facts.title
            : std::string(publication.document[rst::Document::root()].attribute(rst::AttributeName::DocumentTitle));
    if (!isMarkdown)
        result.labels = std::move(publication.labels);
    std::vector<post::PostMetadata> posts = post::readPosts(publication.document, config, today);
    if (!isMarkdown) // whose body is only words here, and right or wrong by other rules
        countProblems(publication, text, posts, config, today, facts);
    for (post::PostMetadata &metadata : posts) {
        const post::DateOutcome outcome = metadata.date.outcome;
        std::string externalLink = std::move(metadata.externalLink);
        result.posts.push_back(indexed(archivedPost(std::move(metadata), path), facts));
        result.posts.back().dateOutcome = outcome;
        result.posts.back().externalLink = std::move(externalLink);
    }
    if (result.posts.empty()) {
        std::string title = std::move(facts.title);
        result.posts.push_back(
            indexed({.path = path, .slug = slugOfFile(path), .title = std::move(title)}, std::move(facts)));
    }
    std::ranges::sort(result.included);
    result.included.erase(std::ranges::unique(result.included).begin(), result.included.end());
    return result;
}

} // namespace archive
