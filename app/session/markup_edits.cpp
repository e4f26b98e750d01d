// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/markup_edits.h"

#include "session/text_lines.h"

#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

int size(const QString &text)
{
    return int(text.size());
}

/// The selection without the white space at its ends; the word at the cursor where nothing is selected.
TextRange inlineRange(const QString &text, TextRange selection)
{
    if (selection.begin == selection.end) {
        while (charAt(text, selection.begin - 1).isLetterOrNumber())
            --selection.begin;
        while (charAt(text, selection.end).isLetterOrNumber())
            ++selection.end;
        return selection;
    }
    while (selection.begin < selection.end && charAt(text, selection.begin).isSpace())
        ++selection.begin;
    while (selection.end > selection.begin && charAt(text, selection.end - 1).isSpace())
        --selection.end;
    return selection;
}

/// Whether a run of the mark's character ends (or begins) at the place, and is exactly the mark.
bool hasMark(const QString &text, int begin, const QString &mark)
{
    const int end = begin + size(mark);
    return begin >= 0 && textOf(text, {begin, end}) == mark && charAt(text, begin - 1) != mark.front() &&
           charAt(text, end) != mark.front();
}

// ---- Headings

/// The adornment of each level in the order in which the text introduces them, then those that the house would take.
QString adornments(const QString &text)
{
    QString found;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (isTitleOver(lines[i - 1], lines[i]) && !found.contains(lines[i].front()))
            found.append(lines[i].front());
    }
    for (const QChar house : u"=-~^\"'"_s) {
        if (!found.contains(house))
            found.append(house);
    }
    return found;
}

// ---- Lists and blocks

} // namespace

MarkupEdit toggledInline(const QString &text, TextRange selection, const QString &mark)
{
    const TextRange range = inlineRange(text, selection);
    const int length = size(mark);
    if (textOf(text, range).contains(u"\n\n"_s)) // markup ends with its paragraph
        return {};
    if (hasMark(text, range.begin - length, mark) && hasMark(text, range.end, mark)) {
        return {.changes = {{{range.begin - length, range.begin}, {}}, {{range.end, range.end + length}, {}}},
                .selection = {range.begin - length, range.end - length}};
    }
    if (range.end - range.begin > 2 * length && hasMark(text, range.begin, mark) &&
        hasMark(text, range.end - length, mark)) {
        return {.changes = {{{range.begin, range.begin + length}, {}}, {{range.end - length, range.end}, {}}},
                .selection = {range.begin, range.end - 2 * length}};
    }
    const QString before = charAt(text, range.begin - 1).isLetterOrNumber() ? u"\\ "_s + mark : mark;
    const QString after = charAt(text, range.end).isLetterOrNumber() ? mark + u"\\ "_s : mark;
    const int begin = range.begin + size(before);
    if (range.begin == range.end) // one change: the cursor goes between the marks
        return {.changes = {{range, before + after}}, .selection = {begin, begin}};
    return {.changes = {{{range.begin, range.begin}, before}, {{range.end, range.end}, after}},
            .selection = {begin, begin + range.end - range.begin}};
}

MarkupEdit insertedLink(const QString &text, TextRange selection, const QString &address, const QString &title)
{
    const TextRange range = inlineRange(text, selection);
    const QString words = textOf(text, range);
    if (words.contains(u"\n\n"_s))
        return {};
    const QString offered = QString(title).remove(u'`').remove(u'<').remove(u'>').simplified();
    const QString shown = !words.isEmpty() ? words : !offered.isEmpty() ? offered : u"words"_s;
    const QString target = address.isEmpty() ? u"https://"_s : address;
    const int begin = range.begin + 1;
    const int targetBegin = begin + size(shown) + 2;
    const bool isAddressMissing = address.isEmpty() && !words.isEmpty();
    return {.changes = {{range, u"`%1 <%2>`__"_s.arg(shown, target)}},
            .selection = isAddressMissing ? TextRange{targetBegin, targetBegin + size(target)}
                                          : TextRange{begin, begin + size(shown)}};
}

MarkupEdit changedHeading(const QString &text, int position, int level)
{
    TextRange title = lineAt(text, position);
    if (isAdornment(textOf(text, title)) && title.begin > 0 &&
        isTitleOver(textOf(text, lineAt(text, title.begin - 1)), textOf(text, title)))
        title = lineAt(text, title.begin - 1); // the cursor is on the underline
    const QString words = textOf(text, title);
    if (words.trimmed().isEmpty())
        return {};
    TextRange rest{title.end, title.end}; // the underline there is, with the line end before it
    if (title.end < size(text)) {
        const TextRange next = lineAt(text, title.end + 1);
        if (isTitleOver(words, textOf(text, next)))
            rest.end = next.end;
    }
    MarkupEdit edit;
    int moved = 0;
    if (title.begin > 0 && rest.end > rest.begin) { // an overline goes: the level has one underline alone
        const TextRange above = lineAt(text, title.begin - 1);
        if (isAdornment(textOf(text, above))) {
            edit.changes.push_back({{above.begin, title.begin}, {}});
            moved = title.begin - above.begin;
        }
    }
    QString underline;
    if (level > 0) {
        underline = u"\n"_s + QString(columnsOf(words), adornments(text).at(std::min(level, 6) - 1));
        const bool isFollowedByText = rest.end < size(text) && !isBlank(text, lineAt(text, rest.end + 1));
        if (isFollowedByText && rest.begin == rest.end)
            underline += u'\n';
    }
    if (textOf(text, rest) != underline)
        edit.changes.push_back({rest, underline});
    edit.selection = {title.end - moved, title.end - moved};
    return edit;
}

} // namespace session
