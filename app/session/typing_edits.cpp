// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/typing_edits.h"

#include "session/enumerators.h"
#include "session/list_table_edits.h"
#include "session/text_lines.h"

#include "post/prose_findings.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int directiveIndent = 3;

QString blanks(int count)
{
    return QString(std::max(count, 0), u' ');
}

/// A line, parted into indent, what begins an item, and the rest.
struct Item {
    TextRange line = {};
    int indent = 0;
    QString marker = {}; // with the blanks after it; empty for a line that begins no item
    QString words = {};

    [[nodiscard]] bool isItem() const { return !marker.isEmpty(); }
    [[nodiscard]] int contentColumn() const { return indent + int(marker.size()); }
};

int markerLengthOf(const QString &line)
{
    if (line.startsWith(u"| "_s) || line == u"|"_s)
        return std::min(2, int(line.size()));
    if (const int bullet = bulletLength(line))
        return bullet;
    return enumeratorLength(line);
}

Item itemAt(const QString &text, TextRange line)
{
    const QString whole = textOf(text, line);
    const int indent = indentOf(whole);
    const QString rest = whole.sliced(indent);
    const int marker = isAdornment(rest) ? 0 : markerLengthOf(rest);
    return {line, indent, rest.first(marker), rest.sliced(marker)};
}

bool isExplicitMarkup(const QString &line)
{
    return line.startsWith(u".. "_s) || line == u".."_s;
}

/// The column at which the content of a line's construct stands.
int contentColumn(const Item &item)
{
    return isExplicitMarkup(item.words) && !item.isItem() ? item.indent + directiveIndent : item.contentColumn();
}

bool isLineBlock(const Item &item)
{
    return item.marker.startsWith(u'|');
}

std::optional<TextRange> lineBefore(const QString &text, TextRange line)
{
    return line.begin > 0 ? std::optional(lineAt(text, line.begin - 1)) : std::nullopt;
}

/// The nearest item above whose content an indented line could belong to.
std::optional<Item> enclosingItem(const QString &text, const Item &inner)
{
    int limit = inner.indent;
    for (auto line = lineBefore(text, inner.line); line && limit > 0; line = lineBefore(text, *line)) {
        if (isBlank(text, *line))
            continue;
        const Item item = itemAt(text, *line);
        if (item.indent < limit) {
            if (item.isItem() && !isLineBlock(item))
                return item;
            limit = item.indent;
        }
    }
    return std::nullopt;
}

/// Whether the items of this list are parted by blank lines.
bool isSpaced(const QString &text, const Item &item)
{
    const auto above = lineBefore(text, item.line);
    if (!above || !isBlank(text, *above))
        return false;
    for (auto line = above; line; line = lineBefore(text, *line)) {
        if (isBlank(text, *line))
            continue;
        const Item other = itemAt(text, *line);
        if (other.indent <= item.indent)
            return other.indent == item.indent && other.isItem();
    }
    return false;
}

/// The items that follow count on, as long as they did so before.
void renumber(const QString &text, const Item &item, QString marker, std::vector<TextChange> &changes)
{
    for (int begin = item.line.end + 1; begin < text.size();) {
        const TextRange line = lineAt(text, begin);
        begin = line.end + 1;
        const Item next = itemAt(text, line);
        if (isBlank(text, line) || next.indent > item.indent)
            continue;
        if (next.indent < item.indent || next.marker != marker)
            return;
        marker = nextEnumerator(marker, {});
        if (marker.isEmpty())
            return;
        const int at = line.begin + next.indent;
        changes.push_back({{at, at + int(next.marker.size())}, marker});
    }
}

/// Return on an item without words.
MarkupEdit endedList(const QString &text, const Item &item)
{
    const auto above = lineBefore(text, item.line);
    const bool isParted = !above || isBlank(text, *above);
    QString line = isParted ? QString() : u"\n"_s;
    if (const auto outer = enclosingItem(text, item); outer && !isLineBlock(item)) {
        const QString next = nextEnumerator(outer->marker, {});
        line += blanks(outer->indent) + (next.isEmpty() ? outer->marker : next);
    } else {
        line += blanks(outer ? outer->contentColumn() : 0);
    }
    const int cursor = item.line.begin + int(line.size());
    return {.changes = {{item.line, line}}, .selection = {cursor, cursor}};
}

/// The marker that the item before this one has; nothing if there is none.
QString markerBefore(const QString &text, const Item &item)
{
    for (auto line = lineBefore(text, item.line); line; line = lineBefore(text, *line)) {
        if (isBlank(text, *line))
            continue;
        const Item other = itemAt(text, *line);
        if (other.indent <= item.indent)
            return other.indent == item.indent ? other.marker : QString();
    }
    return {};
}

MarkupEdit inserted(int position, const QString &words)
{
    const int cursor = position + int(words.size());
    return {.changes = {{{position, position}, words}}, .selection = {cursor, cursor}};
}

MarkupEdit continuedItem(const QString &text, const Item &item, int position)
{
    const QString next = nextEnumerator(item.marker, markerBefore(text, item));
    const QString marker = next.isEmpty() ? item.marker : next;
    const bool isApart = isSpaced(text, item) && !isLineBlock(item);
    int end = position; // blanks at which the line is broken go
    while (charAt(text, end) == u' ')
        ++end;
    MarkupEdit edit = inserted(position, (isApart ? u"\n\n"_s : u"\n"_s) + blanks(item.indent) + marker);
    edit.changes.front().range.end = end;
    if (!next.isEmpty())
        renumber(text, item, marker, edit.changes);
    return edit;
}

/// The columns above a line at which something begins or could begin.
std::set<int> stopsAbove(const QString &text, TextRange line)
{
    std::set<int> stops{0};
    int limit = int(text.size()) + 1;
    for (auto above = lineBefore(text, line); above && limit > 0; above = lineBefore(text, *above)) {
        if (isBlank(text, *above))
            continue;
        const Item item = itemAt(text, *above);
        if (item.indent >= limit)
            continue;
        stops.insert(item.indent);
        stops.insert(contentColumn(item));
        limit = item.indent;
    }
    return stops;
}

/// The lines to shift: the selected ones, or an item with all that belongs to it.
std::vector<TextRange> linesToShift(const QString &text, TextRange selection)
{
    std::vector<TextRange> lines = linesOf(text, selection);
    const Item first = itemAt(text, lines.front());
    if (!first.isItem() || selection.begin != selection.end)
        return lines;
    for (int begin = lines.front().end + 1; begin < text.size();) {
        const TextRange line = lineAt(text, begin);
        if (!isBlank(text, line) && itemAt(text, line).indent <= first.indent)
            break;
        lines.push_back(line);
        begin = line.end + 1;
    }
    while (lines.size() > 1 && isBlank(text, lines.back()))
        lines.pop_back();
    return lines;
}

MarkupEdit shifted(const QString &text, TextRange selection, const std::vector<TextRange> &lines, int columns)
{
    MarkupEdit edit;
    for (const TextRange line : lines) {
        const int indent = indentOf(textOf(text, line));
        if (isBlank(text, line) && lines.size() > 1)
            continue;
        edit.changes.push_back({{line.begin, line.begin + indent}, blanks(indent + columns)});
    }
    edit.selection = {movedPosition(edit.changes, selection.begin), movedPosition(edit.changes, selection.end)};
    return edit;
}

/// The number that Return gave an item goes on with the list above; a list within it begins anew.
void countFromOne(MarkupEdit &edit, const Item &item)
{
    static const QRegularExpression numbers(u"[0-9]+"_s);
    const QRegularExpressionMatch number = numbers.match(item.marker);
    if (!number.hasMatch())
        return;
    const int begin = item.line.begin + item.indent + int(number.capturedStart());
    edit.changes.insert(edit.changes.begin() + 1, {{begin, begin + int(number.capturedLength())}, u"1"_s});
    const int shorter = int(number.capturedLength()) - 1;
    edit.selection = {edit.selection.begin - shorter, edit.selection.end - shorter};
}

std::optional<TextRange> templateSlotFrom(const QString &text, qsizetype from)
{
    constexpr QChar begin(u'⟦');
    constexpr QChar end(u'⟧');
    for (auto at = text.indexOf(begin, from); at >= 0; at = text.indexOf(begin, at + 1)) {
        const auto stop = std::find_if(text.begin() + at + 1, text.end(),
                                       [=](QChar c) { return c == end || c == begin || c == u'\n'; });
        if (stop != text.end() && *stop == end && stop - text.begin() > at + 1)
            return TextRange{int(at), int(stop - text.begin()) + 1};
    }
    return std::nullopt;
}

} // namespace

MarkupEdit continuedLine(const QString &text, int position)
{
    if (const auto edit = continuedListTable(text, position))
        return *edit;
    const TextRange line = lineAt(text, position);
    const Item item = itemAt(text, line);
    const int column = position - line.begin;
    const auto above = lineBefore(text, line);
    if (isBlank(text, line)) {
        if (line.begin == line.end)
            return {};
        const bool leaves = above && isBlank(text, *above);
        if (!leaves) { // the blank line itself has no blanks
            const QString words = u"\n"_s + blanks(item.indent);
            const int cursor = line.begin + int(words.size());
            return {.changes = {{line, words}}, .selection = {cursor, cursor}};
        }
        const std::set<int> stops = stopsAbove(text, line);
        const auto smaller = stops.lower_bound(item.indent);
        const int indent = smaller == stops.begin() ? 0 : *std::prev(smaller);
        return {.changes = {{line, blanks(indent)}}, .selection = {line.begin + indent, line.begin + indent}};
    }
    if (item.isItem() && column >= item.contentColumn())
        return item.words.trimmed().isEmpty() ? endedList(text, item) : continuedItem(text, item, position);
    if (column < item.indent || column == 0)
        return {};
    const bool isAtEnd = position == line.end;
    if (isExplicitMarkup(item.words) && isAtEnd)
        return inserted(position, u"\n"_s + blanks(item.indent + directiveIndent));
    if (isAtEnd && item.words.endsWith(u"::"_s)) // literal text follows, after a blank line
        return inserted(position, u"\n\n"_s + blanks(item.indent + directiveIndent));
    return item.indent > 0 ? inserted(position, u"\n"_s + blanks(item.indent)) : MarkupEdit();
}

MarkupEdit indentedLines(const QString &text, TextRange selection)
{
    const TextRange line = lineAt(text, selection.begin);
    const Item item = itemAt(text, line);
    const int column = selection.begin - line.begin;
    if (selection.begin == selection.end && column > item.contentColumn())
        return inserted(selection.begin, blanks(directiveIndent - column % directiveIndent));
    const std::set<int> stops = stopsAbove(text, line);
    const auto greater = stops.upper_bound(item.indent);
    const int wanted = greater == stops.end() ? item.indent + directiveIndent : *greater;
    MarkupEdit edit = shifted(text, selection, linesToShift(text, selection), wanted - item.indent);
    const auto above = lineBefore(text, line);
    if (item.isItem() && !isLineBlock(item) && above && !isBlank(text, *above) && !edit.changes.empty()) {
        edit.changes.front().replacement.prepend(u'\n'); // a list within a list stands apart from its words
        edit.selection = {edit.selection.begin + 1, edit.selection.end + 1};
        countFromOne(edit, item);
    }
    return edit;
}

MarkupEdit outdentedLines(const QString &text, TextRange selection)
{
    const TextRange line = lineAt(text, selection.begin);
    const Item item = itemAt(text, line);
    if (item.indent == 0)
        return {};
    const std::set<int> stops = stopsAbove(text, line);
    const auto smaller = stops.lower_bound(item.indent);
    const int wanted = smaller == stops.begin() ? 0 : *std::prev(smaller);
    return shifted(text, selection, linesToShift(text, selection), wanted - item.indent);
}

std::optional<TextRange> nextDescription(const QString &text, qsizetype position)
{
    static const QString words = QString::fromUtf8(post::unwrittenDescription);
    for (auto at = text.indexOf(words, position); at >= 0; at = text.indexOf(words, at + 1)) {
        const TextRange line = lineAt(text, int(at));
        const TextRange description{int(at), int(at + words.size())};
        // In its option, for elsewhere the words are only words.
        if (textOf(text, {line.begin, description.begin}).trimmed() == ":alt:"_L1 &&
            isBlank(text, {description.end, line.end}))
            return description;
    }
    return std::nullopt;
}

std::optional<TextRange> nextSlot(const QString &text, int position)
{
    for (const int from : {position, 0}) {
        const auto slot = templateSlotFrom(text, from);
        const auto description = nextDescription(text, from);
        if (slot && description)
            return slot->begin < description->begin ? slot : description;
        if (slot || description)
            return slot ? slot : description;
    }
    return std::nullopt;
}

bool isAtIndent(const QString &text, TextRange selection)
{
    const TextRange line = lineAt(text, selection.begin);
    return selection.end > line.end ||
           (selection.begin == selection.end && selection.begin - line.begin <= itemAt(text, line).contentColumn());
}

} // namespace session
