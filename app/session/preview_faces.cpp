// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_faces.h"

#include <QCoreApplication>
#include <QHashFunctions>
#include <QString>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct FaceWords {
    Q_DECLARE_TR_FUNCTIONS(session::PreviewFaces)
};

QString escapedText(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString dayOf(const post::PostMetadata &post, const post::BlogConfig &blog)
{
    return post::hasDate(post.date) ? QString::fromStdString(post::formatDate(post.date.value, blog.dateFormat))
                                    : FaceWords::tr("Draft");
}

/// Says when what is shown will be there at all.
QString waitingNote(const post::PostMetadata &post, const post::BlogConfig &blog)
{
    if (!post.isDraft)
        return {};
    const QString words = post::hasDate(post.date) ? FaceWords::tr("Nobody sees this before %1.").arg(dayOf(post, blog))
                                                   : FaceWords::tr("Nobody sees this until the post has a date.");
    return u"<p class=\"face-note\">%1</p>"_s.arg(words.toHtmlEscaped());
}

/// Where a link to the post is shared: its picture, title, the beginning of its excerpt, and the site's name.
QString socialCard(const post::PostMetadata &post, const post::BlogConfig &blog)
{
    constexpr qsizetype longest = 200; // characters that the large networks show
    QString description;
    QString image;
    for (const post::ExcerptPart &part : post.excerpt) {
        if (!part.isImage)
            description += (description.isEmpty() ? u""_s : u" "_s) + QString::fromStdString(part.text);
        else if (image.isEmpty())
            image = u"<img class=\"social-image\" src=\"%1\" alt=\"%2\">"_s.arg(escapedText(part.text),
                                                                                escapedText(part.alternative));
    }
    if (description.size() > longest)
        description =
            description.first(std::max(description.lastIndexOf(u' ', longest), longest / 2)).trimmed() + u"…"_s;
    if (image.isEmpty())
        image = u"<div class=\"social-image social-empty\">%1</div>"_s.arg(
            FaceWords::tr("No picture: the excerpt has none.").toHtmlEscaped());
    const QString host = QUrl(QString::fromStdString(blog.site.baseUrl)).host();
    const QString site = host.isEmpty() ? QString::fromStdString(blog.site.blogTitle) : host;
    return u"<div class=\"face-social\">%1<div class=\"social-text\"><div class=\"social-site\">%2</div>"
           "<div class=\"social-title\">%3</div><div class=\"social-description\">%4</div></div></div>"_s.arg(
               image, site.toHtmlEscaped(), escapedText(post.title), description.toHtmlEscaped());
}

QString feedEntry(const post::Site &site, const post::Site::Post &post)
{
    const post::PostMetadata &metadata = post.metadata;
    QStringList facts;
    if (!metadata.author.empty())
        facts.append(escapedText(metadata.author.back()));
    facts.append(dayOf(metadata, site.config()).toHtmlEscaped());
    const QString content = site.config().site.feedTitles ? QString() : QString::fromStdString(site.feedContent(post));
    return u"<div class=\"face-feed\"><div class=\"feed-site\">%1</div><h1 class=\"feed-title\">%2</h1>"
           "<p class=\"feed-facts\">%3</p>%4</div>"_s.arg(escapedText(site.config().site.blogTitle),
                                                          escapedText(metadata.title), facts.join(u" · "_s), content);
}

QString htmlOf(PreviewFace face, const post::Site &site)
{
    if (site.posts().empty())
        return u"<p class=\"face-note\">%1</p>"_s.arg(
            FaceWords::tr("The site does not count this text as a post, so no list and no feed shows it.")
                .toHtmlEscaped());
    // Sorted by date; what stands first in the text is what people think of.
    const post::Site::Post &post = *std::ranges::min_element(site.posts(), {}, &post::Site::Post::number);
    const QString note = waitingNote(post.metadata, site.config());
    switch (face) {
    case PreviewFace::Page: break;
    case PreviewFace::Card:
        return note + u"<div class=\"face-card\">%1</div>"_s.arg(
                          QString::fromStdString(site.listing(post, site.config().site.blogPath)));
    case PreviewFace::FeedEntry: return note + feedEntry(site, post);
    case PreviewFace::SocialCard: return note + socialCard(post.metadata, site.config());
    }
    return {};
}

} // namespace

PreviewBlock faceBlock(PreviewFace face, const post::Site &site)
{
    PreviewBlock block{.html = htmlOf(face, site).toStdString()};
    block.hash = block.ownHash = qHashBits(block.html.data(), block.html.size(), std::size_t(face));
    return block;
}

} // namespace session
