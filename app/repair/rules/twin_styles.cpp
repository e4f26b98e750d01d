// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/rules/twin_styles.h"

#include "readers/html_reader.h"
#include "readers/markdown_reader.h"
#include "repair/rules/twin_pictures.h"
#include "repair/word_alignment.h"
#include "repair/word_map.h"

#include <algorithm>
#include <array>

namespace repair {

namespace {

using rst::NodeId;
using rst::NodeKind;
using rst::NodeRef;

/// A run of letters and digits in a Text node.
struct StyledWord {
    std::string_view text = {};
    NodeId node = NodeId::None;
    std::size_t begin = 0; // in the node's text
    NodeKind style = NodeKind::Text;
    bool isFixed = false; // in a title, a link or code, where there is no style
};

/// Bold around whole pages is a word processor's.
constexpr std::size_t longestStyle = 50;
constexpr std::size_t mostConflicts = 100;

std::vector<StyledWord> styledWords(const rst::Document &document)
{
    std::vector<StyledWord> words;
    const NodeRef root = document[rst::Document::root()];
    for (NodeRef node = root; node; node = node.following(root)) {
        if (!node.is(NodeKind::Text))
            continue;
        NodeKind style = NodeKind::Text;
        bool isFixed = false;
        for (NodeRef around = node.parent(); around && around != root; around = around.parent()) {
            if (around.is(NodeKind::Strong) || (around.is(NodeKind::Emphasis) && style == NodeKind::Text))
                style = around.kind();
            isFixed = isFixed || around.is(NodeKind::Title) || around.is(NodeKind::Reference) ||
                      around.is(NodeKind::Literal) || around.is(NodeKind::LiteralBlock) ||
                      around.is(NodeKind::Placeholder) || around.is(NodeKind::Superscript) ||
                      around.is(NodeKind::Subscript);
        }
        const std::string_view text = node.text();
        for (const post::ByteRange &word : wordRanges(text))
            words.push_back({word.of(text), node.id(), word.begin, style, isFixed});
    }
    return words;
}

/// Takes styles back that run too far to be somebody's emphasis.
void dropLongStyles(std::vector<StyledWord> &words)
{
    for (std::size_t begin = 0; begin < words.size();) {
        std::size_t end = begin + 1;
        while (end < words.size() && words[end].style == words[begin].style)
            ++end;
        if (end - begin >= longestStyle) {
            for (std::size_t i = begin; i < end; ++i)
                words[i].style = NodeKind::Text;
        }
        begin = end;
    }
}

std::vector<std::string_view> textsOf(const std::vector<StyledWord> &words)
{
    std::vector<std::string_view> texts;
    texts.reserve(words.size());
    for (const StyledWord &word : words)
        texts.push_back(word.text);
    return texts;
}

std::string excerpt(const std::vector<StyledWord> &words, std::size_t begin, std::size_t end)
{
    constexpr std::size_t around = 3;
    std::string text;
    for (std::size_t i = begin > around ? begin - around : 0; i < std::min(end + around, words.size()); ++i)
        (text += text.empty() ? "" : " ") += words[i].text;
    return text;
}

/// The line of `source` that has the word, looked for from `from` on, which moves on.
std::string lineWith(std::string_view source, std::string_view word, std::size_t &from)
{
    const std::size_t at = source.find(word, from);
    if (at == source.npos)
        return {};
    from = at;
    const std::size_t begin = at == 0 ? 0 : source.rfind('\n', at) + 1;
    return std::string(source.substr(begin, std::min(source.find('\n', at), source.size()) - begin));
}

std::vector<TwinConflict> conflictsOf(const std::vector<StyledWord> &ours, const std::vector<StyledWord> &theirs,
                                      const std::vector<std::size_t> &places, std::string_view legacy)
{
    std::vector<TwinConflict> conflicts;
    std::size_t next = 0, from = 0; // in theirs, in the source
    for (std::size_t i = 0; i <= ours.size() && conflicts.size() < mostConflicts;) {
        std::size_t end = i;
        while (end < ours.size() && places[end] == unaligned)
            ++end;
        const std::size_t stop = end < ours.size() ? places[end] : theirs.size();
        if (end > i || stop > next) {
            const std::size_t known = i > 0 ? i - 1 : 0;
            conflicts.push_back(
                {.legacy = ours.empty() ? std::string() : lineWith(legacy, ours[end > i ? i : known].text, from),
                 .repaired = excerpt(ours, i, end),
                 .twin = excerpt(theirs, next, stop)});
        }
        next = stop + 1;
        i = end + 1;
    }
    return conflicts;
}

/// Sets a Text node anew, in pieces: `styles` are those of its words.
void restyle(rst::Document &document, NodeId node, const std::vector<const StyledWord *> &words,
             const std::vector<NodeKind> &styles)
{
    const std::string_view text = document[node].text();
    // A style's own element holds nothing but the one text.
    const NodeRef parent = document[node].parent();
    const bool isStyled = parent.is(NodeKind::Strong) || parent.is(NodeKind::Emphasis);
    if (isStyled && parent.childCount() != 1)
        return;
    NodeId last = isStyled ? parent.id() : node;
    const NodeId old = last;
    const auto add = [&](NodeKind kind, std::string_view piece) {
        if (piece.empty())
            return;
        const NodeId run = document.createText(piece);
        NodeId added = run;
        if (kind != NodeKind::Text) {
            added = document.create(kind);
            document.append(added, run);
        }
        document.insertAfter(last, added);
        last = added;
    };
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i + 1;
        while (end < words.size() && styles[end] == styles[i])
            ++end;
        if (styles[i] != NodeKind::Text) {
            add(NodeKind::Text, text.substr(done, words[i]->begin - done));
            const std::size_t stop = words[end - 1]->begin + words[end - 1]->text.size();
            add(styles[i], text.substr(words[i]->begin, stop - words[i]->begin));
            done = stop;
        }
        i = end;
    }
    add(NodeKind::Text, text.substr(done));
    document.detach(old);
}

} // namespace

TwinMatch applyTwin(rst::Document &document, const Twin &twin, std::string_view legacy, const RuleContext &context)
{
    const rst::Document copy =
        twin.format == Twin::Format::Markdown ? readers::readMarkdown(twin.body) : readers::readHtml(twin.body);
    const std::vector<StyledWord> ours = styledWords(document);
    std::vector<StyledWord> theirs = styledWords(copy);
    dropLongStyles(theirs);
    const std::vector<std::size_t> places = alignWords(textsOf(ours), textsOf(theirs));
    TwinMatch result = {.path = twin.path};
    const auto common = std::ranges::count_if(places, [](std::size_t place) { return place != unaligned; });
    if (ours.size() + theirs.size() > 0)
        result.match = 2.0 * double(common) / double(ours.size() + theirs.size());
    if (result.match < leastMatch)
        return result;
    result.conflicts = conflictsOf(ours, theirs, places, legacy);
    result.missingPictures = takeTwinPictures(document, copy, places, context);
    if (!context.may(RuleId::TwinStyles))
        return result;
    for (std::size_t begin = 0; begin < ours.size();) {
        std::vector<const StyledWord *> words;
        std::vector<NodeKind> styles;
        std::size_t changed = 0, end = begin;
        for (; end < ours.size() && ours[end].node == ours[begin].node; ++end) {
            NodeKind style = ours[end].style;
            const NodeKind other = places[end] == unaligned ? NodeKind::Text : theirs[places[end]].style;
            if (!ours[end].isFixed && (other == NodeKind::Strong || style == NodeKind::Text) &&
                other != NodeKind::Text && other != style) {
                style = other;
                ++changed;
            }
            words.push_back(&ours[end]);
            styles.push_back(style);
        }
        if (changed > 0) {
            restyle(document, ours[begin].node, words, styles);
            context.did(RuleId::TwinStyles, changed);
        }
        begin = end;
    }
    return result;
}

} // namespace repair
