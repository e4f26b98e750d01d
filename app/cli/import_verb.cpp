// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/localised_post.h"
#include "cli/streams.h"
#include "cli/verbs.h"
#include "post/slug.h"
#include "publish/atomic_file.h"
#include "readers/blogger_reader.h"
#include "readers/front_matter.h"
#include "readers/html_page.h"
#include "readers/html_reader.h"
#include "readers/html_tag.h"
#include "readers/markdown_reader.h"
#include "readers/post_source.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <format>
#include <memory>
#include <set>

namespace cli {

namespace {

namespace fs = std::filesystem;

constexpr Option importOptions[] = {
    {.name = "output", .value = "FOLDER", .help = "where the posts are written, by year"},
    {.name = "fetch-images",
     .help = "bring the pictures of other sites into the blog; those that a file holds itself come in anyway"},
    {.name = "private", .help = "with --fetch-images: also ask this machine and private networks"},
};

struct Close {
    void operator()(std::FILE *file) const noexcept { std::fclose(file); }
};

/// Writes posts below a folder and counts them.
class Import
{
public:
    Import(fs::path output, network::Reach reach) : m_output(std::move(output)), m_reach(reach) {}

    void add(readers::ImportedPost post, rst::Document body);
    void fail(std::string_view sentence)
    {
        writeError(std::format("broadside-cli: {}\n", sentence));
        ++m_problems;
    }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] bool hasFailed() const { return m_problems > 0; }

private:
    [[nodiscard]] fs::path pathOf(const readers::ImportedPost &post);
    void bringPictures(const fs::path &path, std::string_view source);

    fs::path m_output;
    network::Reach m_reach;
    rst::Engine m_engine = rst::Engine(rst::Dialect::Sphinx);
    std::set<fs::path> m_taken;
    std::size_t m_count = 0;
    std::size_t m_problems = 0;
};

/// By the house's rule: year, year and month, and the words of the old address. No two posts of a run share a file.
fs::path Import::pathOf(const readers::ImportedPost &post)
{
    std::string slug = readers::slugOfUrl(post.url);
    if (slug.empty())
        slug = post::slugOf(post.title);
    if (slug.empty())
        slug = "untitled";
    const bool isDated = post.date.size() >= 7 &&
                         std::ranges::all_of(post.date.substr(0, 4), [](char c) { return c >= '0' && c <= '9'; });
    const std::string stem =
        isDated ? std::format("{}/{}-{}", post.date.substr(0, 4), post.date.substr(0, 7), slug) : "drafts/" + slug;
    fs::path path = stem + ".rst";
    for (unsigned number = 2; !m_taken.insert(path).second; ++number)
        path = std::format("{}-{}.rst", stem, number);
    return path;
}

void Import::add(readers::ImportedPost post, rst::Document body)
{
    readers::settleTitle(post, body);
    const fs::path path = m_output / pathOf(post);
    const std::string source = readers::postSource(post, body);
    if (const auto written = publish::writeFileAtomically(path, source); !written) {
        fail(written.error());
        return;
    }
    ++m_count;
    if (m_reach != network::Reach::Nowhere || source.contains(" data:image/"))
        bringPictures(path, source);
}

void Import::bringPictures(const fs::path &path, std::string_view source)
{
    const auto localised = writeLocalisedBelow(m_output, path, source, m_engine, m_reach);
    if (!localised) {
        fail(localised.error());
        return;
    }
    for (const std::string &problem : localised->problems)
        fail(std::format("{}: {}", path.string(), problem));
}

void importBlogger(Import &import, const std::string &path)
{
    const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        import.fail(publish::fileProblem(path, errno));
        return;
    }
    const auto bytes = [&file](std::span<char> buffer) {
        return std::fread(buffer.data(), 1, buffer.size(), file.get());
    };
    const readers::BloggerSummary summary = readers::readBlogger(bytes, [&import](readers::BloggerEntry &&entry) {
        import.add(readers::importedPost(entry), readers::readHtml(entry.html));
    });
    if (!summary.problem.empty())
        import.fail(std::format("{}: {}", path, summary.problem));
    writeOut(std::format("{}: {} posts ({} of them drafts), {} pages; {} comments left out.\n", path, summary.posts,
                         summary.drafts, summary.pages, summary.comments));
}

void importMarkdown(Import &import, const std::string &path)
{
    const auto source = publish::readFile(path);
    if (!source) {
        import.fail(source.error());
        return;
    }
    const readers::SplitMarkdown split = readers::splitFrontMatter(*source);
    if (!split.front.problem.empty())
        import.fail(std::format("{}: {}", path, split.front.problem));
    const fs::path file(path);
    const std::string name = file.stem() == "index" ? file.parent_path().filename().string() : file.stem().string();
    import.add(readers::importedPost(split.front, name), readers::readMarkdown(split.body, {.footnotes = true}));
}

void importHtml(Import &import, const std::string &path)
{
    const auto source = publish::readFile(path);
    if (!source) {
        import.fail(source.error());
        return;
    }
    readers::HtmlPage page = readers::readPage(*source, fs::path(path).filename().string());
    import.add(std::move(page.post), std::move(page.body));
}

/// The file itself, or every file below a folder that has one of the extensions.
std::vector<std::string> inputs(Import &import, std::string_view name, std::span<const std::string_view> extensions)
{
    const fs::path path(name);
    std::error_code error;
    if (!fs::is_directory(path, error))
        return {path.string()};
    std::vector<std::string> files;
    fs::recursive_directory_iterator entry(path, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (std::ranges::contains(extensions, entry->path().extension().string()))
            files.push_back(entry->path().string());
    }
    if (error)
        import.fail(std::format("The folder {} cannot be read: {}.", path.string(), error.message()));
    std::ranges::sort(files);
    return files;
}

ExitCode runImport(const Arguments &arguments)
{
    const std::string_view format = arguments.operands().front();
    if (format != "blogger" && format != "markdown" && format != "html")
        return wrongUse(std::format("“import” reads blogger, markdown or html, not “{}”.", format));
    if (!arguments.has("output"))
        return wrongUse("“import” needs --output.");
    static constexpr std::string_view markdown[] = {".md", ".markdown"}, html[] = {".html", ".htm"},
                                      atom[] = {".atom", ".xml"};
    Import import(fs::path(arguments.value("output")),
                  arguments.has("fetch-images") ? reachOf(arguments) : network::Reach::Nowhere);
    for (const std::string_view operand : std::span(arguments.operands()).subspan(1)) {
        if (format == "blogger") {
            for (const std::string &file : inputs(import, operand, atom))
                importBlogger(import, file);
        } else if (format == "markdown") {
            for (const std::string &file : inputs(import, operand, markdown))
                importMarkdown(import, file);
        } else {
            for (const std::string &file : inputs(import, operand, html))
                importHtml(import, file);
        }
    }
    writeOut(std::format("{} posts written.\n", import.count()));
    return import.hasFailed() ? ExitCode::Findings : ExitCode::Done;
}

} // namespace

const Verb importVerb = {
    .name = "import",
    .operands = "blogger|markdown|html INPUT…",
    .summary = "Makes posts of a Blogger export, of Markdown with front matter, or of HTML.",
    .details = "An INPUT may be a folder. Drafts, which have no date, stand in “drafts”. The exit status is 1 where "
               "anything was wrong.",
    .options = importOptions,
    .minOperands = 2,
    .maxOperands = 100'000,
    .run = runImport,
};

} // namespace cli
