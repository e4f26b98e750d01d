// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "publish/export_target.h"

namespace publish {

/// A post as Markdown with YAML front matter, in the layout of Astro and Keystatic blogs: `<slug>/index.md` with the pictures
/// beside it, and the title in the front matter alone.
[[nodiscard]] TargetText writeAstroPost(const TargetInput &input);

/// A post as MyST Markdown for ABlog: front matter with `blogpost: true`, then the document.
[[nodiscard]] TargetText writeMystPost(const TargetInput &input);

} // namespace publish
