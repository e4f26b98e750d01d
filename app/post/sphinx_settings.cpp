// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/sphinx_settings.h"

#include "post/localized_date.h"
#include "post/picture_size.h"
#include "rst/sphinx/site_words.h"
#include "rst/sphinx/sphinx_dialect.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>

namespace post {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largestInclude = 20'000'000; // bytes

std::string notThere(std::string_view path)
{
    return std::format("[Errno 2] No such file or directory: '{}'", path);
}

rst::FileReader readerBelow(const fs::path &folder, const fs::path &root)
{
    return [folder, root](std::string_view path) -> std::expected<std::string, std::string> {
        const fs::path file = path.starts_with('/') ? root / fs::path(path).relative_path() : folder / path;
        std::error_code error;
        if (!fs::is_regular_file(file, error) || !isBelow(file, root) || fs::file_size(file, error) > largestInclude)
            return std::unexpected(notThere(path));
        std::ifstream stream(file, std::ios::binary);
        if (!stream)
            return std::unexpected(std::format("[Errno 13] Permission denied: '{}'", path));
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
}

/// The files `a/b.png`, `a/b.svg` ... for `a/b.*`.
std::vector<std::string> filesLike(const fs::path &root, std::string_view path)
{
    const fs::path wanted = fs::path(path).relative_path();
    const std::string begin = wanted.stem().string() + '.';
    std::vector<std::string> files;
    std::error_code error;
    if (!isBelow(root / wanted.parent_path(), root))
        return files;
    fs::directory_iterator entry(root / wanted.parent_path(), error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const fs::path name = entry->path().filename();
        if (name.string().starts_with(begin) && entry->is_regular_file(error) && isBelow(entry->path(), root))
            files.push_back((wanted.parent_path() / name).generic_string());
    }
    std::ranges::sort(files);
    return files;
}

/// What a conf.py says, for the engine.
void takeSite(rst::SphinxSettings &settings, const SiteSettings &site)
{
    settings.language = site.language;
    settings.highlightLanguage = site.highlightLanguage;
    settings.version = site.version;
    settings.release = site.release.empty() ? site.version : site.release;
    if (!site.today.empty())
        settings.today = site.today;
    settings.prolog = site.prolog;
    settings.epilog = site.epilog;
    settings.captionNumbers = site.captionNumbers;
    settings.smartQuotes = site.smartQuotes;
    settings.smartQuotesAction = site.smartQuotesAction;
    settings.defaultRole = site.defaultRole;
    settings.trimFootnoteSpace = site.trimFootnoteSpace;
    settings.linkScaledImages = site.linkScaledImages;
    settings.lineNumberTables = site.lineNumberTables;
    settings.keepWarnings = site.keepWarnings;
    const bool hasSectionLabels = site.hasExtension("sphinx.ext.autosectionlabel");
    settings.sectionLabels = hasSectionLabels ? rst::SectionLabels::Made : rst::SectionLabels::None;
    settings.prefixSectionLabels = site.prefixSectionLabels;
    settings.sectionLabelDepth = unsigned(site.sectionLabelDepth);
    settings.suppressedWarnings = site.suppressedWarnings;
    settings.extensions = site.extensions;
    if (site.hasExtension("sphinx.ext.extlinks"))
        settings.externalLinks = site.externalLinks;
    settings.ablog.blogPath = site.blogPath;
    settings.ablog.blogTitle = site.blogTitle;
    settings.ablog.baseUrl = site.baseUrl;
    settings.ablog.dateFormatShort = site.dateFormatShort;
    settings.ablog.namedLabels = site.namedLabels;
    settings.ablog.alwaysSection = site.alwaysSection;
    if (site.showsTodos)
        settings.tags.emplace_back(rst::showsTodos);
}

/// ABlog wants what it fills in to be among `blog_authors` and the like, so that these labels have pages before any post has
/// them. Where there is no conf.py to say so, they go by their own names.
void nameDefaults(rst::AblogSettings &settings, const BlogConfig &config)
{
    const auto name = [&](rst::LabelKind kind, const std::vector<std::string> &labels) {
        for (const std::string &label : labels)
            settings.namedLabels.push_back({.kind = kind, .label = label, .name = label});
    };
    name(rst::LabelKind::Author, config.defaultAuthor);
    name(rst::LabelKind::Location, config.defaultLocation);
    name(rst::LabelKind::Language, config.defaultLanguage);
}

} // namespace

bool isBelow(const fs::path &path, const fs::path &folder)
{
    std::error_code innerError, outerError;
    const fs::path inner = fs::canonical(path, innerError);
    const fs::path outer = fs::canonical(folder, outerError);
    return !innerError && !outerError && std::ranges::mismatch(outer, inner).in1 == outer.end();
}

std::string docnameOf(const BlogConfig &config, const fs::path &file)
{
    if (file.empty() || config.root.empty())
        return rst::SphinxSettings().docname;
    std::error_code error;
    fs::path relative = fs::absolute(file, error).lexically_normal().lexically_relative(config.root);
    if (relative.empty() || *relative.begin() == "..")
        return "post";
    return relative.replace_extension().generic_string();
}

rst::Settings sphinxSettings(const BlogConfig &config, const DateTime &today, const fs::path &file)
{
    rst::Settings settings;
    settings.dialect = rst::Dialect::Sphinx;
    settings.readFile = [](std::string_view path) { return std::unexpected(notThere(path)); };
    const std::string &todayFormat = config.site.todayFormat;
    const std::string_view usualFormat = rst::siteWord(rst::SiteWord::DateFormat, config.site.language);
    settings.sphinx.today = localizedDate(today, todayFormat.empty() ? usualFormat : todayFormat, config.site.language);
    settings.sphinx.ablog.autoExcerpt = unsigned(config.autoExcerpt);
    settings.sphinx.ablog.autoImage = unsigned(config.autoImage);
    settings.sphinx.ablog.readDate = [format = config.dateFormat,
                                      today](std::string_view text) -> std::optional<rst::SiteDate> {
        const ParsedDate date = parseDate(text, format, today);
        if (!hasDate(date))
            return std::nullopt;
        return rst::SiteDate{.year = date.value.year,
                             .formatted = formatDate(date.value, format),
                             .isPublished = hasCome(date.value, today)};
    };
    if (config.hasSite)
        takeSite(settings.sphinx, config.site);
    else
        nameDefaults(settings.sphinx.ablog, config);
    if (file.empty() || config.root.empty())
        return settings;
    std::error_code error;
    const fs::path absolute = fs::absolute(file, error).lexically_normal();
    settings.readFile = readerBelow(absolute.parent_path(), config.root);
    settings.sphinx.docname = docnameOf(config, file);
    settings.sphinx.sourceFolder = fs::absolute(config.root, error).lexically_normal().string();
    settings.sphinx.captionNumbers.isReached = settings.sphinx.docname == config.site.rootDocument;
    settings.sphinx.ablog.matchesPostPattern =
        std::ranges::any_of(config.site.postPatterns, [&](const std::string &pattern) {
            return matchesPattern(settings.sphinx.docname + ".rst", pattern) ||
                   matchesPattern(settings.sphinx.docname, pattern);
        });
    const auto fileBelow = [root = config.root](std::string_view path) -> std::optional<fs::path> {
        std::error_code failure;
        const fs::path wanted = root / fs::path(path).relative_path();
        return fs::is_regular_file(wanted, failure) && isBelow(wanted, root) ? std::optional(wanted) : std::nullopt;
    };
    settings.sphinx.hasFile = [fileBelow](std::string_view path) { return fileBelow(path).has_value(); };
    settings.sphinx.filesLike = [root = config.root](std::string_view path) { return filesLike(root, path); };
    settings.sphinx.imageSize = [fileBelow](std::string_view path) { return fileBelow(path).and_then(pictureSize); };
    return settings;
}

} // namespace post
