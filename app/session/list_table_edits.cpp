// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/list_table_edits.h"

#include "session/directive_lines.h"

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int mostLinesOfTable = 2000; // that are looked through at a key

/// What a line of a table's list begins.
enum class Begins : std::uint8_t { Row, Cell, Nothing };

Begins beginsOf(const TextLine &line)
{
    const QStringView rest = QStringView(line.text).sliced(line.indent());
    const auto isItem = [](QStringView item) { return item == u"-" || item.startsWith(u"- "); };
    if (rest.startsWith(u"* ") && isItem(rest.sliced(2)))
        return Begins::Row;
    return isItem(rest) ? Begins::Cell : Begins::Nothing;
}

bool isEmptyCell(const TextLine &line)
{
    const QStringView words = QStringView(line.text).trimmed();
    return words == u"-" || words == u"* -";
}

std::optional<TextLine> lineAbove(const QString &text, const TextLine &line)
{
    return line.begin > 0 ? std::optional(textLineAt(text, line.begin - 1)) : std::nullopt;
}

/// The cells of the row that a line belongs to, up to that line, and of the table's first row.
struct Place {
    qsizetype indent = 0; // of the rows
    int cells = 0;
    int columns = 0;
    bool isFirstRow = true;
};

/// Where a cell's line stands in a `list-table`.
std::optional<Place> placeOf(const QString &text, const TextLine &cell)
{
    Place place{.indent = cell.indent() - (beginsOf(cell) == Begins::Row ? 0 : 2)};
    int cells = 0; // of the row that is being walked through, from its end
    int rows = 0;
    auto line = std::optional(cell);
    for (int i = 0; line && i < mostLinesOfTable; ++i, line = lineAbove(text, *line)) {
        if (line->isBlank())
            continue;
        const Begins begins = beginsOf(*line);
        if (begins == Begins::Cell && line->indent() == place.indent + 2) {
            ++cells;
        } else if (begins == Begins::Row && line->indent() == place.indent) {
            place.columns = cells + 1;
            if (++rows == 1)
                place.cells = place.columns;
            cells = 0;
        } else if (line->indent() < place.indent) {
            place.isFirstRow = rows == 1;
            return rows > 0 && directiveOf(*line) == "list-table"_L1 ? std::optional(place) : std::nullopt;
        } // else an option, or text within a cell
    }
    return std::nullopt;
}

MarkupEdit replacedLine(const TextLine &line, const QString &words)
{
    const int cursor = line.begin + int(words.size());
    return {.changes = {{{line.begin, line.begin + int(line.text.size())}, words}}, .selection = {cursor, cursor}};
}

} // namespace

std::optional<MarkupEdit> continuedListTable(const QString &text, int position)
{
    const TextLine line = textLineAt(text, position);
    const Begins begins = beginsOf(line);
    if (begins == Begins::Nothing || position != line.begin + line.text.size())
        return std::nullopt;
    const auto place = placeOf(text, line);
    if (!place)
        return std::nullopt;
    const QString row = QString(place->indent, u' ') + u"* - "_s;
    if (isEmptyCell(line)) {
        if (begins == Begins::Cell)
            return replacedLine(line, row);
        const auto above = lineAbove(text, line);
        return replacedLine(line, above && !above->isBlank() ? u"\n"_s : QString());
    }
    const bool isFull = !place->isFirstRow && place->cells >= place->columns;
    const QString words = u'\n' + (isFull ? row : QString(place->indent + 2, u' ') + u"- "_s);
    const int cursor = position + int(words.size());
    return MarkupEdit{.changes = {{{position, position}, words}}, .selection = {cursor, cursor}};
}

} // namespace session
