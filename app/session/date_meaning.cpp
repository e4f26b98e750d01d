// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/date_meaning.h"

#include "post/day_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace session {

namespace {

struct DateWords {
    Q_DECLARE_TR_FUNCTIONS(session::DateMeaning)
};

QDate dayOf(const post::DateTime &date)
{
    return {date.year, date.month, date.day};
}

/// ABlog compares days alone, when the site is built, by the local time of the machine that builds it.
QString publishedMeaning(const QString &day, bool isToday, bool isLater, const QString &zone)
{
    if (!isToday)
        return DateWords::tr("Public since %1.").arg(day);
    return isLater ? DateWords::tr("Public with today's build already (%1): a site looks at the day, not at the hour.")
                         .arg(zone)
                   : DateWords::tr("Public with today's build: it is %1 here (%2).").arg(day, zone);
}

} // namespace

DateState dateStateOf(const post::ParsedDate &date, const post::DateTime &today)
{
    switch (date.outcome) {
    case post::DateOutcome::Absent: return DateState::Draft;
    case post::DateOutcome::Exact:
        return dayOf(date.value) > dayOf(today) ? DateState::Scheduled : DateState::Published;
    case post::DateOutcome::DependsOnToday: return DateState::Unsteady;
    case post::DateOutcome::WithZone:
    case post::DateOutcome::Rejected: return DateState::Unreadable;
    }
    Q_UNREACHABLE_RETURN({});
}

QString dateMeaning(const post::ParsedDate &date, const post::DateTime &today, const QString &zone)
{
    const QString day = QLocale().toString(dayOf(date.value), QLocale::LongFormat);
    switch (dateStateOf(date, today)) {
    case DateState::Draft: return DateWords::tr("A draft: listed among the drafts only, until it gets a date.");
    case DateState::Published:
        return publishedMeaning(day, dayOf(date.value) == dayOf(today), today < date.value, zone);
    case DateState::Scheduled:
        return DateWords::tr("Hidden until a build on or after %1, among the drafts till then, by the clock of the "
                             "machine that builds (here: %2).")
            .arg(day, zone);
    case DateState::Unsteady:
        return DateWords::tr("Means %1 today, and something else when the site is built on another day.").arg(day);
    case DateState::Unreadable:
        return date.outcome == post::DateOutcome::WithZone
                   ? DateWords::tr("A time zone stops the site's build. Leave it out.")
                   : DateWords::tr("The site's build stops at this date, which is none. Write one like %1.")
                         .arg(dayOf(today).toString(Qt::ISODate));
    }
    Q_UNREACHABLE_RETURN({});
}

QString writtenDay(const QDate &day, const QString &format)
{
    const post::DateTime date{.year = day.year(), .month = day.month(), .day = day.day()};
    return QString::fromStdString(post::writtenDay(date, format.toStdString()));
}

std::optional<QDate> meantDay(const QString &typed, const post::DateTime &today)
{
    const auto day = post::dayInWords(typed.toStdString(), today);
    return day ? std::optional(dayOf(*day)) : std::nullopt;
}

QString typedDate(const QString &typed, const QString &format, const post::DateTime &today)
{
    const auto day = meantDay(typed, today);
    return day ? writtenDay(*day, format) : typed;
}

} // namespace session
