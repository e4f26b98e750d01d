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
constexpr const char *wordsOf(rst::DiagnosticKind kind)
{
    switch (kind) {
    case rst::DiagnosticKind::TitleUnderlineTooShort:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The line under this heading is shorter than the heading. Readers are fine; Sphinx warns.");
    case rst::DiagnosticKind::TitleUnderlineShortAsText:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This looks like the line under a heading, but is too short to be one.");
    case rst::DiagnosticKind::TitleOverlineTooShort:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The line over this heading is shorter than the heading. Readers are fine; Sphinx warns.");
    case rst::DiagnosticKind::ShortOverlineAsText:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This short line looks like the line over a heading, but is too short to be one.");
    case rst::DiagnosticKind::ShortAdornmentAsText:
        return QT_TRANSLATE_NOOP("session::Problems", "This short line of marks looks like a heading or a dividing "
                                                      "line, but is shown as text. Four marks make a dividing line.");
    case rst::DiagnosticKind::UnexpectedSectionTitle:
        return QT_TRANSLATE_NOOP("session::Problems", "A heading cannot stand inside a list, a quote or a directive.");
    case rst::DiagnosticKind::UnexpectedTitleOrTransition:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A heading or a dividing line cannot stand inside a list, a quote or a directive.");
    case rst::DiagnosticKind::IncompleteSectionTitle:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A line of marks begins a heading here, but the post ends before it is complete.");
    case rst::DiagnosticKind::MissingUnderline:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "There is a line over this heading, but none under it. Add one, or take the upper one away.");
    case rst::DiagnosticKind::OverlineUnderlineMismatch:
        return QT_TRANSLATE_NOOP("session::Problems", "The lines over and under this heading differ. Make them equal.");
    case rst::DiagnosticKind::InvalidTitleOrTransition:
        return QT_TRANSLATE_NOOP("session::Problems", "This line of marks is neither a heading nor a dividing line. A "
                                                      "dividing line wants blank lines around it.");
    case rst::DiagnosticKind::TitleLevelInconsistent:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This heading skips a level. Its underline was used before for a deeper one.");
    case rst::DiagnosticKind::EnumeratedListStart:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A numbered list begins with another number than 1. Fine, if that is meant.");
    case rst::DiagnosticKind::InvalidOptionListMarker:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This looks like a list of a program’s options, but the first line is not one.");
    case rst::DiagnosticKind::LineBlockEndsWithoutBlank:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The lines that begin with “|” end here without a blank line. Add one above this line.");
    case rst::DiagnosticKind::LiteralBlockAsDefinition:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The line above ends in “::” and should be followed by a blank line before the literal text.");
    case rst::DiagnosticKind::LiteralBlockExpected:
        return QT_TRANSLATE_NOOP("session::Problems", "“::” promises literal text, but no indented text follows.");
    case rst::DiagnosticKind::InconsistentQuoting:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Every line of this quoted literal text must begin with the same mark.");
    case rst::DiagnosticKind::UnexpectedIndentation:
        return QT_TRANSLATE_NOOP("session::Problems", "This line is indented, but nothing before it asks for that. Add "
                                                      "a blank line above, or remove the indent.");
    case rst::DiagnosticKind::BlankLineMissing:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A block ends here without a blank line. Add one above this line.");
    case rst::DiagnosticKind::MalformedTarget:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This line should say where a link goes, but is not complete: “.. _name: address”.");
    case rst::DiagnosticKind::MalformedSubstitutionDefinition:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "This line should define a substitution, but is not complete: “.. |name| replace:: text”.");
    case rst::DiagnosticKind::SubstitutionWithoutContents:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The substitution “%1” is defined as nothing. Write a directive such as “replace::” behind the name.");
    case rst::DiagnosticKind::SubstitutionEmptyOrInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The substitution “%1” does not come to anything that could be shown.");
    case rst::DiagnosticKind::SubstitutionWithIllegalElement:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A substitution may not hold a link target or another numbered thing.");
    case rst::DiagnosticKind::NestingTooDeep:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "Lists, quotes or directives lie too deep in one another. What is deeper is shown as plain text.");
    case rst::DiagnosticKind::InlineStartWithoutEnd:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Markup begins here but never ends. Close it, or write a backslash before it.");
    case rst::DiagnosticKind::MultipleRoles:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "A role is given before and behind these words. Only one of them counts; take the other away.");
    case rst::DiagnosticKind::RoleAndReferenceSuffix:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "These words have a role and are marked as a link too. Take the underscore behind them away.");
    case rst::DiagnosticKind::NoRoleEntry:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "“%1” is no role of this language, so its English name is tried.");
    case rst::DiagnosticKind::UnknownRole:
        return QT_TRANSLATE_NOOP("session::Problems", "There is no role named “%1”.");
    case rst::DiagnosticKind::RoleNotImplemented:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The role “%1” is known, but nothing is done with it. The words are shown as they are.");
    case rst::DiagnosticKind::InvalidPepNumber:
        return QT_TRANSLATE_NOOP("session::Problems", "“%1” is no number of a PEP; they go from 0 to 9999.");
    case rst::DiagnosticKind::InvalidRfcNumber:
        return QT_TRANSLATE_NOOP("session::Problems", "“%1” is no number of an RFC; they begin at 1.");
    case rst::DiagnosticKind::RawRolesDisabled:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Raw HTML in a line is switched off, so these words are left out.");
    case rst::DiagnosticKind::RawRoleWithoutFormat:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The role “raw” cannot be used alone: a “role” directive must first say for which format it is.");
    case rst::DiagnosticKind::RoleArgumentsMissing:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The directive “%1” wants the new role’s name on its first line.");
    case rst::DiagnosticKind::RoleNamesInvalid:
        return QT_TRANSLATE_NOOP("session::Problems", "What the directive “%1” is given cannot be the name of a role.");
    case rst::DiagnosticKind::RoleOptionsInvalid:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "An option of the directive “%1” is not one it knows, or has a value that it cannot use.");
    case rst::DiagnosticKind::RoleClassInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The class given to “%1” cannot be used as one. Use letters, digits and hyphens.");
    case rst::DiagnosticKind::BlankLineAfterTable:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The text goes on right below the table. Add a blank line above this line.");
    case rst::DiagnosticKind::MalformedTable:
        return QT_TRANSLATE_NOOP("session::Problems", "The lines of this table do not fit together.");
    case rst::DiagnosticKind::NoDirectiveEntry:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "“%1” is no directive of this language, so its English name is tried.");
    case rst::DiagnosticKind::UnknownDirective:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "There is no directive named “%1”. The site leaves this block out.");
    case rst::DiagnosticKind::DirectiveError:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The directive “%1” cannot be used as it is written here: an option, a value or an argument is wrong.");
    case rst::DiagnosticKind::DirectiveContentExpected:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This directive needs content: a blank line, and then indented text.");
    case rst::DiagnosticKind::DirectiveContentMissing:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The directive “%1” has nothing in it. Write indented text below a blank line, or take it away.");
    case rst::DiagnosticKind::DirectiveDisabled:
        return QT_TRANSLATE_NOOP("session::Problems", "The directive “%1” is switched off here, so it shows nothing.");
    case rst::DiagnosticKind::DirectiveNotHere:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The directive “%1” cannot stand inside a list, a quote or another directive. Move it to the left margin.");
    case rst::DiagnosticKind::DirectiveOnlyInSubstitution:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The directive “%1” only works in a definition such as “.. |name| %1:: …”.");
    case rst::DiagnosticKind::DirectiveInvalidClass:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The class given to the directive “%1” cannot be used as one. Use letters, digits and hyphens.");
    case rst::DiagnosticKind::SidebarInSidebar:
        return QT_TRANSLATE_NOOP("session::Problems", "A sidebar cannot stand inside a sidebar.");
    case rst::DiagnosticKind::SubtitleWithoutTitle:
        return QT_TRANSLATE_NOOP("session::Problems", "A subtitle needs a title beside it.");
    case rst::DiagnosticKind::NumberLinesStartInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "“:number-lines:” takes the number of the first line, or nothing.");
    case rst::DiagnosticKind::ImageAlignInvalid:
        return QT_TRANSLATE_NOOP("session::Problems", "A picture can be aligned “left”, “center” or “right”.");
    case rst::DiagnosticKind::InlineImageAlignInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A picture within a line can be aligned “top”, “middle” or “bottom”.");
    case rst::DiagnosticKind::FigureCaptionInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A figure’s first paragraph is its caption. Something else stands in its place here.");
    case rst::DiagnosticKind::TableDirectiveContentInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The directive “%1” wants exactly one table in it, and nothing else.");
    case rst::DiagnosticKind::TableWidthsMismatch:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The directive “%1” says widths for another number of columns than the table has.");
    case rst::DiagnosticKind::TableWithoutColumns:
        return QT_TRANSLATE_NOOP("session::Problems", "There is nothing in this table.");
    case rst::DiagnosticKind::TableTooFewRows:
        return QT_TRANSLATE_NOOP("session::Problems", "The table has fewer rows than are said to be headings.");
    case rst::DiagnosticKind::TableWithoutBody:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "All rows of this table are headings. Add a row, or say fewer heading rows.");
    case rst::DiagnosticKind::TableTooFewColumns:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The table has fewer columns than are said to be headings at the side.");
    case rst::DiagnosticKind::TableOnlyStubs:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "All columns of this table are headings. Add a column, or say fewer of them.");
    case rst::DiagnosticKind::TableTooLarge:
        return QT_TRANSLATE_NOOP("session::Problems", "This table would be far too large, most of it empty.");
    case rst::DiagnosticKind::ListTableEmpty:
        return QT_TRANSLATE_NOOP("session::Problems", "There is nothing in this table. Write a list of lists in it.");
    case rst::DiagnosticKind::ListTableNotOneList:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "This table wants exactly one list in it: an item for each row, with a list of its cells.");
    case rst::DiagnosticKind::ListTableRowWithoutList:
        return QT_TRANSLATE_NOOP("session::Problems", "A row of this table is not a list of cells.");
    case rst::DiagnosticKind::ListTableNotUniform:
        return QT_TRANSLATE_NOOP("session::Problems", "The rows of this table do not have the same number of cells.");
    case rst::DiagnosticKind::CsvDataInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The values in this table cannot be read: a quotation mark may be missing.");
    case rst::DiagnosticKind::CsvTableEmpty:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "There is nothing in this table. Write its rows in it, values parted by commas.");
    case rst::DiagnosticKind::CsvTableFilesDisabled:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Files and addresses cannot be read here, so this table is left out.");
    case rst::DiagnosticKind::FileAndContent:
        return QT_TRANSLATE_NOOP("session::Problems", "The directive “%1” takes a file or text of its own, not both.");
    case rst::DiagnosticKind::FileAndUrl:
        return QT_TRANSLATE_NOOP("session::Problems", "The directive “%1” takes a file or an address, not both.");
    case rst::DiagnosticKind::FileNotRead:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The file that “%1” names cannot be read. It must lie in the blog’s folder.");
    case rst::DiagnosticKind::FileNotDecoded:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The file that “%1” names is not text in the encoding it should be in.");
    case rst::DiagnosticKind::UrlNotRead:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The address that “%1” names cannot be read; a post reads nothing from the network.");
    case rst::DiagnosticKind::IncludeTextNotFound:
        return QT_TRANSLATE_NOOP("session::Problems", "The text that the option “%1” looks for is not in the file.");
    case rst::DiagnosticKind::IncludeLineTooLong:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A line of the file that is included here is too long to be read.");
    case rst::DiagnosticKind::IncludeCircular:
        return QT_TRANSLATE_NOOP("session::Problems", "A file includes itself, directly or through others.");
    case rst::DiagnosticKind::ReplaceNotOneParagraph:
        return QT_TRANSLATE_NOOP("session::Problems", "What “%1” puts in place may only be one paragraph.");
    case rst::DiagnosticKind::CharacterCodeInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This is no code of a character. Write it as U+2014, for example.");
    case rst::DiagnosticKind::MetaWithoutContent:
        return QT_TRANSLATE_NOOP("session::Problems", "The page’s description “%1” says nothing.");
    case rst::DiagnosticKind::MetaAttributeInvalid:
        return QT_TRANSLATE_NOOP("session::Problems", "“%1” cannot be read as something to say about the page.");
    case rst::DiagnosticKind::MetaInvalid:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This is not how a page is described: write “:description: text” in it.");
    case rst::DiagnosticKind::TestDirectiveProcessed:
        return QT_TRANSLATE_NOOP("session::Problems", "A directive for tests stands here; readers see nothing of use.");
    case rst::DiagnosticKind::DuplicateImplicitTarget:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Two headings are both named “%1”. Only links to them by name suffer.");
    case rst::DiagnosticKind::DuplicateExplicitTargetSameUri:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "Two links are both named “%1” and lead to the same address. Nothing is wrong for readers.");
    case rst::DiagnosticKind::DuplicateExplicitTarget:
        return QT_TRANSLATE_NOOP("session::Problems", "Two links are both named “%1”. Readers are fine; Sphinx warns. "
                                                      "Two underscores (`…`__) make a link nameless.");
    case rst::DiagnosticKind::DuplicateId:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "Two places of the page are both known as “%1”, so links to it may lead to the wrong one.");
    case rst::DiagnosticKind::DuplicateSubstitution:
        return QT_TRANSLATE_NOOP("session::Problems", "The substitution “%1” is defined twice.");
    case rst::DiagnosticKind::NoElementForClass:
        return QT_TRANSLATE_NOOP("session::Problems", "“%1” says how the next block looks, but no block follows.");
    case rst::DiagnosticKind::SubstitutionUndefined:
        return QT_TRANSLATE_NOOP("session::Problems", "Nothing says what “|%1|” stands for.");
    case rst::DiagnosticKind::SubstitutionTooLong:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The substitution “%1” stands for more text than can be put in its place.");
    case rst::DiagnosticKind::SubstitutionDefinitionCircular:
        return QT_TRANSLATE_NOOP("session::Problems", "A substitution is defined by means of itself.");
    case rst::DiagnosticKind::SubstitutionReferenceCircular:
        return QT_TRANSLATE_NOOP("session::Problems", "The substitution “%1” is defined by means of itself.");
    case rst::DiagnosticKind::AnonymousMismatch:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The links that end in “__” and the lines “__ …” do not come in pairs.");
    case rst::DiagnosticKind::IndirectTargetInvalid:
        return QT_TRANSLATE_NOOP("session::Problems", "A link’s name leads on to “%1”, and that leads nowhere.");
    case rst::DiagnosticKind::TooFewAutonumberedFootnotes:
        return QT_TRANSLATE_NOOP("session::Problems", "There are more marks for footnotes than footnotes.");
    case rst::DiagnosticKind::TooFewSymbolFootnotes:
        return QT_TRANSLATE_NOOP("session::Problems", "There are more marks for footnotes than footnotes.");
    case rst::DiagnosticKind::DuplicateTargetReferenced:
        return QT_TRANSLATE_NOOP("session::Problems", "“%1” names two things, so a link to it goes nowhere.");
    case rst::DiagnosticKind::UnknownTarget:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "“%1_” is a link to something that is not defined here. Write “%1\\_” if the underscore is meant as text.");
    case rst::DiagnosticKind::TargetNotReferenced:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The place or address named “%1” is not linked to from this post.");
    case rst::DiagnosticKind::BibliographicFieldEmpty:
        return QT_TRANSLATE_NOOP("session::Problems", "The field “%1” is empty.");
    case rst::DiagnosticKind::BibliographicFieldNotParagraph:
        return QT_TRANSLATE_NOOP("session::Problems", "The field “%1” may only hold one paragraph.");
    case rst::DiagnosticKind::BibliographicFieldRepeated:
        return QT_TRANSLATE_NOOP("session::Problems", "The field “%1” is there twice.");
    case rst::DiagnosticKind::AuthorsNotExtracted:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The authors in the field “%1” cannot be told apart. Part them by semicolons.");
    case rst::DiagnosticKind::TransitionFirst:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A dividing line stands right below a heading. Something should come before it.");
    case rst::DiagnosticKind::TransitionsAdjacent:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Two dividing lines stand right below one another. One is enough.");
    case rst::DiagnosticKind::RepeatedTooOften:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This post repeats its own parts too often. Take some of these away.");
    case rst::DiagnosticKind::TransitionLast:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "A dividing line is the last thing in the post. Something should follow it.");
    case rst::DiagnosticKind::SphinxInvalidPep:
        return QT_TRANSLATE_NOOP("session::Problems", "This is no number of a PEP.");
    case rst::DiagnosticKind::SphinxInvalidRfc:
        return QT_TRANSLATE_NOOP("session::Problems", "This is no number of an RFC.");
    case rst::DiagnosticKind::SphinxInvalidCwe:
        return QT_TRANSLATE_NOOP("session::Problems", "This is no number of a CWE.");
    case rst::DiagnosticKind::SphinxDirectiveFailed:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "This directive cannot do what it is asked for: an option or the file that it names is wrong.");
    case rst::DiagnosticKind::SphinxDedentStripsText:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Taking the indent away from this code takes some of its text away too.");
    case rst::DiagnosticKind::SphinxLinesOutOfRange:
        return QT_TRANSLATE_NOOP("session::Problems", "The numbers of lines given here go beyond the code’s end.");
    case rst::DiagnosticKind::SphinxHlistContent:
        return QT_TRANSLATE_NOOP("session::Problems", "“hlist” wants one list in it, and nothing else.");
    case rst::DiagnosticKind::SphinxAcksContent:
        return QT_TRANSLATE_NOOP("session::Problems", "“acks” wants one list in it, and nothing else.");
    case rst::DiagnosticKind::SphinxToctreeGlob:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The pattern in this table of contents fits no page of the site.");
    case rst::DiagnosticKind::SphinxToctreeDuplicate:
        return QT_TRANSLATE_NOOP("session::Problems", "This table of contents names a page twice.");
    case rst::DiagnosticKind::SphinxToctreeMissing:
        return QT_TRANSLATE_NOOP("session::Problems", "This table of contents names a page that is not there.");
    case rst::DiagnosticKind::SphinxGlossaryBlankBefore:
        return QT_TRANSLATE_NOOP("session::Problems", "A term of a glossary wants a blank line above it.");
    case rst::DiagnosticKind::SphinxGlossaryBlankBetween:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Terms that share an explanation must not have blank lines between them.");
    case rst::DiagnosticKind::SphinxGlossaryMisformatted:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The glossary’s indents do not fit: a term stands at the left, its explanation is indented below it.");
    case rst::DiagnosticKind::SphinxDuplicateObject:
        return QT_TRANSLATE_NOOP("session::Problems", "The same thing is described twice, here and elsewhere.");
    case rst::DiagnosticKind::SphinxDuplicatePython:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The same thing is described twice. Add “:no-index:” to one of them.");
    case rst::DiagnosticKind::SphinxDuplicateEquation:
        return QT_TRANSLATE_NOOP("session::Problems", "Two equations have the same label.");
    case rst::DiagnosticKind::SphinxDuplicateLabel:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "Two places have the same label, so that a link to it may lead to the wrong one.");
    case rst::DiagnosticKind::SphinxDuplicateCitation:
        return QT_TRANSLATE_NOOP("session::Problems", "Two citations have the same name.");
    case rst::DiagnosticKind::SphinxCitationNotReferenced:
        return QT_TRANSLATE_NOOP("session::Problems", "Nothing in the text refers to this citation.");
    case rst::DiagnosticKind::SphinxFootnoteNotReferenced:
        return QT_TRANSLATE_NOOP("session::Problems", "Nothing in the text refers to this footnote.");
    case rst::DiagnosticKind::SphinxUndefinedLabel:
        return QT_TRANSLATE_NOOP("session::Problems", "Nothing is labelled “%1”.");
    case rst::DiagnosticKind::SphinxLabelWithoutTitle:
        return QT_TRANSLATE_NOOP(
            "session::Problems",
            "The link leads to a place without a heading, so it needs words of its own: “:ref:`words <label>`”.");
    case rst::DiagnosticKind::SphinxUnknownDocument:
        return QT_TRANSLATE_NOOP("session::Problems", "No post or page of that name was found.");
    case rst::DiagnosticKind::SphinxUnknownTerm:
        return QT_TRANSLATE_NOOP("session::Problems", "No glossary explains this term.");
    case rst::DiagnosticKind::SphinxUnknownKeyword:
        return QT_TRANSLATE_NOOP("session::Problems", "There is no keyword of this name.");
    case rst::DiagnosticKind::SphinxUnknownOption:
        return QT_TRANSLATE_NOOP("session::Problems", "No option of this name is described.");
    case rst::DiagnosticKind::SphinxUnknownEquation:
        return QT_TRANSLATE_NOOP("session::Problems", "No equation has this label.");
    case rst::DiagnosticKind::SphinxUnknownCitation:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "There is no citation of this name. Write “.. [name] text” below.");
    case rst::DiagnosticKind::SphinxUnknownTarget:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "The link leads to something that is not described on this site.");
    case rst::DiagnosticKind::SphinxAmbiguousAny:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "More than one thing goes by this name, so the link may lead to the wrong one.");
    case rst::DiagnosticKind::SphinxNoNumber:
        return QT_TRANSLATE_NOOP("session::Problems", "What this link leads to has no number that could be shown.");
    case rst::DiagnosticKind::SphinxNumfigDisabled:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "This site does not number its figures, so the link is left out.");
    case rst::DiagnosticKind::SphinxNumfigFormat:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "In the words for a number, “%1”, the place for the number is not "
                                 "as Sphinx wants it. Write %s, {number} or {name} there.");
    case rst::DiagnosticKind::SphinxUnknownLexer:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "No language of this name is known, so the code stays without colours.");
    case rst::DiagnosticKind::SphinxImageNotReadable:
        return QT_TRANSLATE_NOOP("session::Problems", "This picture is not there.");
    case rst::DiagnosticKind::SphinxImageSizeUnknown:
        return QT_TRANSLATE_NOOP("session::Problems", "The picture’s size cannot be found out, so it is not scaled.");
    case rst::DiagnosticKind::SphinxDownloadNotReadable:
        return QT_TRANSLATE_NOOP("session::Problems", "The file offered for download is not there.");
    case rst::DiagnosticKind::SphinxOnlyExpression:
        return QT_TRANSLATE_NOOP("session::Problems", "The condition of this “only” directive cannot be read.");
    case rst::DiagnosticKind::TooManyMessages:
        return QT_TRANSLATE_NOOP("session::Problems",
                                 "There are more problems than can be listed. Mend some of these first.");
    case rst::DiagnosticKind::LineTooLong:
        return QT_TRANSLATE_NOOP("session::Problems", "A line of this post is too long to be read. Break it.");
    }
    Q_UNREACHABLE_RETURN("");
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
    const QString plain = PlainProblemWords::tr(wordsOf(kind));
    return plain.contains("%1"_L1) ? plain.arg(firstQuoted(message)) : plain;
}

} // namespace session
