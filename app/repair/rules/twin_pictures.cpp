// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/twin_pictures.h"

#include "repair/word_alignment.h"
#include "repair/word_map.h"

#include <algorithm>

namespace repair {

namespace {

using rst::AttributeName;
using rst::NodeId;
using rst::NodeKind;
using rst::NodeRef;

struct PlacedPicture {
    NodeRef node = {};
    std::string_view uri = {};
    std::size_t wordsBefore = 0;
    bool isPaired = false;
};

std::vector<PlacedPicture> picturesIn(const rst::Document &document)
{
    std::vector<PlacedPicture> pictures;
    std::size_t words = 0;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Text))
            words += wordRanges(node.text()).size();
        else if (node.is(NodeKind::Image))
            pictures.push_back({node, node.attribute(AttributeName::Uri), words});
    }
    return pictures;
}

bool isOfTheWeb(std::string_view uri)
{
    return uri.starts_with("https://") || uri.starts_with("http://");
}

void describe(rst::Document &document, NodeId picture, NodeRef twin, const RuleContext &context)
{
    const std::string_view alt = twin.attribute(AttributeName::Alt);
    if (alt.empty() || !document[picture].attribute(AttributeName::Alt).empty() || !context.may(RuleId::TwinPictures))
        return;
    document.setAttribute(picture, AttributeName::Alt, document.store(alt));
    context.ledger.gain(alt);
    context.did(RuleId::TwinPictures);
}

/// The block of the body or of a section that the word stands in.
NodeId blockOfWord(const rst::Document &document, std::size_t word)
{
    std::size_t words = 0;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(NodeKind::Text))
            continue;
        words += wordRanges(node.text()).size();
        if (words <= word)
            continue;
        NodeRef block = node;
        while (block.parent() && block.parent() != root && !block.parent().is(NodeKind::Section))
            block = block.parent();
        return block.id();
    }
    return NodeId::None;
}

/// The last word of ours whose twin stands before the twin's word number `theirs`.
std::size_t lastWordBefore(const std::vector<std::size_t> &places, std::size_t theirs)
{
    std::size_t found = unaligned;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] != unaligned && places[i] < theirs)
            found = i;
    }
    return found;
}

void insertPicture(rst::Document &document, const PlacedPicture &picture, const std::vector<std::size_t> &places,
                   const RuleContext &context)
{
    const NodeId image = document.create(NodeKind::Image);
    const std::string_view alt = picture.node.attribute(AttributeName::Alt);
    if (!alt.empty())
        document.setAttribute(image, AttributeName::Alt, document.store(alt));
    document.setAttribute(image, AttributeName::Uri, document.store(picture.uri));
    const std::size_t word = lastWordBefore(places, picture.wordsBefore);
    const NodeId block = word == unaligned ? NodeId::None : blockOfWord(document, word);
    const NodeRef first = document[rst::Document::root()].firstChild();
    if (block != NodeId::None)
        document.insertAfter(block, image);
    else if (first)
        document.insertBefore(first.id(), image);
    else
        document.append(rst::Document::root(), image);
    context.ledger.gain(alt);
    context.ledger.gain(picture.uri);
    context.did(RuleId::TwinPictures);
}

/// The first picture of ours that is nobody's and stands about where the twin's word number `theirs` is.
PlacedPicture *nearBy(std::vector<PlacedPicture> &ours, const std::vector<std::size_t> &places, std::size_t theirs)
{
    constexpr std::size_t near = 40; // words
    const std::size_t last = lastWordBefore(places, theirs);
    const std::size_t place = last == unaligned ? 0 : last + 1;
    const auto found = std::ranges::find_if(ours, [&](const PlacedPicture &one) {
        return !one.isPaired && one.wordsBefore + near >= place && one.wordsBefore <= place + near;
    });
    return found == ours.end() ? nullptr : &*found;
}

} // namespace

std::vector<std::string> takeTwinPictures(rst::Document &document, const rst::Document &twin,
                                          const std::vector<std::size_t> &places, const RuleContext &context)
{
    std::vector<PlacedPicture> ours = picturesIn(document), theirs = picturesIn(twin);
    const auto pair = [&](PlacedPicture &own, PlacedPicture &other) {
        own.isPaired = other.isPaired = true;
        describe(document, own.node.id(), other.node, context);
    };
    for (PlacedPicture &other : theirs) {
        const auto same =
            std::ranges::find_if(ours, [&](const PlacedPicture &own) { return !own.isPaired && own.uri == other.uri; });
        if (same != ours.end())
            pair(*same, other);
    }
    // The twin's other pictures may be copies with names of their own.
    for (PlacedPicture &other : theirs) {
        PlacedPicture *const own = other.isPaired ? nullptr : nearBy(ours, places, other.wordsBefore);
        if (own != nullptr)
            pair(*own, other);
    }
    std::vector<std::string> missing;
    // Backwards, so that several behind one block keep their order.
    for (auto other = theirs.rbegin(); other != theirs.rend(); ++other) {
        if (other->isPaired || other->uri.empty())
            continue;
        if (!isOfTheWeb(other->uri))
            missing.emplace(missing.begin(), other->uri);
        else if (context.may(RuleId::TwinPictures))
            insertPicture(document, *other, places, context);
    }
    return missing;
}

} // namespace repair
