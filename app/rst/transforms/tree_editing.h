// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "rst/transforms/transform.h"

#include <span>
#include <string_view>
#include <vector>

namespace rst::transforms {

/// Puts `replacements` in the place of `node`; the first one, if it is an element, takes over the node's ids, classes,
/// names and dupnames (docutils' `Element.replace_self`). Does nothing to a node that is in no tree any more; the
/// replacement None takes the node away.
void replaceSelf(Document &document, NodeId node, std::span<const NodeId> replacements);
void replaceSelf(Document &document, NodeId node, NodeId replacement);

/// Adds to `to` those ids, classes, names and dupnames of `from` that it does not have (`update_basic_atts`).
void updateBasicAttributes(Document &document, NodeId from, NodeId to);

/// The items of a list attribute, as a copy that survives changes to the document.
[[nodiscard]] std::vector<std::string_view> itemsOf(const Document &document, NodeId node, AttributeName name);

/// All elements of one kind, in document order.
[[nodiscard]] std::vector<NodeId> findAll(const Document &document, NodeKind kind);
/// The same within one element, itself included.
[[nodiscard]] std::vector<NodeId> findAll(const Document &document, NodeId top, NodeKind kind);

/// The children of a node, as a copy that survives changes to the tree.
[[nodiscard]] std::vector<NodeId> childrenOf(const Document &document, NodeId node);

/// The markup that an inline element was made from (docutils' `rawsource`).
[[nodiscard]] std::string_view rawsourceOf(const Document &document, NodeId node);

/// Puts `problematic` elements in the place of references that lead nowhere, and links them with the message about it.
class Problematics
{
public:
    /// Gives `systemMessage` its id.
    Problematics(TransformContext &context, NodeId systemMessage);
    /// Adds the links back from the message: all at once, since there may be many.
    ~Problematics();
    Problematics(const Problematics &) = delete;
    Problematics &operator=(const Problematics &) = delete;

    /// Replaces one reference, by its mere text where there is no message. An id of its own goes to the problematic element.
    void replace(NodeId reference);

    /// What the message is linked with: an id of the problematic element's own, or the first id of the reference.
    enum class Backref : bool { OwnId, ReferenceId };
    void replace(NodeId reference, Backref backref);

private:
    TransformContext &m_context;
    NodeId m_message;
    std::string_view m_messageId;
    std::vector<std::string_view> m_backrefs;
};

} // namespace rst::transforms
