// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_renderer.h"
#include "session/problems.h"

#include "post/blog_config.h"
#include "post/post_metadata.h"
#include "rst/engine.h"

#include <span>
#include <string_view>
#include <vector>

namespace session {

/// A text, read: what problems are looked for in.
struct ReadPost {
    std::string_view source = {};
    const rst::Publication &publication;
    std::span<const post::PostMetadata> posts = {};
};

/// All there is to say about a source, in the order of the text: the engine's messages, ABlog's traps, leftovers, and what
/// the blog's other posts say. The request's own text is not looked at.
[[nodiscard]] std::vector<Problem> postProblems(const ReadPost &post, const TextPositions &positions,
                                                const RenderRequest &request, const post::DateTime &today);

/// The same for a text that is yet to be read.
[[nodiscard]] std::vector<Problem> postProblems(const RenderRequest &request, const rst::Engine &engine);

} // namespace session
