// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/folds.h"

#include "session/directive_lines.h"
#include "session/section_edits.h"

#include <algorithm>

namespace session {

namespace {

std::vector<TextLine> linesOf(const QString &text)
{
    std::vector<TextLine> lines;
    for (qsizetype begin = 0; begin <= text.size();) {
        auto end = text.indexOf(u'\n', begin);
        if (end < 0)
            end = text.size();
        lines.push_back({text.sliced(begin, end - begin), int(begin)});
        begin = end + 1;
    }
    return lines;
}

int lineNumberAt(const std::vector<TextLine> &lines, int position)
{
    return int(std::ranges::upper_bound(lines, position, {}, &TextLine::begin) - lines.begin()) - 1;
}

void addSections(std::vector<Fold> &folds, const std::vector<TextLine> &lines, const QString &text)
{
    for (const TextSection &section : sectionsOf(text)) {
        const int line = lineNumberAt(lines, section.title.begin);
        int last = lineNumberAt(lines, std::max(section.end - 1, section.heading.end));
        while (last > line && lines[std::size_t(last)].isBlank())
            --last;
        if (last > line + 1) // more than the underline
            folds.push_back({line, last});
    }
}

/// One pass over the lines: a directive ends before the first line that is not deeper than it.
void addDirectives(std::vector<Fold> &folds, const std::vector<TextLine> &lines)
{
    struct Open {
        qsizetype indent;
        int line;
    };
    std::vector<Open> open;
    int lastText = 0;
    const auto close = [&](qsizetype indent) {
        while (!open.empty() && open.back().indent >= indent) {
            if (lastText > open.back().line)
                folds.push_back({open.back().line, lastText});
            open.pop_back();
        }
    };
    for (int number = 0; number < int(lines.size()); ++number) {
        const TextLine &line = lines[std::size_t(number)];
        if (line.isBlank())
            continue;
        close(line.indent());
        if (!directiveOf(line).isEmpty())
            open.push_back({line.indent(), number});
        lastText = number;
    }
    close(0);
}

} // namespace

std::vector<Fold> foldsOf(const QString &text)
{
    const std::vector<TextLine> lines = linesOf(text);
    std::vector<Fold> folds;
    addSections(folds, lines, text);
    addDirectives(folds, lines);
    std::ranges::sort(folds, {}, &Fold::line);
    return folds;
}

} // namespace session
