// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/proof.h"

#include "rst/text/unicode.h"

#include <algorithm>
#include <iterator>

namespace repair {

namespace {

using rst::AttributeName;
using rst::NodeKind;
using rst::NodeRef;

/// Words of `from` that `without` does not have, each as often.
std::vector<std::string> difference(const Words &from, const Words &without)
{
    std::vector<std::string> left;
    std::ranges::set_difference(from, without, std::back_inserter(left));
    return left;
}

Words sum(const Words &left, const Words &right)
{
    Words both = left;
    both.insert(both.end(), right.begin(), right.end());
    std::ranges::sort(both);
    return both;
}

bool isOwnAddress(NodeRef reference)
{
    const std::string_view uri = reference.attribute(AttributeName::Refuri);
    const std::string text = reference.asText();
    return uri == text || (uri.starts_with("mailto:") && uri.substr(7) == text);
}

} // namespace

Words wordsOf(std::string_view text)
{
    Words words;
    rst::addWords(words, text);
    std::ranges::sort(words);
    return words;
}

Words wordsOf(const rst::Document &document)
{
    Words words;
    std::string text;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (node.is(NodeKind::Text)) {
            // Marks parted the words before, and elements part them now.
            (text += '\n') += node.text();
            continue;
        }
        if (node.is(NodeKind::Reference) && !isOwnAddress(node)) {
            rst::addWords(words, node.attribute(AttributeName::Refuri));
        }
        if (node.is(NodeKind::Image)) {
            rst::addWords(words, node.attribute(AttributeName::Alt));
            rst::addWords(words, node.attribute(AttributeName::Uri));
        } else if (node.is(NodeKind::EnumeratedList)) {
            const std::int64_t first = node.number(AttributeName::Start, 1);
            for (std::size_t i = 0; i < node.childCount(); ++i)
                rst::addWords(words, std::to_string(first + std::int64_t(i)));
        }
    }
    rst::addWords(words, text);
    std::ranges::sort(words);
    return words;
}

Proof prove(const Words &before, const Words &after, const Words &announcedLoss, const Words &announcedGain)
{
    const Words left = sum(before, announcedGain), right = sum(after, announcedLoss);
    return {.wordsBefore = before.size(),
            .wordsAfter = after.size(),
            .lost = difference(left, right),
            .gained = difference(right, left)};
}

} // namespace repair
