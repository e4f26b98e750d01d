// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/metadata_values.h"

#include "post/date.h"
#include "post/metadata_edit.h"
#include "post/metadata_source.h"

#include <QCoreApplication>
#include <QLocale>

namespace session {

namespace {

struct MetadataWords {
    Q_DECLARE_TR_FUNCTIONS(session::MetadataValues)
};

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QDate qt(const post::DateTime &date)
{
    return {date.year, date.month, date.day};
}

post::ParsedDate dateOf(const post::MetadataBlock &block, const post::BlogConfig &blog, const post::DateTime &today)
{
    const auto text = post::metadataValue(block, "date");
    return text ? post::parseDate(*text, blog.dateFormat, today) : post::ParsedDate{};
}

DateState stateOf(const post::ParsedDate &date, const post::DateTime &today)
{
    switch (date.outcome) {
    case post::DateOutcome::Absent: return DateState::Draft;
    case post::DateOutcome::Exact: return qt(date.value) > qt(today) ? DateState::Scheduled : DateState::Published;
    case post::DateOutcome::DependsOnToday: return DateState::Unsteady;
    case post::DateOutcome::WithZone:
    case post::DateOutcome::Rejected: return DateState::Unreadable;
    }
    Q_UNREACHABLE_RETURN({});
}

/// What the date means for those who wait for the post.
QString meaningOf(const post::ParsedDate &date, DateState state)
{
    const QString day = QLocale().toString(qt(date.value), QLocale::LongFormat);
    switch (state) {
    case DateState::Draft: return MetadataWords::tr("A draft: listed among the drafts only, until it gets a date.");
    case DateState::Published: return MetadataWords::tr("Public since %1.").arg(day);
    case DateState::Scheduled:
        return MetadataWords::tr("Hidden until the site is built on or after %1; listed among the drafts till then.")
            .arg(day);
    case DateState::Unsteady:
        return MetadataWords::tr("Means %1 today, and something else when the site is built on another day.").arg(day);
    case DateState::Unreadable:
        return date.outcome == post::DateOutcome::WithZone
                   ? MetadataWords::tr("A time zone stops the site's build. Leave it out.")
                   : MetadataWords::tr("The site's build stops at this date. Write it as %1.")
                         .arg(QDate::currentDate().toString(Qt::ISODate));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

MetadataSuggestions suggestionsOf(const post::BlogConfig &blog)
{
    const auto list = [](const std::vector<std::string> &names) {
        QStringList result;
        for (const std::string &name : names)
            result.append(QString::fromStdString(name));
        return result;
    };
    return {.authors = list(blog.authors.empty() ? blog.defaultAuthor : blog.authors),
            .locations = list(blog.locations),
            .categories = list(blog.categories)};
}

MetadataValues metadataValues(std::string_view source, const TextPositions &positions, const post::BlogConfig &blog,
                              const post::DateTime &today)
{
    const post::MetadataSource found = post::findMetadata(source);
    const post::MetadataBlock *block = found.block();
    if (!block)
        return {};
    const post::ParsedDate date = dateOf(*block, blog, today);
    MetadataValues values{.hasPost = true,
                          .date = qt(post::metadataValue(*block, "date").value_or(std::string())),
                          .dateState = stateOf(date, today),
                          .range = positions.rangeOf(block->range.begin, block->range.end)};
    if (values.dateState != DateState::Draft && values.dateState != DateState::Unreadable)
        values.day = qt(date.value);
    values.meaning = meaningOf(date, values.dateState);
    for (const post::SourceOption &option : block->options) {
        if (const QString name = qt(option.name); name != dateField && !values.options.contains(name))
            values.options.insert(name, qt(option.value));
    }
    return values;
}

std::expected<std::vector<TextChange>, QString> metadataChanges(const QString &text, const QString &name,
                                                                const std::optional<QString> &value,
                                                                const post::BlogConfig &blog)
{
    const std::string source = text.toStdString();
    post::MetadataChange change{.name = name.toStdString()};
    if (value)
        change.value = value->toStdString();
    const auto edit = post::editMetadata(source, change, blog);
    if (!edit)
        return std::unexpected(qt(edit.error()));
    const TextPositions positions(source);
    std::vector<TextChange> changes;
    for (const post::TextEdit &part : edit->edits)
        changes.push_back({positions.rangeOf(part.begin, part.end), qt(part.replacement)});
    return changes;
}

} // namespace session
