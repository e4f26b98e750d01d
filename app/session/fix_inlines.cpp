// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/fix_proposals.h"

#include "rst/document/node_ref.h"
#include "rst/text/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using rst::AttributeName;
using rst::DiagnosticKind;
using rst::NodeKind;
using rst::NodeRef;

std::string escaped(std::string_view marks)
{
    std::string text;
    for (const char mark : marks)
        (text += '\\') += mark;
    return text;
}

bool isWordByte(char c)
{
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '-' || c == '\'';
}

/// Markup that begins and does not end: its marks become text, or it ends after the word or with the line.
void closeMarkup(FixProposals &fixes)
{
    const std::string_view start = fixes.marked();
    if (start.empty() || start.size() > 2 || start.find_first_not_of("*`|_") != start.npos)
        return;
    const std::string_view closing = start == "_`" ? start.substr(1) : start;
    fixes.add("escape"_L1, FixWords::tr("Keep the “%1” as text").arg(toQString(start)),
              {{fixes.begin, fixes.end, escaped(start)}});
    std::size_t word = fixes.end;
    while (word < fixes.source.size() && isWordByte(fixes.source[word]))
        ++word;
    if (word > fixes.end)
        fixes.add("close-word"_L1, FixWords::tr("End it after the word"), {{word, word, std::string(closing)}});
    const std::string_view rest = fixes.source.substr(fixes.end, fixes.positions.lineEnd(fixes.line) - fixes.end);
    const std::size_t last = rest.find_last_not_of(" \t\r");
    if (last != rest.npos && fixes.end + last + 1 > word)
        fixes.add("close-line"_L1, FixWords::tr("End it with the line"),
                  {{fixes.end + last + 1, fixes.end + last + 1, std::string(closing)}});
}

/// The names that a link of the document can lead to, sorted and once each.
std::vector<std::string> targetNames(const rst::Document &document)
{
    std::vector<std::string> names;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        for (const std::string_view name : node.items(AttributeName::Names))
            names.emplace_back(name);
    }
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

bool isSimpleName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) { return isWordByte(c) && c != '\''; }) &&
           name.front() != '-' && name.back() != '-';
}

/// A link to a name that nothing has.
void mendReference(FixProposals &fixes)
{
    const std::string_view written = fixes.marked();
    if (written.size() < 2 || !written.ends_with('_'))
        return;
    const bool isPhrase = written.starts_with('`') && written.ends_with("`_");
    const std::string text(isPhrase ? written.substr(1, written.size() - 3) : written.substr(0, written.size() - 1));
    if (text.contains('<') || text.starts_with('['))
        return;
    for (const std::string &name : nearestNames(rst::fullyNormalizeName(text), targetNames(fixes.document))) {
        const std::string link = isSimpleName(name) ? name + '_' : '`' + name + "`_";
        fixes.add("name"_L1, FixWords::tr("Lead to “%1”").arg(QString::fromStdString(name)),
                  {{fixes.begin, fixes.end, link}});
    }
    fixes.add("plain"_L1, isPhrase ? FixWords::tr("Make it plain text") : FixWords::tr("Keep the underscore as text"),
              {{fixes.begin, fixes.end, isPhrase ? text : text + "\\_"}});
    constexpr std::string_view address = "https://";
    fixes.add("address"_L1, FixWords::tr("Give the link an address"),
              {{fixes.begin, fixes.end, '`' + text + " <" + std::string(address) + ">`__"}});
    fixes.selectInLast(text.size() + 3, address.size());
}

void mendSubstitution(FixProposals &fixes)
{
    std::vector<std::string> names;
    const NodeRef root = fixes.document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::SubstitutionDefinition))
            names.emplace_back(node.attribute(AttributeName::Names));
    }
    if (!fixes.marked().starts_with('|'))
        return;
    for (const std::string &name : nearestNames(fixes.quoted(), names))
        fixes.add("name"_L1, FixWords::tr("Change it to “%1”").arg(QString::fromStdString(name)),
                  {{fixes.begin + 1, fixes.begin + 1 + fixes.quoted().size(), name}});
    fixes.add("escape"_L1, FixWords::tr("Keep the bars as text"), {{fixes.begin, fixes.begin + 1, "\\|"}});
}

/// Two links of one name: the later of them needs none. Which of the messages this one is tells which of the links is
/// meant, for docutils places them all alike.
void makeAnonymous(FixProposals &fixes, const std::vector<Problem> &problems)
{
    const std::string name = fixes.quoted();
    std::size_t number = 0; // of this message among its like
    for (const Problem &other : problems) {
        if (&other == &fixes.problem || (other.range == fixes.problem.range && other.kind == fixes.problem.kind &&
                                         other.formal == fixes.problem.formal))
            break;
        number += other.formal == fixes.problem.formal;
    }
    std::vector<std::size_t> ends; // behind each link of the name that brings its own address
    const NodeRef root = fixes.document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(NodeKind::Reference) || node.span().isEmpty() ||
            rst::fullyNormalizeName(node.attribute(AttributeName::Name)) != name)
            continue;
        const auto last = fixes.document.sources().locate(node.span().end);
        if (last.file == 0 && fixes.source.substr(0, last.byte).ends_with(">`_"))
            ends.push_back(last.byte);
    }
    if (ends.size() < 2)
        return;
    const std::size_t end = ends[std::min(number + 1, ends.size() - 1)];
    fixes.add("anonymous"_L1, FixWords::tr("Make the later link nameless"), {{end, end, "_"}});
}

} // namespace

void proposeInlineFixes(FixProposals &fixes)
{
    if (!fixes.problem.kind)
        return;
    switch (*fixes.problem.kind) {
    case DiagnosticKind::InlineStartWithoutEnd: closeMarkup(fixes); break;
    case DiagnosticKind::UnknownTarget: mendReference(fixes); break;
    case DiagnosticKind::SubstitutionUndefined: mendSubstitution(fixes); break;
    case DiagnosticKind::DuplicateExplicitTarget:
    case DiagnosticKind::DuplicateExplicitTargetSameUri: makeAnonymous(fixes, fixes.problems); break;
    default: break;
    }
}

} // namespace session
