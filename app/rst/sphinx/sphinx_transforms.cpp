// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/sphinx_transforms.h"

#include "rst/sphinx/sphinx_dialect.h"
#include "rst/transforms/standard_transforms.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace rst {

// In Sphinx the first title stays a section's, messages go to the log, and the writer's transforms do not run. Numbers below
// 1000 are Sphinx' own priorities; what it does before it writes a page (its post-transforms) comes after them.
std::span<const Transform> sphinxTransforms()
{
    static constexpr Transform list[] = {
        {"DefaultSubstitutions", 210, sphinx::applyDefaultSubstitutions},
        {"HandleCodeBlocks", 210, sphinx::applyHandleCodeBlocks},
        {"AutoNumbering", 210, sphinx::applyAutoNumbering},
        transforms::standard::substitutions,
        {"ReorderConsecutiveTargetAndIndexNodes", 220, sphinx::applyReorderTargets},
        transforms::standard::propagateTargets,
        {"SortIds", 261, sphinx::applySortIds},
        transforms::standard::docInfo,
        transforms::standard::anonymousHyperlinks,
        transforms::standard::indirectHyperlinks,
        {"GlossarySorter", 500, sphinx::applyGlossarySorter},
        {"DoctestTransform", 500, sphinx::applyDoctest},
        {"CitationTransforms", 619, sphinx::applyCitations},
        transforms::standard::footnotes,
        {"UnreferencedFootnotesDetector", 622, sphinx::applyUnreferencedFootnotes},
        transforms::standard::externalTargets,
        transforms::standard::internalTargets,
        {"SphinxSmartQuotes", 750, sphinx::applySmartQuotes},
        {"CheckFrontMatter", 800, sphinx::applyFrontMatterPost},
        transforms::standard::transitions,
        transforms::standard::danglingReferences,
        {"SphinxDomains", 850, sphinx::applyDomains},
        {"Collectors", 880, sphinx::applyCollectors},
        {"Posts", 880, sphinx::applyPosts},
        {"SectionLabels", 880, sphinx::applySectionLabels},
        {"FilterSystemMessages", 999, sphinx::applyFilterSystemMessages},
        {"ReferencesResolver", 1010, sphinx::applyReferences},
        {"OnlyNodeTransform", 1050, sphinx::applyOnly},
        {"PostLists", 1060, sphinx::applyPostLists},
        {"HighlightLanguageTransform", 1400, sphinx::applyHighlightLanguage},
        {"KeyboardTransform", 1400, sphinx::applyKeyboard},
        {"ScaledImages", 1900, sphinx::applyScaledImages},
        {"ImageAddresses", 1910, sphinx::applyImageAddresses},
    };
    return list;
}

namespace sphinx {

namespace {

std::string textWithout(NodeRef node, std::initializer_list<NodeKind> leftOut)
{
    std::string text;
    for (NodeRef below = node; below;) {
        if (std::ranges::any_of(leftOut, [&](NodeKind kind) { return below.is(kind); })) {
            below = below.followingPast(node);
            continue;
        }
        if (below.is(NodeKind::Text))
            text += below.text();
        below = below.following(node);
    }
    return text;
}

} // namespace

std::string cleanText(NodeRef node)
{
    return textWithout(node, {NodeKind::Raw});
}

std::string titleText(NodeRef title)
{
    return textWithout(title, {NodeKind::Raw, NodeKind::FootnoteReference});
}

std::uint32_t lineOf(NodeRef node)
{
    while (node && node.line() == 0)
        node = node.parent();
    return node ? node.line() : 0;
}

std::string_view idText(Document &document, NodeId id)
{
    return document.store(std::to_string(std::uint32_t(id)));
}

NodeId idFrom(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? NodeId{number} : NodeId::None;
}

} // namespace sphinx
} // namespace rst
