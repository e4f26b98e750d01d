// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

namespace ui {

/// Makes what is compiled in (icons, the preview's page, the example) reachable as ":/…". Again does nothing.
void loadResources();

/// Has the program speak the user's language, where there are words in it, and count as English does elsewhere ("1 post", "2
/// posts"). After loadResources().
void loadTranslations();

} // namespace ui
