// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/diagnostics/reporter.h"
#include "rst/document/document.h"
#include "rst/references/target_table.h"
#include "rst/settings.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace rst {

class SphinxEnvironment;

/// What a transform works on.
struct TransformContext {
    Document &document;
    Reporter &reporter;
    TargetTable &targets;
    const Settings &settings;
    NodeId pending = NodeId::None;       // for a transform that a pending element asked for
    SphinxEnvironment *sphinx = nullptr; // null in the docutils dialect
    std::size_t parseMessages = 0;       // how many messages the parser gave; later ones are the transforms'
    std::size_t repeated = 0; // elements that directives went through or made to repeat parts of the document
};

/// Whether there is room for one more directive that repeats what stands elsewhere, such as a table of contents: many of
/// them in a long document would make one that is as long as the square of its source. Says it where there is none.
[[nodiscard]] bool mayRepeat(TransformContext &context, NodeId directive, std::string_view name);

/// A step after parsing. Lower priorities run first, equal ones in the order in which they were asked for
/// (docutils' `Transformer`, https://docutils.sourceforge.io/docs/ref/transforms.html).
struct Transform {
    std::string_view name = {};
    std::uint16_t priority = 0;
    void (*apply)(TransformContext &) = nullptr;
};

/// The transforms of the docutils dialect that run for every document: reader, parser and writer's. Other dialects
/// make their own list from standard_transforms.h.
[[nodiscard]] std::span<const Transform> standardTransforms() noexcept;

/// Runs `transforms` and those that pending elements ask for, by priority.
void applyTransforms(TransformContext context, std::span<const Transform> transforms);

} // namespace rst
