// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

namespace ui {

/// Makes what is compiled in (icons, the preview's page, the example) reachable as ":/…". Again does nothing.
void loadResources();

} // namespace ui
