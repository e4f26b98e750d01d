// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/problems.h"

#include <QCoreApplication>

namespace session {

namespace {

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(session::Problems)
};

/// A message begins with `begin`; what it quotes first takes the place of %1 in `plain`.
struct Explanation {
    const char *begin;
    const char *plain;
};

// Docutils' and Sphinx' messages, by their beginnings; the first that fits is taken.
constexpr Explanation explanations[] = {
    {"Unexpected indentation",
     QT_TRANSLATE_NOOP(
         "session::Problems",
         "This line is indented, but nothing before it asks for that. Add a blank line above, or remove the indent.")},
    {"Block quote ends without",
     QT_TRANSLATE_NOOP("session::Problems",
                       "The indented text ends here without a blank line. Add one above this line.")},
    {"Bullet list ends without",
     QT_TRANSLATE_NOOP("session::Problems", "The list ends here without a blank line. Add one above this line.")},
    {"Enumerated list ends without",
     QT_TRANSLATE_NOOP("session::Problems",
                       "The numbered list ends here without a blank line. Add one above this line.")},
    {"Definition list ends without",
     QT_TRANSLATE_NOOP("session::Problems", "The definition ends here without a blank line. Add one above this line.")},
    {"Field list ends without",
     QT_TRANSLATE_NOOP("session::Problems", "The field list ends here without a blank line. Add one above this line.")},
    {"Explicit markup ends without",
     QT_TRANSLATE_NOOP("session::Problems",
                       "A line that belongs to “..” above ends without a blank line. Add one above this line.")},
    {"Literal block ends without",
     QT_TRANSLATE_NOOP("session::Problems",
                       "The literal text ends here without a blank line. Add one above this line.")},
    {"Line block ends without",
     QT_TRANSLATE_NOOP("session::Problems",
                       "The lines that begin with “|” end here without a blank line. Add one above this line.")},
    {"Literal block expected; none found",
     QT_TRANSLATE_NOOP("session::Problems", "“::” promises literal text, but no indented text follows.")},
    {"Title underline too short",
     QT_TRANSLATE_NOOP("session::Problems",
                       "The line under this heading is shorter than the heading. Readers are fine; Sphinx warns.")},
    {"Title overline too short",
     QT_TRANSLATE_NOOP("session::Problems",
                       "The line over this heading is shorter than the heading. Readers are fine; Sphinx warns.")},
    {"Title overline & underline mismatch",
     QT_TRANSLATE_NOOP("session::Problems", "The lines over and under this heading differ. Make them equal.")},
    {"Possible title underline",
     QT_TRANSLATE_NOOP("session::Problems", "This looks like the line under a heading, but is too short to be one.")},
    {"Unexpected section title",
     QT_TRANSLATE_NOOP("session::Problems", "A heading cannot stand inside a list, a quote or a directive.")},
    {"Title level inconsistent",
     QT_TRANSLATE_NOOP("session::Problems",
                       "This heading skips a level. Its underline was used before for a deeper one.")},
    {"Inconsistent title style",
     QT_TRANSLATE_NOOP("session::Problems",
                       "This heading skips a level. Its underline was used before for a deeper one.")},
    {"Document may not end with a transition",
     QT_TRANSLATE_NOOP("session::Problems",
                       "A dividing line is the last thing in the post. Something should follow it.")},
    {"Document or section may not begin with a transition",
     QT_TRANSLATE_NOOP("session::Problems",
                       "A dividing line stands right below a heading. Something should come before it.")},
    {"Inline strong start-string",
     QT_TRANSLATE_NOOP(
         "session::Problems",
         "Bold text begins here with “**” but never ends. Close it, or write “\\**” for the stars themselves.")},
    {"Inline emphasis start-string",
     QT_TRANSLATE_NOOP("session::Problems",
                       "Emphasis begins here with “*” but never ends. Close it, or write “\\*” for a star.")},
    {"Inline literal start-string",
     QT_TRANSLATE_NOOP("session::Problems",
                       "Literal text begins here with “``” but never ends. Close it with two backquotes.")},
    {"Inline interpreted text or phrase reference start-string",
     QT_TRANSLATE_NOOP("session::Problems", "A link or role begins here with “`” but never ends. Close it with “`_”, "
                                            "or write “\\`” for the mark itself.")},
    {"Inline substitution_reference start-string",
     QT_TRANSLATE_NOOP("session::Problems",
                       "A “|” begins a substitution here that never ends. Close it, or write “\\|” for the bar.")},
    {"Inline target start-string",
     QT_TRANSLATE_NOOP("session::Problems", "A target begins here with “_`” but never ends. Close it with “`”.")},
    {"Duplicate explicit target name",
     QT_TRANSLATE_NOOP("session::Problems", "Two links are both named “%1”. Readers are fine; Sphinx warns. Two "
                                            "underscores (`…`__) make a link nameless.")},
    {"Duplicate implicit target name",
     QT_TRANSLATE_NOOP("session::Problems", "Two headings are both named “%1”. Only links to them by name suffer.")},
    {"Duplicate target name",
     QT_TRANSLATE_NOOP("session::Problems", "“%1” names two things, so a link to it goes nowhere.")},
    {"Duplicate substitution definition",
     QT_TRANSLATE_NOOP("session::Problems", "The substitution “%1” is defined twice.")},
    {"Target name overrides implicit",
     QT_TRANSLATE_NOOP("session::Problems", "A link and a heading are both named “%1”; the link wins.")},
    {"Unknown target name",
     QT_TRANSLATE_NOOP(
         "session::Problems",
         "“%1_” is a link to something that is not defined here. Write “%1\\_” if the underscore is meant as text.")},
    {"Unknown directive type",
     QT_TRANSLATE_NOOP("session::Problems", "There is no directive named “%1”. The site leaves this block out.")},
    {"No directive entry for",
     QT_TRANSLATE_NOOP("session::Problems", "“%1” is no directive of this language, so its English name is tried.")},
    {"Unknown interpreted text role", QT_TRANSLATE_NOOP("session::Problems", "There is no role named “%1”.")},
    {"No role entry for",
     QT_TRANSLATE_NOOP("session::Problems", "“%1” is no role of this language, so its English name is tried.")},
    {"Undefined substitution referenced",
     QT_TRANSLATE_NOOP("session::Problems", "Nothing says what “|%1|” stands for.")},
    {"Anonymous hyperlink mismatch",
     QT_TRANSLATE_NOOP("session::Problems", "The links that end in “__” and the lines “__ …” do not come in pairs.")},
    {"Too many autonumbered footnote references",
     QT_TRANSLATE_NOOP("session::Problems", "There are more marks for footnotes than footnotes.")},
    {"Too many symbol footnote references",
     QT_TRANSLATE_NOOP("session::Problems", "There are more marks for footnotes than footnotes.")},
    {"Malformed hyperlink target",
     QT_TRANSLATE_NOOP("session::Problems",
                       "This line should say where a link goes, but is not complete: “.. _name: address”.")},
    {"Malformed table", QT_TRANSLATE_NOOP("session::Problems", "The lines of this table do not fit together.")},
    {"Enumerated list start value not ordinal",
     QT_TRANSLATE_NOOP("session::Problems",
                       "A numbered list begins with another number than 1. Fine, if that is meant.")},
    {"Definition list",
     QT_TRANSLATE_NOOP("session::Problems", "The definition ends here without a blank line. Add one above this line.")},
    {"Content block expected",
     QT_TRANSLATE_NOOP("session::Problems", "This directive needs content: a blank line, and then indented text.")},
    {"image file not readable", QT_TRANSLATE_NOOP("session::Problems", "This picture is not there.")},
    {"unknown document", QT_TRANSLATE_NOOP("session::Problems", "No post or page of that name was found.")},
    {"undefined label", QT_TRANSLATE_NOOP("session::Problems", "Nothing is labelled “%1”.")},
};

/// What stands between the first pair of double quotes or single quotes.
QString firstQuoted(const QString &message)
{
    for (const QChar quote : {u'"', u'\''}) {
        const qsizetype begin = message.indexOf(quote);
        const qsizetype end = begin < 0 ? -1 : message.indexOf(quote, begin + 1);
        if (end > begin)
            return message.sliced(begin + 1, end - begin - 1);
    }
    return {};
}

} // namespace

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info: return ProblemWords::tr("note");
    case Severity::LooksWrong: return ProblemWords::tr("looks wrong");
    case Severity::Warning: return ProblemWords::tr("warning");
    case Severity::Error: return ProblemWords::tr("error");
    case Severity::Severe: return ProblemWords::tr("severe");
    }
    Q_UNREACHABLE_RETURN({});
}

QString plainWords(const QString &message)
{
    for (const Explanation &explanation : explanations) {
        if (!message.startsWith(QLatin1StringView(explanation.begin)))
            continue;
        const QString plain = ProblemWords::tr(explanation.plain);
        return plain.contains(QLatin1StringView("%1")) ? plain.arg(firstQuoted(message)) : plain;
    }
    return message;
}

} // namespace session
