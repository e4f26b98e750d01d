// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_search.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct SearchTexts {
    Q_DECLARE_TR_FUNCTIONS(session::TextSearch)
};

// An expression that would try for ever gives up, and finds nothing, after about a second.
constexpr QLatin1StringView matchLimit("(*LIMIT_MATCH=2000000)");

// PCRE takes the lower one of two limits.
constexpr QLatin1StringView impatientLimit("(*LIMIT_MATCH=20000)");

QString expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        if (replacement[i] != u'\\' || i + 1 == replacement.size()) {
            result += replacement[i];
            continue;
        }
        const QChar next = replacement[++i];
        if (next >= u'0' && next <= u'9')
            result += match.captured(next.digitValue());
        else if (next == u'n')
            result += u'\n';
        else if (next == u't')
            result += u'\t';
        else
            result += next;
    }
    return result;
}

template <class Take>
void forEachMatch(const QString &text, const QRegularExpression &expression, TextRange within, Take take)
{
    // Ends of lines and words are those of the whole text, so it is the whole text that is searched.
    const QStringView searched = QStringView(text).first(within.end);
    for (auto found = expression.globalMatchView(searched, within.begin); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.capturedLength() > 0) // what is nothing can be neither shown nor replaced
            take(match);
    }
}

} // namespace

std::expected<QRegularExpression, QString> searchExpression(const SearchWords &search)
{
    QString pattern = search.isExpression ? search.words : QRegularExpression::escape(search.words);
    if (search.matchesWholeWords)
        pattern = u"\\b(?:%1)\\b"_s.arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::MultilineOption);
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !search.matchesCase);
    const QRegularExpression plain(pattern, options); // its error is about what the user wrote
    if (!plain.isValid())
        return std::unexpected(SearchTexts::tr("Not a regular expression at character %1: %2.")
                                   .arg(plain.patternErrorOffset() + 1)
                                   .arg(plain.errorString()));
    return QRegularExpression(matchLimit + pattern, options);
}

QRegularExpression impatient(const QRegularExpression &expression)
{
    return QRegularExpression(impatientLimit + expression.pattern(), expression.patternOptions());
}

std::vector<TextRange> occurrences(const QString &text, const QRegularExpression &expression, TextRange within)
{
    std::vector<TextRange> found;
    forEachMatch(text, expression, within, [&found](const QRegularExpressionMatch &match) {
        found.push_back({int(match.capturedStart()), int(match.capturedEnd())});
    });
    return found;
}

std::vector<TextChange> replacements(const QString &text, const QRegularExpression &expression,
                                     const QString &replacement, const SearchWords &search, TextRange within)
{
    std::vector<TextChange> changes;
    forEachMatch(text, expression, within, [&](const QRegularExpressionMatch &match) {
        changes.push_back({{int(match.capturedStart()), int(match.capturedEnd())},
                           search.isExpression ? expanded(replacement, match) : replacement});
    });
    return changes;
}

} // namespace session
