// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/enumerators.h"

#include "session/text_lines.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr std::pair<int, const char *> romanDigits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                        {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                                        {5, "v"},    {4, "iv"},   {1, "i"}};

QString romanOf(int number)
{
    QString text;
    for (const auto &[value, digits] : romanDigits) {
        for (; number >= value; number -= value)
            text += QLatin1StringView(digits);
    }
    return text;
}

/// 0 for what is no Roman number in its usual form.
int romanValue(const QString &text)
{
    int number = 0;
    qsizetype at = 0;
    for (const auto &[value, digits] : romanDigits) {
        const QLatin1StringView digit(digits);
        for (; QStringView(text).sliced(at).startsWith(digit) && number < 5000; at += digit.size())
            number += value;
    }
    return at == text.size() && romanOf(number) == text ? number : 0;
}

QString ordinalOf(const QString &marker)
{
    const QString bare = marker.trimmed();
    return bare.sliced(bare.startsWith(u'(') ? 1 : 0).chopped(1);
}

QString nextOrdinal(const QString &ordinal, const QString &before)
{
    bool isNumber = false;
    const int number = ordinal.toInt(&isNumber);
    if (isNumber)
        return number < 1'000'000 ? QString::number(number + 1) : QString();
    if (ordinal == u"#"_s)
        return ordinal;
    const QString lower = ordinal.toLower();
    const bool isLower = lower == ordinal;
    const QString former = before.toLower();
    const bool followsLetter = former.size() == 1 && lower.size() == 1 && former[0].unicode() + 1 == lower[0].unicode();
    QString next;
    if (const int roman = romanValue(lower);
        roman > 0 && !followsLetter && (lower.size() > 1 || lower == u"i"_s || romanValue(former) + 1 == roman)) {
        next = romanOf(roman + 1);
    } else if (lower.size() == 1 && lower < u"z"_s) {
        next = QChar(lower[0].unicode() + 1);
    }
    return isLower ? next : next.toUpper();
}

} // namespace

QString nextEnumerator(const QString &marker, const QString &before)
{
    if (enumeratorLength(marker) != marker.size() || marker.trimmed().size() < 2)
        return {};
    const QString ordinal = ordinalOf(marker);
    const bool isBeforeToo = enumeratorLength(before) > 0 && before.trimmed().size() > 1;
    const QString next = nextOrdinal(ordinal, isBeforeToo ? ordinalOf(before) : QString());
    if (next.isEmpty())
        return {};
    QString result = marker;
    return result.replace(marker.indexOf(ordinal), ordinal.size(), next);
}

} // namespace session
