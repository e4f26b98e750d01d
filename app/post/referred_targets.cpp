// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/referred_targets.h"

#include "rst/document/node_ref.h"

#include <algorithm>

namespace post {

using rst::AttributeName;
using rst::NodeRef;

ReferredTargets::ReferredTargets(const rst::Document &document)
{
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(rst::NodeKind::Reference))
            continue;
        if (const std::string_view id = node.attribute(AttributeName::Refid); !id.empty())
            m_names.emplace(id);
    }
    if (m_names.empty())
        return;
    const std::set<std::string, std::less<>> ids = m_names;
    for (NodeRef node = root; node; node = node.following(root)) {
        const auto isReferred = [&ids](std::string_view id) { return ids.contains(id); };
        if (!std::ranges::any_of(node.items(AttributeName::Ids), isReferred))
            continue;
        for (const std::string_view name : node.items(AttributeName::Names))
            m_names.emplace(name);
    }
}

bool ReferredTargets::contradict(const rst::Diagnostic &diagnostic) const
{
    if (diagnostic.kind != rst::DiagnosticKind::TargetNotReferenced)
        return false;
    const std::string_view message = diagnostic.message;
    const std::size_t begin = message.find('"') + 1;
    return m_names.contains(message.substr(begin, message.rfind('"') - begin));
}

} // namespace post
