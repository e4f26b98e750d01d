// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "archive/database.h"

namespace archive {

/// Makes the tables where the database is empty; false where it is of another version, or somebody else's.
[[nodiscard]] DatabaseResult<bool> prepareSchema(Database &database);

} // namespace archive
