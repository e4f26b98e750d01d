// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/sphinx/sphinx_environment.h"
#include "rst/sphinx/sphinx_messages.h"
#include "rst/transforms/transform.h"

#include <string>

/// Sphinx' transforms, each named after the class that it stands for; sphinx_transforms.cpp has the list with priorities.
namespace rst::sphinx {

// While a document is read: reading_transforms.cpp
void applyDefaultSubstitutions(TransformContext &context);
void applyHandleCodeBlocks(TransformContext &context);
void applyAutoNumbering(TransformContext &context);
void applyReorderTargets(TransformContext &context);
void applySortIds(TransformContext &context);
void applyGlossarySorter(TransformContext &context);
void applyDoctest(TransformContext &context);
void applyFilterSystemMessages(TransformContext &context);
// notes_transforms.cpp
void applyCitations(TransformContext &context);
void applyUnreferencedFootnotes(TransformContext &context);
// smart_quotes_transform.cpp
void applySmartQuotes(TransformContext &context);
// domains_transform.cpp
void applyDomains(TransformContext &context);
void applySectionLabels(TransformContext &context);
// collectors.cpp
void applyCollectors(TransformContext &context);
// image_collector.cpp
void collectImages(TransformContext &context);
// ablog_front_matter.cpp
void applyFrontMatterPost(TransformContext &context);
// ablog_transforms.cpp
void applyPosts(TransformContext &context);

// Before a page is written: resolve_references.cpp
void applyReferences(TransformContext &context);
// writing_transforms.cpp
void applyOnly(TransformContext &context);
// post_lists.cpp
void applyPostLists(TransformContext &context);
void applyScaledImages(TransformContext &context);
// image_collector.cpp
void applyImageAddresses(TransformContext &context);
// writing_transforms.cpp
void applyHighlightLanguage(TransformContext &context);
void applyKeyboard(TransformContext &context);

/// A title's text without images and raw markup (`clean_astext`).
[[nodiscard]] std::string cleanText(NodeRef node);
/// The same of a heading that is shown elsewhere: the marks of footnotes stay behind (`ContentsFilter`).
[[nodiscard]] std::string titleText(NodeRef title);
/// The line for a message about a node: its own, or that of what it stands in.
[[nodiscard]] std::uint32_t lineOf(NodeRef node);
[[nodiscard]] inline Place placeOf(NodeRef node)
{
    return {lineOf(node), node.span()};
}
/// Whether the source folder has a file, by its path there.
[[nodiscard]] bool hasFile(const TransformContext &context, std::string_view path);
/// The way up from the page's folder to the site's.
[[nodiscard]] std::string upFrom(const SphinxSettings &settings);
/// A number as an attribute's value, and back.
[[nodiscard]] std::string_view idText(Document &document, NodeId id);
[[nodiscard]] NodeId idFrom(std::string_view text);

} // namespace rst::sphinx
