// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/embedded_pictures.h"
#include "session/rendering.h"

#include "archive/known_posts.h"
#include "network/http.h"
#include "post/blog_config.h"
#include "publish/export_commit.h"
#include "publish/export_plan.h"

#include <QDate>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace session {

/// Where an export is to go, as far as the user said.
struct ExportRequest {
    publish::Target target = publish::Target::Ablog;
    QString text = {};
    QString path = {};   // of the post; empty for a new one
    QString folder = {}; // instead of the blog's posts folder
    QString slug = {};   // instead of the title's
    /// The branch or base that the difference is shown against; empty for the one that is proposed.
    QString reference = {};
    QString committed = {}; // the post as it was last committed from here
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
    post::SiteIndexPtr site = {};                          // of the blog; null where it is not known
    std::shared_ptr<const archive::KnownPosts> known = {}; // its posts; null where they are not known
    NamedPictures held = {};                               // of the text, which are in no file yet
    network::Reach reach = network::Reach::Public;         // of what is asked for from here
};

/// The folder in which the path rule starts: the blog's, or for a post without a blog the one above its year's.
[[nodiscard]] QString exportFolder(const QString &postPath, const post::BlogConfig &blog);

/// A name for the file of a post that has none, and no blog whose rule would say it: from the title; empty without one.
[[nodiscard]] QString proposedName(const Rendering &post, const post::BlogConfig &blog);

/// The file that a post without one would get in its blog, by the blog's path rule; empty where the post has no title
/// yet, or no blog.
[[nodiscard]] QString proposedPath(const Rendering &post, const post::BlogConfig &blog, const QDate &today);

/// The file that the blog's path rule wants for a post that lies where the rule put it for another day; empty where its name
/// fits, or is one that somebody chose.
[[nodiscard]] QString renamedPath(const Rendering &post, const QString &path, const post::BlogConfig &blog,
                                  const QDate &today);

/// What the export would do. Reads files and parses; for a worker.
[[nodiscard]] publish::ExportPlan planPostExport(const ExportRequest &request);

/// All that the export page shows.
struct ExportPreview {
    publish::ExportPlan plan = {};
    std::optional<publish::GitRepository> repository = {};
    QString repositoryProblem = {}; // why there is none
    publish::RepositoryState state = {};
    publish::CommitProposal proposal = {};
    QString reference = {};     // that the changes are against; empty for the file on the disk
    QString referenceName = {}; // for people
    publish::CommitChanges changes = {};
    RenderingPtr before = {}; // null where there is no such file yet
    RenderingPtr after = {};
    RenderingPtr card = {}; // what lists of posts will show of it; null for a target that is no part of a blog
    RenderingPtr feed = {}; // and what the feed will
};

/// What an export would do, with its git repository asked. Slow; for a worker.
[[nodiscard]] ExportPreview previewExport(const ExportRequest &request);

/// Asks the servers that the post's links lead to, and says what they answer as checks. Very slow; for a worker.
[[nodiscard]] std::vector<publish::Check> checkPostLinks(const RenderingPtr &post, network::Reach reach,
                                                         const std::stop_token &stop);

/// The post's date as a sentence may say it.
[[nodiscard]] QString dayOf(const publish::ExportPlan &plan);

} // namespace session
