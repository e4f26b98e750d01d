// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/line_merge.h"

#include "publish/line_diff.h"

#include <algorithm>
#include <format>
#include <utility>
#include <vector>

namespace publish {

namespace {

bool endsWhole(std::string_view text)
{
    return text.empty() || text.ends_with('\n');
}

std::string whole(std::string_view text)
{
    return std::string(text) + (endsWhole(text) ? "" : "\n");
}

/// The lines with their line ends.
std::vector<std::string_view> wholeLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t size = text.find('\n') + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Lines of the base that a side has replaced by lines of its own.
struct Hunk {
    LineRange base = {};
    LineRange side = {};
};

std::vector<Hunk> hunksOf(std::string_view base, std::string_view side)
{
    std::vector<Hunk> hunks;
    Hunk open;
    bool isOpen = false;
    std::size_t inBase = 0, inSide = 0;
    for (const DiffLine &line : lineDiff(base, side)) {
        if (line.kind == DiffLine::Kind::Same) {
            if (std::exchange(isOpen, false))
                hunks.push_back(open);
            ++inBase;
            ++inSide;
            continue;
        }
        if (!std::exchange(isOpen, true))
            open = {{inBase, inBase}, {inSide, inSide}};
        if (line.kind == DiffLine::Kind::Removed)
            open.base.end = ++inBase;
        else
            open.side.end = ++inSide;
    }
    if (isOpen)
        hunks.push_back(open);
    return hunks;
}

/// One side of the merge: its lines, and its changes, from the first that is not merged yet.
class Side
{
public:
    Side(std::string_view base, std::string_view text) : m_lines(wholeLines(text)), m_hunks(hunksOf(base, text)) {}

    /// Where in the base the next change begins; `otherwise` behind the last.
    [[nodiscard]] std::size_t nextBegin(std::size_t otherwise) const
    {
        return m_next < m_hunks.size() ? m_hunks[m_next].base.begin : otherwise;
    }
    /// Puts the changes that touch the range of the base into it; the range grows to hold them. False where there are none.
    bool join(LineRange &range)
    {
        const std::size_t first = m_next;
        for (; m_next < m_hunks.size() && m_hunks[m_next].base.begin <= range.end; ++m_next)
            range.end = std::max(range.end, m_hunks[m_next].base.end);
        return m_next > first;
    }
    /// What the side has in the place of a range, all changes in which were joined.
    [[nodiscard]] std::string take(LineRange range)
    {
        const std::size_t size = range.end - range.begin;
        const std::size_t begin = m_at + (range.begin - m_baseAt);
        std::size_t end = begin + size;
        if (m_next > 0 && m_hunks[m_next - 1].base.end >= range.begin && m_hunks[m_next - 1].base.end <= range.end) {
            const Hunk &last = m_hunks[m_next - 1];
            end = last.side.end + (range.end - last.base.end);
        }
        m_at = end;
        m_baseAt = range.end;
        std::string text;
        for (std::size_t i = begin; i < end; ++i)
            text += m_lines[i];
        return text;
    }

private:
    std::vector<std::string_view> m_lines;
    std::vector<Hunk> m_hunks;
    std::size_t m_next = 0;   // the first change that is not in a range yet
    std::size_t m_at = 0;     // the line behind what was taken
    std::size_t m_baseAt = 0; // and the same place in the base
};

void appendConflict(std::string &text, std::string_view mine, std::string_view theirs, std::string_view mineName,
                    std::string_view theirsName)
{
    text += std::format("<<<<<<< {}\n{}=======\n{}>>>>>>> {}\n", mineName, mine, theirs, theirsName);
}

/// The merge of texts whose last lines end.
LineMerge mergeWhole(std::string_view base, std::string_view mine, std::string_view theirs, std::string_view mineName,
                     std::string_view theirsName)
{
    const std::vector<std::string_view> lines = wholeLines(base);
    Side left(base, mine), right(base, theirs);
    LineMerge merge;
    for (std::size_t at = 0; at < lines.size() || left.nextBegin(at + 1) <= at || right.nextBegin(at + 1) <= at;) {
        LineRange range{at, at};
        bool leftChanged = false, rightChanged = false;
        for (bool grows = true; grows;) {
            const bool byLeft = left.join(range), byRight = right.join(range);
            leftChanged = leftChanged || byLeft;
            rightChanged = rightChanged || byRight;
            grows = byLeft || byRight;
        }
        if (!leftChanged && !rightChanged) {
            range.end = at + 1;
            merge.text += left.take(range);
            (void)right.take(range);
            at = range.end;
            continue;
        }
        const std::string ours = left.take(range), others = right.take(range);
        if (!rightChanged || ours == others) {
            merge.text += ours;
        } else if (!leftChanged) {
            merge.text += others;
        } else {
            appendConflict(merge.text, ours, others, mineName, theirsName);
            ++merge.conflicts;
        }
        at = range.end;
    }
    return merge;
}

} // namespace

LineMerge mergeLines(std::string_view base, std::string_view mine, std::string_view theirs, std::string_view mineName,
                     std::string_view theirsName)
{
    LineMerge merge = mergeWhole(whole(base), whole(mine), whole(theirs), mineName, theirsName);
    // Whether the last line has an end is merged by itself: differences of lines do not tell.
    const bool keepsEnd = endsWhole(mine) == endsWhole(base) ? endsWhole(theirs) : endsWhole(mine);
    if (!keepsEnd && merge.conflicts == 0 && merge.text.ends_with('\n'))
        merge.text.pop_back();
    return merge;
}

} // namespace publish
