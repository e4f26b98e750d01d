// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_renderer.h"

#include "repair/repair.h"
#include "repair/twin_paragraphs.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace session {

using TwinsPtr = std::shared_ptr<const repair::TwinIndex>;

/// A text that may need repair, where it belongs, and what may be done to it.
struct RepairRequest {
    QString text = {};
    QString path = {};
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
    repair::RuleSet rules = repair::RuleSet::all();
    TwinsPtr twins = {}; // copies of the blog's posts; null for none
};

/// One place of a finding, in the damaged text and in the repaired one.
struct RepairPlace {
    TextRange before = {};
    TextRange after = {};
    int line = 1;         // of the damaged text
    QString excerpt = {}; // what stands there, in one line
};

/// What a rule does to the post.
struct RepairFinding {
    repair::RuleId rule = {};
    std::size_t count = 0;
    QList<RepairPlace> places = {}; // the first of them, where there are very many
    bool hasEffect = true;          // of its own: switching it off changes the result
};

/// What a repair would do, with all that the repair view shows of it.
struct RepairPreview {
    repair::Repair repair = {};
    QString text = {}; // as it would be
    RenderingPtr before = {};
    RenderingPtr after = {};
    QString difference = {}; // unified; empty where nothing changes
    QList<RepairFinding> findings = {};
    std::vector<repair::TwinParagraph> paragraphs = {}; // beside those of the twin, where it is the same text
    QList<TextRange> paragraphPlaces = {};              // of each in the repaired text
};

/// Tries a repair; nothing is written. A function of its argument alone, safe on any thread.
[[nodiscard]] RepairPreview previewRepair(const RepairRequest &request);

/// The proof of a repair in one line: words, messages, links and pictures, before and after.
[[nodiscard]] QString proofLine(const repair::Repair &repair);

/// What the copy of a post is, how much it is alike, and what of it needs a look; empty where there is none.
[[nodiscard]] QString twinLine(const RepairPreview &preview);

/// Copies of posts: a folder's Markdown files, or one file, Markdown or a Blogger export.
struct ReadTwins {
    TwinsPtr twins = {};
    QString problem = {}; // a sentence about the first file that could not be read; mostly empty
};
[[nodiscard]] ReadTwins readTwins(const QString &path);

} // namespace session
