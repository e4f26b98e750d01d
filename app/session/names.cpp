// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/names.h"

#include "session/name_scan.h"
#include "session/post_problems.h"
#include "session/quick_fixes.h"
#include "session/text_lines.h"

#include "session/blog.h"

#include "rst/document/node_ref.h"
#include "rst/engine.h"
#include "rst/text/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace session {

namespace {

struct NameWords {
    Q_DECLARE_TR_FUNCTIONS(session::Names)
};

bool isLiteral(rst::NodeRef node)
{
    using enum rst::NodeKind;
    switch (node.kind()) {
    case Literal:
    case LiteralBlock:
    case DoctestBlock:
    case Math:
    case MathBlock:
    case Comment:
    case Raw: return true;
    default: return false;
    }
}

bool isReference(rst::NodeRef node)
{
    using enum rst::NodeKind;
    return node.is(Reference) || node.is(FootnoteReference) || node.is(CitationReference) || node.is(Problematic);
}

/// What the tree says of the places of a text: where it is literal, and where references begin.
struct TreePlaces {
    std::vector<TextRange> literals;
    std::vector<int> references;

    explicit TreePlaces(const Rendering &rendering)
    {
        const TextPositions positions(rendering.source);
        const rst::NodeRef root = rendering.document[rst::Document::root()];
        for (rst::NodeRef node = root; node; node = node.following(root)) {
            if (node.span().isEmpty() || (!isLiteral(node) && !isReference(node)))
                continue;
            const TextRange range = textRange(rendering.document, node.span(), positions);
            if (isLiteral(node))
                literals.push_back(range);
            else
                references.push_back(range.begin);
        }
        std::ranges::sort(literals, {}, &TextRange::begin);
        std::ranges::sort(references);
    }

    [[nodiscard]] bool isLiteralAt(int position) const
    {
        const auto after = std::ranges::upper_bound(literals, position, {}, &TextRange::begin);
        return after != literals.begin() && position < std::prev(after)->end;
    }
    /// A reference that the tree has as one. Substitutions are replaced in it, roles have nodes of their own, and what
    /// stands in the markup of a target or an option has none.
    [[nodiscard]] bool confirms(const NamePlace &place, const QString &text) const
    {
        if (place.isDefinition || place.kind == NameKind::Substitution || text[place.markup.begin] == u':' ||
            std::ranges::binary_search(references, place.markup.begin))
            return true;
        const TextRange line = lineAt(text, place.markup.begin);
        const QStringView begin = QStringView(text).sliced(line.begin, place.markup.begin - line.begin).trimmed();
        return begin.startsWith(u".. _") || begin == u":target:";
    }
};

QString textOfSource(const Rendering &rendering)
{
    return QString::fromStdString(rendering.source);
}

const NamePlace *placeAt(const std::vector<NamePlace> &places, int position)
{
    const NamePlace *found = nullptr; // the narrowest
    for (const NamePlace &place : places) {
        const bool isIn = place.markup.begin <= position && position <= place.markup.end;
        const bool isOnLabel = place.label.begin <= position && position <= place.label.end;
        if (isIn && (!found || isOnLabel))
            found = &place;
    }
    return found;
}

rst::NodeRef nodeWithId(const rst::Document &document, std::string_view id)
{
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (node.hasItem(rst::AttributeName::Ids, id))
            return node;
    }
    return {};
}

/// The innermost reference around a position.
rst::NodeRef referenceAt(const Rendering &rendering, int position)
{
    const TextPositions positions(rendering.source);
    const rst::NodeRef root = rendering.document[rst::Document::root()];
    rst::NodeRef found;
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        if (node.span().isEmpty() || !(node.is(rst::NodeKind::Reference) || node.is(rst::NodeKind::FootnoteReference)))
            continue;
        const TextRange range = textRange(rendering.document, node.span(), positions);
        if (range.begin <= position && position <= range.end)
            found = node;
    }
    return found;
}

std::optional<TextRange> headingNamed(const Rendering &rendering, const QString &name)
{
    for (const OutlineEntry &entry : rendering.outline) {
        if (QString::fromStdString(rst::fullyNormalizeName(entry.title.toStdString())) == name)
            return entry.range;
    }
    return std::nullopt;
}

/// How a place reads with another name.
TextChange renamedPlace(const NamePlace &place, const QString &text, const QString &name)
{
    const bool isWord = place.kind == NameKind::Target && !place.isDefinition && text[place.markup.begin] != u'`' &&
                        text[place.markup.begin] != u':';
    if (isWord && !isBareName(name))
        return {place.markup, u'`' + name + u"`_"_s};
    const bool isBare = place.isDefinition && text[place.markup.begin] == u'.' && place.kind == NameKind::Target &&
                        text[place.label.begin - 1] != u'`';
    if (isBare && name.contains(u':'))
        return {place.label, u'`' + name + u'`'};
    return {place.label, name};
}

/// The shape of a tree, and how much is wrong with it: what another name does not change.
std::pair<std::vector<rst::NodeKind>, std::size_t> shapeOf(const QString &text, const RenderRequest &request,
                                                           const rst::Engine &engine)
{
    rst::Settings settings;
    const rst::Publication publication = publishRequest(request, text.toStdString(), settings, engine);
    std::vector<rst::NodeKind> shape;
    const rst::NodeRef root = publication.document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root))
        shape.push_back(node.kind());
    return {std::move(shape), publication.diagnostics.size()};
}

} // namespace

std::vector<NamePlace> namePlaces(const Rendering &rendering)
{
    const QString text = textOfSource(rendering);
    const TreePlaces tree(rendering);
    std::vector<NamePlace> places = scannedNames(text);
    std::erase_if(places, [&](const NamePlace &place) {
        return tree.isLiteralAt(place.label.begin) || !tree.confirms(place, text);
    });
    return places;
}

std::optional<LinkEnd> linkEndAt(const Rendering &rendering, int position)
{
    const std::vector<NamePlace> places = namePlaces(rendering);
    const NamePlace *here = placeAt(places, position);
    if (here && !here->isDefinition) {
        const auto definition = std::ranges::find_if(places, [here](const NamePlace &place) {
            return place.isDefinition && place.kind == here->kind && place.name == here->name;
        });
        if (definition != places.end())
            return LinkEnd{.place = definition->label};
        if (const auto heading = headingNamed(rendering, here->name))
            return LinkEnd{.place = *heading};
    }
    const rst::NodeRef reference = referenceAt(rendering, position);
    if (!reference)
        return std::nullopt;
    if (const std::string_view address = reference.attribute(rst::AttributeName::Refuri); !address.empty())
        return LinkEnd{.address = QString::fromUtf8(address.data(), qsizetype(address.size()))};
    const rst::NodeRef end = nodeWithId(rendering.document, reference.attribute(rst::AttributeName::Refid));
    if (!end || end.span().isEmpty())
        return std::nullopt;
    const TextRange range = textRange(rendering.document, end.span(), TextPositions(rendering.source));
    return LinkEnd{.place = {range.begin, range.begin}};
}

std::optional<NamedThing> namedThingAt(const Rendering &rendering, int position)
{
    const std::vector<NamePlace> places = namePlaces(rendering);
    const NamePlace *here = placeAt(places, position);
    if (!here)
        return std::nullopt;
    NamedThing thing{.name = textOf(textOfSource(rendering), here->label), .kind = here->kind};
    for (const NamePlace &place : places) {
        if (place.kind == here->kind && place.name == here->name)
            thing.places.push_back(place);
    }
    return thing;
}

std::expected<std::vector<TextChange>, QString> renamed(const Rendering &rendering, const NamedThing &thing,
                                                        const QString &name, const RenderRequest &request,
                                                        const rst::Engine &engine)
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty() || wanted.contains(u'`') || wanted.contains(u'|') || wanted.contains(u'<'))
        return std::unexpected(NameWords::tr("A name needs letters, and has no backquotes, bars or angle brackets."));
    if (thing.kind == NameKind::Note && !isBareName(wanted))
        return std::unexpected(
            NameWords::tr("A footnote’s label is one word of letters and digits, with hyphens or dots among them."));
    if (std::ranges::none_of(thing.places, &NamePlace::isDefinition))
        return std::unexpected(
            headingNamed(rendering, thing.places.front().name)
                ? NameWords::tr("This is the name of a heading: it changes with the heading’s words.")
                : NameWords::tr("Nothing in this post has the name “%1”.").arg(thing.name));
    const QString normal = QString::fromStdString(rst::fullyNormalizeName(wanted.toStdString()));
    const std::vector<NamePlace> places = namePlaces(rendering);
    const bool isTaken = std::ranges::any_of(places, [&](const NamePlace &place) {
        return place.isDefinition && place.kind == thing.kind && place.name == normal;
    });
    if (normal != thing.places.front().name && (isTaken || headingNamed(rendering, normal)))
        return std::unexpected(NameWords::tr("“%1” is the name of something else in this post.").arg(wanted));

    const QString text = textOfSource(rendering);
    std::vector<TextChange> changes;
    for (const NamePlace &place : thing.places)
        changes.push_back(renamedPlace(place, text, wanted));
    if (shapeOf(text, request, engine) != shapeOf(changedText(text, changes), request, engine))
        return std::unexpected(NameWords::tr("With the name “%1” the post would read another way.").arg(wanted));
    return changes;
}

} // namespace session
