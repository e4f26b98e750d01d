// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/canonical.h"

#include "post/metadata_edit.h"
#include "post/metadata_source.h"
#include "post/source_lines.h"
#include "publish/adornments.h"
#include "rst/text/utf8.h"
#include "rst/writers/writer.h"

#include <algorithm>
#include <format>
#include <optional>

namespace publish {

namespace {

/// A rule gives the changed text, or nothing where there is nothing to do.
using Changed = std::optional<std::string>;

Changed changedFrom(std::string_view before, std::string after)
{
    return after == before ? Changed() : Changed(std::move(after));
}

Changed withoutByteOrderMark(std::string_view source)
{
    return source.starts_with("\xef\xbb\xbf") ? Changed(source.substr(3)) : Changed();
}

Changed withLineFeeds(std::string_view source)
{
    std::string text;
    text.reserve(source.size());
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source[at] != '\r') {
            text += source[at];
            continue;
        }
        text += '\n';
        if (at + 1 < source.size() && source[at + 1] == '\n')
            ++at;
    }
    return changedFrom(source, std::move(text));
}

/// docutils drops white space at the end of every line before it reads it, in literal blocks as well.
Changed withoutTrailingBlanks(std::string_view source)
{
    std::string text;
    text.reserve(source.size());
    for (const char c : source) {
        if (c == '\n') {
            while (text.ends_with(' ') || text.ends_with('\t'))
                text.pop_back();
        }
        text += c;
    }
    while (text.ends_with(' ') || text.ends_with('\t'))
        text.pop_back();
    return changedFrom(source, std::move(text));
}

Changed withOneFinalNewline(std::string_view source)
{
    const std::size_t end = source.find_last_not_of("\n");
    if (end == source.npos)
        return changedFrom(source, "");
    return changedFrom(source, std::string(source.substr(0, end + 1)) + '\n');
}

Changed withOrderedOptions(std::string_view source, const post::BlogConfig &config)
{
    const post::MetadataSource metadata = post::findMetadata(source);
    std::vector<post::TextEdit> edits;
    for (const post::MetadataBlock &block : metadata.directives) {
        if (block.strayText || block.options.size() < 2 || block.options.back().lines.end == source.size())
            continue;
        std::vector<const post::SourceOption *> ordered;
        ordered.reserve(block.options.size());
        for (const post::SourceOption &option : block.options)
            ordered.push_back(&option);
        std::ranges::stable_sort(ordered, {}, [&](const post::SourceOption *option) {
            return std::ranges::find(config.optionOrder, option->name) - config.optionOrder.begin();
        });
        std::string lines;
        for (const post::SourceOption *option : ordered)
            lines += option->lines.of(source);
        edits.push_back({block.options.front().lines.begin, block.options.back().lines.end, std::move(lines)});
    }
    std::ranges::sort(edits, {}, &post::TextEdit::begin);
    return changedFrom(source, post::applied(source, edits));
}

} // namespace

std::string treeWithoutMessages(std::string_view source, const rst::Engine &engine)
{
    const rst::Publication publication = engine.publish(source);
    const std::string tree = rst::writePseudoXml(publication.document);
    std::string kept;
    std::optional<std::size_t> dropBelow; // the indentation of the message that is being dropped
    for (std::size_t begin = 0; begin < tree.size();) {
        const std::size_t end = std::min(tree.find('\n', begin), tree.size());
        const std::string_view line = std::string_view(tree).substr(begin, end - begin);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        begin = end + 1;
        if (dropBelow && (indent > *dropBelow || indent == line.size()))
            continue;
        dropBelow.reset();
        if (line.substr(indent).starts_with("<system_message ")) {
            dropBelow = indent;
            continue;
        }
        kept += line;
        kept += '\n';
    }
    return kept;
}

CanonicalText canonicalText(std::string_view source, const rst::Engine &engine, const post::BlogConfig &config)
{
    CanonicalText result = {.text = std::string(source)};
    if (rst::firstInvalidUtf8(source)) {
        result.kept.emplace_back("The text is not UTF-8.");
        return result;
    }
    std::optional<std::string> tree; // of the source; made when a rule first wants it
    const auto apply = [&](const Changed &changed, std::string_view done) {
        if (!changed)
            return;
        if (!tree)
            tree = treeWithoutMessages(source, engine);
        if (treeWithoutMessages(*changed, engine) == *tree) {
            result.text = *changed;
            result.changes.emplace_back(done);
        } else {
            result.kept.push_back(std::format("Not done, since readers would see a difference: {}", done));
        }
    };
    apply(withoutByteOrderMark(result.text), "The byte order mark was removed.");
    apply(withLineFeeds(result.text), "Lines end in LF.");
    apply(withoutTrailingBlanks(result.text), "Blanks at line ends were removed.");
    apply(withOneFinalNewline(result.text), "The text ends in one line end.");
    apply(changedFrom(result.text, withExactAdornments(result.text, engine)),
          "Lines under and over titles have their width.");
    apply(withOrderedOptions(result.text, config), "The options of “post” are in the house's order.");
    return result;
}

} // namespace publish
