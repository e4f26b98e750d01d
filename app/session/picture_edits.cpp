// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/picture_edits.h"

#include "session/block_edits.h"
#include "session/directive_lines.h"

#include "post/prose_findings.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace session {

namespace {

bool isPictureDirective(const QString &directive)
{
    return directive == "figure"_L1 || directive == "image"_L1;
}

/// The first line of the directive that shows a picture and has the position in it or in its options.
std::optional<TextLine> pictureDirectiveAt(const QString &text, int position)
{
    TextLine line = textLineAt(text, position);
    const QString directive = directiveOf(line);
    if (!directive.isEmpty())
        return isPictureDirective(directive) ? std::optional(line) : std::nullopt;
    if (!isPictureDirective(directiveAbove(text, line)))
        return {};
    const qsizetype indent = line.indent();
    while (line.indent() >= indent)
        line = textLineAt(text, line.begin - 1);
    return line;
}

/// What follows the name of the directive in its line.
TextRange argumentOf(const TextLine &directive)
{
    const auto colons = directive.text.indexOf("::"_L1) + 2;
    auto begin = colons;
    while (begin < directive.text.size() && directive.text[begin].isSpace())
        ++begin;
    return {directive.begin + int(begin), directive.begin + int(directive.text.size())};
}

/// The value of the option `:alt:` below the directive, if it is empty or a slot of a template.
std::optional<TextRange> unwrittenDescription(const QString &text, const TextLine &directive)
{
    constexpr QLatin1StringView alt(":alt:");
    TextLine line = directive;
    while (line.begin + line.text.size() < text.size()) {
        line = textLineAt(text, int(line.begin + line.text.size() + 1));
        if (line.isBlank() || line.indent() <= directive.indent())
            return {};
        const QStringView option = QStringView(line.text).sliced(line.indent());
        if (!option.startsWith(alt))
            continue;
        const QStringView value = option.sliced(alt.size()).trimmed();
        const int end = int(line.begin + line.text.size());
        if (value.isEmpty())
            return TextRange{end, end};
        if (value.startsWith(u'⟦') && value.endsWith(u'⟧'))
            return TextRange{int(end - (line.text.size() - line.text.lastIndexOf(u'⟦'))), end};
        return {};
    }
    return {};
}

MarkupEdit filledDirective(const QString &text, const TextLine &directive, const QString &name)
{
    const TextRange argument = argumentOf(directive);
    const bool needsBlank = directive.text.endsWith(u':');
    const QString replacement = needsBlank ? u' ' + name : name;
    const int growth = int(replacement.size()) - (argument.end - argument.begin);
    const auto description = unwrittenDescription(text, directive);
    if (!description)
        return {{{argument, replacement}}, {argument.end + growth, argument.end + growth}};
    const QString blank = text[description->begin - 1] == u':' ? u" "_s : QString(); // or what is typed is no option
    const int shift = growth + int(blank.size());
    return {{{argument, replacement}, {{description->begin, description->begin}, blank}},
            {description->begin + shift, description->end + shift}};
}

/// Where the block of a directive ends, with all that is indented below it.
int endOf(const QString &text, const TextLine &directive)
{
    auto end = int(directive.begin + directive.text.size());
    for (int next = end + 1; next <= text.size();) {
        const TextLine line = textLineAt(text, next);
        const auto lineEnd = int(line.begin + line.text.size());
        if (!line.isBlank() && line.indent() <= directive.indent())
            break;
        if (!line.isBlank())
            end = lineEnd;
        next = lineEnd + 1;
    }
    return end;
}

/// Figures that stand apart; what the first one shows is marked to be selected.
QString figures(const QStringList &names, qsizetype indent)
{
    const QString blanks(indent, u' ');
    QString block;
    for (const QString &name : names) {
        const QString mark = block.isEmpty() ? u"¦"_s : QString();
        const QString separator = block.isEmpty() ? QString() : u"\n"_s;
        block += u"%1%2.. figure:: %3\n%2   :alt: %4%5%4\n"_s.arg(separator, blanks, name, mark,
                                                                  QString::fromUtf8(post::unwrittenDescription));
    }
    return block;
}

} // namespace

MarkupEdit shownPictures(const QString &text, int position, const QStringList &names,
                         const std::function<bool(const QString &address)> &isThere)
{
    MarkupEdit edit{.selection = {position, position}};
    bool isToDescribe = false;
    QStringList left = names;
    const auto directive = pictureDirectiveAt(text, position);
    if (directive && !left.isEmpty()) {
        const TextRange argument = argumentOf(*directive);
        const QString address = text.sliced(argument.begin, argument.end - argument.begin).trimmed();
        if (address.isEmpty() || !isThere(address)) {
            edit = filledDirective(text, *directive, left.takeFirst());
            isToDescribe = unwrittenDescription(text, *directive).has_value();
        }
    }
    if (left.isEmpty())
        return edit;
    const int place = directive ? endOf(text, *directive) : position;
    const MarkupEdit more = insertedBlock(text, {place, place}, figures(left, directive ? directive->indent() : 0));
    if (!isToDescribe) {
        int longer = 0;
        for (const TextChange &change : edit.changes)
            longer += int(change.replacement.size()) - (change.range.end - change.range.begin);
        edit.selection = {more.selection.begin + longer, more.selection.end + longer};
    }
    edit.changes.insert(edit.changes.end(), more.changes.begin(), more.changes.end());
    return edit;
}

} // namespace session
