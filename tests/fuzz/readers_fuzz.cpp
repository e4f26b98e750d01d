// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Any bytes as HTML, as Markdown and as a feed of Blogger, read into the tree and written as a post. The tree has to be
// one: links that are sound, no deeper than TreeBuilder allows.

#include "require.h"

#include "readers/blogger_reader.h"
#include "readers/front_matter.h"
#include "readers/html_page.h"
#include "readers/html_reader.h"
#include "readers/markdown_reader.h"
#include "readers/post_source.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace {

void checkTree(const rst::Document &document)
{
    const rst::NodeRef root = document[rst::Document::root()];
    std::size_t visited = 0;
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        fuzz::require(++visited <= document.nodeCount());
        for (const rst::NodeRef child : node.children())
            fuzz::require(child.parent() == node);
    }
}

void import(rst::Document body, readers::ImportedPost post)
{
    checkTree(body);
    readers::settleTitle(post, body);
    checkTree(body);
    fuzz::require(!readers::postSource(post, body).empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view text = fuzz::textOf(data, size);
    import(readers::readHtml(text), {.title = "A title"});
    const readers::SplitMarkdown markdown = readers::splitFrontMatter(text);
    fuzz::require(markdown.body.size() <= text.size());
    import(readers::readMarkdown(markdown.body, {.footnotes = true}), {.title = markdown.front.title,
                                                                       .date = markdown.front.date,
                                                                       .author = markdown.front.author,
                                                                       .tags = markdown.front.tags,
                                                                       .url = markdown.front.url});
    const auto take = [&text](std::span<char> room) {
        const std::size_t count = std::min({room.size(), text.size(), std::size_t(97)}); // cut in odd places
        std::memcpy(room.data(), text.data(), count);
        text.remove_prefix(count);
        return count;
    };
    readers::HtmlPage page = readers::readPage(text, "a");
    import(std::move(page.body), std::move(page.post));
    (void)readers::readBlogger(take, [](const readers::BloggerEntry &&entry) {
        import(readers::readHtml(entry.html), {.title = entry.title,
                                               .date = entry.published.substr(0, 10),
                                               .author = entry.author,
                                               .tags = entry.labels,
                                               .url = entry.url});
    });
    return 0;
}
