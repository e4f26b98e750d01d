// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_renderer.h"

#include "repair/repair.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace session {

/// A text that may need repair, where it belongs, and what may be done to it.
struct RepairRequest {
    QString text = {};
    QString path = {};
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
    repair::RuleSet rules = repair::RuleSet::all();
};

/// What a repair would do, with all that the repair view shows of it.
struct RepairPreview {
    repair::Repair repair = {};
    QString text = {}; // as it would be
    RenderingPtr before = {};
    RenderingPtr after = {};
    QString difference = {}; // unified; empty where nothing changes
};

/// Tries a repair; nothing is written. A function of its argument alone, safe on any thread.
[[nodiscard]] RepairPreview previewRepair(const RepairRequest &request);

/// The proof of a repair in one line: words, messages, links and pictures, before and after.
[[nodiscard]] QString proofLine(const repair::Repair &repair);

/// The posts of a folder and the folders in it that a repair would change, the most damaged first. Files that cannot be
/// read are left out. Slow: one repair for each post; ends early, with what it has, when asked to stop.
[[nodiscard]] QStringList damagedPosts(const QString &folder, const std::stop_token &stop);

} // namespace session
