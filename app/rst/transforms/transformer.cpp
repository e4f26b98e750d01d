// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace rst {

namespace {

namespace standard = transforms::standard;

// docutils also has ExposeInternals, which shows attributes of its own Python objects; SmartQuotes is the Sphinx dialect's;
// the html5 writer does the work of Admonitions itself.
constexpr std::array docutilsTransforms{
    standard::substitutions,
    standard::propagateTargets,
    standard::docTitle,
    standard::docInfo,
    standard::sectionSubTitle,
    standard::stripClassesAndElements,
    standard::anonymousHyperlinks,
    standard::indirectHyperlinks,
    standard::footnotes,
    standard::externalTargets,
    standard::internalTargets,
    standard::stripComments,
    standard::decorations,
    standard::transitions,
    standard::danglingReferences,
    standard::messages,
    standard::filterMessages,
};

/// A table of contents has some six elements an entry, so this is room for 160,000 entries.
constexpr std::size_t maximumRepeated = 1'000'000;

struct Step {
    Transform transform = {};
    NodeId pending = NodeId::None;
};

Transform transformOf(PendingKind kind)
{
    switch (kind) {
    case PendingKind::ClassAttribute: return standard::classAttributes;
    case PendingKind::Contents:
    case PendingKind::PartContents: return standard::contents;
    case PendingKind::SectNum: return standard::sectNum;
    case PendingKind::TargetNotes: return standard::targetNotes;
    }
    std::unreachable();
}

/// The directive that asked for a transform that repeats parts of the document; empty for another transform.
std::string_view repeatingDirective(const Transform &transform)
{
    if (transform.apply == standard::contents.apply)
        return "contents";
    if (transform.apply == standard::sectNum.apply)
        return "sectnum";
    if (transform.apply == standard::targetNotes.apply)
        return "target-notes";
    return {};
}

/// A table of contents goes with its title.
void leaveOut(Document &document, NodeId pending)
{
    const NodeRef around = document[pending].parent();
    document.detach(around.is(NodeKind::Topic) ? around.id() : pending);
}

} // namespace

bool mayRepeat(TransformContext &context, NodeId directive, std::string_view name)
{
    if (context.repeated < maximumRepeated)
        return true;
    context.reporter.report<DiagnosticKind::RepeatedTooOften>(context.targets.placeOf(directive), name);
    return false;
}

std::span<const Transform> standardTransforms() noexcept
{
    return docutilsTransforms;
}

void applyTransforms(TransformContext context, std::span<const Transform> transforms)
{
    context.parseMessages = context.reporter.systemMessages().size();

    std::vector<Step> steps;
    bool hasClassAttributes = false;
    for (const Pending &pending : context.document.pendings()) {
        if (pending.kind != PendingKind::ClassAttribute)
            steps.push_back({.transform = transformOf(pending.kind), .pending = pending.node});
        else if (!std::exchange(hasClassAttributes, true)) // one step serves all of them
            steps.push_back({.transform = transformOf(pending.kind)});
    }
    for (const Transform &transform : transforms)
        steps.push_back({.transform = transform});
    std::ranges::stable_sort(steps, {}, [](const Step &step) { return step.transform.priority; });

    for (const Step &step : steps) {
        context.pending = step.pending;
        if (const std::string_view name = repeatingDirective(step.transform);
            !name.empty() && !mayRepeat(context, step.pending, name)) {
            leaveOut(context.document, step.pending);
            continue;
        }
        step.transform.apply(context);
    }
    context.document.pendings().clear();
}

} // namespace rst
