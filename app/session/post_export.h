// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "publish/export_plan.h"

#include <QString>

#include <memory>

namespace session {

/// Where an export is to go, as far as the user said.
struct ExportRequest {
    QString text = {};
    QString path = {};   // of the post; empty for a new one
    QString folder = {}; // instead of the blog's posts folder
    QString slug = {};   // instead of the title's
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
};

/// The folder in which the path rule starts: the blog's, or for a post without a blog the one above its year's.
[[nodiscard]] QString exportFolder(const QString &postPath, const post::BlogConfig &blog);

/// What the export would do. Reads files and parses; for a worker.
[[nodiscard]] publish::ExportPlan planPostExport(const ExportRequest &request);

} // namespace session
