// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/adornments.h"

#include "post/metadata_edit.h"
#include "post/source_lines.h"
#include "rst/text/unicode.h"

#include <algorithm>
#include <vector>

namespace publish {

namespace {

bool isAdornment(std::string_view text)
{
    return !text.empty() && std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~").contains(text[0]) &&
           text.find_first_not_of(text[0]) == text.npos;
}

/// Widens or narrows one line of adornment.
void setWidth(std::vector<post::TextEdit> &edits, std::string_view source, const post::SourceLine &line,
              std::size_t width)
{
    const post::ByteRange range = line.trimmed();
    if (range.size() != width)
        edits.push_back({range.begin, range.end, std::string(width, source[range.begin])});
}

} // namespace

std::string withExactAdornments(std::string_view source, const rst::Engine &engine)
{
    const rst::Publication publication = engine.publish(source);
    const rst::Document &document = publication.document;
    const std::vector<post::SourceLine> lines = post::sourceLines(source);
    std::vector<std::size_t> titleLines; // 0-based
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        const bool isHeading = node.is(rst::NodeKind::Title) || node.is(rst::NodeKind::Subtitle);
        if (!isHeading || node.span().isEmpty())
            continue;
        const auto place = document.sources().locate(node.span().begin);
        if (place.file == 0)
            titleLines.push_back(place.line - 1);
    }
    std::ranges::sort(titleLines);
    std::vector<post::TextEdit> edits;
    for (const std::size_t title : titleLines) {
        if (title + 1 >= lines.size() || lines[title].isBlank())
            continue;
        const std::string_view text = lines[title].trimmed().of(source);
        const std::string_view under = lines[title + 1].trimmed().of(source);
        if (!isAdornment(under) || lines[title + 1].column != 0)
            continue;
        const std::string_view over = title > 0 ? lines[title - 1].trimmed().of(source) : std::string_view();
        const bool hasOverline = isAdornment(over) && over[0] == under[0] && (title < 2 || lines[title - 2].isBlank());
        // An inset title leaves its indentation free at both sides.
        const std::size_t width = std::max<std::size_t>(rst::columnWidth(text) + 2 * lines[title].column, 1);
        if (hasOverline)
            setWidth(edits, source, lines[title - 1], width);
        setWidth(edits, source, lines[title + 1], width);
    }
    return post::applied(source, edits);
}

} // namespace publish
