// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/completion.h"

#include "session/blog.h"
#include "session/directive_lines.h"
#include "session/markup_help.h"
#include "session/post_session.h"
#include "session/site_completion.h"

#include "post/sphinx_settings.h"
#include "rst/document/node_ref.h"
#include "rst/engine.h"
#include "rst/sphinx/highlight.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct CompletionWords {
    Q_DECLARE_TR_FUNCTIONS(session::Completion)
};

constexpr std::size_t mostProposals = 200;

CompletionContext contextOf(CompletionKind kind, const TextLine &line, qsizetype column, qsizetype begin)
{
    return {.kind = kind,
            .range = {line.begin + int(begin), line.begin + int(column)},
            .typed = line.text.sliced(begin, column - begin)};
}

/// `.. name`, and what stands behind `.. name::`.
CompletionContext explicitContext(const TextLine &line, qsizetype column)
{
    const qsizetype begin = line.indent() + 3;
    if (column < begin || !QStringView(line.text).sliced(line.indent()).startsWith(u".. "))
        return {};
    const QStringView typed = QStringView(line.text).sliced(begin, column - begin);
    if (isName(typed) && !line.text.contains(u"::"_s))
        return contextOf(CompletionKind::Directive, line, column, begin);
    const QString directive = directiveOf(line);
    qsizetype argument = line.text.indexOf(u"::"_s, begin) + 2;
    while (argument < column && line.text[argument] == u' ')
        ++argument;
    if (directive.isEmpty() || argument > column)
        return {};
    if (directive == "code-block"_L1 || directive == "code"_L1 || directive == "sourcecode"_L1 ||
        directive == "highlight"_L1)
        return contextOf(CompletionKind::Language, line, column, argument);
    if (directive == "image"_L1 || directive == "figure"_L1)
        return contextOf(CompletionKind::Picture, line, column, argument);
    return {};
}

/// Which labels an option of `post` holds.
CompletionKind labelKind(const QString &option)
{
    if (option == "tags"_L1)
        return CompletionKind::Tag;
    if (option == "author"_L1)
        return CompletionKind::Author;
    if (option == "location"_L1)
        return CompletionKind::Location;
    return option == "category"_L1 ? CompletionKind::Category : CompletionKind::None;
}

/// `:name` of an option, and what stands behind `:tags:`, `:author:` and their like.
CompletionContext optionContext(const QString &text, const TextLine &line, qsizetype column)
{
    const qsizetype indent = line.indent();
    if (indent == 0 || column <= indent || line.text[indent] != u':')
        return {};
    const QString directive = directiveAbove(text, line);
    if (directive.isEmpty())
        return {};
    const auto close = line.text.indexOf(u':', indent + 1);
    if (close < 0 || close >= column) {
        CompletionContext found = contextOf(CompletionKind::Option, line, column, indent + 1);
        found.directive = directive;
        return isName(found.typed) ? found : CompletionContext{};
    }
    const QString option = line.text.sliced(indent + 1, close - indent - 1);
    const CompletionKind kind = directive == "post"_L1 ? labelKind(option) : CompletionKind::None;
    if (kind == CompletionKind::None)
        return {};
    qsizetype begin = std::max(close, column > 0 ? line.text.lastIndexOf(u',', column - 1) : -1) + 1;
    while (begin < column && line.text[begin] == u' ')
        ++begin;
    return contextOf(kind, line, column, begin);
}

/// The text of a role that leads to documents or labels: `:doc:`name`, `:ref:`text <name>`.
CompletionContext roleContext(const TextLine &line, qsizetype column, qsizetype quote)
{
    const QStringView before = QStringView(line.text).first(column);
    if (quote < 2 || before.count(u'`') % 2 == 0 || before[quote - 1] != u':')
        return {};
    const auto colon = before.lastIndexOf(u':', quote - 2);
    if (colon < 0)
        return {};
    const QStringView role = before.sliced(colon + 1, quote - 2 - colon);
    const CompletionKind kind = role == "doc"_L1                          ? CompletionKind::Document
                                : role == "ref"_L1 || role == "numref"_L1 ? CompletionKind::Label
                                : role == "any"_L1                        ? CompletionKind::Anything
                                                                          : CompletionKind::None;
    if (kind == CompletionKind::None)
        return {};
    const auto bracket = before.lastIndexOf(u'<');
    const bool isBehindText = bracket > quote;
    CompletionContext found = contextOf(kind, line, column, (isBehindText ? bracket : quote) + 1);
    const QStringView behind = QStringView(line.text).sliced(column);
    const QString ending = isBehindText ? u">`"_s : u"`"_s;
    found.closing = behind.startsWith(ending) ? QString() : behind.startsWith(u'`') && isBehindText ? u">"_s : ending;
    return found;
}

/// Markup within a line that is begun and not ended before the cursor.
CompletionContext inlineContext(const TextLine &line, qsizetype column)
{
    const QStringView before = QStringView(line.text).first(column);
    qsizetype begin = column;
    while (begin > 0 && isNameCharacter(before[begin - 1]))
        --begin;
    const auto startsWord = [&before](qsizetype at) {
        return at == 0 || before[at - 1].isSpace() || QStringView(u"([{<\"'-/").contains(before[at - 1]);
    };
    if (before.count(u"``") % 2 == 1)
        return {};
    const auto quote = before.lastIndexOf(u'`');
    if (const CompletionContext found = roleContext(line, column, quote); found.kind != CompletionKind::None)
        return found;
    if (quote >= 0 && before.count(u'`') % 2 == 1) {
        if (startsWord(quote) && !before.sliced(quote).contains(u'<'))
            return contextOf(CompletionKind::Target, line, column, quote + 1);
        return {};
    }
    if (begin > 0 && before[begin - 1] == u':' && startsWord(begin - 1))
        return contextOf(CompletionKind::Role, line, column, begin);
    const qsizetype label = begin > 0 && before[begin - 1] == u'#' ? begin - 1 : begin;
    if (label > 0 && before[label - 1] == u'[' && startsWord(label - 1))
        return contextOf(CompletionKind::Footnote, line, column, label);
    const auto bar = before.lastIndexOf(u'|');
    if (bar >= 0 && startsWord(bar) && before.count(u'|') % 2 == 1 && !before.sliced(bar).startsWith(u"| "))
        return contextOf(CompletionKind::Substitution, line, column, bar + 1);
    return {};
}

/// Collects what begins with what is typed, and then what holds it.
class Proposals
{
public:
    explicit Proposals(const CompletionContext &context) : m_typed(context.typed) {}

    void add(const QString &name, const QString &insertion, const QString &help = {})
    {
        if (name.isEmpty() || name == m_typed)
            return;
        if (name.startsWith(m_typed, Qt::CaseInsensitive))
            m_first.push_back({name, insertion, help});
        else if (m_typed.size() > 1 && name.contains(m_typed, Qt::CaseInsensitive))
            m_second.push_back({name, insertion, help});
    }

    [[nodiscard]] std::vector<Proposal> take()
    {
        m_first.insert(m_first.end(), m_second.begin(), m_second.end());
        m_first.resize(std::min(m_first.size(), mostProposals));
        return std::move(m_first);
    }

private:
    QString m_typed;
    std::vector<Proposal> m_first, m_second;
};

QString qstring(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

void addDirectives(Proposals &proposals, const rst::Engine &engine)
{
    for (const std::string_view name : engine.directives().names())
        proposals.add(qstring(name), qstring(name) + u":: "_s, directiveHelp(engine, name));
}

void addOptions(Proposals &proposals, const rst::Engine &engine, const QString &directive)
{
    const rst::DirectiveSpec *spec = engine.directives().find(directive.toStdString());
    if (!spec)
        return;
    for (const rst::OptionSpec &option : spec->options)
        proposals.add(qstring(option.name), qstring(option.name) + u": "_s,
                      optionHelp(engine, spec->name, option.name));
}

/// Names of the document's elements: those that links can lead to, footnotes and citations, or substitutions.
void addNames(Proposals &proposals, CompletionKind kind, const rst::Document &document)
{
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        const bool isNote = node.is(rst::NodeKind::Footnote) || node.is(rst::NodeKind::Citation);
        const bool isSubstitution = node.is(rst::NodeKind::SubstitutionDefinition);
        if (isNote != (kind == CompletionKind::Footnote) || isSubstitution != (kind == CompletionKind::Substitution))
            continue;
        const QString help = node.is(rst::NodeKind::Target)
                                 ? qstring(node.attribute(rst::AttributeName::Refuri))
                                 : QString::fromStdString(node.asText()).simplified().left(120);
        for (const std::string_view item : node.items(rst::AttributeName::Names)) {
            const QString name = qstring(item);
            if (kind == CompletionKind::Target)
                proposals.add(name, name + u"`_"_s, help);
            else if (kind == CompletionKind::Substitution)
                proposals.add(name, name + u'|', help);
            else
                for (const QString &label : {name, u'#' + name})
                    proposals.add(label, label + u"]_"_s, help);
        }
    }
}

/// Pictures in the folder that is typed, and its folders. A path that begins with "/" begins at the blog's folder.
void addPictures(Proposals &proposals, const CompletionContext &context, const CompletionSources &sources)
{
    const QString folder = context.typed.left(context.typed.lastIndexOf(u'/') + 1);
    const QString canonical = pathInBlog(folder, sources);
    if (canonical.isEmpty())
        return;
    const QFileInfoList entries =
        QDir(canonical).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::DirsLast);
    static const QStringList endings = {u"png"_s, u"jpg"_s, u"jpeg"_s, u"gif"_s, u"svg"_s, u"webp"_s, u"avif"_s};
    for (const QFileInfo &entry : entries) {
        const QString name = folder + entry.fileName();
        if (entry.isDir())
            proposals.add(name + u'/', name + u'/');
        else if (endings.contains(entry.suffix().toLower()))
            proposals.add(name, name);
    }
}

const std::vector<KnownLabel> &labelsOf(const KnownLabels &labels, CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Tag: return labels.tags;
    case CompletionKind::Author: return labels.authors;
    case CompletionKind::Location: return labels.locations;
    default: return labels.categories;
    }
}

QString usage(int posts)
{
    if (posts == 0)
        return {};
    return posts == 1 ? CompletionWords::tr("In one post of the archive.")
                      : CompletionWords::tr("In %1 posts of the archive.").arg(posts);
}

void addLabels(Proposals &proposals, const std::vector<KnownLabel> &labels)
{
    for (const KnownLabel &known : labels)
        proposals.add(known.label, known.label, usage(known.posts));
}

} // namespace

CompletionSources completionSources(const PostSession &session)
{
    const QString &path = session.path();
    return {.rendering = session.rendering().get(),
            .engine = session.engine().get(),
            .site = session.site(),
            .docname = post::docnameOf(session.blog(), std::filesystem::path(path.toStdString())),
            .postFolder = path.isEmpty() ? QString() : QFileInfo(path).absolutePath(),
            .rootFolder = sourceFolder(path, session.blog())};
}

QString pathInBlog(const QString &name, const CompletionSources &sources)
{
    if (sources.rootFolder.isEmpty())
        return {};
    const QString base = name.startsWith(u'/') ? sources.rootFolder : sources.postFolder;
    const QString canonical = QFileInfo(base + u'/' + name).canonicalFilePath();
    const bool isInside = canonical == sources.rootFolder || canonical.startsWith(sources.rootFolder + u'/');
    return isInside ? canonical : QString();
}

CompletionContext completionContext(const QString &text, int position)
{
    const TextLine line = textLineAt(text, position);
    const qsizetype column = position - line.begin;
    if (const CompletionContext found = explicitContext(line, column); found.kind != CompletionKind::None)
        return found;
    if (const CompletionContext found = optionContext(text, line, column); found.kind != CompletionKind::None)
        return found;
    return inlineContext(line, column);
}

std::vector<Proposal> proposalsFor(const CompletionContext &context, const CompletionSources &sources)
{
    Proposals proposals(context);
    switch (context.kind) {
    case CompletionKind::None: break;
    case CompletionKind::Directive: addDirectives(proposals, *sources.engine); break;
    case CompletionKind::Option: addOptions(proposals, *sources.engine, context.directive); break;
    case CompletionKind::Role:
        for (const std::string &name : sources.engine->roles().names())
            proposals.add(qstring(name), qstring(name) + u":`"_s, roleHelp(*sources.engine, name));
        break;
    case CompletionKind::Target:
    case CompletionKind::Footnote:
    case CompletionKind::Substitution:
        if (sources.rendering)
            addNames(proposals, context.kind, sources.rendering->document);
        break;
    case CompletionKind::Document:
    case CompletionKind::Label:
    case CompletionKind::Anything: return siteProposals(context, sources, mostProposals);
    case CompletionKind::Language:
        for (const std::string_view language : rst::knownLexers())
            proposals.add(qstring(language), qstring(language));
        break;
    case CompletionKind::Picture: addPictures(proposals, context, sources); break;
    case CompletionKind::Tag:
    case CompletionKind::Author:
    case CompletionKind::Location:
    case CompletionKind::Category:
        if (sources.labels)
            addLabels(proposals, labelsOf(*sources.labels, context.kind));
        break;
    }
    return proposals.take();
}

} // namespace session
