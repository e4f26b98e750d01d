// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_statistics.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace session {

namespace {

constexpr int wordsPerMinute = 230; // silent reading of English prose

} // namespace

int wordsIn(const QString &text)
{
    int words = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    for (qsizetype begin = 0, end = finder.toNextBoundary(); end >= 0; begin = end, end = finder.toNextBoundary()) {
        const QStringView piece = QStringView(text).sliced(begin, end - begin);
        words += std::ranges::any_of(piece, [](QChar c) { return c.isLetterOrNumber(); });
    }
    return words;
}

int readingMinutes(int words)
{
    return (words + wordsPerMinute / 2) / wordsPerMinute;
}

} // namespace session
