// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "readers/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <format>

namespace readers {

namespace {

constexpr std::size_t longestFrontMatter = 64 * 1024;

std::string scalar(const YAML::Node &map, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const YAML::Node value = map[name]; value && value.IsScalar() && !value.Scalar().empty())
            return value.Scalar();
    }
    return {};
}

void readInto(FrontMatter &front, const YAML::Node &map)
{
    front.title = scalar(map, {"title"});
    front.date = scalar(map, {"date", "publishDate", "pubDate", "published_at"}).substr(0, 10);
    front.author = scalar(map, {"author"});
    front.url = scalar(map, {"legacyUrl", "slug", "permalink", "url"});
    front.isDraft = scalar(map, {"draft"}) == "true" || scalar(map, {"published"}) == "false";
    for (const char *name : {"tags", "keywords"}) {
        const YAML::Node list = map[name];
        if (list && list.IsSequence()) {
            for (const YAML::Node &tag : list) {
                if (tag.IsScalar())
                    front.tags.push_back(tag.Scalar());
            }
        } else if (list && list.IsScalar() && !list.Scalar().empty()) {
            front.tags.push_back(list.Scalar());
        }
    }
}

} // namespace

SplitMarkdown splitFrontMatter(std::string_view markdown)
{
    SplitMarkdown split = {.body = markdown};
    if (!markdown.starts_with("---\n"))
        return split;
    const std::size_t end = markdown.find("\n---", 3);
    if (end == markdown.npos || end > longestFrontMatter)
        return split;
    const std::size_t next = markdown.find('\n', end + 1);
    split.body = next == markdown.npos ? std::string_view() : markdown.substr(next + 1);
    // The library throws; nothing of that leaves this function.
    try {
        const YAML::Node map = YAML::Load(std::string(markdown.substr(4, end - 3)));
        if (map.IsMap())
            readInto(split.front, map);
    } catch (const YAML::Exception &error) {
        split.front.problem = std::format("The front matter is no YAML: {}.", error.what());
    }
    return split;
}

} // namespace readers
