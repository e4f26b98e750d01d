// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/metadata_values.h"

#include "post/date.h"
#include "post/metadata_edit.h"
#include "post/metadata_source.h"

#include <QByteArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace session {

namespace {

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

/// The zone of this machine's clock, by its name. Where none is set, the clock is that of UTC.
QString zoneName()
{
    const QByteArray name = QTimeZone::systemTimeZoneId();
    return name.isEmpty() ? u"UTC"_s : QString::fromUtf8(name);
}

} // namespace

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
                          .dateFormat = qt(blog.dateFormat),
                          .dateState = dateStateOf(date, today),
                          .range = positions.rangeOf(block->range.begin, block->range.end)};
    if (values.dateState != DateState::Draft && values.dateState != DateState::Unreadable)
        values.day = qt(date.value);
    values.meaning = dateMeaning(date, today, zoneName());
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
