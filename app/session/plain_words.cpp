// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What every message of the engine means, for people who know neither docutils nor Sphinx.

#include "session/problems.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct PlainProblemWords {
    Q_DECLARE_TR_FUNCTIONS(session::Problems)

public:
    static QString of(rst::DiagnosticKind kind);
};

/// A message begins with `begin`.
struct Variant {
    const char *begin;
    const char *plain;
};

// Kinds that speak of different markup: what is wrong stands in the message.
constexpr Variant variants[] = {
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
    {"Error in \"image\" directive:\n1 argument",
     QT_TRANSLATE_NOOP("session::Problems", "A picture needs the name of its file behind “image::”.")},
};

/// In the words for a kind, %1 stands for what its message quotes first. Without a default: a new kind needs words.
QString PlainProblemWords::of(rst::DiagnosticKind kind)
{
    using enum rst::DiagnosticKind;
    switch (kind) {
    case TitleUnderlineTooShort:
        return tr("The line under this heading is shorter than the heading. Readers are fine; Sphinx warns.");
    case TitleUnderlineShortAsText: return tr("This looks like the line under a heading, but is too short to be one.");
    case TitleOverlineTooShort:
        return tr("The line over this heading is shorter than the heading. Readers are fine; Sphinx warns.");
    case ShortOverlineAsText:
        return tr("This short line looks like the line over a heading, but is too short to be one.");
    case ShortAdornmentAsText:
        return tr("This short line of marks looks like a heading or a dividing "
                  "line, but is shown as text. Four marks make a dividing line.");
    case UnexpectedSectionTitle: return tr("A heading cannot stand inside a list, a quote or a directive.");
    case UnexpectedTitleOrTransition:
        return tr("A heading or a dividing line cannot stand inside a list, a quote or a directive.");
    case IncompleteSectionTitle:
        return tr("A line of marks begins a heading here, but the post ends before it is complete.");
    case MissingUnderline:
        return tr("There is a line over this heading, but none under it. Add one, or take the upper one away.");
    case OverlineUnderlineMismatch: return tr("The lines over and under this heading differ. Make them equal.");
    case InvalidTitleOrTransition:
        return tr("This line of marks is neither a heading nor a dividing line. A "
                  "dividing line wants blank lines around it.");
    case TitleLevelInconsistent:
        return tr("This heading skips a level. Its underline was used before for a deeper one.");
    case EnumeratedListStart: return tr("A numbered list begins with another number than 1. Fine, if that is meant.");
    case InvalidOptionListMarker:
        return tr("This looks like a list of a program’s options, but the first line is not one.");
    case LineBlockEndsWithoutBlank:
        return tr("The lines that begin with “|” end here without a blank line. Add one above this line.");
    case LiteralBlockAsDefinition:
        return tr("The line above ends in “::” and should be followed by a blank line before the literal text.");
    case LiteralBlockExpected: return tr("“::” promises literal text, but no indented text follows.");
    case InconsistentQuoting: return tr("Every line of this quoted literal text must begin with the same mark.");
    case UnexpectedIndentation:
        return tr("This line is indented, but nothing before it asks for that. Add "
                  "a blank line above, or remove the indent.");
    case BlankLineMissing: return tr("A block ends here without a blank line. Add one above this line.");
    case MalformedTarget:
        return tr("This line should say where a link goes, but is not complete: “.. _name: address”.");
    case MalformedSubstitutionDefinition:
        return tr("This line should define a substitution, but is not complete: “.. |name| replace:: text”.");
    case SubstitutionWithoutContents:
        return tr(
            "The substitution “%1” is defined as nothing. Write a directive such as “replace::” behind the name.");
    case SubstitutionEmptyOrInvalid: return tr("The substitution “%1” does not come to anything that could be shown.");
    case SubstitutionWithIllegalElement:
        return tr("A substitution may not hold a link target or another numbered thing.");
    case NestingTooDeep:
        return tr("Lists, quotes or directives lie too deep in one another. What is deeper is shown as plain text.");
    case InlineStartWithoutEnd:
        return tr("Markup begins here but never ends. Close it, or write a backslash before it.");
    case MultipleRoles:
        return tr("A role is given before and behind these words. Only one of them counts; take the other away.");
    case RoleAndReferenceSuffix:
        return tr("These words have a role and are marked as a link too. Take the underscore behind them away.");
    case NoRoleEntry: return tr("“%1” is no role of this language, so its English name is tried.");
    case UnknownRole: return tr("There is no role named “%1”.");
    case RoleNotImplemented:
        return tr("The role “%1” is known, but nothing is done with it. The words are shown as they are.");
    case InvalidPepNumber: return tr("“%1” is no number of a PEP; they go from 0 to 9999.");
    case InvalidRfcNumber: return tr("“%1” is no number of an RFC; they begin at 1.");
    case RawRolesDisabled: return tr("Raw HTML in a line is switched off, so these words are left out.");
    case RawRoleWithoutFormat:
        return tr("The role “raw” cannot be used alone: a “role” directive must first say for which format it is.");
    case RoleArgumentsMissing: return tr("The directive “%1” wants the new role’s name on its first line.");
    case RoleNamesInvalid: return tr("What the directive “%1” is given cannot be the name of a role.");
    case RoleOptionsInvalid:
        return tr("An option of the directive “%1” is not one it knows, or has a value that it cannot use.");
    case RoleClassInvalid: return tr("The class given to “%1” cannot be used as one. Use letters, digits and hyphens.");
    case BlankLineAfterTable: return tr("The text goes on right below the table. Add a blank line above this line.");
    case MalformedTable: return tr("The lines of this table do not fit together.");
    case NoDirectiveEntry: return tr("“%1” is no directive of this language, so its English name is tried.");
    case UnknownDirective: return tr("There is no directive named “%1”. The site leaves this block out.");
    case DirectiveError:
        return tr(
            "The directive “%1” cannot be used as it is written here: an option, a value or an argument is wrong.");
    case DirectiveContentExpected: return tr("This directive needs content: a blank line, and then indented text.");
    case DirectiveContentMissing:
        return tr("The directive “%1” has nothing in it. Write indented text below a blank line, or take it away.");
    case DirectiveDisabled: return tr("The directive “%1” is switched off here, so it shows nothing.");
    case DirectiveNotHere:
        return tr(
            "The directive “%1” cannot stand inside a list, a quote or another directive. Move it to the left margin.");
    case DirectiveOnlyInSubstitution:
        return tr("The directive “%1” only works in a definition such as “.. |name| %1:: …”.");
    case DirectiveInvalidClass:
        return tr("The class given to the directive “%1” cannot be used as one. Use letters, digits and hyphens.");
    case SidebarInSidebar: return tr("A sidebar cannot stand inside a sidebar.");
    case SubtitleWithoutTitle: return tr("A subtitle needs a title beside it.");
    case NumberLinesStartInvalid: return tr("“:number-lines:” takes the number of the first line, or nothing.");
    case ImageAlignInvalid: return tr("A picture can be aligned “left”, “center” or “right”.");
    case InlineImageAlignInvalid: return tr("A picture within a line can be aligned “top”, “middle” or “bottom”.");
    case FigureCaptionInvalid:
        return tr("A figure’s first paragraph is its caption. Something else stands in its place here.");
    case TableDirectiveContentInvalid: return tr("The directive “%1” wants exactly one table in it, and nothing else.");
    case TableWidthsMismatch:
        return tr("The directive “%1” says widths for another number of columns than the table has.");
    case TableWithoutColumns: return tr("There is nothing in this table.");
    case TableTooFewRows: return tr("The table has fewer rows than are said to be headings.");
    case TableWithoutBody: return tr("All rows of this table are headings. Add a row, or say fewer heading rows.");
    case TableTooFewColumns: return tr("The table has fewer columns than are said to be headings at the side.");
    case TableOnlyStubs: return tr("All columns of this table are headings. Add a column, or say fewer of them.");
    case TableTooLarge: return tr("This table would be far too large, most of it empty.");
    case ListTableEmpty: return tr("There is nothing in this table. Write a list of lists in it.");
    case ListTableNotOneList:
        return tr("This table wants exactly one list in it: an item for each row, with a list of its cells.");
    case ListTableRowWithoutList: return tr("A row of this table is not a list of cells.");
    case ListTableNotUniform: return tr("The rows of this table do not have the same number of cells.");
    case CsvDataInvalid: return tr("The values in this table cannot be read: a quotation mark may be missing.");
    case CsvTableEmpty: return tr("There is nothing in this table. Write its rows in it, values parted by commas.");
    case CsvTableFilesDisabled: return tr("Files and addresses cannot be read here, so this table is left out.");
    case FileAndContent: return tr("The directive “%1” takes a file or text of its own, not both.");
    case FileAndUrl: return tr("The directive “%1” takes a file or an address, not both.");
    case FileNotRead: return tr("The file that “%1” names cannot be read. It must lie in the blog’s folder.");
    case FileNotDecoded: return tr("The file that “%1” names is not text in the encoding it should be in.");
    case UrlNotRead: return tr("The address that “%1” names cannot be read; a post reads nothing from the network.");
    case IncludeTextNotFound: return tr("The text that the option “%1” looks for is not in the file.");
    case IncludeLineTooLong: return tr("A line of the file that is included here is too long to be read.");
    case IncludeCircular: return tr("A file includes itself, directly or through others.");
    case ReplaceNotOneParagraph: return tr("What “%1” puts in place may only be one paragraph.");
    case CharacterCodeInvalid: return tr("This is no code of a character. Write it as U+2014, for example.");
    case MetaWithoutContent: return tr("The page’s description “%1” says nothing.");
    case MetaAttributeInvalid: return tr("“%1” cannot be read as something to say about the page.");
    case MetaInvalid: return tr("This is not how a page is described: write “:description: text” in it.");
    case TestDirectiveProcessed: return tr("A directive for tests stands here; readers see nothing of use.");
    case DuplicateImplicitTarget: return tr("Two headings are both named “%1”. Only links to them by name suffer.");
    case DuplicateExplicitTargetSameUri:
        return tr("Two links are both named “%1” and lead to the same address. Nothing is wrong for readers.");
    case DuplicateExplicitTarget:
        return tr("Two links are both named “%1”. Readers are fine; Sphinx warns. "
                  "Two underscores (`…`__) make a link nameless.");
    case DuplicateId:
        return tr("Two places of the page are both known as “%1”, so links to it may lead to the wrong one.");
    case DuplicateSubstitution: return tr("The substitution “%1” is defined twice.");
    case NoElementForClass: return tr("“%1” says how the next block looks, but no block follows.");
    case SubstitutionUndefined: return tr("Nothing says what “|%1|” stands for.");
    case SubstitutionTooLong: return tr("The substitution “%1” stands for more text than can be put in its place.");
    case SubstitutionDefinitionCircular: return tr("A substitution is defined by means of itself.");
    case SubstitutionReferenceCircular: return tr("The substitution “%1” is defined by means of itself.");
    case AnonymousMismatch: return tr("The links that end in “__” and the lines “__ …” do not come in pairs.");
    case IndirectTargetInvalid: return tr("A link’s name leads on to “%1”, and that leads nowhere.");
    case TooFewAutonumberedFootnotes: return tr("There are more marks for footnotes than footnotes.");
    case TooFewSymbolFootnotes: return tr("There are more marks for footnotes than footnotes.");
    case DuplicateTargetReferenced: return tr("“%1” names two things, so a link to it goes nowhere.");
    case UnknownTarget:
        return tr(
            "“%1_” is a link to something that is not defined here. Write “%1\\_” if the underscore is meant as text.");
    case TargetNotReferenced: return tr("The place or address named “%1” is not linked to from this post.");
    case BibliographicFieldEmpty: return tr("The field “%1” is empty.");
    case BibliographicFieldNotParagraph: return tr("The field “%1” may only hold one paragraph.");
    case BibliographicFieldRepeated: return tr("The field “%1” is there twice.");
    case AuthorsNotExtracted: return tr("The authors in the field “%1” cannot be told apart. Part them by semicolons.");
    case TransitionFirst: return tr("A dividing line stands right below a heading. Something should come before it.");
    case TransitionsAdjacent: return tr("Two dividing lines stand right below one another. One is enough.");
    case RepeatedTooOften: return tr("This post repeats its own parts too often. Take some of these away.");
    case TransitionLast: return tr("A dividing line is the last thing in the post. Something should follow it.");
    case SphinxInvalidPep: return tr("This is no number of a PEP.");
    case SphinxInvalidRfc: return tr("This is no number of an RFC.");
    case SphinxInvalidCwe: return tr("This is no number of a CWE.");
    case SphinxDirectiveFailed:
        return tr("This directive cannot do what it is asked for: an option or the file that it names is wrong.");
    case SphinxDedentStripsText: return tr("Taking the indent away from this code takes some of its text away too.");
    case SphinxLinesOutOfRange: return tr("The numbers of lines given here go beyond the code’s end.");
    case SphinxHlistContent: return tr("“hlist” wants one list in it, and nothing else.");
    case SphinxAcksContent: return tr("“acks” wants one list in it, and nothing else.");
    case SphinxToctreeGlob: return tr("The pattern in this table of contents fits no page of the site.");
    case SphinxToctreeDuplicate: return tr("This table of contents names a page twice.");
    case SphinxToctreeMissing: return tr("This table of contents names a page that is not there.");
    case SphinxGlossaryBlankBefore: return tr("A term of a glossary wants a blank line above it.");
    case SphinxGlossaryBlankBetween:
        return tr("Terms that share an explanation must not have blank lines between them.");
    case SphinxGlossaryMisformatted:
        return tr(
            "The glossary’s indents do not fit: a term stands at the left, its explanation is indented below it.");
    case SphinxDuplicateObject: return tr("The same thing is described twice, here and elsewhere.");
    case SphinxDuplicatePython: return tr("The same thing is described twice. Add “:no-index:” to one of them.");
    case SphinxDuplicateEquation: return tr("Two equations have the same label.");
    case SphinxDuplicateLabel:
        return tr("Two places have the same label, so that a link to it may lead to the wrong one.");
    case SphinxDuplicateCitation: return tr("Two citations have the same name.");
    case SphinxCitationNotReferenced: return tr("Nothing in the text refers to this citation.");
    case SphinxFootnoteNotReferenced: return tr("Nothing in the text refers to this footnote.");
    case SphinxUndefinedLabel: return tr("Nothing is labelled “%1”.");
    case SphinxLabelWithoutTitle:
        return tr("The link leads to a place without a heading, so it needs words of its own: “:ref:`words <label>`”.");
    case SphinxUnknownDocument: return tr("No post or page of that name was found.");
    case SphinxUnknownTerm: return tr("No glossary explains this term.");
    case SphinxUnknownKeyword: return tr("There is no keyword of this name.");
    case SphinxUnknownOption: return tr("No option of this name is described.");
    case SphinxUnknownEquation: return tr("No equation has this label.");
    case SphinxUnknownCitation: return tr("There is no citation of this name. Write “.. [name] text” below.");
    case SphinxUnknownTarget: return tr("The link leads to something that is not described on this site.");
    case SphinxAmbiguousAny: return tr("More than one thing goes by this name, so the link may lead to the wrong one.");
    case SphinxNoNumber: return tr("What this link leads to has no number that could be shown.");
    case SphinxNumfigDisabled: return tr("This site does not number its figures, so the link is left out.");
    case SphinxNumfigFormat:
        return tr("In the words for a number, “%1”, the place for the number is not "
                  "as Sphinx wants it. Write %s, {number} or {name} there.");
    case SphinxUnknownLexer: return tr("No language of this name is known, so the code stays without colours.");
    case SphinxImageNotReadable: return tr("This picture is not there.");
    case SphinxImageSizeUnknown: return tr("The picture’s size cannot be found out, so it is not scaled.");
    case SphinxNoSuitableImage: return tr("There is no picture of this name, whatever its ending.");
    case SphinxNoSuitableImageAmong:
        return tr("There are files of this name, but none is a picture that a web page can show.");
    case SphinxIndexEntry:
        return tr("This entry for the index lacks a part. “pair” and “see” take two, with a semicolon between them, "
                  "“triple” takes three.");
    case SphinxIndexTypeDeprecated:
        return tr("Sphinx is giving up this kind of entry for the index. Write “pair” instead.");
    case SphinxUnknownDomain: return tr("What stands before the colon in this name is not known to the site.");
    case SphinxDownloadNotReadable: return tr("The file offered for download is not there.");
    case SphinxOnlyExpression: return tr("The condition of this “only” directive cannot be read.");
    case TooManyMessages: return tr("There are more problems than can be listed. Mend some of these first.");
    case LineTooLong: return tr("A line of this post is too long to be read. Break it.");
    }
    Q_UNREACHABLE_RETURN({});
}

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

/// The option that a directive refuses; empty for other errors.
QString unknownOption(const QString &message)
{
    constexpr auto marker = "unknown option: \""_L1;
    const qsizetype begin = message.indexOf(marker);
    const qsizetype end = begin < 0 ? -1 : message.indexOf(u'"', begin + marker.size());
    return end < 0 ? QString() : message.sliced(begin + marker.size(), end - begin - marker.size());
}

} // namespace

QString plainWords(rst::DiagnosticKind kind, const QString &message)
{
    if (const QString option = unknownOption(message); !option.isEmpty())
        return PlainProblemWords::tr("The directive “%1” has no option named “%2”, so all of it is left out.")
            .arg(firstQuoted(message), option);
    for (const Variant &variant : variants) {
        if (message.startsWith(QLatin1StringView(variant.begin)))
            return PlainProblemWords::tr(variant.plain);
    }
    const QString plain = PlainProblemWords::of(kind);
    return plain.contains("%1"_L1) ? plain.arg(firstQuoted(message)) : plain;
}

} // namespace session
