// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "publish/file_changes.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace session {

/// A post whose file is to lie in another folder of its blog.
struct PostMove {
    QString text = {};
    QString from = {}; // the post's file
    QString to = {};
    std::shared_ptr<const post::BlogConfig> blog = std::make_shared<post::BlogConfig>();
};

/// The pictures that stood beside it.
struct MovedPictures {
    QString text = {};                 // the post's, with the names that they have there
    QStringList copied = {};           // a sentence for each that was; it stays where it was as well
    QStringList left = {};             // and for each that was not
    publish::FileChanges changes = {}; // which can be taken back
};

/// Copies the pictures that a post's relative addresses mean to where they will lead. No other file is replaced, and none goes:
/// another post may show it. Slow; for a worker.
[[nodiscard]] MovedPictures copyPicturesAlong(const PostMove &move);

} // namespace session
