// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/directive_lines.h"

#include <algorithm>

namespace session {

namespace {

constexpr int mostLinesAbove = 60; // that are searched for the directive of an option

} // namespace

qsizetype TextLine::indent() const
{
    qsizetype indent = 0;
    while (indent < text.size() && text[indent] == u' ')
        ++indent;
    return indent;
}

TextLine textLineAt(const QString &text, int position)
{
    const int begin = position == 0 ? 0 : int(text.lastIndexOf(u'\n', position - 1)) + 1;
    const auto end = text.indexOf(u'\n', position);
    return {text.sliced(begin, (end < 0 ? text.size() : end) - begin), begin};
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.' || c == u'+';
}

bool isName(QStringView text)
{
    return std::ranges::all_of(text, isNameCharacter);
}

QString directiveOf(const TextLine &line)
{
    QStringView rest = QStringView(line.text).sliced(line.indent());
    if (!rest.startsWith(u".. "))
        return {};
    rest = rest.sliced(3);
    if (rest.startsWith(u'|')) { // the directive of a substitution
        const auto bar = rest.indexOf(u'|', 1);
        rest = bar < 0 ? QStringView() : rest.sliced(bar + 1).trimmed();
    }
    const auto end = rest.indexOf(u"::");
    return end > 0 && isName(rest.first(end)) ? rest.first(end).toString().toLower() : QString();
}

QString directiveAbove(const QString &text, const TextLine &line)
{
    TextLine above = line;
    for (int i = 0; i < mostLinesAbove && above.begin > 0; ++i) {
        above = textLineAt(text, above.begin - 1);
        if (above.isBlank())
            return {};
        if (above.indent() < line.indent())
            return directiveOf(above);
    }
    return {};
}

} // namespace session
