// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/text_changes.h"

#include "publish/line_diff.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace session {

namespace {

/// Every line of both texts was given an end; the last has none. Moves a change that touches it into the text.
TextChange withoutLastEnd(TextChange change, int size)
{
    if (change.range.end <= size && change.range.begin <= size)
        return change;
    if (change.range.begin <= size && !change.replacement.isEmpty()) {
        change.replacement.chop(1);
    } else if (change.replacement.isEmpty()) { // the last lines go, with the line end before them
        --change.range.begin;
    } else { // lines come behind the last
        change.replacement.prepend(u'\n');
        change.replacement.chop(1);
        --change.range.begin;
    }
    change.range.end = size;
    change.range.begin = std::min(change.range.begin, size);
    return change;
}

/// Leaves out what both have in common, and parts no pair of surrogates.
TextChange trimmed(TextChange change, QStringView before)
{
    const auto isInPair = [](QStringView text, qsizetype at) {
        return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
    };
    QStringView old = before.sliced(change.range.begin, change.range.end - change.range.begin);
    QStringView fresh = change.replacement;
    qsizetype head = std::ranges::mismatch(old, fresh).in1 - old.begin();
    while (isInPair(old, head) || isInPair(fresh, head))
        --head;
    old = old.sliced(head);
    fresh = fresh.sliced(head);
    qsizetype tail = 0;
    while (tail < std::min(old.size(), fresh.size()) && old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail])
        ++tail;
    while (isInPair(old, old.size() - tail) || isInPair(fresh, fresh.size() - tail))
        --tail;
    return {.range = {change.range.begin + int(head), change.range.end - int(tail)},
            .replacement = fresh.chopped(tail).toString()};
}

} // namespace

std::vector<TextChange> textChanges(const QString &before, const QString &after)
{
    std::vector<TextChange> changes;
    std::optional<TextChange> open;
    int at = 0;
    const auto close = [&] {
        if (open)
            changes.push_back(trimmed(withoutLastEnd(*std::exchange(open, std::nullopt), int(before.size())), before));
    };
    const std::string old = before.toStdString() + '\n', fresh = after.toStdString() + '\n';
    for (const publish::DiffLine &line : publish::lineDiff(old, fresh)) {
        const QString text = QString::fromStdString(line.text) + u'\n';
        if (line.kind == publish::DiffLine::Kind::Same) {
            close();
            at += int(text.size());
            continue;
        }
        if (!open)
            open = TextChange{.range = {at, at}};
        if (line.kind == publish::DiffLine::Kind::Added)
            open->replacement += text;
        else
            open->range.end = at += int(text.size());
    }
    close();
    return changes;
}

} // namespace session
