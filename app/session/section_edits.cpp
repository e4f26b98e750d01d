// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/section_edits.h"

#include "session/text_lines.h"

#include <algorithm>
#include <optional>
#include <ranges>

using namespace Qt::StringLiterals;

namespace session {

namespace {

/// How a heading looks. Docutils tells levels apart by the character and by whether there is an overline.
struct Style {
    QChar character = {};
    bool hasOverline = false;

    friend bool operator==(const Style &, const Style &) = default;
};

constexpr QStringView houseCharacters = u"=-~^\"'";

Style styleOf(const QString &text, const TextSection &section)
{
    return {text.at(section.underline.begin), section.hasOverline};
}

/// The text's styles in the order of their levels, and then what the house would go on with.
std::vector<Style> stylesOf(const QString &text, const std::vector<TextSection> &sections)
{
    std::vector<Style> styles;
    for (const TextSection &section : sections) {
        const Style style = styleOf(text, section);
        if (std::ranges::find(styles, style) == styles.end())
            styles.push_back(style);
    }
    for (const QChar house : houseCharacters) {
        if (std::ranges::find(styles, house, &Style::character) == styles.end())
            styles.push_back({house, false});
    }
    return styles;
}

std::optional<std::size_t> sectionAt(const std::vector<TextSection> &sections, int position)
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < sections.size() && sections[i].heading.begin <= position; ++i)
        found = i;
    return found;
}

/// The sections of a subtree: the root, and all that follow inside of it.
std::size_t subtreeEnd(const std::vector<TextSection> &sections, std::size_t root)
{
    std::size_t end = root + 1;
    while (end < sections.size() && sections[end].level > sections[root].level)
        ++end;
    return end;
}

/// The section before or after one that has the same parent.
std::optional<std::size_t> neighbour(const std::vector<TextSection> &sections, std::size_t here, Move direction)
{
    if (direction == Move::Down) {
        const std::size_t next = subtreeEnd(sections, here);
        return next < sections.size() && sections[next].level == sections[here].level ? std::optional(next)
                                                                                      : std::nullopt;
    }
    for (std::size_t before = here; before-- > 0;) {
        if (sections[before].level < sections[here].level)
            return std::nullopt;
        if (sections[before].level == sections[here].level)
            return before;
    }
    return std::nullopt;
}

/// A section's text, and the white space that parts it from what follows.
struct Part {
    QString words = {};
    QString gap = {};
};

Part partOf(const QString &text, const TextSection &section)
{
    const QString whole = textOf(text, {section.heading.begin, section.end});
    const auto end = std::ranges::find_last_if(whole, [](QChar c) { return !c.isSpace(); });
    const auto length = end.begin() == whole.end() ? 0 : end.begin() - whole.begin() + 1;
    return {whole.first(length), whole.sliced(length)};
}

/// The heading's lines in another style.
QString heading(const QString &title, Style style)
{
    const QString line(std::max(columnsOf(title.trimmed()), 2), style.character);
    return style.hasOverline ? u"%1\n%2\n%1"_s.arg(line, title) : title.trimmed() + u'\n' + line;
}

} // namespace

std::vector<TextSection> sectionsOf(const QString &text)
{
    std::vector<TextSection> sections;
    std::vector<Style> styles;
    TextRange above;
    QString overline; // the adornment above the title, if any
    int aboveThat = -1;
    TextRange line = lineAt(text, 0);
    QString title;
    for (bool hasMore = !text.isEmpty(); hasMore;) {
        const QString words = textOf(text, line);
        const bool isOverlined = isAdornment(overline) && overline == words && !title.trimmed().isEmpty();
        if (isTitleOver(title, words) || isOverlined) {
            const int begin = isOverlined ? aboveThat : above.begin;
            const Style style{words.front(), isOverlined};
            auto known = std::ranges::find(styles, style);
            if (known == styles.end())
                known = styles.insert(styles.end(), style);
            sections.push_back({.level = int(known - styles.begin()) + 1,
                                .heading = {begin, line.end},
                                .title = above,
                                .underline = line,
                                .hasOverline = isOverlined,
                                .end = int(text.size())});
            overline.clear();
            title.clear();
        } else {
            overline = title;
            title = words;
        }
        aboveThat = above.begin;
        above = line;
        hasMore = line.end < text.size();
        if (hasMore)
            line = lineAt(text, line.end + 1);
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const std::size_t next = subtreeEnd(sections, i);
        if (next < sections.size())
            sections[i].end = sections[next].heading.begin;
    }
    return sections;
}

MarkupEdit movedSection(const QString &text, int position, Move direction)
{
    const std::vector<TextSection> sections = sectionsOf(text);
    const auto here = sectionAt(sections, position);
    const auto other = here ? neighbour(sections, *here, direction) : std::nullopt;
    if (!other)
        return {};
    const TextSection &first = sections[std::min(*here, *other)];
    const TextSection &second = sections[std::max(*here, *other)];
    const Part upper = partOf(text, first);
    const Part lower = partOf(text, second);
    const QString between = upper.gap.isEmpty() ? u"\n\n"_s : upper.gap;
    const int column = position - sections[*here].heading.begin;
    const int begin =
        direction == Move::Up ? first.heading.begin : first.heading.begin + int(lower.words.size() + between.size());
    const int most = begin + int(direction == Move::Up ? lower.words.size() : upper.words.size());
    const int cursor = std::min(begin + column, most);
    return {.changes = {{{first.heading.begin, second.end}, lower.words + between + upper.words + lower.gap}},
            .selection = {cursor, cursor}};
}

MarkupEdit shiftedSection(const QString &text, int position, Shift shift)
{
    const std::vector<TextSection> sections = sectionsOf(text);
    const auto here = sectionAt(sections, position);
    if (!here)
        return {};
    const int step = shift == Shift::Promote ? -1 : 1;
    // A promoted section must not end above its children's new place, nor a demoted one skip a level.
    const int before = *here > 0 ? sections[*here - 1].level : 0;
    const int wanted = sections[*here].level + step;
    if (wanted < 1 || wanted > before + 1)
        return {};
    // The title of the post is alone on its level.
    if (wanted == 1 && *here > 0 && sections.front().level == 1 && subtreeEnd(sections, 0) == sections.size())
        return {};
    const std::vector<Style> styles = stylesOf(text, sections);
    MarkupEdit edit;
    int cursor = position;
    for (std::size_t i = *here; i < subtreeEnd(sections, *here); ++i) {
        const auto level = std::size_t(sections[i].level + step);
        if (level > styles.size())
            return {};
        const QString words = heading(textOf(text, sections[i].title), styles[level - 1]);
        if (position > sections[i].heading.end)
            cursor += int(words.size()) - (sections[i].heading.end - sections[i].heading.begin);
        edit.changes.push_back({sections[i].heading, words});
    }
    const TextSection &root = sections[*here];
    if (position <= root.heading.end) // on the title it stays on the title
        cursor = root.heading.begin + int(edit.changes.front().replacement.indexOf(textOf(text, root.title).trimmed()));
    edit.selection = {cursor, cursor};
    return edit;
}

} // namespace session
