// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/document/node_ref.h"
#include "rst/sphinx/site_numbers.h"
#include "rst/sphinx/sphinx_settings.h"
#include "rst/transforms/transform.h"

#include <optional>
#include <string>
#include <string_view>

// The numbers of figures, tables and code with captions (Sphinx' `numfig`).
// https://www.sphinx-doc.org/en/master/usage/configuration.html#confval-numfig

namespace rst {

/// How the number of an element reads; null for what has none (`StandardDomain.get_enumerable_node_type`).
[[nodiscard]] const std::string *captionFormat(const CaptionNumbers &numbers, NodeRef node) noexcept;

/// What a reference to a numbered element says: a format with `{name}` and `{number}`, or in the older style with `%s`;
/// nothing where it is neither.
[[nodiscard]] std::optional<std::string> numberedTitle(std::string_view format, std::string_view name,
                                                       std::string_view number);

/// What an element other than a section is counted as; nothing for what has no number
/// (`TocTreeCollector.assign_figure_numbers`).
[[nodiscard]] std::optional<OutlineItem::Kind> countedKind(NodeRef node) noexcept;

/// Counts what may have a number, each kind by itself (`TocTreeCollector.assign_figure_numbers`).
void numberCaptions(TransformContext &context);

} // namespace rst
