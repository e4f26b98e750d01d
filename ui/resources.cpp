// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/resources.h"

#include <QDir>

// The macro declares a function where it stands, which must be outside of all namespaces. Without the call the linker
// would drop what nobody seems to use.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace ui {

void loadResources()
{
    initResources();
}

} // namespace ui
