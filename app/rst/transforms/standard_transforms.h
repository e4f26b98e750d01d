// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/transforms/transform.h"

namespace rst {

/// docutils' transforms by name, with their default priorities, for the lists that dialects are made of
/// (https://docutils.sourceforge.io/docs/ref/transforms.html). Each is explained where it is implemented.
namespace transforms {

// misc.cpp
void applyClassAttributes(TransformContext &context);
void applyTransitions(TransformContext &context);
// substitutions.cpp
void applySubstitutions(TransformContext &context);
// targets.cpp
void applyPropagateTargets(TransformContext &context);
void applyAnonymousHyperlinks(TransformContext &context);
void applyExternalTargets(TransformContext &context);
void applyInternalTargets(TransformContext &context);
void applyDanglingReferences(TransformContext &context);
// indirect_targets.cpp
void applyIndirectHyperlinks(TransformContext &context);
// footnotes.cpp
void applyFootnotes(TransformContext &context);
// target_notes.cpp
void applyTargetNotes(TransformContext &context);
// doctitle.cpp
void applyDocTitle(TransformContext &context);
void applySectionSubTitle(TransformContext &context);
// docinfo.cpp
void applyDocInfo(TransformContext &context);
// parts.cpp
void applySectNum(TransformContext &context);
void applyContents(TransformContext &context);
// strip.cpp
void applyStripClassesAndElements(TransformContext &context);
void applyStripComments(TransformContext &context);
// decorations.cpp
void applyDecorations(TransformContext &context);
// messages.cpp
void applyMessages(TransformContext &context);
void applyFilterMessages(TransformContext &context);

/// The transforms themselves, by name.
namespace standard {

// For every document.
inline constexpr Transform substitutions{"Substitutions", 220, applySubstitutions};
inline constexpr Transform propagateTargets{"PropagateTargets", 260, applyPropagateTargets};
inline constexpr Transform docTitle{"DocTitle", 320, applyDocTitle};
inline constexpr Transform docInfo{"DocInfo", 340, applyDocInfo};
inline constexpr Transform sectionSubTitle{"SectionSubTitle", 350, applySectionSubTitle};
inline constexpr Transform stripClassesAndElements{"StripClassesAndElements", 420, applyStripClassesAndElements};
inline constexpr Transform anonymousHyperlinks{"AnonymousHyperlinks", 440, applyAnonymousHyperlinks};
inline constexpr Transform indirectHyperlinks{"IndirectHyperlinks", 460, applyIndirectHyperlinks};
inline constexpr Transform footnotes{"Footnotes", 620, applyFootnotes};
inline constexpr Transform externalTargets{"ExternalTargets", 640, applyExternalTargets};
inline constexpr Transform internalTargets{"InternalTargets", 660, applyInternalTargets};
inline constexpr Transform stripComments{"StripComments", 740, applyStripComments};
inline constexpr Transform decorations{"Decorations", 820, applyDecorations};
inline constexpr Transform transitions{"Transitions", 830, applyTransitions};
inline constexpr Transform danglingReferences{"DanglingReferences", 850, applyDanglingReferences};
inline constexpr Transform messages{"Messages", 860, applyMessages};
inline constexpr Transform filterMessages{"FilterMessages", 870, applyFilterMessages};

// Asked for by pending elements.
inline constexpr Transform classAttributes{"ClassAttribute", 210, applyClassAttributes};
inline constexpr Transform targetNotes{"TargetNotes", 540, applyTargetNotes};
inline constexpr Transform sectNum{"SectNum", 710, applySectNum};
inline constexpr Transform contents{"Contents", 720, applyContents};

} // namespace standard

} // namespace transforms

} // namespace rst
