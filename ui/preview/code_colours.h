// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_settings.h"

#include <QPalette>
#include <QString>

namespace ui {

/// Colours code for the preview (an adapter for KSyntaxHighlighting): spans with the classes that Pygments uses, so that
/// the stylesheet of a built site fits as well as ours. Callable from any thread, by one at a time. What was coloured
/// lately is remembered, since between two keys most code of a post stays what it is.
[[nodiscard]] rst::CodeColours makeCodeColours();

/// The stylesheet for those classes in the theme that the editor uses with this palette.
[[nodiscard]] QString codeStyleSheet(const QPalette &palette);

} // namespace ui
