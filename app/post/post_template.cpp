// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/post_template.h"

#include "post/builtin_templates.h"
#include "post/post_metadata.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>

namespace post {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view headerBegin = ".. template:";
constexpr std::uintmax_t largestTemplate = 256 * 1024; // bytes

/// All tags once, in the order of mention.
std::string joinedTags(std::initializer_list<std::string_view> lists)
{
    std::vector<std::string> tags;
    for (const std::string_view list : lists) {
        for (std::string &tag : commaList(list)) {
            if (!tag.empty() && std::ranges::find(tags, tag) == tags.end())
                tags.push_back(std::move(tag));
        }
    }
    std::string text;
    for (const std::string &tag : tags)
        text += (text.empty() ? "" : ", ") + tag;
    return text;
}

/// A title as text: what would be markup is escaped.
std::string escapedTitle(std::string_view title)
{
    std::string text;
    for (const char c : title) {
        if (std::string_view("\\*`|_").contains(c))
            text += '\\';
        text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    text = std::string(rst::trimmed(text));
    // Nor may it begin like a list, a field or explicit markup.
    const std::string_view word = std::string_view(text).substr(0, text.find(' '));
    if (text.find_first_of("-+.:>=~#(") == 0 || word.ends_with('.') || word.ends_with(')'))
        text.insert(0, 1, '\\');
    return text;
}

/// Takes the first line off a text.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// The templates in the blog's folder, by name. What cannot be read is left out, and so is what a link brings in from
/// outside of the blog.
std::vector<PostTemplate> templatesOf(const BlogConfig &config)
{
    std::vector<PostTemplate> templates;
    if (config.root.empty())
        return templates;
    std::error_code error;
    const fs::path root = fs::canonical(config.root, error);
    for (const fs::directory_entry &entry : fs::directory_iterator(root / config.templates, error)) {
        const fs::path path = fs::canonical(entry.path(), error);
        const bool isInside = !error && std::ranges::mismatch(root, path).in1 == root.end();
        if (!isInside || entry.path().extension() != ".rst" || !fs::is_regular_file(path, error) ||
            fs::file_size(path, error) > largestTemplate)
            continue;
        std::ifstream file(path, std::ios::binary);
        std::string text(std::istreambuf_iterator<char>(file), {});
        std::erase(text, '\r');
        if (file && !rst::firstInvalidUtf8(text))
            templates.push_back(parsePostTemplate(entry.path().stem().string(), text));
    }
    std::ranges::sort(templates, {}, &PostTemplate::name);
    return templates;
}

} // namespace

PostTemplate parsePostTemplate(std::string_view name, std::string_view text)
{
    PostTemplate result{.name = std::string(name), .label = std::string(name)};
    if (text.starts_with(headerBegin)) {
        result.label = rst::trimmed(takeLine(text).substr(headerBegin.size()));
        while (text.starts_with(' ')) {
            const std::string_view line = rst::trimmed(takeLine(text));
            const std::size_t colon = line.find(':');
            if (colon == std::string_view::npos)
                continue;
            const std::string_view value = rst::trimmed(line.substr(colon + 1));
            if (line.starts_with("about:"))
                result.about = value;
            else if (line.starts_with("tags:"))
                result.tags = value;
        }
        while (text.starts_with('\n'))
            text.remove_prefix(1);
    }
    result.body = text;
    return result;
}

std::vector<PostTemplate> postTemplates(const BlogConfig &config)
{
    std::vector<PostTemplate> templates;
    for (const BuiltinTemplate &builtin : builtinTemplates())
        templates.push_back(parsePostTemplate(builtin.name, builtin.text));
    for (PostTemplate &own : templatesOf(config)) {
        const auto same = std::ranges::find(templates, own.name, &PostTemplate::name);
        if (same != templates.end())
            *same = std::move(own);
        else
            templates.push_back(std::move(own));
    }
    return templates;
}

const PostTemplate *findPostTemplate(std::span<const PostTemplate> templates, std::string_view name) noexcept
{
    const auto found = std::ranges::find(templates, name, &PostTemplate::name);
    return found == templates.end() ? nullptr : &*found;
}

std::string newPostText(const PostTemplate &post, const NewPost &wishes, const BlogConfig &config)
{
    std::string text = ".. post::";
    if (wishes.date)
        text += ' ' + formatDate(*wishes.date, config.writtenDateFormat);
    text += '\n';
    const auto houseValue = [&](std::string_view name) {
        const auto found = config.newPost.find(name);
        return found == config.newPost.end() ? std::string_view() : std::string_view(found->second);
    };
    for (const std::string &name : config.optionOrder) {
        const std::string value =
            name == "tags" ? joinedTags({houseValue("tags"), post.tags, wishes.tags}) : std::string(houseValue(name));
        if (!value.empty())
            text += std::format("   :{}: {}\n", name, value);
    }
    std::string title = escapedTitle(wishes.title);
    if (title.empty())
        title = "Untitled";
    text += std::format("\n{}\n{}\n\n{}", title, std::string(rst::columnWidth(title), '='), post.body);
    return text;
}

} // namespace post
