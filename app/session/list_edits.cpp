// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/list_edits.h"

#include "session/text_lines.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// A line that is an item or is to be one, and the lines that belong to it.
struct ItemLines {
    TextRange first;
    std::vector<TextRange> rest = {};
};

/// How long the marker is that follows the blanks of a line, the blank after it included; 0 for none.
int markerLength(const QString &line, ListKind kind)
{
    const QString words = line.sliced(indentOf(line));
    if (kind == ListKind::Bullets)
        return words.size() > 1 && u"*-+"_s.contains(words.front()) && words.at(1) == u' ' ? 2 : 0;
    int digits = 0;
    while (charAt(words, digits).isDigit())
        ++digits;
    if (digits == 0 && charAt(words, 0) == u'#')
        digits = 1;
    return digits > 0 && charAt(words, digits) == u'.' && charAt(words, digits + 1) == u' ' ? digits + 2 : 0;
}

int markerLength(const QString &line)
{
    return std::max(markerLength(line, ListKind::Bullets), markerLength(line, ListKind::Numbers));
}

std::optional<TextRange> lineAbove(const QString &text, TextRange line)
{
    return line.begin > 0 ? std::optional(lineAt(text, line.begin - 1)) : std::nullopt;
}

std::optional<TextRange> lineBelow(const QString &text, TextRange line)
{
    return line.end < text.size() ? std::optional(lineAt(text, line.end + 1)) : std::nullopt;
}

/// Whether a line goes on with the paragraph of the line above it.
bool goesOn(const QString &text, TextRange above, TextRange line)
{
    const QString words = textOf(text, line);
    return !isBlank(text, above) && !isBlank(text, line) && markerLength(words) == 0 && !isAdornment(words) &&
           !isAdornment(textOf(text, above));
}

/// The paragraph or item at a line.
ItemLines itemAt(const QString &text, TextRange line)
{
    ItemLines item{.first = line};
    while (const auto above = lineAbove(text, item.first)) {
        const int indent = indentOf(textOf(text, item.first));
        const int indentAbove = indentOf(textOf(text, *above));
        const bool isAboveItem = markerLength(textOf(text, *above)) > 0;
        if (!goesOn(text, *above, item.first) || (isAboveItem ? indent <= indentAbove : indent != indentAbove))
            break;
        item.first = *above;
    }
    const int indent = indentOf(textOf(text, item.first));
    const bool isItem = markerLength(textOf(text, item.first)) > 0;
    TextRange last = item.first;
    while (const auto below = lineBelow(text, last)) {
        const int indentBelow = indentOf(textOf(text, *below));
        if (!goesOn(text, last, *below) || (isItem ? indentBelow <= indent : indentBelow != indent))
            break;
        item.rest.push_back(*below);
        last = *below;
    }
    // A title is no paragraph.
    if (const auto below = lineBelow(text, last); below && isAdornment(textOf(text, *below)) && !isItem)
        item = {.first = line};
    return item;
}

/// What is below an item and belongs to it: all that is indented deeper, over blank lines too.
void addRest(const QString &text, ItemLines &item)
{
    const int indent = indentOf(textOf(text, item.first));
    std::vector<TextRange> passed;
    TextRange last = item.rest.empty() ? item.first : item.rest.back();
    while (const auto below = lineBelow(text, last)) {
        last = *below;
        if (!isBlank(text, last) && indentOf(textOf(text, last)) <= indent)
            return;
        passed.push_back(last);
        if (isBlank(text, last))
            continue;
        item.rest.insert(item.rest.end(), passed.begin(), passed.end());
        passed.clear();
    }
}

/// Each of the lines, with those below it that are indented deeper.
std::vector<ItemLines> itemsOf(const QString &text, const std::vector<TextRange> &lines)
{
    std::vector<ItemLines> items;
    for (const TextRange line : lines) {
        const bool isRest = !items.empty() && (isBlank(text, line) || indentOf(textOf(text, line)) >
                                                                          indentOf(textOf(text, items.back().first)));
        if (isRest)
            items.back().rest.push_back(line);
        else if (!isBlank(text, line))
            items.push_back({.first = line});
    }
    for (ItemLines &item : items) {
        while (!item.rest.empty() && isBlank(text, item.rest.back()))
            item.rest.pop_back();
    }
    return items;
}

/// The item of this kind and depth that ends just above a line.
std::optional<TextRange> itemAbove(const QString &text, TextRange line, ListKind kind)
{
    const int indent = indentOf(textOf(text, line));
    auto above = lineAbove(text, line);
    while (above && !isBlank(text, *above) && indentOf(textOf(text, *above)) > indent)
        above = lineAbove(text, *above);
    const bool isItem =
        above && indentOf(textOf(text, *above)) == indent && markerLength(textOf(text, *above), kind) > 0;
    return isItem ? above : std::nullopt;
}

int numberOf(const QString &item)
{
    const QString words = item.sliced(indentOf(item));
    return words.first(markerLength(item, ListKind::Numbers) - 2).toInt();
}

/// One list made of lines, or lines of a list.
class ListToggle
{
public:
    ListToggle(const QString &text, std::vector<ItemLines> items, ListKind kind)
        : m_text(text)
        , m_items(std::move(items))
        , m_kind(kind)
        , m_isList(std::ranges::all_of(
              m_items, [&](const ItemLines &item) { return markerLength(textOf(text, item.first), kind) > 0; }))
    {
    }

    [[nodiscard]] std::vector<TextChange> changes()
    {
        if (const auto above = itemAbove(m_text, m_items.front().first, m_kind); above && m_kind == ListKind::Numbers)
            m_number = numberOf(textOf(m_text, *above));
        bool isFirst = true;
        for (const ItemLines &item : m_items) {
            change(item, isFirst && isPartedAbove() ? u"\n"_s : QString());
            isFirst = false;
        }
        if (const auto below = blankPlaceBelow())
            m_changes.push_back({{*below, *below}, u"\n"_s});
        return std::move(m_changes);
    }

    [[nodiscard]] int lastEnd() const
    {
        return m_items.back().rest.empty() ? m_items.back().first.end : m_items.back().rest.back().end;
    }

private:
    void change(const ItemLines &item, const QString &before)
    {
        const QString line = textOf(m_text, item.first);
        const int marker = markerLength(line);
        const QString blanks(indentOf(line), u' ');
        const QString prefix = m_isList ? QString() : m_kind == ListKind::Bullets ? u"* "_s : u"%1. "_s.arg(++m_number);
        const int begin = item.first.begin;
        m_changes.push_back({{begin, begin + int(blanks.size()) + marker}, before + blanks + prefix});
        const int shift = int(prefix.size()) - marker;
        for (const TextRange rest : item.rest) {
            if (isBlank(m_text, rest) || shift == 0)
                continue;
            const int taken = std::clamp(-shift, 0, indentOf(textOf(m_text, rest)) - int(blanks.size()));
            m_changes.push_back({{rest.begin, rest.begin + taken}, QString(std::max(shift, 0), u' ')});
        }
    }

    [[nodiscard]] bool isPartedAbove() const
    {
        const TextRange first = m_items.front().first;
        const auto above = lineAbove(m_text, first);
        if (!above || isBlank(m_text, *above))
            return false;
        const bool isBelowItem = itemAbove(m_text, first, m_kind).has_value();
        return m_isList ? isBelowItem : !isBelowItem;
    }

    /// Where a blank line is needed below.
    [[nodiscard]] std::optional<int> blankPlaceBelow() const
    {
        const auto below = lineBelow(m_text, {lastEnd(), lastEnd()});
        if (!below || isBlank(m_text, *below))
            return std::nullopt;
        const QString line = textOf(m_text, *below);
        const bool isSibling =
            markerLength(line, m_kind) > 0 && indentOf(line) == indentOf(textOf(m_text, m_items.front().first));
        return isSibling == m_isList ? std::optional(below->begin) : std::nullopt;
    }

    const QString &m_text;
    std::vector<ItemLines> m_items;
    ListKind m_kind;
    bool m_isList;
    int m_number = 0;
    std::vector<TextChange> m_changes;
};

int growthBefore(const std::vector<TextChange> &changes, int position)
{
    int growth = 0;
    for (const TextChange &change : changes) {
        if (change.range.begin <= position)
            growth += int(change.replacement.size()) - (change.range.end - change.range.begin);
    }
    return growth;
}

} // namespace

MarkupEdit toggledList(const QString &text, TextRange selection, ListKind kind)
{
    const std::vector<TextRange> lines = linesOf(text, selection);
    const bool isCursor = selection.begin == selection.end;
    std::vector<ItemLines> items = itemsOf(text, lines);
    if (items.empty())
        items.push_back({.first = lines.front()}); // a list begins on the empty line
    else if (isCursor)
        items = {itemAt(text, lines.front())};
    if (markerLength(textOf(text, items.back().first)) > 0)
        addRest(text, items.back());
    ListToggle toggle(text, std::move(items), kind);
    MarkupEdit edit{.changes = toggle.changes()};
    const int place = isCursor ? selection.begin : toggle.lastEnd();
    const int moved = std::max(place + growthBefore(edit.changes, place), edit.changes.front().range.begin);
    edit.selection = {moved, moved};
    return edit;
}

} // namespace session
