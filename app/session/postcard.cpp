// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/postcard.h"

#include "post/site.h"
#include "rst/sphinx/sphinx_dialect.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct PostcardWords {
    Q_DECLARE_TR_FUNCTIONS(session::Postcard)
};

QString spanOf(QLatin1StringView kind, const QString &text)
{
    return u"<span class=\"postcard-%1\">%2</span>"_s.arg(kind, text.toHtmlEscaped());
}

QString dateText(const post::PostMetadata &post, DateState state, const post::BlogConfig &blog)
{
    if (state == DateState::Draft)
        return PostcardWords::tr("Draft");
    return QString::fromStdString(post::hasDate(post.date) ? post::formatDate(post.date.value, blog.dateFormat)
                                                           : post.dateText);
}

} // namespace

std::string postcardHtml(const post::PostMetadata &post, DateState state, const post::BlogConfig &blog,
                         const rst::Settings &settings)
{
    const auto nameOf = [&settings](rst::LabelKind kind, const std::string &label) {
        return QString::fromStdString(rst::labelPage(settings.sphinx.ablog, kind, label).title);
    };
    QStringList facts{
        spanOf(state == DateState::Published ? "date"_L1 : "date postcard-waiting"_L1, dateText(post, state, blog))};
    if (!post.isDraft && post.updated != post.date.value) {
        const QString date = QString::fromStdString(post::formatDate(post.updated, blog.dateFormat));
        facts.append(spanOf("update"_L1, PostcardWords::tr("updated %1").arg(date)));
    }
    constexpr std::pair<rst::LabelKind, QLatin1StringView> kinds[] = {{rst::LabelKind::Author, "author"_L1},
                                                                      {rst::LabelKind::Location, "location"_L1},
                                                                      {rst::LabelKind::Language, "language"_L1},
                                                                      {rst::LabelKind::Category, "category"_L1}};
    for (const auto &[kind, name] : kinds) {
        QStringList labels;
        for (const std::string &label : post::labelsOf(post, kind)) {
            if (!label.empty())
                labels.append(nameOf(kind, label));
        }
        if (!labels.isEmpty())
            facts.append(spanOf(name, labels.join(u", "_s)));
    }
    QString tags;
    for (const std::string &tag : post.tags) {
        if (!tag.empty())
            tags += spanOf("tag"_L1, nameOf(rst::LabelKind::Tag, tag));
    }
    if (!tags.isEmpty())
        tags = u"<div class=\"postcard-tags\">%1</div>"_s.arg(tags);
    return u"<div class=\"postcard\"><div class=\"postcard-facts\">%1</div>%2</div>"_s.arg(facts.join(u" · "_s), tags)
        .toStdString();
}

std::string noPostHtml()
{
    const QString words =
        PostcardWords::tr("The site does not count this page as a post. The list of problems says why.");
    return u"<div class=\"postcard postcard-waiting\">%1</div>"_s.arg(words.toHtmlEscaped()).toStdString();
}

} // namespace session
