// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/twin.h"

#include "readers/post_source.h"
#include "repair/legacy_post.h"
#include "rst/text/unicode.h"

namespace repair {

namespace {

/// An address without its host: "/2019/01/a.html".
std::string_view pathOfUrl(std::string_view url)
{
    if (const std::size_t host = url.find("://"); host != url.npos) {
        const std::size_t path = url.find('/', host + 3);
        return path == url.npos ? std::string_view() : url.substr(path);
    }
    return url.starts_with('/') ? url : std::string_view();
}

/// The name that a file has as a post: of `a/index.md` and `a.md`, "a".
std::string_view slugOfFile(std::string_view path)
{
    for (;;) {
        const std::size_t slash = path.rfind('/');
        const std::string_view name = path.substr(slash == path.npos ? 0 : slash + 1);
        const std::string_view stem = name.substr(0, name.rfind('.'));
        if (stem != "index" || slash == path.npos)
            return stem;
        path = path.substr(0, slash);
    }
}

std::string titleKey(std::string_view title)
{
    return rst::toLower(rst::trimmed(title));
}

} // namespace

void TwinIndex::add(Twin twin, std::string_view slug)
{
    const std::size_t number = m_twins.size();
    if (const std::string_view path = pathOfUrl(twin.front.url); !path.empty())
        m_byPath.emplace(path, number);
    if (!slug.empty())
        m_bySlug.emplace(slug, number);
    if (!twin.front.title.empty())
        m_byTitle.emplace(titleKey(twin.front.title), number);
    m_twins.push_back(std::move(twin));
}

void TwinIndex::addMarkdown(std::string_view path, std::string_view text)
{
    readers::SplitMarkdown split = readers::splitFrontMatter(text);
    Twin twin = {.path = std::string(path), .front = std::move(split.front), .body = std::string(split.body)};
    add(std::move(twin), slugOfFile(path));
}

void TwinIndex::addBlogger(const readers::BloggerEntry &entry)
{
    Twin twin = {.format = Twin::Format::Html, .path = entry.url, .body = entry.html};
    twin.front = {.title = entry.title,
                  .date = entry.published.substr(0, 10),
                  .author = entry.author,
                  .url = entry.url,
                  .tags = entry.labels};
    add(std::move(twin), readers::slugOfUrl(entry.url));
}

const Twin *TwinIndex::find(std::string_view source) const
{
    const auto post = findLegacyPost(source);
    if (!post)
        return nullptr;
    const std::size_t begin = post->line.find('<'), end = post->line.rfind('>');
    const std::string_view url = begin == post->line.npos || end == post->line.npos || end < begin
                                     ? std::string_view()
                                     : post->line.substr(begin + 1, end - begin - 1);
    if (const auto found = m_byPath.find(pathOfUrl(url)); found != m_byPath.end())
        return &m_twins[found->second];
    if (const auto found = m_bySlug.find(readers::slugOfUrl(url)); found != m_bySlug.end())
        return &m_twins[found->second];
    const auto found = m_byTitle.find(titleKey(post->title));
    return found == m_byTitle.end() ? nullptr : &m_twins[found->second];
}

} // namespace repair
