// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_patch.h"

#include <algorithm>

namespace session {

std::vector<BlockChange> previewPatch(std::span<const std::uint64_t> shown, std::span<const std::uint64_t> wanted)
{
    const std::size_t shorter = std::min(shown.size(), wanted.size());
    std::size_t head = 0;
    while (head < shorter && shown[head] == wanted[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && shown[shown.size() - 1 - tail] == wanted[wanted.size() - 1 - tail])
        ++tail;

    const std::size_t removed = shown.size() - head - tail;
    const std::size_t inserted = wanted.size() - head - tail;
    if (removed == 0 && inserted == 0)
        return {};
    if (removed != inserted)
        return {{head, removed, inserted}};

    std::vector<BlockChange> changes;
    for (std::size_t i = head; i < head + removed; ++i) {
        if (shown[i] == wanted[i])
            continue;
        if (!changes.empty() && changes.back().first + changes.back().inserted == i) {
            ++changes.back().removed;
            ++changes.back().inserted;
        } else {
            changes.push_back({i, 1, 1});
        }
    }
    return changes;
}

QJsonArray takePageChanges(std::vector<std::uint64_t> &shown, const std::vector<PreviewBlock> &blocks)
{
    std::vector<std::uint64_t> wanted;
    wanted.reserve(blocks.size());
    for (const PreviewBlock &block : blocks)
        wanted.push_back(block.hash);
    QJsonArray changes;
    for (const BlockChange &change : previewPatch(shown, wanted)) {
        QJsonArray html;
        for (std::size_t i = change.first; i < change.first + change.inserted; ++i)
            html.append(QString::fromStdString(blocks[i].html));
        changes.append(QJsonArray{int(change.first), int(change.removed), html});
    }
    shown = std::move(wanted);
    return changes;
}

} // namespace session
