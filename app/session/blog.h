// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/blog_config.h"
#include "rst/settings.h"

#include <QString>

namespace session {

/// The blog that a post belongs to, by its file; the house's defaults for a post without a file, and where the blog's
/// own settings cannot be read.
[[nodiscard]] post::BlogConfig blogOf(const QString &postPath);

/// The folder whose files a post may show: the blog's, or the post's own where it belongs to none. Empty for a post
/// without a file.
[[nodiscard]] QString sourceFolder(const QString &postPath, const post::BlogConfig &blog);

/// How the engine is to read a post. Files are read below sourceFolder() only.
[[nodiscard]] rst::Settings renderSettings(const QString &postPath, const post::BlogConfig &blog, rst::Dialect dialect);

} // namespace session
