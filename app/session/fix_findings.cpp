// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Fixes for what docutils lets pass: marks that the move from Blogger left behind, and prose.

#include "session/fix_proposals.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr std::size_t longestLink = 2000;

constexpr std::pair<std::string_view, std::string_view> entities[] = {
    {"&nbsp;", " "},  {"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},
    {"&#39;", "'"},   {"&rsquo;", "’"}, {"&lsquo;", "‘"}, {"&rdquo;", "”"}, {"&ldquo;", "“"},
    {"&mdash;", "—"}, {"&ndash;", "–"}, {"&hellip;", "…"}};

void mendEntity(FixProposals &fixes)
{
    const auto entity =
        std::ranges::find(entities, fixes.marked(), &std::pair<std::string_view, std::string_view>::first);
    if (entity != std::ranges::end(entities))
        fixes.add("entity"_L1, FixWords::tr("Write the character itself"),
                  {{fixes.begin, fixes.end, std::string(entity->second)}});
}

void mendEmphasis(FixProposals &fixes)
{
    if (fixes.marked().size() > 2)
        fixes.add("emphasis"_L1, FixWords::tr("Make it emphasis"),
                  {{fixes.begin, fixes.begin + 1, "*"}, {fixes.end - 1, fixes.end, "*"}});
}

void mendBreak(FixProposals &fixes)
{
    if (fixes.isBlank(fixes.line)) {
        fixes.add("blanks"_L1, FixWords::tr("Take the two blanks away"), {{fixes.begin, fixes.end, {}}});
        return;
    }
    fixes.add("paragraph"_L1, FixWords::tr("Begin a new paragraph"), {{fixes.begin, fixes.end, "\n"}});
    fixes.add("join"_L1, FixWords::tr("Join the lines"), {{fixes.begin, fixes.end, {}}});
}

void mendRule(FixProposals &fixes)
{
    const bool needsAbove = fixes.line > 1 && !fixes.isBlank(fixes.line - 1);
    const bool needsBelow = !fixes.isBlank(fixes.line + 1);
    fixes.add(
        "rule"_L1, FixWords::tr("Make it a dividing line"),
        {{fixes.begin, fixes.end, std::string(needsAbove ? "\n" : "") + "----" + std::string(needsBelow ? "\n" : "")}});
}

/// All lines that begin with ">" become a block quote.
void mendQuote(FixProposals &fixes)
{
    const auto isQuoted = [&fixes](int line) { return line >= 1 && fixes.textOf(line).starts_with('>'); };
    int first = fixes.line, last = fixes.line;
    while (isQuoted(first - 1))
        --first;
    while (isQuoted(last + 1))
        ++last;
    std::string quote = first > 1 && !fixes.isBlank(first - 1) ? "\n" : "";
    for (int line = first; line <= last; ++line) {
        std::string_view text = fixes.textOf(line).substr(1);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        quote += text.empty() ? "" : "   " + std::string(text);
        quote += line < last ? "\n" : fixes.isBlank(last + 1) ? "" : "\n";
    }
    if (isQuoted(first))
        fixes.add("quote"_L1, FixWords::tr("Make it a quotation"),
                  {{fixes.positions.lineBegin(first), fixes.positions.lineEnd(last), quote}});
}

/// The line goes that underlines a line of a paragraph, and the # comes back that it was made of.
void mendUnderline(FixProposals &fixes)
{
    const std::size_t underlined = fixes.positions.lineBegin(fixes.line - 1);
    const std::size_t text = fixes.source.find_first_not_of(' ', underlined);
    fixes.add("underline"_L1, FixWords::tr("Take the line away, and put # before the one above"),
              {{text, text, fixes.source[fixes.begin] == '=' ? "#" : "##"},
               {fixes.positions.lineEnd(fixes.line - 1), fixes.positions.lineEnd(fixes.line), ""}});
}

/// `[words](address)`
void mendLink(FixProposals &fixes)
{
    const std::string_view source = fixes.source;
    const std::size_t close = source.find_first_of(")\n ", fixes.begin);
    const std::size_t open = source.rfind('[', fixes.begin);
    if (close == source.npos || source[close] != ')' || open == source.npos || fixes.begin - open > longestLink)
        return;
    const std::string text(source.substr(open + 1, fixes.begin - open - 1));
    const std::string address(source.substr(fixes.begin + 2, close - fixes.begin - 2));
    if (!text.empty() && !text.contains("\n\n") && text.find_first_of("`<>") == text.npos)
        fixes.add("link"_L1, FixWords::tr("Make it a link"), {{open, close + 1, '`' + text + " <" + address + ">`__"}});
}

/// The text between two marks, the first of which ends at `from`; nothing where it is too long.
struct Between {
    std::string_view text = {};
    std::size_t next = std::string_view::npos; // behind the second mark
};

Between between(std::string_view source, std::size_t from, std::string_view mark)
{
    const std::size_t end = from == source.npos ? source.npos : source.substr(0, from + longestLink).find(mark, from);
    return end == source.npos ? Between() : Between{source.substr(from, end - from), end + mark.size()};
}

std::string oneLine(std::string_view text)
{
    return toQString(text).simplified().toStdString();
}

/// A picture as Markdown writes it, or what the importer made of it, becomes a block of its own.
void mendPicture(FixProposals &fixes)
{
    const std::string_view source = fixes.source;
    std::string_view alt, address, target;
    std::size_t end = source.npos;
    if (source.substr(fixes.begin).starts_with("`![")) { // `![alt <src>`_](href)
        const Between words = between(source, fixes.begin + 3, "<");
        const Between src = between(source, words.next, ">`_](");
        const Between href = between(source, src.next, ")");
        alt = words.text, address = src.text, target = href.text, end = href.next;
    } else if (source.substr(fixes.begin).starts_with("![")) {
        const Between words = between(source, fixes.begin + 2, "](");
        const Between src = between(source, words.next, ")");
        alt = words.text, address = src.text, end = src.next;
    } else {
        const Between words = between(source, fixes.begin + 2, "<");
        const Between src = between(source, words.next, ">`_");
        alt = words.text, address = src.text, end = src.next;
    }
    const std::string uri = oneLine(address);
    if (end == source.npos || uri.empty() || uri.contains(' '))
        return;
    const std::size_t lineBegin = fixes.positions.lineBegin(fixes.line);
    if (lineBegin < fixes.begin && (source[lineBegin] == ' ' || source[lineBegin] == '*' || source[lineBegin] == '-'))
        return; // within a list or a quote it is not told apart safely
    std::string block = ".. image:: " + uri + "\n   :alt: " + oneLine(alt);
    if (!target.empty())
        block += "\n   :target: " + oneLine(target);
    while (block.ends_with(' '))
        block.pop_back();
    std::size_t begin = fixes.begin;
    while (begin > lineBegin && source[begin - 1] == ' ')
        --begin;
    while (end < source.size() && source[end] == ' ')
        ++end;
    if (begin > 0 && !source.substr(0, begin).ends_with("\n\n"))
        block.insert(0, begin == lineBegin ? "\n" : "\n\n");
    if (end < source.size() && !source.substr(end).starts_with("\n\n"))
        block += source[end] == '\n' ? "\n" : "\n\n";
    fixes.add("picture"_L1, FixWords::tr("Make it a picture"), {{begin, end, block}});
}

/// What a picture's file name says about it, as words.
std::string fileNameWords(std::string_view uri)
{
    uri = uri.substr(0, uri.find_first_of("?#"));
    uri = uri.substr(uri.find_last_of('/') + 1);
    uri = uri.substr(0, uri.find_last_of('.'));
    std::string words(uri);
    std::ranges::replace_if(words, [](char c) { return c == '-' || c == '_' || c == '+' || c == ':'; }, ' ');
    return oneLine(words);
}

void describePicture(FixProposals &fixes)
{
    const std::string_view text = fixes.textOf(fixes.line);
    const std::size_t dots = text.find("..");
    const std::size_t uri = text.find("::");
    if (dots == text.npos || uri == text.npos)
        return;
    std::string words = fileNameWords(text.substr(uri + 2));
    if (words.empty())
        words = "picture";
    const std::string indent(text.substr(0, dots)); // blanks, or what a list begins with
    const std::string option = '\n' + std::string(indent.size() + 3, ' ') + ":alt: ";
    const std::size_t end = fixes.positions.lineEnd(fixes.line);
    fixes.add("alt"_L1, FixWords::tr("Describe the picture"), {{end, end, option + words}});
    fixes.selectInLast(option.size(), words.size());
}

/// Options of a directive come back to it.
void joinOptions(FixProposals &fixes)
{
    int first = fixes.line;
    while (first > 1 && fixes.isBlank(first - 1))
        --first;
    if (first < fixes.line)
        fixes.add("joinOptions"_L1, FixWords::tr("Take the empty line away"),
                  {{fixes.positions.lineBegin(first), fixes.positions.lineBegin(fixes.line), {}}});
}

} // namespace

void proposeFindingFixes(FixProposals &fixes)
{
    const std::string_view rule = fixes.problem.rule;
    if (fixes.problem.replacement) {
        const QString &text = *fixes.problem.replacement;
        fixes.add("replace"_L1,
                  text.isEmpty() ? FixWords::tr("Take it away") : FixWords::tr("Write “%1”").arg(text.trimmed()),
                  {{fixes.begin, fixes.end, text.toStdString()}});
    }
    if (rule == "legacy.entity")
        mendEntity(fixes);
    else if (rule == "legacy.emphasis")
        mendEmphasis(fixes);
    else if (rule == "legacy.break")
        mendBreak(fixes);
    else if (rule == "legacy.rule")
        mendRule(fixes);
    else if (rule == "legacy.quote")
        mendQuote(fixes);
    else if (rule == "legacy.heading")
        mendUnderline(fixes);
    else if (rule == "legacy.link")
        mendLink(fixes);
    else if (rule == "legacy.picture")
        mendPicture(fixes);
    else if (rule == "post.option-apart")
        joinOptions(fixes);
    else if (rule == "prose.alt")
        describePicture(fixes);
}

} // namespace session
