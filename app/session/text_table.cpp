// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_table.h"

#include "session/text_lines.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct Column {
    int begin = 0;
    int end = 0; // in columns, not characters
};

struct Cell {
    int begin = 0; // in the line
    QString text = {};
};

QString rightTrimmed(QString text)
{
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

// ---- Grid tables

bool isGridRule(const QString &line)
{
    static const QRegularExpression rule(u"^\\+(?:(?:-+\\+)+|(?:=+\\+)+)$"_s);
    return rule.match(line).hasMatch();
}

bool isGridLine(const QString &line)
{
    return line.startsWith(u'|') || isGridRule(line);
}

/// Where the bars of a line of text are, if there are as many as there should be. Bars that touch a word may belong to a
/// substitution, so those with blanks on both sides are tried first.
std::optional<std::vector<int>> barsOf(const QString &line, const std::vector<int> &ruleColumns)
{
    std::vector<int> aligned;
    for (const int column : ruleColumns) {
        const int position = positionAtColumn(line, column);
        if (charAt(line, position) != u'|' || columnsOf(line.first(position)) != column)
            break;
        aligned.push_back(position);
    }
    if (aligned.size() == ruleColumns.size() && aligned.back() == line.size() - 1)
        return aligned;
    std::vector<int> free;
    std::vector<int> all;
    for (int i = 0; i < line.size(); ++i) {
        if (line[i] != u'|' || charAt(line, i - 1) == u'\\')
            continue;
        all.push_back(i);
        if (charAt(line, i - 1).isSpace() && charAt(line, i + 1).isSpace())
            free.push_back(i);
    }
    if (free.size() == ruleColumns.size())
        return free;
    return all.size() == ruleColumns.size() ? std::optional(all) : std::nullopt;
}

/// The cells of a line of text of a grid table.
std::optional<std::vector<Cell>> gridCells(const QString &line, const std::vector<int> &ruleColumns)
{
    const auto bars = barsOf(line, ruleColumns);
    if (!bars || bars->front() != 0 || bars->back() != line.size() - 1)
        return std::nullopt;
    std::vector<Cell> cells;
    for (std::size_t i = 0; i + 1 < bars->size(); ++i) {
        const int begin = (*bars)[i] + 1;
        const QString whole = line.sliced(begin, (*bars)[i + 1] - begin);
        const int pad = whole.startsWith(u' ') ? 1 : 0;
        cells.push_back({begin + pad, rightTrimmed(whole.sliced(pad))});
    }
    return cells;
}

std::vector<int> gridColumns(const QString &rule)
{
    std::vector<int> columns;
    for (int i = 0; i < rule.size(); ++i) {
        if (rule[i] == u'+')
            columns.push_back(i);
    }
    return columns;
}

// ---- Simple tables

bool isSimpleRule(const QString &line)
{
    static const QRegularExpression rule(u"^=+(?: +=+)+ *$"_s);
    return rule.match(line).hasMatch();
}

std::vector<Column> simpleColumns(const QString &rule)
{
    std::vector<Column> columns;
    for (int i = 0; i < rule.size(); ++i) {
        if (rule[i] != u'=')
            continue;
        if (i == 0 || rule[i - 1] != u'=')
            columns.push_back({i, i});
        columns.back().end = i + 1;
    }
    return columns;
}

std::vector<Cell> simpleCells(const QString &line, const std::vector<Column> &columns)
{
    static const QRegularExpression run(u"\\S+(?: \\S+)*"_s);
    std::vector<Cell> runs;
    for (auto found = run.globalMatch(line); found.hasNext();) {
        const auto match = found.next();
        runs.push_back({int(match.capturedStart()), match.captured()});
    }
    if (runs.size() == columns.size() && runs.front().begin == 0)
        return runs;
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int begin = positionAtColumn(line, columns[i].begin);
        const int end = i + 1 < columns.size() ? positionAtColumn(line, columns[i + 1].begin) : int(line.size());
        cells.push_back({begin, rightTrimmed(line.sliced(begin, std::max(end - begin, 0)))});
    }
    return cells;
}

// ---- Both

/// The cells of any line of a table.
std::optional<std::vector<Cell>> cellsOf(TextTable::Kind kind, const QString &line, const QString &rule)
{
    return kind == TextTable::Kind::Grid ? gridCells(line, gridColumns(rule))
                                         : std::optional(simpleCells(line, simpleColumns(rule)));
}

QString unindented(const QString &text, TextRange line, int indent)
{
    const QString whole = textOf(text, line);
    return whole.sliced(std::min(indent, indentOf(whole)));
}

/// Reads the lines of a range. Nothing for a table with spans, or one too damaged to tell cells apart.
std::optional<TextTable> read(const QString &text, TextRange range, TextTable::Kind kind)
{
    TextTable table{.kind = kind, .range = range, .indent = indentOf(textOf(text, lineAt(text, range.begin)))};
    const QString top = unindented(text, lineAt(text, range.begin), table.indent);
    if (kind == TextTable::Kind::Grid ? !isGridRule(top) : !isSimpleRule(top)) // lines with bars, but no table
        return std::nullopt;
    for (const TextRange line : linesOf(text, range)) {
        const QString words = rightTrimmed(unindented(text, line, table.indent));
        const bool isGrid = kind == TextTable::Kind::Grid;
        if (isGrid ? isGridRule(words) : isSimpleRule(words)) {
            const bool isOther = isGrid ? gridColumns(words).size() != gridColumns(top).size()
                                        : simpleColumns(words).size() != simpleColumns(top).size();
            if (isOther)
                return std::nullopt;
            table.lines.push_back({.rule = isGrid ? words.at(1) : u'='});
        } else if (!isGrid && words.isEmpty()) {
            table.lines.push_back({.isBlank = true});
        } else {
            if (!isGrid && isAdornment(words) && words.contains(u'-')) // underlines cells that span columns
                return std::nullopt;
            const auto cells = cellsOf(kind, words, top);
            if (!cells)
                return std::nullopt;
            table.lines.push_back({});
            for (const Cell &cell : *cells)
                table.lines.back().cells.append(cell.text);
            table.columns = int(cells->size());
        }
    }
    const bool isWhole = table.lines.size() >= 2 && !table.lines.front().rule.isNull() &&
                         !table.lines.back().rule.isNull() && table.columns > 0;
    return isWhole ? std::optional(table) : std::nullopt;
}

std::optional<TextTable> gridTableAt(const QString &text, TextRange line)
{
    const int indent = indentOf(textOf(text, line));
    const auto isPart = [&](TextRange at) {
        const QString whole = textOf(text, at);
        return indentOf(whole) == indent && isGridLine(rightTrimmed(whole.sliced(indent)));
    };
    if (!isPart(line))
        return std::nullopt;
    TextRange range = line;
    while (range.begin > 0 && isPart(lineAt(text, range.begin - 1)))
        range.begin = lineAt(text, range.begin - 1).begin;
    while (range.end < text.size() && isPart(lineAt(text, range.end + 1)))
        range.end = lineAt(text, range.end + 1).end;
    return read(text, range, TextTable::Kind::Grid);
}

/// The end of the simple table whose first rule a line is: at the second rule below, or one that a blank line follows.
std::optional<int> simpleTableEnd(const QString &text, TextRange top, int indent)
{
    int rules = 0;
    for (int begin = top.end + 1; begin < text.size();) {
        const TextRange line = lineAt(text, begin);
        begin = line.end + 1;
        if (isBlank(text, line))
            continue;
        if (indentOf(textOf(text, line)) < indent)
            return std::nullopt;
        if (!isSimpleRule(unindented(text, line, indent)))
            continue;
        if (++rules == 2 || begin >= text.size() || isBlank(text, lineAt(text, begin)))
            return line.end;
    }
    return std::nullopt;
}

std::optional<TextTable> simpleTableAt(const QString &text, int position)
{
    for (int begin = 0; begin <= position && begin < text.size();) {
        const TextRange line = lineAt(text, begin);
        begin = line.end + 1;
        if (charAt(text, line.begin) != u'=' && charAt(text, line.begin) != u' ')
            continue;
        const QString whole = textOf(text, line);
        const int indent = indentOf(whole);
        if (!isSimpleRule(whole.sliced(indent)))
            continue;
        const auto end = simpleTableEnd(text, line, indent);
        if (end && position <= *end)
            return read(text, {line.begin, *end}, TextTable::Kind::Simple);
        if (end)
            begin = *end + 1;
    }
    return std::nullopt;
}

} // namespace

std::optional<TextTable> tableAt(const QString &text, int position)
{
    if (const auto grid = gridTableAt(text, lineAt(text, position)))
        return grid;
    return simpleTableAt(text, position);
}

TablePlace placeIn(const TextTable &table, const QString &text, int position)
{
    const std::vector<TextRange> lines = linesOf(text, table.range);
    TablePlace place;
    while (std::size_t(place.line) + 1 < lines.size() && lines[std::size_t(place.line)].end < position)
        ++place.line;
    const auto isText = [&](int line) {
        return line >= 0 && line < int(table.lines.size()) && !table.lines[std::size_t(line)].cells.isEmpty();
    };
    const int on = place.line;
    while (!isText(place.line) && place.line + 1 < int(table.lines.size()))
        ++place.line;
    while (!isText(place.line) && place.line > 0)
        --place.line;
    if (place.line != on)
        return place;
    const QString top = unindented(text, lines.front(), table.indent);
    const QString words = rightTrimmed(unindented(text, lines[std::size_t(on)], table.indent));
    const auto cells = cellsOf(table.kind, words, top).value_or(std::vector<Cell>());
    const int column = position - lines[std::size_t(on)].begin - table.indent;
    for (int i = 0; i < int(cells.size()) && (i == 0 || cells[std::size_t(i)].begin <= column); ++i) {
        place.column = i;
        place.offset = std::clamp(column - cells[std::size_t(i)].begin, 0, int(cells[std::size_t(i)].text.size()));
    }
    return place;
}

DrawnTable drawn(const TextTable &table)
{
    const bool isGrid = table.kind == TextTable::Kind::Grid;
    std::vector<int> widths(std::size_t(table.columns), isGrid ? 1 : 2);
    for (const TableLine &line : table.lines) {
        for (qsizetype i = 0; i < line.cells.size(); ++i)
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], columnsOf(line.cells[i]));
    }
    DrawnTable result;
    const QString indent(table.indent, u' ');
    for (const TableLine &line : table.lines) {
        if (!result.text.isEmpty())
            result.text += u'\n';
        result.lineBegins.push_back(int(result.text.size()));
        std::vector<int> &begins = result.cellBegins.emplace_back();
        if (line.isBlank)
            continue;
        QString words = isGrid ? (line.rule.isNull() ? u"|"_s : u"+"_s) : QString();
        for (int i = 0; i < table.columns; ++i) {
            const int width = widths[std::size_t(i)];
            if (!line.rule.isNull()) {
                words += QString(isGrid ? width + 2 : width, line.rule) + (isGrid ? u"+"_s : u"  "_s);
                continue;
            }
            words += isGrid ? u" "_s : QString();
            begins.push_back(int(result.text.size()) + table.indent + int(words.size()));
            words += line.cells[i] + QString(width - columnsOf(line.cells[i]), u' ') + (isGrid ? u" |"_s : u"  "_s);
        }
        result.text += indent + (isGrid ? words : rightTrimmed(words));
    }
    return result;
}

} // namespace session
