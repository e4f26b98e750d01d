// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_repair.h"

#include "publish/file_changes.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace session {

/// A post that a repair would change.
struct DamagedPost {
    QString path = {};
    QString title = {};
    std::size_t damage = 0; // all that its findings count
    std::vector<repair::Finding> findings = {};

    /// What one rule would do.
    [[nodiscard]] std::size_t countOf(repair::RuleId rule) const;
};

/// How far the repair of an archive is.
struct ArchiveDamage {
    QList<DamagedPost> posts = {}; // the worst first
    QStringList repaired = {};     // posts of the import that are whole
    QStringList problems = {};     // a sentence for each file that could not be read
};

/// Is told how many posts were looked at, of how many: none at first, then one by one on any thread.
using SurveyProgress = std::function<void(int done, int total)>;

/// Looks at the posts of a folder and the folders in it. Slow: one repair for each post; ends early, with what it has, when
/// asked to stop.
[[nodiscard]] ArchiveDamage surveyArchive(const QString &folder, const std::stop_token &stop,
                                          const SurveyProgress &progress = {});

/// Posts that were repaired in one go.
struct RepairedPosts {
    QStringList written = {};
    QStringList problems = {};                          // a sentence for each post that was left as it was
    std::shared_ptr<publish::FileChanges> changes = {}; // to take all of it back
};

/// Repairs posts where they lie, each whole or not at all.
[[nodiscard]] RepairedPosts repairPosts(const QStringList &paths, const repair::RuleSet &rules, const TwinsPtr &twins);

/// What repairPosts() would do to one post, in the unified format.
[[nodiscard]] QString repairDifference(const QString &path, const repair::RuleSet &rules, const TwinsPtr &twins);

} // namespace session
