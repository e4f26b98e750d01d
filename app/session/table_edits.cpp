// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/table_edits.h"

#include "session/block_edits.h"
#include "session/text_lines.h"
#include "session/text_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

enum class Select : std::uint8_t { Place, Cell };

/// The drawn table in place of the old one.
MarkupEdit redrawn(const QString &text, const TextTable &table, const TablePlace &place, Select select)
{
    DrawnTable result = drawn(table);
    const auto line = std::size_t(place.line);
    const QString &cell = table.lines[line].cells[place.column];
    const int begin = result.cellBegins[line][std::size_t(place.column)];
    const int end = lineAt(result.text, result.lineBegins[line]).end;
    if (begin > end) // an empty cell at the end of a line of a simple table: blanks to stand on
        result.text.insert(end, QString(begin - end, u' '));
    MarkupEdit edit;
    if (textOf(text, table.range) != result.text)
        edit.changes = {{table.range, result.text}};
    const int at = table.range.begin + begin;
    edit.selection =
        select == Select::Cell ? TextRange{at, at + int(cell.size())} : TextRange{at + place.offset, at + place.offset};
    return edit;
}

bool isText(const TableLine &line)
{
    return !line.cells.isEmpty();
}

QStringList emptyCells(int columns)
{
    return QStringList(columns, QString());
}

/// Puts a row after the one that a line is in, and returns its line.
int addRow(TextTable &table, int line)
{
    auto at = table.lines.begin() + line;
    if (table.kind == TextTable::Kind::Simple) {
        // The first column may not be empty, or the row would continue the one above: a backslash stands for nothing.
        QStringList cells = emptyCells(table.columns);
        cells.front() = u"\\"_s;
        table.lines.insert(at + 1, {.cells = cells});
        return line + 1;
    }
    at = std::find_if_not(at, table.lines.end(), isText); // the rule below
    const int row = int(at - table.lines.begin()) + 1;
    table.lines.insert(table.lines.begin() + row, TableLine{.rule = u'-'});
    table.lines.insert(table.lines.begin() + row, TableLine{.cells = emptyCells(table.columns)});
    return row;
}

/// The line of text at which the next or previous row begins; -1 where there is none.
int nextTextLine(const TextTable &table, int line, int step)
{
    for (line += step; line >= 0 && line < int(table.lines.size()); line += step) {
        if (isText(table.lines[std::size_t(line)]))
            return line;
    }
    return -1;
}

} // namespace

MarkupEdit alignedTable(const QString &text, int position)
{
    const auto table = tableAt(text, position);
    if (!table)
        return {};
    return redrawn(text, *table, placeIn(*table, text, position), Select::Place);
}

MarkupEdit enteredCell(const QString &text, int position, CellStep step)
{
    auto table = tableAt(text, position);
    if (!table)
        return {};
    TablePlace place = placeIn(*table, text, position);
    place.offset = 0;
    place.column += step == CellStep::Next ? 1 : -1;
    if (place.column < 0 || place.column >= table->columns) {
        const int line = nextTextLine(*table, place.line, step == CellStep::Next ? 1 : -1);
        if (line < 0 && step == CellStep::Previous)
            return redrawn(text, *table, {place.line, 0, 0}, Select::Cell);
        place.column = step == CellStep::Next ? 0 : table->columns - 1;
        place.line = line < 0 ? addRow(*table, place.line) : line;
    }
    return redrawn(text, *table, place, Select::Cell);
}

MarkupEdit insertedRow(const QString &text, int position)
{
    auto table = tableAt(text, position);
    if (!table)
        return {};
    const int row = addRow(*table, placeIn(*table, text, position).line);
    return redrawn(text, *table, {row, 0, 0}, Select::Cell);
}

MarkupEdit insertedColumn(const QString &text, int position)
{
    auto table = tableAt(text, position);
    if (!table)
        return {};
    TablePlace place = placeIn(*table, text, position);
    ++place.column;
    for (TableLine &line : table->lines) {
        if (isText(line))
            line.cells.insert(place.column, QString());
    }
    ++table->columns;
    return redrawn(text, *table, {place.line, place.column, 0}, Select::Cell);
}

MarkupEdit insertedTable(const QString &text, TextRange selection, int rows, int columns)
{
    const QString heading = u"Heading"_s;
    TextTable table{.columns = columns, .lines = {{.rule = u'-'}, {.cells = {}}, {.rule = u'='}}};
    table.lines[1].cells = QStringList(columns, heading);
    for (int row = 0; row < rows; ++row) {
        table.lines.push_back({.cells = emptyCells(columns)});
        table.lines.push_back({.rule = u'-'});
    }
    const DrawnTable result = drawn(table);
    const int first = result.cellBegins[1].front();
    QString block = result.text + u'\n';
    block.insert(first + heading.size(), u'¦').insert(first, u'¦');
    return insertedBlock(text, {selection.end, selection.end}, block);
}

} // namespace session
