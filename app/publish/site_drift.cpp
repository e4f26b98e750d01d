// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/site_drift.h"

#include "publish/article_events.h"
#include "publish/line_diff.h"
#include "publish/site_build.h"

#include <algorithm>
#include <format>
#include <fstream>
#include <iterator>
#include <utility>

namespace publish {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> pageOf(const fs::path &built, std::string_view docname)
{
    constexpr std::uintmax_t largest = 50'000'000; // bytes
    const fs::path file = built / (std::string(docname) + ".html");
    std::error_code error;
    std::ifstream stream(file, std::ios::binary);
    if (!stream || fs::file_size(file, error) > largest)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Drift driftOf(const post::Site &site, const post::Site::Document &document, const fs::path &built)
{
    Drift drift{.docname = document.docname, .title = *site.index().titleOf(document.docname), .file = document.file};
    const auto page = pageOf(built, document.docname);
    drift.isMissing = !page.has_value();
    if (drift.isMissing)
        return drift;
    const std::string theirs = articleEvents(*page);
    const std::string ours = articleEvents(site.page(document));
    if (theirs == ours)
        return drift;
    for (const DiffLine &line : lineDiff(theirs, ours)) {
        if (line.kind != DiffLine::Kind::Same)
            drift.lines.push_back(std::format("{} {}", line.kind == DiffLine::Kind::Removed ? '-' : '+', line.text));
    }
    return drift;
}

/// The html pages of the site: built before, or now into a temporary folder.
std::expected<fs::path, std::string> builtPages(const DriftOptions &options, const fs::path &root,
                                                const fs::path &folder)
{
    if (options.built)
        return *options.built;
    const std::optional<fs::path> program = options.program ? options.program : findSphinxBuild(root);
    if (!program)
        return std::unexpected("There is no sphinx-build: neither in an environment of the blog (.venv, venv) nor on "
                               "the PATH.");
    if (const auto done = buildSite(*program, root, folder, options.limit, options.stop); !done)
        return std::unexpected(done.error());
    return folder / "html";
}

std::vector<const post::Site::Document *> wantedDocuments(const post::Site &site, const fs::path &path,
                                                          const DriftOptions &options)
{
    std::error_code error;
    const bool isOneFile = fs::is_regular_file(path, error);
    std::vector<const post::Site::Document *> wanted;
    for (std::size_t i = 0; i < site.documents().size(); ++i) {
        const post::Site::Document &document = site.documents()[i];
        const bool isPost = std::ranges::contains(site.posts(), i, &post::Site::Post::document);
        if (isOneFile ? fs::equivalent(document.file, path, error) : isPost || options.allDocuments)
            wanted.push_back(&document);
    }
    return wanted;
}

} // namespace

std::expected<std::vector<Drift>, std::string> checkDrift(const fs::path &path, const DriftOptions &options)
{
    const auto site = post::Site::read(path, rst::UriStyle::Html, post::today());
    if (!site)
        return std::unexpected(site.error());
    const auto folder = TemporaryFolder::make();
    if (!folder)
        return std::unexpected(folder.error());
    const auto built = builtPages(options, site->config().root, folder->path());
    if (!built)
        return std::unexpected(built.error());
    const std::vector<const post::Site::Document *> documents = wantedDocuments(*site, path, options);
    std::vector<Drift> drifts;
    for (const post::Site::Document *document : documents) {
        if (options.stop.stop_requested())
            return std::unexpected("The check was stopped.");
        drifts.push_back(driftOf(*site, *document, *built));
        if (options.progress)
            options.progress(drifts.size(), documents.size());
    }
    return drifts;
}

} // namespace publish
