// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <vector>

namespace session {

/// Lines that can be hidden below the one that begins them. Lines count from 0.
struct Fold {
    int line = 0;     // stays
    int lastLine = 0; // the last one that is hidden

    friend bool operator==(const Fold &, const Fold &) = default;
};

/// The sections and directives of a text that have more than one line, by their first lines. Blank lines after them stay.
[[nodiscard]] std::vector<Fold> foldsOf(const QString &text);

} // namespace session
