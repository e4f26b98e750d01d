// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/block_edits.h"

#include "session/text_lines.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr int contentIndent = 3;

/// Where a new block goes: after the paragraph that the position is in.
int paragraphEnd(const QString &text, int position)
{
    TextRange line = lineAt(text, position);
    while (line.end < int(text.size()) && !isBlank(text, line)) {
        const TextRange next = lineAt(text, line.end + 1);
        if (isBlank(text, next))
            break;
        line = next;
    }
    return line.end;
}

/// The position, or for one in the `post` directive that a post begins with, or between that and the title, the title's end:
/// what stands above the title is in no article.
int placeBelowHead(const QString &text, int position)
{
    const auto lineAfter = [&text](TextRange line) { return lineAt(text, std::min(line.end + 1, int(text.size()))); };
    const auto isWithinHead = [&text](TextRange line) {
        return line.end < int(text.size()) && (isBlank(text, line) || indentOf(textOf(text, line)) > 0);
    };
    TextRange line = lineAt(text, 0);
    while (isBlank(text, line) && line.end < int(text.size()))
        line = lineAfter(line);
    if (!textOf(text, line).startsWith(".. post::"_L1))
        return position;
    do
        line = lineAfter(line);
    while (isWithinHead(line));
    if (position >= line.begin)
        return position;
    if (isAdornment(textOf(text, line))) // an overline
        line = lineAfter(line);
    const TextRange underline = lineAfter(line);
    return isTitleOver(textOf(text, line), textOf(text, underline)) ? underline.end : position;
}

/// A block's text without its marks, and what they select in it.
std::pair<QString, TextRange> unmarked(QString block)
{
    const auto first = int(block.indexOf(u'¦'));
    if (first < 0)
        return {block, {int(block.size()), int(block.size())}};
    block.remove(first, 1);
    const auto second = int(block.indexOf(u'¦', first));
    if (second < 0)
        return {block, {first, first}};
    block.remove(second, 1);
    return {block, {first, second}};
}

/// The lines of the selection, or of the paragraph at the cursor.
std::vector<TextRange> paragraphLines(const QString &text, TextRange selection)
{
    if (selection.begin != selection.end)
        return linesOf(text, selection);
    TextRange whole = lineAt(text, selection.begin);
    while (whole.begin > 0 && !isBlank(text, whole) && !isBlank(text, lineAt(text, whole.begin - 1)))
        whole.begin = lineAt(text, whole.begin - 1).begin;
    whole.end = paragraphEnd(text, selection.begin);
    return linesOf(text, whole);
}

/// A label that the text does not have yet.
QString newFootnoteLabel(const QString &text)
{
    for (int number = 1;; ++number) {
        const QString label = u"#note-%1"_s.arg(number);
        if (!text.contains(u'[' + label + u']'))
            return label;
    }
}

} // namespace

MarkupEdit insertedBlock(const QString &text, TextRange selection, const QString &block)
{
    if (selection.begin != selection.end) { // the selected lines become its content
        const std::vector<TextRange> lines = linesOf(text, selection);
        const TextRange whole{lines.front().begin, lines.back().end};
        QString content;
        for (const TextRange line : lines)
            content += isBlank(text, line) ? u"\n"_s : QString(contentIndent, u' ') + textOf(text, line) + u'\n';
        auto [head, selected] = unmarked(block.section(u'\n', 0, 0));
        const QString replacement = head + u"\n\n"_s + content.chopped(1);
        return {.changes = {{whole, replacement}},
                .selection = {whole.begin + selected.begin, whole.begin + selected.end}};
    }
    const int place = placeBelowHead(text, selection.begin);
    const TextRange line = lineAt(text, place);
    const bool isOnBlank = isBlank(text, line);
    const int at = isOnBlank ? line.end : paragraphEnd(text, place);
    const bool hasTextAbove = isOnBlank && line.begin > 0 && !isBlank(text, lineAt(text, line.begin - 1));
    const bool hasTextBelow = at < int(text.size()) && !isBlank(text, lineAt(text, at + 1));
    const QString before = !isOnBlank ? u"\n\n"_s : hasTextAbove ? u"\n"_s : QString();
    auto [words, selected] = unmarked(block);
    if (words.endsWith(u'\n') && charAt(text, at) == u'\n' && at < int(text.size())) // which ends its last line
        words.chop(1);
    const int begin = at + int(before.size());
    return {.changes = {{{at, at}, before + words + (hasTextBelow ? u"\n"_s : QString())}},
            .selection = {begin + selected.begin, begin + selected.end}};
}

MarkupEdit toggledQuote(const QString &text, TextRange selection)
{
    const std::vector<TextRange> lines = paragraphLines(text, selection);
    int least = -1;
    for (const TextRange line : lines) {
        if (!isBlank(text, line))
            least = least < 0 ? indentOf(textOf(text, line)) : std::min(least, indentOf(textOf(text, line)));
    }
    if (least < 0)
        return {};
    MarkupEdit edit;
    for (const TextRange line : lines) {
        if (!isBlank(text, line))
            edit.changes.push_back({{line.begin, line.begin + least}, QString(least > 0 ? 0 : contentIndent, u' ')});
    }
    const TextRange first = lines.front();
    const TextRange last = lines.back();
    int moved = 0;
    if (least == 0 && first.begin > 0 && !isBlank(text, lineAt(text, first.begin - 1))) {
        edit.changes.front().replacement.prepend(u'\n'); // a quote stands apart
        moved = 1;
    }
    edit.selection = {movedPosition(edit.changes, selection.begin), movedPosition(edit.changes, selection.end)};
    if (selection.begin == first.begin && moved > 0)
        edit.selection.begin = std::max(edit.selection.begin, first.begin + moved);
    if (least == 0 && last.end < text.size() && !isBlank(text, lineAt(text, last.end + 1)))
        edit.changes.push_back({{last.end, last.end}, u"\n"_s});
    return edit;
}

MarkupEdit insertedFootnote(const QString &text, TextRange selection)
{
    const QString label = newFootnoteLabel(text);
    const int at = selection.end;
    const bool needsBlank = at > 0 && !charAt(text, at - 1).isSpace();
    const QChar next = charAt(text, at);
    const QString after = next.isLetterOrNumber() ? u" "_s : QString(); // or the reference would not end
    const QString reference = (needsBlank ? u" ["_s : u"["_s) + label + u"]_"_s + after;
    auto end = int(text.size());
    while (end > at && charAt(text, end - 1).isSpace())
        --end;
    const TextRange last = lineAt(text, end);
    static const QRegularExpression footnote(u"^\\.\\. \\[#?[^\\]]*\\] "_s);
    const bool isBelowAnother = footnote.match(textOf(text, last)).hasMatch();
    const QString note = (isBelowAnother ? u"\n.. ["_s : u"\n\n.. ["_s) + label + u"] "_s;
    const int cursor = end + int(reference.size() + note.size());
    MarkupEdit edit{.selection = {cursor, cursor}};
    if (end == at)
        edit.changes = {{{at, at}, reference + note}};
    else
        edit.changes = {{{at, at}, reference}, {{end, end}, note}};
    return edit;
}

QString languageBefore(const QString &text, int position)
{
    static const QRegularExpression block(u"^ *\\.\\. (?:code-block|sourcecode|code):: *(\\S+) *$"_s,
                                          QRegularExpression::MultilineOption);
    QString language = u"python"_s;
    for (auto found = block.globalMatch(QStringView(text).first(position).toString()); found.hasNext();)
        language = found.next().captured(1);
    return language;
}

} // namespace session
