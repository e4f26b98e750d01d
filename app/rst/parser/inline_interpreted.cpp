// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/inline_chars.h"
#include "rst/parser/inline_parser.h"
#include "rst/parser/inline_run.h"
#include "rst/roles/role.h"

// https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#interpreted-text

namespace rst {

/// Interpreted text with its role in front.
bool InlineRun::takeRole()
{
    const std::size_t nameBegin = m_at + 1;
    const std::size_t nameSize = simpleNameLength(m_text.substr(nameBegin));
    if (nameSize == 0 || !m_text.substr(nameBegin + nameSize).starts_with(":`"))
        return false;
    const std::size_t roleBegin = m_at;
    m_at = nameBegin + nameSize + 1;
    if (takeBackquote(roleBegin, rawText(nameBegin, nameBegin + nameSize)))
        return true;
    m_at = roleBegin;
    return false;
}

/// Interpreted text or a phrase reference, whose backquote is at `m_at`; `role` is the name in front of it, or empty.
bool InlineRun::takeBackquote(std::size_t roleBegin, std::string_view role)
{
    const Mark start{m_at, m_at + 1};
    if (start.end < m_text.size() && (m_text[start.end] == '`' || isSpaceAt(m_text, start.end)))
        return false;
    if (role.empty() && isQuoted(start)) {
        passAsText(start.end);
        return true;
    }
    const std::optional<Mark> end = findEnd(Ending::Interpreted, start.end);
    if (!end) {
        fail(start, m_context.reporter.report<DiagnosticKind::InlineStartWithoutEnd>(
                        placeOf(start), "interpreted text or phrase reference"));
        return true;
    }

    const Mark whole{roleBegin, end->end};
    const Mark content{start.end, end->begin};
    std::string_view suffix = rawText(end->begin + 1, end->end);
    std::string_view position = role.empty() ? std::string_view() : "prefix";
    if (suffix.starts_with(':')) {
        if (!role.empty()) {
            fail(whole, m_context.reporter.report<DiagnosticKind::MultipleRoles>(placeOf(whole)));
            return true;
        }
        // Where underscores follow the role, docutils counts them to its name; but they are a mistake then anyway.
        role = suffix.substr(1, suffix.size() - 2);
        position = "suffix";
    }
    if (!suffix.ends_with('_')) {
        applyRole(whole, content, role);
    } else if (!role.empty()) {
        fail(whole, m_context.reporter.report<DiagnosticKind::RoleAndReferenceSuffix>(placeOf(whole), position));
    } else {
        takePhraseReference(content, end->end);
    }
    return true;
}

void InlineRun::applyRole(Mark whole, Mark content, std::string_view name)
{
    const std::size_t nameBegin = name.empty() ? whole.begin : std::size_t(name.data() - m_source.text.data());
    const Place namePlace = placeOf({nameBegin, nameBegin + name.size()});
    const Role *role = lookUpRole(m_context, name, namePlace, m_messages);
    if (role == nullptr) {
        fail(whole, m_context.reporter.report<DiagnosticKind::UnknownRole>(namePlace, name));
        return;
    }
    flushText(whole.begin);
    RoleContext use{.role = *role,
                    .name = name,
                    .rawtext = rawText(whole.begin, whole.end),
                    .text = rawText(content.begin, content.end),
                    .span = spanOf(whole.begin, whole.end),
                    .textSpan = spanOf(content.begin, content.end),
                    .line = m_line,
                    .parent = m_parent,
                    .messages = m_messages,
                    .context = m_context};
    role->run(use);
    continueAt(whole.end);
}

} // namespace rst
