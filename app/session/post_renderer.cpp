// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_renderer.h"

#include "session/blog.h"
#include "session/post_problems.h"
#include "session/postcard.h"

#include "post/post_metadata.h"
#include "post/site.h"
#include "post/site_page.h"
#include "rst/document/node_ref.h"
#include "rst/engine.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// How deep a title's section is, from 1.
int titleLevel(rst::NodeRef title)
{
    int level = 0; // as many as there are kinds of underlines at most
    for (rst::NodeRef around = title.parent(); around; around = around.parent())
        level += around.is(rst::NodeKind::Section);
    return std::max(level, 1);
}

std::vector<OutlineEntry> outlineOf(const rst::Document &document, const TextPositions &positions)
{
    std::vector<OutlineEntry> outline;
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        const bool isHeading = node.is(rst::NodeKind::Title) &&
                               (node.parent().is(rst::NodeKind::Section) || node.parent().is(rst::NodeKind::Document));
        if (!isHeading)
            continue;
        QString title;
        for (rst::NodeRef part = node.firstChild(); part; part = part.following(node)) {
            if (part.is(rst::NodeKind::Text))
                title += QString::fromUtf8(part.text().data(), qsizetype(part.text().size()));
        }
        outline.push_back({title.simplified(), titleLevel(node), textRange(document, node.span(), positions)});
    }
    return outline;
}

/// The words that readers get to see.
int countWords(const rst::Document &document)
{
    int words = 0;
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node;) {
        if (node.isA(rst::Category::Invisible) || node.is(rst::NodeKind::SystemMessage)) {
            node = node.followingPast(root);
            continue;
        }
        if (node.is(rst::NodeKind::Text)) {
            bool isInWord = false;
            for (const char c : node.text()) {
                const bool isSpace = c == ' ' || c == '\n' || c == '\t';
                words += !isSpace && !isInWord;
                isInWord = !isSpace;
            }
        }
        node = node.following(root);
    }
    return words;
}

Postcard postcardOf(std::span<const post::PostMetadata> posts, const MetadataValues &metadata,
                    const post::BlogConfig &blog, const rst::Settings &settings)
{
    if (!metadata.hasPost)
        return {};
    return {.html = posts.empty() ? noPostHtml() : postcardHtml(posts.front(), metadata.dateState, blog, settings),
            .range = metadata.range};
}

} // namespace

rst::Publication publishRequest(const RenderRequest &request, std::string_view source, rst::Settings &settings,
                                const rst::Engine &engine)
{
    const post::BlogConfig &blog = *request.blog;
    settings = renderSettings(request.path, blog, engine.dialect());
    settings.sphinx.codeColours = request.codeColours;
    // A text that has no place yet, or whose blog is still being read, cannot tell which links lead nowhere.
    settings.sphinx.knowsSite = !request.path.isEmpty() && blog.root.empty();
    return post::publishPage(
        engine, source, settings,
        {.config = blog, .clock = post::today(), .site = request.site, .isInPlace = !request.path.isEmpty()});
}

RenderingPtr renderPost(const RenderRequest &request, const rst::Engine &engine)
{
    auto rendering = std::make_shared<Rendering>();
    rendering->revision = request.revision;
    rendering->source = request.text.toStdString();
    const std::string &source = rendering->source;
    const TextPositions positions(source);
    const post::BlogConfig &blog = *request.blog;
    const post::DateTime today = post::today();
    // What is independent is done at the same time, where there is enough of it.
    constexpr std::size_t enough = 100'000; // bytes
    QThreadPool *const pool = source.size() > enough ? QThreadPool::globalInstance() : nullptr;
    const auto beside = [pool](const auto &work) {
        return pool ? QtConcurrent::run(pool, work) : (work(), QFuture<void>());
    };

    QFuture<void> reading = beside([&] {
        rendering->metadata = metadataValues(source, positions, blog, today);
        rendering->folds = foldsOf(request.text);
    });
    rst::Settings settings;
    rst::Publication publication = publishRequest(request, source, settings, engine);
    const std::vector<post::PostMetadata> posts = post::readPosts(publication.document, blog, today);
    reading.waitForFinished();

    QFuture<void> judging = beside([&] {
        rendering->problems = postProblems({source, publication, posts}, positions, request, today);
        rendering->outline = outlineOf(publication.document, positions);
        rendering->words = countWords(publication.document);
    });
    if (request.face == PreviewFace::Page) {
        const Postcard postcard = postcardOf(posts, rendering->metadata, blog, settings);
        rendering->blocks = previewBlocks(publication.document, settings, postcard, positions);
        if (request.before && request.before->face == PreviewFace::Page)
            keepLastGood(rendering->blocks, request.before->blocks);
    } else {
        rendering->blocks = {faceBlock(request.face, post::Site::ofDocument(blog, today, request.path.toStdString(),
                                                                            source, publication, posts, request.site))};
    }
    judging.waitForFinished();
    rendering->face = request.face;
    rendering->document = std::move(publication.document);
    return rendering;
}

PostRenderer::PostRenderer(QObject *parent)
    : QObject(parent)
    , m_engine(std::make_shared<const rst::Engine>(rst::Dialect::Sphinx))
{
}

PostRenderer::~PostRenderer() = default;

void PostRenderer::request(RenderRequest request)
{
    m_waiting = std::move(request); // replaces what still waits: only the latest text matters
    startNext();
}

void PostRenderer::startNext()
{
    if (m_rendering || !m_waiting)
        return;
    m_rendering = true;
    const auto render = [](const RenderRequest &request, const EnginePtr &engine) {
        return renderPost(request, *engine);
    };
    QtConcurrent::run(render, *std::exchange(m_waiting, std::nullopt), m_engine)
        .then(this, [this](const RenderingPtr &rendering) {
            // On the GUI thread, and never within request(): a future that is done already would come back at once.
            QMetaObject::invokeMethod(this, [this, rendering] { finish(rendering); }, Qt::QueuedConnection);
        });
}

void PostRenderer::finish(const RenderingPtr &rendering)
{
    m_rendering = false;
    Q_EMIT rendered(rendering);
    startNext();
}

} // namespace session
