// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/reference_role.h"

#include "rst/parser/inline_parser.h"
#include "rst/sphinx/sphinx_environment.h"
#include "rst/text/unicode.h"

#include <format>

namespace rst {

ReferenceText referenceTextOf(RoleContext &context)
{
    const auto plain = [&](std::string_view text) { return unescaped(context.document(), text); };
    const std::string_view text = context.text;
    ReferenceText result{.whole = plain(text), .isDisabled = text.starts_with('!')};
    result.title = result.target = result.whole;
    if (!text.ends_with('>'))
        return result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i; // an escaped bracket opens nothing
        } else if (text[i] == '<' && i > 0) {
            std::string_view title = trimmedRight(text.substr(0, i));
            if (title.empty())
                title = text.substr(0, 1);
            result.title = plain(title);
            result.target = plain(text.substr(i + 1, text.size() - i - 2));
            result.isExplicit = true;
            break;
        }
    }
    return result;
}

IndexTarget makeIndexTarget(RoleContext &context)
{
    Document &document = context.document();
    const std::string id = std::format("index-{}", context.context.sphinx->newSerial("index"));
    const IndexTarget made{.index = document.create(NodeKind::Index, context.span, context.line),
                           .target = document.create(NodeKind::Target, context.span, context.line)};
    document.addAttribute(made.target, AttributeName::Ids, document.store(id));
    context.context.targets.noteExplicitTarget(made.target);
    return made;
}

void IndexTarget::append(RoleContext &context) const
{
    context.document().append(context.parent, index);
    context.document().append(context.parent, target);
}

void appendIndexTarget(RoleContext &context)
{
    makeIndexTarget(context).append(context);
}

} // namespace rst
