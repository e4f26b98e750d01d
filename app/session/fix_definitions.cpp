// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/fix_proposals.h"
#include "session/table_edits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using rst::DiagnosticKind;

/// Where the text of an explicit block begins after its two dots, as a byte of the source; npos for another line.
std::size_t explicitBegin(const FixProposals &fixes)
{
    const std::string_view text = fixes.textOf(fixes.line);
    const std::size_t dots = text.find_first_not_of(' ');
    if (dots == text.npos || !text.substr(dots).starts_with(".. "))
        return text.npos;
    return fixes.positions.lineBegin(fixes.line) + dots + 3;
}

/// `.. _name address`: the colon, or the blank after it, is missing.
void mendTarget(FixProposals &fixes)
{
    const std::size_t begin = explicitBegin(fixes);
    if (begin == std::string_view::npos || fixes.source[begin] != '_')
        return;
    const std::size_t end = fixes.positions.lineEnd(fixes.line);
    const std::string_view text = fixes.source.substr(begin, end - begin);
    for (const std::string_view scheme : {"http://", "https://", "mailto:"}) {
        const std::size_t address = text.find(scheme);
        if (address == text.npos || address < 2)
            continue;
        const std::size_t name = text.find_last_not_of(' ', address - 1) + 1;
        if (text[name - 1] == ':')
            fixes.add("target"_L1, FixWords::tr("Add a blank after the colon"), {{begin + name, begin + address, " "}});
        else
            fixes.add("target"_L1, FixWords::tr("Add a colon after the name"), {{begin + name, begin + name, ":"}});
        return;
    }
    const std::size_t last = text.find_last_not_of(" \t\r");
    if (last != text.npos && last > 0 && text[last] != ':')
        fixes.add("target"_L1, FixWords::tr("Add a colon after the name"), {{begin + last + 1, begin + last + 1, ":"}});
}

/// `.. |name| words`: what the words do there is not said.
void mendSubstitutionDefinition(FixProposals &fixes)
{
    const std::size_t begin = explicitBegin(fixes);
    if (begin == std::string_view::npos || fixes.source[begin] != '|')
        return;
    const std::size_t end = fixes.positions.lineEnd(fixes.line);
    const std::size_t bar = fixes.source.find('|', begin + 1);
    const std::size_t words = bar < end ? fixes.source.find_first_not_of(' ', bar + 1) : end;
    if (words < end && fixes.source.substr(words, end - words).find("::") == std::string_view::npos)
        fixes.add("replace-directive"_L1, FixWords::tr("Make the name stand for these words"),
                  {{bar + 1, words, " replace:: "}});
}

/// A directive whose content stands below it, and is not indented.
void indentContent(FixProposals &fixes)
{
    constexpr int mostBetween = 12; // options and blank lines
    const std::string_view directive = fixes.textOf(fixes.line);
    const std::size_t indent = directive.find_first_not_of(' ');
    int line = fixes.line + 1;
    const auto isDeeper = [&](int number) { return fixes.textOf(number).find_first_not_of(' ') > indent; };
    while (line <= fixes.line + mostBetween && (fixes.isBlank(line) || isDeeper(line)))
        ++line;
    std::vector<ByteEdit> edits;
    for (; !fixes.isBlank(line) && fixes.textOf(line).find_first_not_of(' ') == indent; ++line) {
        const std::size_t begin = fixes.positions.lineBegin(line) + indent;
        edits.push_back({begin, begin, "   "});
    }
    if (!edits.empty())
        fixes.add("content"_L1, FixWords::tr("Indent the paragraph below, so that it belongs to this"), edits);
}

/// A table whose lines do not agree.
void alignTable(FixProposals &fixes)
{
    const QString text = QString::fromUtf8(fixes.source.data(), qsizetype(fixes.source.size()));
    std::vector<ByteEdit> edits;
    for (const TextChange &change : alignedTable(text, fixes.positions.utf16At(fixes.begin)).changes)
        edits.push_back({fixes.positions.byteAt(change.range.begin), fixes.positions.byteAt(change.range.end),
                         change.replacement.toStdString()});
    if (!edits.empty())
        fixes.add("table"_L1, FixWords::tr("Align the table"), edits);
}

/// Interpreted text with a role before it and something after it: what is before it stays.
void dropSuffix(FixProposals &fixes)
{
    const std::string_view written = fixes.marked();
    const std::size_t close = written.rfind('`');
    if (!written.starts_with(':') || close == written.npos || close + 1 >= written.size())
        return;
    fixes.add("suffix"_L1, FixWords::tr("Take the “%1” at its end away").arg(toQString(written.substr(close + 1))),
              {{fixes.begin + close + 1, fixes.end, {}}});
}

} // namespace

void proposeDefinitionFixes(FixProposals &fixes)
{
    if (!fixes.problem.kind)
        return;
    switch (*fixes.problem.kind) {
    case DiagnosticKind::MalformedTarget: mendTarget(fixes); break;
    case DiagnosticKind::MalformedSubstitutionDefinition:
    case DiagnosticKind::SubstitutionEmptyOrInvalid: mendSubstitutionDefinition(fixes); break;
    case DiagnosticKind::DirectiveContentExpected:
    case DiagnosticKind::DirectiveContentMissing: indentContent(fixes); break;
    case DiagnosticKind::MalformedTable: alignTable(fixes); break;
    case DiagnosticKind::RoleAndReferenceSuffix:
    case DiagnosticKind::MultipleRoles: dropSuffix(fixes); break;
    default: break;
    }
}

} // namespace session
