// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/document.h"

namespace rst {

/// Gathers the fields of a Python description: all `:param name:` become one list of parameters, and so on
/// (https://www.sphinx-doc.org/en/master/usage/domains/python.html#info-field-lists).
void transformDocFields(Document &document, NodeId content, std::string_view language);
/// The same for a description whose domain knows no fields: their names begin with a capital letter.
void capitaliseFields(Document &document, NodeId content);

} // namespace rst
