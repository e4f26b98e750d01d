// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/transforms/standard_transforms.h"
#include "rst/transforms/tree_editing.h"

#include <vector>

namespace rst::transforms {

/// Gathers the messages that transforms gave and put nowhere in a section at the end of the document.
void applyMessages(TransformContext &context)
{
    Document &document = context.document;
    const std::vector<NodeId> &given = context.reporter.systemMessages();
    NodeId section = NodeId::None;
    for (std::size_t i = context.parseMessages; i < given.size(); ++i) {
        if (document[given[i]].parent())
            continue;
        if (section == NodeId::None) {
            section = document.append(Document::root(), NodeKind::Section);
            document.addAttribute(section, AttributeName::Classes, "system-messages");
            const NodeId title = document.append(section, NodeKind::Title);
            document.appendText(title, "Docutils System Messages");
        }
        document.append(section, given[i]);
    }
}

/// Removes the messages below docutils' report level, and what was there for their sake alone.
void applyFilterMessages(TransformContext &context)
{
    Document &document = context.document;
    if (!document.mayHave(NodeKind::SystemMessage) && !document.mayHave(NodeKind::Problematic))
        return;
    constexpr auto reportLevel = std::int64_t(Level::Warning);
    const NodeRef root = document[Document::root()];
    std::vector<NodeId> messages;
    std::vector<NodeId> problematics;
    std::vector<NodeId> messageSections;
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::SystemMessage))
            messages.push_back(node.id());
        else if (node.is(NodeKind::Problematic))
            problematics.push_back(node.id());
        else if (node.is(NodeKind::Section) && node.hasItem(AttributeName::Classes, "system-messages"))
            messageSections.push_back(node.id());
    }
    for (const NodeId message : messages) {
        if (document[message].number(AttributeName::Level) >= reportLevel)
            continue;
        if (const std::string_view id = document[message].attribute(AttributeName::Ids); !id.empty())
            context.targets.removeId(id);
        document.detach(message);
    }
    for (const NodeId problematic : problematics) {
        const NodeRef node = document[problematic];
        if (!node.parent() || context.targets.byId(node.attribute(AttributeName::Refid)) != NodeId::None)
            continue;
        document.replace(problematic, document.createText(document.store(node.asText()), node.span()));
    }
    for (const NodeId section : messageSections) {
        if (const NodeRef title = document[section].firstChild(); title && !title.next())
            document.detach(section);
    }
}

} // namespace rst::transforms
