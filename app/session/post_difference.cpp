// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_difference.h"

#include "publish/line_diff.h"
#include "rst/engine.h"

#include <format>
#include <functional>
#include <utility>

namespace session {

namespace {

/// The block in a box that preview.css colours; it leads nowhere in the text.
PreviewBlock marked(const PreviewBlock &block, std::string_view kind)
{
    PreviewBlock boxed{.html = std::format("<div class=\"difference {}\">{}</div>", kind, block.html),
                       .range = block.range};
    boxed.hash = std::hash<std::string>()(boxed.html);
    return boxed;
}

/// The blocks' hashes, one a line, so that blocks are compared as lines are.
std::string hashLines(const Rendering &rendering)
{
    std::string lines;
    for (const PreviewBlock &block : rendering.blocks)
        lines += std::format("{}\n", block.hash);
    return lines;
}

} // namespace

PostDifference postDifference(const QString &earlier, const RenderRequest &later)
{
    static const rst::Engine engine(rst::Dialect::Sphinx);
    RenderRequest former = later;
    former.text = earlier;
    const RenderingPtr before = renderPost(former, engine), after = renderPost(later, engine);

    PostDifference difference;
    auto page = std::make_shared<Rendering>();
    page->revision = later.revision;
    page->source = after->source;
    bool isInPlace = false;
    for (const publish::DiffLine &line : publish::lineDiff(hashLines(*before), hashLines(*after))) {
        if (line.kind == publish::DiffLine::Kind::Same) {
            isInPlace = false;
            page->blocks.push_back(after->blocks[line.after - 1]);
            page->blocks.back().first = page->blocks.back().last = rst::NodeId::None;
            continue;
        }
        const bool isGone = line.kind == publish::DiffLine::Kind::Removed;
        page->blocks.push_back(isGone ? marked(before->blocks[line.before - 1], "removed")
                                      : marked(after->blocks[line.after - 1], "added"));
        if (!std::exchange(isInPlace, true) && difference.places++ == 0)
            difference.first = int(page->blocks.size()) - 1;
    }
    difference.page = std::move(page);
    difference.text = QString::fromStdString(publish::unifiedDiff(before->source, after->source, "earlier", "later"));
    return difference;
}

} // namespace session
