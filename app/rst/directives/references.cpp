// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/directive_groups.h"
#include "rst/directives/option_converters.h"

// https://docutils.sourceforge.io/docs/ref/rst/directives.html#references
namespace rst {

namespace {

constexpr OptionSpec targetNotesOptions[] = {{"class", options::classOption}, {"name", options::unchanged}};

void runTargetNotes(DirectiveContext &directive)
{
    Document &document = directive.document();
    const NodeId pending = document.append(directive.parent, NodeKind::Pending, directive.span);
    directive.addName(pending);
    directive.addClasses(pending, AttributeName::PendingClasses); // for the footnote references
    document.pendings().push_back({.node = pending, .kind = PendingKind::TargetNotes});
}

constexpr DirectiveSpec referencesSpecs[] = {
    {.name = "target-notes", .options = targetNotesOptions, .run = runTargetNotes},
};

} // namespace

std::span<const DirectiveSpec> referenceDirectives() noexcept
{
    return referencesSpecs;
}

} // namespace rst
