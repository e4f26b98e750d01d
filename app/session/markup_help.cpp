// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/markup_help.h"

#include "rst/engine.h"

#include <QCoreApplication>
#include <QStringList>

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

QString roleHelp(const rst::Engine &engine, std::string_view name)
{
    if (!engine.roles().find(std::string(name)))
        return {};
    const QString usage = HelpWords::tr(":%1:`text`").arg(helpText(name));
    const QString purpose = purposeOf(rolePurposes, name);
    return purpose.isEmpty() ? usage : purpose + u'\n' + usage;
}

} // namespace session
