// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/markup_help.h"

#include "rst/engine.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct HelpWords {
    Q_DECLARE_TR_FUNCTIONS(session::MarkupHelp)
};

struct Purpose {
    std::string_view name;
    const char *words;
};

// What a name alone does not tell. Names, arguments and options are the engine's.
constexpr Purpose directivePurposes[] = {
    {"post", QT_TRANSLATE_NOOP("session::MarkupHelp", "Makes the page a post of the blog, with its date.")},
    {"update", QT_TRANSLATE_NOOP("session::MarkupHelp", "Says what was changed in the post, and when.")},
    {"postlist", QT_TRANSLATE_NOOP("session::MarkupHelp", "Lists posts of the blog.")},
    {"image", QT_TRANSLATE_NOOP("session::MarkupHelp", "Shows a picture.")},
    {"figure", QT_TRANSLATE_NOOP("session::MarkupHelp", "Shows a picture with a caption below it.")},
    {"note", QT_TRANSLATE_NOOP("session::MarkupHelp", "A box for something worth knowing.")},
    {"tip", QT_TRANSLATE_NOOP("session::MarkupHelp", "A box with advice.")},
    {"warning", QT_TRANSLATE_NOOP("session::MarkupHelp", "A box for what may do harm.")},
    {"admonition", QT_TRANSLATE_NOOP("session::MarkupHelp", "A box with a heading of your own.")},
    {"topic", QT_TRANSLATE_NOOP("session::MarkupHelp", "A box with a heading, apart from the text.")},
    {"sidebar", QT_TRANSLATE_NOOP("session::MarkupHelp", "A box beside the text.")},
    {"code-block", QT_TRANSLATE_NOOP("session::MarkupHelp", "Code in the colours of its language.")},
    {"code", QT_TRANSLATE_NOOP("session::MarkupHelp", "Code in the colours of its language.")},
    {"literalinclude", QT_TRANSLATE_NOOP("session::MarkupHelp", "Shows a file of the blog as code.")},
    {"include", QT_TRANSLATE_NOOP("session::MarkupHelp", "Puts another file of the blog in this place.")},
    {"contents", QT_TRANSLATE_NOOP("session::MarkupHelp", "Lists the headings of the post.")},
    {"toctree", QT_TRANSLATE_NOOP("session::MarkupHelp", "Lists pages of the site.")},
    {"table", QT_TRANSLATE_NOOP("session::MarkupHelp", "A table with a title.")},
    {"list-table", QT_TRANSLATE_NOOP("session::MarkupHelp", "A table written as a list of lists.")},
    {"csv-table", QT_TRANSLATE_NOOP("session::MarkupHelp", "A table written as values parted by commas.")},
    {"replace", QT_TRANSLATE_NOOP("session::MarkupHelp", "Says what a substitution stands for.")},
    {"raw", QT_TRANSLATE_NOOP("session::MarkupHelp", "HTML that goes into the page as it is.")},
    {"rubric", QT_TRANSLATE_NOOP("session::MarkupHelp", "A heading that is in no list of contents.")},
    {"epigraph", QT_TRANSLATE_NOOP("session::MarkupHelp", "A quotation at the beginning.")},
    {"pull-quote", QT_TRANSLATE_NOOP("session::MarkupHelp", "A sentence of the text that is shown large.")},
    {"container", QT_TRANSLATE_NOOP("session::MarkupHelp", "A block with a class of its own.")},
    {"math", QT_TRANSLATE_NOOP("session::MarkupHelp", "A formula.")},
    {"role", QT_TRANSLATE_NOOP("session::MarkupHelp", "Makes a role for words of a special kind.")},
};

constexpr Purpose rolePurposes[] = {
    {"ref", QT_TRANSLATE_NOOP("session::MarkupHelp", "Leads to a labelled place of the site.")},
    {"doc", QT_TRANSLATE_NOOP("session::MarkupHelp", "Leads to another page of the site.")},
    {"download", QT_TRANSLATE_NOOP("session::MarkupHelp", "Offers a file for download.")},
    {"pep", QT_TRANSLATE_NOOP("session::MarkupHelp", "Leads to a PEP by its number.")},
    {"rfc", QT_TRANSLATE_NOOP("session::MarkupHelp", "Leads to an RFC by its number.")},
    {"code", QT_TRANSLATE_NOOP("session::MarkupHelp", "Code within a line.")},
    {"math", QT_TRANSLATE_NOOP("session::MarkupHelp", "A formula within a line.")},
    {"kbd", QT_TRANSLATE_NOOP("session::MarkupHelp", "Keys to be pressed.")},
    {"abbr", QT_TRANSLATE_NOOP("session::MarkupHelp", "An abbreviation, with what it stands for in brackets.")},
    {"sup", QT_TRANSLATE_NOOP("session::MarkupHelp", "Set higher than the line.")},
    {"sub", QT_TRANSLATE_NOOP("session::MarkupHelp", "Set lower than the line.")},
    {"menuselection", QT_TRANSLATE_NOOP("session::MarkupHelp", "A way through menus.")},
    {"guilabel", QT_TRANSLATE_NOOP("session::MarkupHelp", "A word that stands on a button.")},
};

constexpr Purpose optionPurposes[] = {
    {"alt", QT_TRANSLATE_NOOP("session::MarkupHelp", "What the picture shows, for those who cannot see it.")},
    {"width", QT_TRANSLATE_NOOP("session::MarkupHelp",
                                "How wide it is shown: a length such as 12em or 300px, or a part such as 50%.")},
    {"height", QT_TRANSLATE_NOOP("session::MarkupHelp", "How high it is shown: a length such as 200px.")},
    {"scale", QT_TRANSLATE_NOOP("session::MarkupHelp", "Its size in percent of the picture’s own.")},
    {"align", QT_TRANSLATE_NOOP("session::MarkupHelp",
                                "Where it stands: left, center or right; some take top, middle or bottom.")},
    {"target", QT_TRANSLATE_NOOP("session::MarkupHelp",
                                 "Where a click leads: an address, or the name of a target with an underscore.")},
    {"class", QT_TRANSLATE_NOOP("session::MarkupHelp", "Names for the site’s style sheet.")},
    {"name", QT_TRANSLATE_NOOP("session::MarkupHelp", "A name that links can lead to.")},
    {"figwidth", QT_TRANSLATE_NOOP("session::MarkupHelp", "How wide the figure with its caption is.")},
    {"figclass", QT_TRANSLATE_NOOP("session::MarkupHelp", "Names for the site’s style sheet, for the whole figure.")},
    {"caption", QT_TRANSLATE_NOOP("session::MarkupHelp", "A line above the code.")},
    {"linenos", QT_TRANSLATE_NOOP("session::MarkupHelp", "Numbers the lines.")},
    {"lineno-start", QT_TRANSLATE_NOOP("session::MarkupHelp", "The number of the first line.")},
    {"emphasize-lines", QT_TRANSLATE_NOOP("session::MarkupHelp", "The lines that stand out: 1,3-5.")},
    {"dedent", QT_TRANSLATE_NOOP("session::MarkupHelp", "How many blanks each line loses.")},
    {"force", QT_TRANSLATE_NOOP("session::MarkupHelp", "Colours the code even if it has mistakes.")},
    {"header-rows", QT_TRANSLATE_NOOP("session::MarkupHelp", "How many rows at the top are headings.")},
    {"stub-columns", QT_TRANSLATE_NOOP("session::MarkupHelp", "How many columns at the left are headings.")},
    {"widths", QT_TRANSLATE_NOOP("session::MarkupHelp", "The widths of the columns: numbers, auto or grid.")},
    {"header", QT_TRANSLATE_NOOP("session::MarkupHelp", "The row of headings, as values parted by commas.")},
    {"file", QT_TRANSLATE_NOOP("session::MarkupHelp", "The file with the table’s values.")},
    {"delim", QT_TRANSLATE_NOOP("session::MarkupHelp", "What parts the values.")},
    {"depth", QT_TRANSLATE_NOOP("session::MarkupHelp", "How many levels of headings are listed.")},
    {"local", QT_TRANSLATE_NOOP("session::MarkupHelp", "Lists only what is below this section.")},
    {"backlinks", QT_TRANSLATE_NOOP("session::MarkupHelp", "Where headings lead back to: entry, top or none.")},
    {"subtitle", QT_TRANSLATE_NOOP("session::MarkupHelp", "A second heading.")},
    {"language", QT_TRANSLATE_NOOP("session::MarkupHelp", "The language that the post is in, such as en.")},
    {"tags", QT_TRANSLATE_NOOP("session::MarkupHelp", "What the post is about, parted by commas.")},
    {"author", QT_TRANSLATE_NOOP("session::MarkupHelp", "Who wrote it, parted by commas.")},
    {"category", QT_TRANSLATE_NOOP("session::MarkupHelp", "Where it is filed on the site, parted by commas.")},
    {"location", QT_TRANSLATE_NOOP("session::MarkupHelp", "Where it comes from.")},
    {"redirect", QT_TRANSLATE_NOOP("session::MarkupHelp", "Former paths of the post, which lead here.")},
    {"title", QT_TRANSLATE_NOOP("session::MarkupHelp", "A title that is not the first heading.")},
    {"image", QT_TRANSLATE_NOOP("session::MarkupHelp", "Which of the post’s pictures stands for it in lists, from 1.")},
    {"excerpt", QT_TRANSLATE_NOOP("session::MarkupHelp", "How many paragraphs lists show of it.")},
    {"exclude", QT_TRANSLATE_NOOP("session::MarkupHelp", "Leaves these lines out of lists of posts.")},
    {"nocomments", QT_TRANSLATE_NOOP("session::MarkupHelp", "Takes no comments.")},
    {"external_link", QT_TRANSLATE_NOOP("session::MarkupHelp", "The address of the post on another site.")},
    {"list-style", QT_TRANSLATE_NOOP("session::MarkupHelp", "How the list is marked.")},
    {"date", QT_TRANSLATE_NOOP("session::MarkupHelp", "How dates are written in the list.")},
    {"format", QT_TRANSLATE_NOOP("session::MarkupHelp", "How an entry of the list is written.")},
    {"sort", QT_TRANSLATE_NOOP("session::MarkupHelp", "Sorts the list.")},
    {"expand", QT_TRANSLATE_NOOP("session::MarkupHelp", "Shows this sentence after each excerpt.")},
    {"maxdepth", QT_TRANSLATE_NOOP("session::MarkupHelp", "How many levels of pages are listed.")},
    {"hidden", QT_TRANSLATE_NOOP("session::MarkupHelp", "Lists the pages for the site’s navigation alone.")},
    {"url", QT_TRANSLATE_NOOP("session::MarkupHelp", "The address it is taken from.")},
    {"encoding", QT_TRANSLATE_NOOP("session::MarkupHelp", "How the file’s characters are written.")},
    {"start-line", QT_TRANSLATE_NOOP("session::MarkupHelp", "The first line that is taken, from 0.")},
    {"end-line", QT_TRANSLATE_NOOP("session::MarkupHelp", "The line before which it ends.")},
    {"lines", QT_TRANSLATE_NOOP("session::MarkupHelp", "The lines that are taken: 1,3-5.")},
    {"pyobject", QT_TRANSLATE_NOOP("session::MarkupHelp", "The Python class or function that is taken.")},
};

template <std::size_t count>
QString purposeOf(const Purpose (&purposes)[count], std::string_view name)
{
    for (const Purpose &purpose : purposes) {
        if (purpose.name == name)
            return HelpWords::tr(purpose.words);
    }
    return {};
}

QString helpText(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

} // namespace

QString directiveHelp(const rst::Engine &engine, std::string_view name)
{
    const rst::DirectiveSpec *spec = engine.directives().find(name);
    if (!spec)
        return {};
    QStringList lines{purposeOf(directivePurposes, name)};
    QString usage = u".. %1::"_s.arg(helpText(name));
    if (spec->requiredArguments + spec->optionalArguments > 0)
        usage += spec->requiredArguments > 0 ? HelpWords::tr(" argument") : HelpWords::tr(" [argument]");
    lines.append(usage);
    if (spec->hasContent)
        lines.append(HelpWords::tr("Its content is indented, below a blank line."));
    QStringList options;
    for (const rst::OptionSpec &option : spec->options)
        options.append(helpText(option.name));
    if (!options.isEmpty())
        lines.append(HelpWords::tr("Options: %1").arg(options.join(u", "_s)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString optionHelp(const rst::Engine &engine, std::string_view directive, std::string_view option)
{
    const rst::DirectiveSpec *spec = engine.directives().find(directive);
    if (!spec || std::ranges::none_of(spec->options, [option](const auto &known) { return known.name == option; }))
        return {};
    const QString usage = HelpWords::tr("An option of “%1”.").arg(helpText(directive));
    const QString purpose = purposeOf(optionPurposes, option);
    return purpose.isEmpty() ? usage : purpose + u'\n' + usage;
}

QString roleHelp(const rst::Engine &engine, std::string_view name)
{
    if (!engine.roles().find(std::string(name)))
        return {};
    const QString usage = HelpWords::tr(":%1:`text`").arg(helpText(name));
    const QString purpose = purposeOf(rolePurposes, name);
    return purpose.isEmpty() ? usage : purpose + u'\n' + usage;
}

} // namespace session
