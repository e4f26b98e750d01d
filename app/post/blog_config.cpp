// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/blog_config.h"

#include "post/ascii_toml.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.hpp>
#pragma GCC diagnostic pop

namespace post {

namespace {

constexpr std::uintmax_t largestConfPy = 4'000'000; // bytes

namespace fs = std::filesystem;

/// Reads values of the types that the configuration has, and remembers the first one of a wrong type.
class Reader
{
public:
    explicit Reader(const AsciiToml &toml) : m_toml(toml) {}

    void read(const toml::table &table, std::string_view key, std::string &value)
    {
        if (const toml::node *node = table.get(key)) {
            if (const auto text = node->value_exact<std::string>())
                value = m_toml.original(*text);
            else
                complain(*node, key, "a text");
        }
    }

    void read(const toml::table &table, std::string_view key, std::int64_t low, std::int64_t high, auto &value)
    {
        if (const toml::node *node = table.get(key)) {
            const auto number = node->value_exact<std::int64_t>();
            if (number && *number >= low && *number <= high)
                value = static_cast<std::remove_reference_t<decltype(value)>>(*number);
            else
                complain(*node, key, std::format("a number from {} to {}", low, high));
        }
    }

    /// A list of texts, or one text.
    void read(const toml::table &table, std::string_view key, std::vector<std::string> &values)
    {
        const toml::node *node = table.get(key);
        if (node == nullptr)
            return;
        std::vector<std::string> found;
        if (const auto text = node->value_exact<std::string>()) {
            found.push_back(m_toml.original(*text));
        } else if (const toml::array *array = node->as_array()) {
            for (const toml::node &item : *array) {
                if (const auto entry = item.value_exact<std::string>())
                    found.push_back(m_toml.original(*entry));
                else
                    return complain(item, key, "a list of texts");
            }
        } else {
            return complain(*node, key, "a list of texts");
        }
        values = std::move(found);
    }

    [[nodiscard]] const std::string &problem() const noexcept { return m_problem; }

    void complain(const toml::node &node, std::string_view key, std::string_view wanted)
    {
        if (m_problem.empty())
            m_problem = std::format("broadside.toml, line {}: “{}” must be {}.", node.source().begin.line,
                                    m_toml.original(key), wanted);
    }

    [[nodiscard]] std::string original(std::string_view text) const { return m_toml.original(text); }

private:
    const AsciiToml &m_toml;
    std::string m_problem;
};

const toml::table &tableOf(const toml::table &root, std::string_view name)
{
    static const toml::table empty;
    const toml::node *node = root.get(name);
    const toml::table *table = node != nullptr ? node->as_table() : nullptr;
    return table != nullptr ? *table : empty;
}

std::string joined(const std::vector<std::string> &items)
{
    std::string text;
    for (const std::string &item : items)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

/// Whether a path stays below the folder it is relative to.
bool staysInside(const fs::path &path)
{
    const fs::path normal = path.lexically_normal();
    return path.is_relative() && (normal.empty() || *normal.begin() != "..");
}

void readFolder(Reader &reader, const toml::table &table, std::string_view key, fs::path &folder)
{
    std::string text = folder.generic_string();
    reader.read(table, key, text);
    if (const toml::node *node = table.get(key); node != nullptr && !staysInside(text))
        reader.complain(*node, key, "a folder inside the blog");
    folder = text;
}

void readBlog(Reader &reader, const toml::table &table, BlogConfig &config)
{
    readFolder(reader, table, "posts", config.posts);
    readFolder(reader, table, "templates", config.templates);
    readFolder(reader, table, "pictures", config.pictures);
    reader.read(table, "path", config.pathRule);
    reader.read(table, "slug-length", 8, 200, config.slugLength);
    reader.read(table, "url", config.siteUrl);
    reader.read(table, "date-format", config.dateFormat);
    reader.read(table, "written-date-format", config.writtenDateFormat);
    reader.read(table, "auto-excerpt", 0, 1000, config.autoExcerpt);
    reader.read(table, "auto-image", 0, 1000, config.autoImage);
    reader.read(table, "option-order", config.optionOrder);
    reader.read(table, "authors", config.authors);
    reader.read(table, "locations", config.locations);
    reader.read(table, "categories", config.categories);
    if (!staysInside(config.pathRule) && table.get("path") != nullptr)
        reader.complain(*table.get("path"), "path", "a path inside the posts folder");
}

void readNewPost(Reader &reader, const toml::table &table, BlogConfig &config)
{
    for (const auto &[key, node] : table) {
        std::vector<std::string> values;
        reader.read(table, key.str(), values);
        config.newPost.insert_or_assign(reader.original(key.str()), joined(values));
    }
}

std::expected<std::string, std::string> contentsOf(const fs::path &path)
{
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    if (!file || fs::file_size(path, error) > largestConfPy)
        return std::unexpected(std::format("{} cannot be read.", path.string()));
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The house's defaults, and what the conf.py of a folder says, where it has one.
BlogConfig withSite(const fs::path &folder)
{
    BlogConfig config;
    std::error_code error;
    const fs::path path = folder / "conf.py";
    if (!fs::is_regular_file(path, error) || fs::file_size(path, error) > largestConfPy)
        return config;
    if (const auto text = contentsOf(path))
        applySite(config, readSiteSettings(*text));
    return config;
}

/// The folder of the site that posts belong to: that of broadside.toml, or the nearest above the posts with a conf.py.
fs::path siteFolder(const fs::path &top, const fs::path &posts)
{
    std::error_code error;
    if (fs::is_regular_file(top / "conf.py", error))
        return top;
    for (fs::path at = posts; !at.empty(); at = at.parent_path()) {
        if (fs::is_regular_file(top / at / "conf.py", error))
            return top / at;
    }
    return top;
}

/// Takes paths that broadside.toml writes from its own folder as paths from the site's.
void rebase(BlogConfig &config, const fs::path &top)
{
    const auto fromSite = [&](fs::path &path) {
        if (!path.empty())
            path = (top / path).lexically_relative(config.root);
    };
    // The site's own folder for pictures serves where none is named.
    std::error_code error;
    if (config.pictures != BlogConfig().pictures || fs::is_directory(top / config.pictures, error))
        fromSite(config.pictures);
    for (fs::path *path :
         {&config.posts, &config.templates, &config.exports.astro, &config.exports.html, &config.exports.email})
        fromSite(*path);
}

/// What the broadside.toml of a folder says, on top of the conf.py of its site, which may lie in a folder below, as `docs`.
std::expected<BlogConfig, std::string> configOf(const fs::path &top)
{
    const auto text = contentsOf(top / blogConfigName);
    if (!text)
        return std::unexpected(text.error());
    const auto first = parseBlogConfig(*text);
    if (!first)
        return first;
    const fs::path site = siteFolder(top, first->posts.lexically_normal());
    auto config = parseBlogConfig(*text, withSite(site));
    if (!config)
        return config;
    config->root = site;
    config->file = top / blogConfigName;
    if (site != top)
        rebase(*config, top);
    return config;
}

/// What is wrong with a line of a broadside.toml.
std::string lineProblem(std::string_view text, std::size_t line, std::string_view problem)
{
    std::string_view rest = text;
    for (std::size_t i = 1; i < line; ++i)
        rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));
    const std::string_view broken = rest.substr(0, rest.find('\n'));
    const bool isAscii = std::ranges::none_of(broken, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return std::format("broadside.toml, line {}: {}.", line,
                       isAscii ? problem
                               : "This line is no TOML; only texts in quotes and comments may hold other characters "
                                 "than those of ASCII");
}

} // namespace

void applySite(BlogConfig &config, SiteSettings site)
{
    config.hasSite = true;
    config.dateFormat = site.dateFormat;
    config.autoExcerpt = site.autoExcerpt;
    config.autoImage = site.autoImage;
    config.defaultAuthor = site.defaultAuthor;
    config.defaultLocation = site.defaultLocation;
    config.defaultLanguage = site.defaultLanguage;
    config.site = std::move(site);
}

std::expected<BlogConfig, std::string> parseBlogConfig(std::string_view text, BlogConfig config)
{
    if (const auto at = rst::firstInvalidUtf8(text)) {
        return std::unexpected(std::format("broadside.toml, line {}: This is no UTF-8.",
                                           1 + std::ranges::count(text.substr(0, *at), '\n')));
    }
    const AsciiToml ascii(text);
    const toml::parse_result parsed = toml::parse(ascii.text());
    if (!parsed) {
        const toml::parse_error &error = parsed.error();
        return std::unexpected(lineProblem(text, error.source().begin.line, error.description()));
    }
    const toml::table &table = parsed.table();
    Reader reader(ascii);
    readBlog(reader, tableOf(table, "blog"), config);
    readNewPost(reader, tableOf(table, "new-post"), config);
    const toml::table &exports = tableOf(table, "export");
    readFolder(reader, exports, "astro", config.exports.astro);
    readFolder(reader, exports, "html", config.exports.html);
    readFolder(reader, exports, "email", config.exports.email);
    const toml::table &git = tableOf(table, "git");
    reader.read(git, "branch", config.git.branch);
    reader.read(git, "base", config.git.base);
    reader.read(git, "forge", config.git.forge);
    const toml::table &defaults = tableOf(table, "site-defaults");
    reader.read(defaults, "author", config.defaultAuthor);
    reader.read(defaults, "location", config.defaultLocation);
    reader.read(defaults, "language", config.defaultLanguage);
    if (!reader.problem().empty())
        return std::unexpected(reader.problem());
    return config;
}

std::expected<BlogConfig, std::string> findBlogConfig(const fs::path &path)
{
    std::error_code error;
    fs::path folder = fs::absolute(path, error).lexically_normal();
    // Roots are compared: "blog/." and "blog/" are the folder "blog".
    if (!folder.has_filename() || !fs::is_directory(folder, error))
        folder = folder.parent_path();
    fs::path sphinxRoot;
    for (fs::path at = folder;; at = at.parent_path()) {
        if (fs::is_regular_file(at / blogConfigName, error))
            return configOf(at);
        if (sphinxRoot.empty() && fs::is_regular_file(at / "conf.py", error))
            sphinxRoot = at;
        if (at == at.parent_path())
            break;
    }
    BlogConfig config = sphinxRoot.empty() ? BlogConfig() : withSite(sphinxRoot);
    config.root = sphinxRoot;
    return config;
}

fs::path blogFolderBelow(const fs::path &folder)
{
    constexpr int deepest = 2;
    constexpr int mostFolders = 2000; // a home folder is not searched through
    std::error_code error;
    const auto isBlog = [&](const fs::path &at) {
        return fs::is_regular_file(at / blogConfigName, error) || fs::is_regular_file(at / "conf.py", error);
    };
    fs::path found;
    int seen = 0;
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator at(folder, options, error), end; !error && at != end; at.increment(error)) {
        if (!at->is_directory(error))
            continue;
        if (++seen > mostFolders)
            return {};
        const bool isHidden = at->path().filename().string().starts_with('.');
        if (!isHidden && isBlog(at->path())) {
            if (!found.empty())
                return {};
            found = at->path();
        }
        if (isHidden || at.depth() + 1 >= deepest || at->path() == found)
            at.disable_recursion_pending();
    }
    return found;
}

} // namespace post
