// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_lines.h"

#include "rst/text/unicode.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// The length of the text of an enumerator such as `12`, `iv`, `B` or `#`.
int ordinalLength(const QString &line, int from)
{
    int end = from;
    while (charAt(line, end).isDigit())
        ++end;
    if (end > from)
        return end - from;
    if (charAt(line, end) == u'#')
        return 1;
    while (u"ivxlcdm"_s.contains(charAt(line, end).toLower()))
        ++end;
    if (end > from)
        return end - from;
    const QChar letter = charAt(line, from);
    return (letter >= u'a' && letter <= u'z') || (letter >= u'A' && letter <= u'Z') ? 1 : 0;
}

/// A marker's end with the blanks after it; 0 where something else follows.
int withBlanks(const QString &line, int end)
{
    if (end == line.size())
        return end;
    int after = end;
    while (charAt(line, after) == u' ')
        ++after;
    return after > end ? after : 0;
}

} // namespace

QChar charAt(const QString &text, int position)
{
    return position >= 0 && position < text.size() ? text.at(position) : QChar(u'\n');
}

QString textOf(const QString &text, TextRange range)
{
    return text.mid(range.begin, range.end - range.begin);
}

int movedPosition(const std::vector<TextChange> &changes, int position)
{
    int growth = 0;
    for (const TextChange &change : changes) {
        const auto length = int(change.replacement.size());
        if (position < change.range.begin)
            break;
        if (position < change.range.end)
            return change.range.begin + growth + std::min(position - change.range.begin, length);
        growth += length - (change.range.end - change.range.begin);
    }
    return position + growth;
}

TextRange lineAt(const QString &text, int position)
{
    const int begin = position == 0 ? 0 : int(text.lastIndexOf(u'\n', position - 1)) + 1;
    const auto end = text.indexOf(u'\n', position);
    return {begin, end < 0 ? int(text.size()) : int(end)};
}

std::vector<TextRange> linesOf(const QString &text, TextRange selection)
{
    std::vector<TextRange> lines;
    int position = lineAt(text, selection.begin).begin;
    const int last =
        selection.end > selection.begin && charAt(text, selection.end - 1) == u'\n' ? selection.end - 1 : selection.end;
    do {
        lines.push_back(lineAt(text, position));
        position = lines.back().end + 1;
    } while (position <= last);
    return lines;
}

bool isBlank(const QString &text, TextRange range)
{
    return QStringView(text).sliced(range.begin, range.end - range.begin).trimmed().isEmpty();
}

int indentOf(const QString &line)
{
    return int(std::ranges::find_if(line, [](QChar c) { return c != u' '; }) - line.begin());
}

int columnsOf(const QString &line)
{
    return int(rst::columnWidth(line.toStdString()));
}

int positionAtColumn(const QString &line, int column)
{
    if (std::ranges::all_of(line, [](QChar c) { return c.unicode() < 0x80; }))
        return std::min(column, int(line.size()));
    QTextBoundaryFinder clusters(QTextBoundaryFinder::Grapheme, line);
    int position = 0;
    int columns = 0;
    while (position < line.size()) {
        const auto next = int(clusters.toNextBoundary());
        if (next < 0)
            break;
        columns += columnsOf(line.sliced(position, next - position));
        if (columns > column)
            break;
        position = next;
    }
    return position;
}

bool isAdornment(const QString &line)
{
    constexpr QStringView characters = u"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    const QString bare = line.trimmed();
    return bare.size() >= 2 && characters.contains(bare.front()) && bare.count(bare.front()) == bare.size() &&
           !line.startsWith(u' ');
}

bool isAdornmentOf(const QString &line, int columns)
{
    return line.size() == columns && isAdornment(line);
}

bool isTitleOver(const QString &title, const QString &underline)
{
    return !title.trimmed().isEmpty() && !title.startsWith(u' ') && !isAdornment(title) && isAdornment(underline) &&
           underline.trimmed().size() >= std::min(4, columnsOf(title.trimmed()));
}

int bulletLength(const QString &line)
{
    return !line.isEmpty() && u"*-+•‣⁃"_s.contains(line.front()) ? withBlanks(line, 1) : 0;
}

int enumeratorLength(const QString &line)
{
    const int open = charAt(line, 0) == u'(' ? 1 : 0;
    const int ordinal = ordinalLength(line, open);
    const QChar close = charAt(line, open + ordinal);
    const bool isClosed = close == u')' || (open == 0 && close == u'.');
    return ordinal > 0 && isClosed ? withBlanks(line, open + ordinal + 1) : 0;
}

} // namespace session
