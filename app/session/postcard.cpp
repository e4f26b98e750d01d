// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/postcard.h"

#include <QCoreApplication>
#include <QLocale>

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

QString dateText(const MetadataValues &metadata)
{
    if (metadata.dateState == DateState::Draft)
        return PostcardWords::tr("Draft");
    if (!metadata.day.isValid())
        return metadata.date;
    return QLocale(QLocale::English).toString(metadata.day, u"dd MMMM yyyy"_s); // as ABlog's default format has it
}

} // namespace

std::string postcardHtml(const MetadataValues &metadata)
{
    QStringList facts{spanOf(metadata.dateState == DateState::Published ? "date"_L1 : "date postcard-waiting"_L1,
                             dateText(metadata))};
    for (const auto name : {"author"_L1, "location"_L1, "category"_L1, "language"_L1}) {
        if (const QString value = metadata.options.value(name); !value.trimmed().isEmpty())
            facts.append(spanOf(name, value));
    }
    QString tags;
    for (const QString &tag : metadata.options.value("tags"_L1).split(u',')) {
        if (!tag.trimmed().isEmpty())
            tags += spanOf("tag"_L1, tag.trimmed());
    }
    if (!tags.isEmpty())
        tags = u"<div class=\"postcard-tags\">%1</div>"_s.arg(tags);
    return u"<div class=\"postcard\"><div class=\"postcard-facts\">%1</div>%2</div>"_s.arg(facts.join(u" · "_s), tags)
        .toStdString();
}

} // namespace session
