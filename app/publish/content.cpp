// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/content.h"

#include "readers/address.h"
#include "rst/document/node_ref.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <format>

namespace publish {

namespace {

using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

/// Whether an element shows nothing of what it holds.
bool isHidden(NodeRef node)
{
    return node.isA(rst::Category::Invisible) || node.is(NodeKind::SystemMessage) || node.is(NodeKind::Raw) ||
           node.is(NodeKind::Meta);
}

/// Whether a sign stands where an element begins, in a text for mail; at its end there always is one.
bool beginsWithSign(NodeRef node)
{
    const std::string_view uri = node.attribute(AttributeName::Refuri);
    const std::string words = node.is(NodeKind::Reference) ? node.asText() : std::string();
    return !node.is(NodeKind::Reference) || uri == words || uri == "mailto:" + words;
}

bool hasSigns(NodeRef node)
{
    return node.is(NodeKind::Strong) || node.is(NodeKind::Emphasis) || node.is(NodeKind::TitleReference) ||
           node.is(NodeKind::FootnoteReference) || node.is(NodeKind::CitationReference) || node.is(NodeKind::Reference);
}

bool isWithin(NodeRef node, NodeRef element)
{
    while (node && node != element)
        node = node.parent();
    return bool(node);
}

std::vector<std::string> without(const std::vector<std::string> &from, const std::vector<std::string> &other)
{
    std::vector<std::string> left;
    std::ranges::set_difference(from, other, std::back_inserter(left));
    return left;
}

} // namespace

std::vector<std::string> wordsIn(std::string_view text)
{
    std::vector<std::string> words;
    rst::addWords(words, text);
    return words;
}

Content contentOf(const rst::Document &document, MarkupSigns signs)
{
    Content content;
    std::string text;          // a word can be parted by markup
    std::vector<NodeRef> open; // elements that end with a sign
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node;) {
        for (; !open.empty() && !isWithin(node, open.back()); open.pop_back())
            text += '\n';
        if (isHidden(node)) {
            node = node.followingPast(root);
            continue;
        }
        if (signs == MarkupSigns::InText && hasSigns(node)) {
            open.push_back(node);
            text += beginsWithSign(node) ? "\n" : "";
        }
        if (node.is(NodeKind::Text))
            text += node.text();
        else if (!node.isA(rst::Category::Inline))
            text += '\n';
        if (const std::string_view uri = node.attribute(AttributeName::Refuri);
            node.is(NodeKind::Reference) && (uri.contains("://") || uri.starts_with("mailto:")))
            // Sphinx hides the letters of an address of mail from harvesters behind percent signs.
            content.links.push_back(uri.starts_with("mailto:") ? readers::percentDecoded(uri) : std::string(uri));
        if (node.is(NodeKind::Image))
            content.pictures.emplace_back(node.attribute(AttributeName::Uri));
        node = node.following(root);
    }
    rst::addWords(content.words, text);
    std::ranges::sort(content.links);
    std::ranges::sort(content.pictures);
    return content;
}

std::vector<std::string> missingFrom(const Content &exported, const Content &source)
{
    std::vector<std::string> problems;
    auto at = exported.words.begin();
    for (const std::string &word : source.words) {
        const auto found = std::find(at, exported.words.end(), word);
        if (found == exported.words.end()) {
            problems.push_back(std::format("The word “{}” is missing, or stands elsewhere.", word));
            break; // what follows cannot be told from it
        }
        at = found + 1;
    }
    for (const std::string &link : without(source.links, exported.links))
        problems.push_back(std::format("The link to {} is missing.", link));
    for (const std::string &picture : without(source.pictures, exported.pictures))
        problems.push_back(std::format("The picture {} is missing.", picture));
    return problems;
}

} // namespace publish
