// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// `base NUL mine NUL theirs`: the laws of the merge that takes in what others changed on the disk, and of the difference that
// it is made of.

#include "require.h"

#include "publish/line_diff.h"
#include "publish/line_merge.h"

#include <string>

namespace {

/// The lines that one side of a difference has, and that their numbers are those of the side.
void checkDiff(std::string_view before, std::string_view after)
{
    using Kind = publish::DiffLine::Kind;
    std::string left, right;
    std::size_t leftLines = 0, rightLines = 0;
    for (const publish::DiffLine &line : publish::lineDiff(before, after)) {
        fuzz::require(line.before == (line.kind == Kind::Added ? 0 : ++leftLines));
        fuzz::require(line.after == (line.kind == Kind::Removed ? 0 : ++rightLines));
        if (line.kind != Kind::Added)
            (left += line.text) += '\n';
        if (line.kind != Kind::Removed)
            (right += line.text) += '\n';
    }
    const auto isTextOf = [](std::string_view lines, std::string_view text) {
        return lines == text || lines.substr(0, lines.size() - !lines.empty()) == text;
    };
    fuzz::require(isTextOf(left, before) && isTextOf(right, after));
    fuzz::require(publish::unifiedDiff(before, after, "a", "b").empty() == (before == after));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest = fuzz::textOf(data, size);
    const std::string_view base = fuzz::takeField(rest), mine = fuzz::takeField(rest), theirs = rest;

    checkDiff(base, mine);
    const auto isPlainly = [](const publish::LineMerge &merge, std::string_view text) {
        return merge.conflicts == 0 && merge.text == text;
    };
    fuzz::require(isPlainly(publish::mergeLines(base, mine, base), mine));
    fuzz::require(isPlainly(publish::mergeLines(base, base, theirs), theirs));
    fuzz::require(isPlainly(publish::mergeLines(base, mine, mine), mine));

    const publish::LineMerge merged = publish::mergeLines(base, mine, theirs);
    const publish::LineMerge swapped = publish::mergeLines(base, theirs, mine, "theirs", "mine");
    fuzz::require(merged.conflicts == swapped.conflicts);
    fuzz::require(merged.conflicts > 0 || merged.text == swapped.text);
    return 0;
}
