// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/post_source.h"

#include "readers/html_reader.h"
#include "readers/html_tag.h"
#include "rst/text/names.h"
#include "rst/writers/rst_writer.h"

#include <algorithm>
#include <format>

namespace readers {

namespace {

/// A value of an option: one line, without what would end it.
std::string inOneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool isBlank = static_cast<unsigned char>(c) <= 0x20;
        if (!isBlank)
            line += c;
        else if (!line.empty() && !line.ends_with(' '))
            line += ' ';
    }
    while (line.ends_with(' '))
        line.pop_back();
    return line;
}

} // namespace

ImportedPost importedPost(const BloggerEntry &entry)
{
    return {.title = textOfHtml(entry.title),
            .date = entry.isDraft ? std::string() : entry.published.substr(0, 10),
            .author = entry.author,
            .tags = entry.labels,
            .url = entry.url};
}

ImportedPost importedPost(const FrontMatter &front, std::string_view name)
{
    return {.title = front.title,
            .date = front.isDraft ? std::string() : front.date,
            .author = front.author,
            .tags = front.tags,
            .url = front.url.empty() ? std::string(name) : front.url};
}

void settleTitle(ImportedPost &post, rst::Document &body)
{
    const rst::NodeRef section = body[rst::Document::root()].firstChild();
    if (!section || !section.is(rst::NodeKind::Section))
        return;
    const rst::NodeRef heading = section.firstChild();
    const std::string text = rst::whitespaceNormalizeName(heading.asText());
    const bool isTitle = post.title.empty() ? !section.next() : text == rst::whitespaceNormalizeName(post.title);
    if (!isTitle || text.empty())
        return;
    post.title = text;
    body.detach(heading.id());
    while (const rst::NodeRef child = section.firstChild()) {
        body.detach(child.id());
        body.insertBefore(section.id(), child.id());
    }
    body.detach(section.id());
}

std::string postSource(const ImportedPost &post, const rst::Document &body)
{
    std::string source = post.date.empty() ? ".. post::\n" : std::format(".. post:: {}\n", inOneLine(post.date));
    std::string tags;
    for (const std::string &tag : post.tags)
        (tags += tags.empty() ? "" : ", ") += inOneLine(tag);
    if (!tags.empty())
        source += std::format("   :tags: {}\n", tags);
    if (const std::string author = inOneLine(post.author); !author.empty())
        source += std::format("   :author: {}\n", author);
    const std::string title = inOneLine(post.title);
    rst::Document head;
    const rst::NodeId section = head.append(rst::Document::root(), rst::NodeKind::Section);
    head.appendText(head.append(section, rst::NodeKind::Title), title.empty() ? "Untitled" : std::string_view(title));
    source += '\n';
    source += rst::writeRst(head);
    if (const std::string text = rst::writeRst(body, {.depth = 1}); !text.empty())
        (source += '\n') += text;
    return source;
}

std::string slugOfUrl(std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    while (url.ends_with('/'))
        url.remove_suffix(1);
    std::string_view last = url.substr(url.rfind('/') + 1);
    last = last.substr(0, last.rfind('.'));
    std::string slug;
    for (const char c : last) {
        const bool isKept =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (isKept)
            slug += c;
    }
    return slug;
}

} // namespace readers
