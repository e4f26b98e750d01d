// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <algorithm>

// https://docutils.sourceforge.io/docs/user/config.html#strip-comments, #strip-classes, #strip-elements-with-classes

namespace rst::transforms {

/// Takes away the elements that have one of some classes, and some classes from those that stay.
void applyStripClassesAndElements(TransformContext &context)
{
    const Settings &settings = context.settings;
    if (settings.stripClasses.empty() && settings.stripElementsWithClasses.empty())
        return;
    Document &document = context.document;
    const NodeRef root = document[Document::root()];
    for (NodeRef node = root; node;) {
        const bool isUnwanted =
            node != root && std::ranges::any_of(settings.stripElementsWithClasses, [node](std::string_view unwanted) {
                return node.hasItem(AttributeName::Classes, unwanted);
            });
        const NodeRef next = isUnwanted ? node.followingPast(root) : node.following(root);
        if (isUnwanted) {
            document.detach(node.id());
        } else {
            for (const std::string_view unwanted : settings.stripClasses)
                document.removeAttributeItem(node.id(), AttributeName::Classes, unwanted);
        }
        node = next;
    }
}

void applyStripComments(TransformContext &context)
{
    if (!context.settings.stripComments)
        return;
    for (const NodeId comment : findAll(context.document, NodeKind::Comment))
        context.document.detach(comment);
}

} // namespace rst::transforms
