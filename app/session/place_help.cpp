// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/place_help.h"

#include "session/directive_lines.h"
#include "session/markup_help.h"
#include "session/names.h"
#include "session/text_lines.h"

#include "rst/document/node_ref.h"
#include "rst/engine.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace session {

namespace {

constexpr qsizetype longestQuote = 300;

struct PlaceWords {
    Q_DECLARE_TR_FUNCTIONS(session::PlaceHelp)
};

/// The file that an image directive names, if it is in the blog.
QString pictureOf(const QString &name, const CompletionSources &sources)
{
    return name.isEmpty() || name.contains(u"://"_s) ? QString() : pathInBlog(name, sources);
}

PlaceHelp directivePlace(const TextLine &line, qsizetype column, const CompletionSources &sources)
{
    const QString name = directiveOf(line);
    const auto end = line.text.indexOf(u"::"_s, line.indent() + 3) + 2;
    if (name.isEmpty() || column < line.indent())
        return {};
    const bool isPicture = name == "image"_L1 || name == "figure"_L1;
    const QString picture = isPicture ? pictureOf(line.text.sliced(end).trimmed(), sources) : QString();
    if (column <= end)
        return {directiveHelp(*sources.engine, name.toStdString()), picture};
    return {picture.isEmpty() ? QString() : QFileInfo(picture).fileName(), picture};
}

PlaceHelp optionPlace(const QString &text, const TextLine &line, qsizetype column, const CompletionSources &sources)
{
    const qsizetype indent = line.indent();
    if (indent == 0 || indent >= line.text.size() || line.text[indent] != u':')
        return {};
    const auto close = line.text.indexOf(u':', indent + 1);
    if (close < 0 || column < indent || column > close)
        return {};
    const QString directive = directiveAbove(text, line);
    const QString option = line.text.sliced(indent + 1, close - indent - 1);
    return {optionHelp(*sources.engine, directive.toStdString(), option.toStdString()), {}};
}

/// `:name:` before a backquote.
PlaceHelp rolePlace(const TextLine &line, qsizetype column, const CompletionSources &sources)
{
    const QString &text = line.text;
    for (auto end = text.indexOf(u":`"_s); end >= 0; end = text.indexOf(u":`"_s, end + 1)) {
        qsizetype begin = end;
        while (begin > 0 && isNameCharacter(text[begin - 1]))
            --begin;
        if (begin > 0 && text[begin - 1] == u':' && begin - 1 <= column && column <= end)
            return {roleHelp(*sources.engine, text.sliced(begin, end - begin).toStdString()), {}};
    }
    return {};
}

QString quoted(const std::string &text)
{
    const QString line = QString::fromStdString(text).simplified();
    return line.size() > longestQuote ? line.left(longestQuote) + u'…' : line;
}

/// What has a name, or an id, in the tree.
QString meaningOf(const Rendering &rendering, const NamedThing &thing)
{
    const std::string name = thing.places.front().name.toStdString();
    const rst::NodeRef root = rendering.document[rst::Document::root()];
    QString meaning;
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (!node.hasItem(rst::AttributeName::Names, name))
            continue;
        const bool isNote = node.is(rst::NodeKind::Footnote) || node.is(rst::NodeKind::Citation);
        const bool isSubstitution = node.is(rst::NodeKind::SubstitutionDefinition);
        if (isNote != (thing.kind == NameKind::Note) || isSubstitution != (thing.kind == NameKind::Substitution))
            continue;
        if (const std::string_view address = node.attribute(rst::AttributeName::Refuri); !address.empty())
            return PlaceWords::tr("Leads to %1").arg(quoted(std::string(address)));
        if (node.is(rst::NodeKind::Section))
            return PlaceWords::tr("Leads to the heading “%1”.").arg(quoted(node.firstChild().asText()));
        meaning = quoted(isNote && node.firstChild() ? node.lastChild().asText() : node.asText());
    }
    return meaning;
}

PlaceHelp namePlace(int position, const Rendering &rendering)
{
    if (const auto thing = namedThingAt(rendering, position)) {
        if (const QString meaning = meaningOf(rendering, *thing); !meaning.isEmpty())
            return {meaning, {}};
    }
    const auto end = linkEndAt(rendering, position);
    if (!end)
        return {};
    if (!end->address.isEmpty())
        return {PlaceWords::tr("Leads to %1").arg(end->address.left(longestQuote)), {}};
    const QString text = QString::fromStdString(rendering.source);
    return {textOf(text, lineAt(text, end->place.begin)).trimmed().left(longestQuote), {}};
}

} // namespace

PlaceHelp placeHelp(const QString &text, int position, const CompletionSources &sources)
{
    const TextLine line = textLineAt(text, position);
    const qsizetype column = position - line.begin;
    PlaceHelp help = directivePlace(line, column, sources);
    if (help.text.isEmpty())
        help = optionPlace(text, line, column, sources);
    if (help.text.isEmpty())
        help = rolePlace(line, column, sources);
    if (help.text.isEmpty() && sources.rendering)
        help = namePlace(position, *sources.rendering);
    return help;
}

} // namespace session
