// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/archive_findings.h"
#include "cli/known_blogs.h"
#include "cli/report.h"
#include "cli/streams.h"
#include "cli/today_option.h"
#include "cli/verbs.h"
#include "post/ablog_traps.h"
#include "post/legacy_findings.h"
#include "post/metadata_findings.h"
#include "post/prose_findings.h"
#include "post/referred_targets.h"
#include "post/site_page.h"
#include "post/sphinx_settings.h"
#include "publish/export_plan.h"
#include "publish/git.h"
#include "rst/diagnostics/worth_telling.h"
#include "rst/engine.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <thread>

namespace cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view formats[] = {"text", "json", "sarif"};
constexpr std::string_view dialects[] = {"sphinx", "docutils"};
constexpr std::string_view levels[] = {"info", "warning", "error", "severe"};
constexpr Option checkOptions[] = {
    {.name = "format", .value = "FORMAT", .help = "how to print what was found (text)", .choices = formats},
    {.name = "dialect", .value = "DIALECT", .help = "whose language the files are in (sphinx)", .choices = dialects},
    {.name = "level", .value = "LEVEL", .help = "the least level that is told (warning)", .choices = levels},
    {.name = "legacy", .help = "also name what the move from Blogger left behind"},
    {.name = "archive", .help = "also what the blog's other posts say: names written otherwise, titles that are taken"},
    {.name = "checklist", .help = "also all that the export page checks: pictures, excerpt, date, other posts ..."},
    {.name = "staged", .help = "check the posts that are staged in git, as they are staged, below the paths"},
    {.name = "fatal",
     .value = "LEVEL",
     .help = "the least level that makes the exit status 1 (info)",
     .choices = levels},
    {.name = "prose", .help = "also name wrong weekdays, doubled words and the like"},
    {.name = "today", .value = "DATE", .help = "the day of the build (today)"},
};

/// What all files are checked with.
struct CheckSettings {
    rst::Dialect dialect = rst::Dialect::Sphinx;
    rst::Level level = rst::Level::Warning;
    bool legacy = false;
    bool archive = false;
    bool checklist = false;
    bool prose = false;
    post::DateTime today = {};
    KnownBlogs blogs = {};
};

/// What is checked: a file, or what git has staged for it.
struct CheckedFile {
    std::string path = {};
    std::optional<std::string> staged = {};
};

/// Finds the column, in characters, and the line of bytes of a source.
class Places
{
public:
    explicit Places(std::string_view source) : m_source(source), m_lines(post::sourceLines(source)) {}

    struct Place {
        std::uint32_t line = 1;
        std::uint32_t column = 1;
    };
    [[nodiscard]] Place at(std::size_t byte) const
    {
        const auto after =
            std::ranges::upper_bound(m_lines, byte, {}, [](const post::SourceLine &line) { return line.text.begin; });
        if (after == m_lines.begin())
            return {};
        const post::SourceLine &line = *std::prev(after);
        const std::size_t end = std::min(byte, line.text.end);
        return {.line = std::uint32_t(after - m_lines.begin()),
                .column =
                    1 + std::uint32_t(rst::countCodePoints(m_source.substr(line.text.begin, end - line.text.begin)))};
    }

private:
    std::string_view m_source;
    std::vector<post::SourceLine> m_lines;
};

/// docutils' message at docutils' line; the column is that of its text, where that stands in the same line.
ReportItem itemOf(const rst::Diagnostic &diagnostic, const rst::SourceMap &sources)
{
    ReportItem item = {.line = diagnostic.line,
                       .level = std::string(rst::levelName(diagnostic.level)),
                       .rule = diagnostic.subtype.empty() ? "docutils" : std::string(diagnostic.subtype),
                       .text = diagnostic.message};
    if (diagnostic.span.isEmpty())
        return item;
    const auto begin = sources.locate(diagnostic.span.begin);
    const auto end = sources.locate(diagnostic.span.end);
    if (begin.file == 0 && begin.line == diagnostic.line) {
        item.column = begin.column;
        item.endLine = end.line;
        item.endColumn = end.column;
    }
    return item;
}

ReportItem itemOf(const post::Finding &finding, const Places &places)
{
    const auto begin = places.at(finding.range.begin), end = places.at(finding.range.end);
    return {.line = begin.line,
            .column = begin.column,
            .endLine = end.line,
            .endColumn = end.column,
            .level = finding.severity <= post::Severity::LooksWrong ? "INFO"
                     : finding.severity == post::Severity::Error    ? "ERROR"
                                                                    : "WARNING",
            .rule = std::string(finding.rule),
            .text = finding.text};
}

/// The checks of the export page that are not told one by one as messages or findings.
void addChecklist(FileReport &report, std::string_view source, const rst::Engine &engine,
                  const post::BlogConfig &config, const CheckSettings &check, const KnownBlog *blog)
{
    const publish::ExportPlan plan = publish::planExport(source, engine, config,
                                                         {.source = report.path == "-" ? "" : report.path,
                                                          .today = check.today,
                                                          .site = blog == nullptr ? nullptr : blog->site});
    const Places places(source);
    for (const publish::Check &entry : plan.checks) {
        const bool isTold = entry.rule == "messages" || entry.rule == "utf-8" ||
                            std::ranges::contains(report.items, entry.text, &ReportItem::text);
        const bool isFine =
            entry.state == publish::Check::State::Passed || entry.state == publish::Check::State::Unasked;
        if (isFine || isTold)
            continue;
        const auto severity =
            entry.state == publish::Check::State::Failed ? post::Severity::Error : post::Severity::Warning;
        ReportItem item = itemOf({.severity = severity,
                                  .rule = entry.rule,
                                  .range = entry.range.value_or(post::ByteRange()),
                                  .text = entry.text},
                                 places);
        if (!entry.range)
            item.endLine = item.endColumn = 0;
        report.items.push_back(std::move(item));
    }
}

FileReport checked(const CheckedFile &file, const rst::Engine &engine, const CheckSettings &check)
{
    const std::string &path = file.path;
    FileReport report = {.path = path};
    const auto source = file.staged ? std::expected<std::string, std::string>(*file.staged) : readInput(path);
    if (!source) {
        report.problem = source.error();
        return report;
    }
    if (fs::path(path).filename() == "conf.py") {
        const post::SiteSettings site = post::readSiteSettings(*source);
        for (const std::string &trap : post::siteTraps(site))
            report.items.push_back({.level = "ERROR", .rule = "conf.default", .text = trap});
        if (std::string computed = post::computedSettings(site); !computed.empty())
            report.items.push_back({.level = "INFO", .rule = "conf.computed", .text = std::move(computed)});
        return report;
    }
    const auto found = post::findBlogConfig(path == "-" ? "." : path);
    if (!found)
        report.problem = found.error();
    const post::BlogConfig config = found.value_or(post::BlogConfig());
    rst::Settings settings;
    if (check.dialect == rst::Dialect::Sphinx)
        settings = post::sphinxSettings(config, check.today, path == "-" ? "" : path);
    const KnownBlog *const blog = check.blogs.at(config.root);
    const bool isOfBlog = path != "-" && !config.root.empty();
    settings.sphinx.knowsSite = !isOfBlog; // until publishPage() hears of it
    const post::PageSurroundings surroundings{
        .config = config, .clock = check.today, .site = isOfBlog && blog != nullptr ? blog->site : nullptr};
    const rst::Publication publication = check.dialect == rst::Dialect::Sphinx
                                             ? post::publishPage(engine, *source, settings, surroundings)
                                             : engine.publish(*source, settings);
    const post::ReferredTargets referred(publication.document);
    for (const rst::Diagnostic &diagnostic : publication.diagnostics) {
        if (diagnostic.level >= check.level && rst::isWorthTelling(diagnostic) && !referred.contradict(diagnostic))
            report.items.push_back(itemOf(diagnostic, publication.document.sources()));
    }
    const Places places(*source);
    if (const auto invalid = rst::firstInvalidUtf8(*source)) {
        const auto place = places.at(*invalid);
        report.items.push_back({.line = place.line,
                                .column = place.column,
                                .level = "ERROR",
                                .rule = "utf-8",
                                .text = "The file is not UTF-8."});
    }
    const std::vector<post::PostMetadata> posts = post::readPosts(publication.document, config, check.today);
    if (check.dialect == rst::Dialect::Sphinx) {
        for (const post::Finding &finding :
             post::metadataFindings(*source, publication.document, posts, config, check.today))
            report.items.push_back(itemOf(finding, places));
    }
    if (check.archive && blog != nullptr) {
        const std::string place = path == "-" ? std::string() : archive::pathWithin(config.root, path);
        for (const post::Finding &finding :
             archive::archiveFindings(*source, publication.document, posts, blog->posts, place, config, check.today))
            report.items.push_back(itemOf(finding, places));
    }
    if (check.checklist && check.dialect == rst::Dialect::Sphinx)
        addChecklist(report, *source, engine, config, check, blog);
    if (check.prose) {
        for (const post::Finding &finding :
             post::proseFindings(*source, publication.document, posts, config, check.today))
            report.items.push_back(itemOf(finding, places));
    }
    if (check.legacy) {
        for (const post::Finding &finding : post::legacyFindings(*source, publication.document))
            report.items.push_back(itemOf(finding, places));
    }
    return report;
}

/// The files that a path names: itself, or every .rst file below a folder, sorted. Hidden folders are left out.
void addFiles(std::vector<CheckedFile> &files, const std::string &path)
{
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
        files.push_back({path});
        return;
    }
    const std::size_t first = files.size();
    fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name == "conf.py" && entry->is_regular_file(error))
            files.push_back({entry->path().string()});
        if (name.starts_with('.') || name == "_build" || name == "_website") {
            if (entry->is_directory(error))
                entry.disable_recursion_pending();
        } else if (name.ends_with(".rst") && entry->is_regular_file(error) &&
                   post::isBelow(entry->path(), path)) { // a link may lead anywhere
            files.push_back({entry->path().string()});
        }
    }
    std::ranges::sort(files.begin() + std::ptrdiff_t(first), files.end(), {}, &CheckedFile::path);
}

/// The posts below a path that a commit would change, as they are staged. In a hook git's own index is asked, which for a
/// partial commit is not the repository's. The error is a sentence.
std::expected<void, std::string> addStaged(std::vector<CheckedFile> &files, const std::string &path)
{
    const auto repository = publish::GitRepository::open(path);
    if (!repository)
        return std::unexpected(repository.error());
    publish::ProcessRequest options;
    if (const char *const index = std::getenv("GIT_INDEX_FILE"))
        options.environment = {std::format("GIT_INDEX_FILE={}", fs::absolute(index).string())};
    std::error_code error;
    const auto names =
        repository->read({"diff", "--cached", "--name-only", "--no-renames", "--no-ext-diff", "--diff-filter=AM", "-z",
                          "--", repository->pathspec(fs::canonical(path, error))},
                         options);
    if (!names)
        return std::unexpected(names.error());
    for (const std::string &name : publish::nulSeparated(*names)) {
        if (!name.ends_with(".rst"))
            continue;
        auto content = repository->read({"cat-file", "blob", ":" + name}, options);
        if (!content)
            return std::unexpected(content.error());
        files.push_back({(repository->top / name).string(), std::move(*content)});
    }
    return {};
}

/// Checks all files on several threads; reports stand in the order of the files.
std::vector<FileReport> checkedAll(const std::vector<CheckedFile> &files, const CheckSettings &check)
{
    const rst::Engine engine(check.dialect);
    std::vector<FileReport> reports(files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++)
            reports[i] = checked(files[i], engine, check);
    };
    const std::size_t count = std::min<std::size_t>(files.size(), std::max(2u, std::thread::hardware_concurrency()));
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < count; ++i)
            threads.emplace_back(work);
        work();
    }
    return reports;
}

ExitCode runCheck(const Arguments &arguments)
{
    const auto today = todayFrom(arguments);
    if (!today)
        return wrongUse(today.error());
    const std::string_view level = arguments.value("level", "warning");
    CheckSettings check = {.dialect =
                               arguments.value("dialect") == "docutils" ? rst::Dialect::Docutils : rst::Dialect::Sphinx,
                           .level = rst::Level(std::ranges::find(levels, level) - std::begin(levels) + 1),
                           .legacy = arguments.has("legacy"),
                           .archive = arguments.has("archive") || arguments.has("checklist"),
                           .checklist = arguments.has("checklist"),
                           .prose = arguments.has("prose"),
                           .today = *today};
    std::vector<CheckedFile> files;
    for (const std::string_view path : arguments.operands()) {
        if (!arguments.has("staged")) {
            addFiles(files, std::string(path));
        } else if (const auto added = addStaged(files, std::string(path)); !added) {
            return wrongUse(added.error());
        }
    }
    if (check.dialect == rst::Dialect::Sphinx) {
        std::vector<std::string> paths;
        paths.reserve(files.size());
        for (const CheckedFile &file : files)
            paths.push_back(file.path);
        auto known = KnownBlogs::of(paths, check.today);
        if (known)
            check.blogs = std::move(*known);
        else if (check.archive)
            return wrongUse(known.error());
    }
    const std::vector<FileReport> reports = checkedAll(files, check);

    const std::string_view format = arguments.value("format", "text");
    writeOut(format == "json" ? jsonReport(reports) : format == "sarif" ? sarifReport(reports) : textReport(reports));
    bool hasProblems = false, hasFindings = false;
    const auto *const fatal = std::ranges::find(levels, arguments.value("fatal", "info"));
    const auto isFatal = [&](const ReportItem &item) {
        std::string found = item.level;
        std::ranges::transform(found, found.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        return std::ranges::find(levels, found) >= fatal;
    };
    for (const FileReport &report : reports) {
        hasFindings = hasFindings || std::ranges::any_of(report.items, isFatal);
        if (!report.problem.empty()) {
            hasProblems = true;
            writeError(std::format("broadside-cli: {}\n", report.problem));
        }
    }
    return hasProblems ? ExitCode::WrongUse : hasFindings ? ExitCode::Findings : ExitCode::Done;
}

} // namespace

const Verb checkVerb = {
    .name = "check",
    .operands = "PATH…",
    .summary = "Names what the site's build would complain about, in files and in folders' .rst files.",
    .details = "Lines read file:line:column: LEVEL: text. The exit status is 1 where anything was found.",
    .options = checkOptions,
    .minOperands = 1,
    .maxOperands = 100'000,
    .run = runCheck,
};

} // namespace cli
