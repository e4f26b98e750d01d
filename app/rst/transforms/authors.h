// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

namespace rst::transforms {

/// Makes an `authors` element, detached, of the body of a field: one paragraph with names between semicolons or commas,
/// several paragraphs, or a bullet list. None, and the body unchanged, where it is none of these.
[[nodiscard]] NodeId extractAuthors(Document &document, NodeId fieldBody);

/// A name that begins with an initial ("E. Xampl") is read as an enumerated list. Makes a list of one line the paragraph
/// that was meant; whether it could.
[[nodiscard]] bool restoreInitial(Document &document, NodeId fieldBody);

} // namespace rst::transforms
