// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/fix_proposals.h"

#include "rst/sphinx/highlight.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

using rst::DiagnosticKind;

std::size_t indentWidth(std::string_view line)
{
    return std::min(line.find_first_not_of(" \t"), line.size());
}

void insertBlankLine(FixProposals &fixes, int line)
{
    if (line < 2 || fixes.isBlank(line - 1))
        return;
    const std::size_t at = fixes.positions.lineBegin(line);
    fixes.add("blank-line"_L1, FixWords::tr("Add a blank line above"), {{at, at, "\n"}});
}

/// A line, and those below it as far in, go where the line above them stands.
void alignWithAbove(FixProposals &fixes)
{
    const std::size_t indent = indentWidth(fixes.textOf(fixes.line));
    const std::size_t wanted = indentWidth(fixes.textOf(fixes.line - 1));
    if (fixes.line < 2 || indent <= wanted)
        return;
    std::vector<ByteEdit> edits;
    for (int line = fixes.line; !fixes.isBlank(line) && indentWidth(fixes.textOf(line)) >= indent; ++line) {
        const std::size_t begin = fixes.positions.lineBegin(line);
        edits.push_back({begin + wanted, begin + indent, {}});
        if (fixes.positions.lineEnd(line) >= fixes.source.size())
            break;
    }
    if (!edits.empty())
        fixes.add("indent"_L1, FixWords::tr("Take the indent away"), edits);
}

/// `::` that promises nothing becomes a colon.
void endPromise(FixProposals &fixes)
{
    for (int line = fixes.line; line > 0 && line > fixes.line - 12; --line) {
        const std::string_view text = fixes.textOf(line);
        const std::size_t last = text.find_last_not_of(" \t\r");
        if (last == text.npos || last == 0 || text.substr(last - 1, 2) != "::")
            continue;
        const std::size_t at = fixes.positions.lineBegin(line) + last;
        fixes.add("colon"_L1, FixWords::tr("Make it one colon"), {{at, at + 1, {}}});
        return;
    }
}

void offerNames(FixProposals &fixes, std::size_t begin, std::size_t end, const std::vector<std::string> &names)
{
    for (const std::string &name :
         nearestNames(fixes.quoted(fixes.problem.formal.contains("unknown option"_L1) ? 1 : 0), names))
        fixes.add("name"_L1, FixWords::tr("Change it to “%1”").arg(QString::fromStdString(name)), {{begin, end, name}});
}

std::vector<std::string> directiveNames(const rst::Engine &engine)
{
    std::vector<std::string> names;
    for (const std::string_view name : engine.directives().names())
        names.emplace_back(name);
    return names;
}

void mendName(FixProposals &fixes, const std::vector<std::string> &names)
{
    const std::string wrong = fixes.quoted();
    std::size_t at = fixes.source.find(wrong, fixes.begin);
    if (!wrong.empty() && at != fixes.source.npos && at < fixes.end)
        offerNames(fixes, at, at + wrong.size(), names);
}

/// An option that the directive does not know.
void mendOption(FixProposals &fixes)
{
    if (!fixes.problem.formal.contains("unknown option"_L1))
        return;
    const rst::DirectiveSpec *directive = fixes.engine.directives().find(fixes.quoted(0));
    const std::string option = ':' + fixes.quoted(1) + ':';
    for (int line = fixes.line + 1; directive && !fixes.isBlank(line) && line < fixes.line + 40; ++line) {
        const std::string_view text = fixes.textOf(line);
        const std::size_t indent = indentWidth(text);
        if (!text.substr(indent).starts_with(option))
            continue;
        const std::size_t name = fixes.positions.lineBegin(line) + indent + 1;
        std::vector<std::string> names;
        for (const rst::OptionSpec &known : directive->options)
            names.emplace_back(known.name);
        offerNames(fixes, name, name + option.size() - 2, names);
        const std::size_t begin = fixes.positions.lineBegin(line);
        fixes.add("drop-option"_L1, FixWords::tr("Take the option away"),
                  {{begin, std::min(fixes.positions.lineEnd(line) + 1, fixes.source.size()), {}}});
        return;
    }
}

/// A language that nothing is known of.
void mendLanguage(FixProposals &fixes)
{
    const QString formal = fixes.problem.formal;
    const std::string wrong = formal.section(u'\'', 1, 1).toStdString();
    const std::string_view text = fixes.textOf(fixes.line);
    const std::size_t marker = text.find("::");
    const std::size_t at = wrong.empty() || marker == text.npos ? text.npos : text.find(wrong, marker);
    if (at == text.npos)
        return;
    const std::size_t begin = fixes.positions.lineBegin(fixes.line) + at;
    std::vector<std::string> names;
    for (const std::string_view language : rst::knownLexers())
        names.emplace_back(language);
    std::vector<std::string> wanted = nearestNames(wrong, names);
    wanted.emplace_back("text");
    for (const std::string &name : wanted)
        fixes.add("name"_L1, FixWords::tr("Change it to “%1”").arg(QString::fromStdString(name)),
                  {{begin, begin + wrong.size(), name}});
}

/// A number that begins no list.
void escapeNumber(FixProposals &fixes)
{
    const std::string_view text = fixes.textOf(fixes.line);
    const std::size_t mark = text.find_first_of(".)");
    if (mark == text.npos)
        return;
    const std::size_t at = fixes.positions.lineBegin(fixes.line) + mark;
    fixes.add("escape-number"_L1, FixWords::tr("Keep the number as text"), {{at, at, "\\"}});
}

} // namespace

void proposeBlockFixes(FixProposals &fixes)
{
    if (!fixes.problem.kind)
        return;
    switch (*fixes.problem.kind) {
    case DiagnosticKind::BlankLineMissing:
    case DiagnosticKind::LineBlockEndsWithoutBlank:
    case DiagnosticKind::BlankLineAfterTable: insertBlankLine(fixes, fixes.line); break;
    case DiagnosticKind::LiteralBlockAsDefinition:
        insertBlankLine(fixes, fixes.line);
        insertBlankLine(fixes, fixes.line + 1);
        break;
    case DiagnosticKind::UnexpectedIndentation:
        alignWithAbove(fixes);
        insertBlankLine(fixes, fixes.line);
        break;
    case DiagnosticKind::LiteralBlockExpected: endPromise(fixes); break;
    case DiagnosticKind::UnknownDirective: mendName(fixes, directiveNames(fixes.engine)); break;
    case DiagnosticKind::UnknownRole: mendName(fixes, fixes.engine.roles().names()); break;
    case DiagnosticKind::DirectiveError: mendOption(fixes); break;
    case DiagnosticKind::SphinxUnknownLexer: mendLanguage(fixes); break;
    case DiagnosticKind::EnumeratedListStart: escapeNumber(fixes); break;
    default: break;
    }
}

} // namespace session
