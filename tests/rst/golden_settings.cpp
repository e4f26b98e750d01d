// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "golden_settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <format>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <ranges>
#include <string>

namespace {

std::vector<std::string> listed(std::string_view value)
{
    return value | std::views::split(',') | std::ranges::to<std::vector<std::string>>();
}

rst::FileReader readerOf(std::filesystem::path folder)
{
    return [folder = std::move(folder)](std::string_view path) -> std::expected<std::string, std::string> {
        std::ifstream file(folder / path, std::ios::binary);
        if (!file)
            return std::unexpected("[Errno 2] No such file or directory: '" + std::string(path) + "'");
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
}

/// The files of a folder as those of the source folder.
void findImages(rst::SphinxSettings &settings, const std::filesystem::path &folder)
{
    settings.hasFile = [folder](std::string_view path) { return std::filesystem::is_regular_file(folder / path); };
    settings.filesLike = [folder](std::string_view path) {
        const std::string begin = std::filesystem::path(path).stem().string() + '.';
        std::vector<std::string> files;
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            if (const std::string name = entry.path().filename().string(); name.starts_with(begin))
                files.push_back(name);
        }
        std::ranges::sort(files);
        return files;
    };
}

} // namespace

rst::Settings goldenSettings(const std::filesystem::path &golden, std::string_view source)
{
    rst::Settings settings;
    constexpr std::string_view mark = ".. settings: ";
    if (!source.starts_with(mark))
        return settings;
    using Setter = std::function<void(std::string_view)>;
    const std::map<std::string, Setter, std::less<>> setters{
        {"raw_enabled", [&](std::string_view value) { settings.rawEnabled = value == "yes"; }},
        {"doctitle_xform", [&](std::string_view value) { settings.docTitle = value == "yes"; }},
        {"docinfo_xform", [&](std::string_view value) { settings.docInfo = value == "yes"; }},
        {"sectsubtitle_xform", [&](std::string_view value) { settings.sectionSubtitles = value == "yes"; }},
        {"strip_comments", [&](std::string_view value) { settings.stripComments = value == "yes"; }},
        {"strip_classes", [&](std::string_view value) { settings.stripClasses = listed(value); }},
        {"strip_elements_with_classes",
         [&](std::string_view value) { settings.stripElementsWithClasses = listed(value); }},
        {"generator", [&](std::string_view value) { settings.generator = value == "yes"; }},
        {"source_url", [&](std::string_view value) { settings.sourceUrl = value; }},
        {"datestamp", [&](std::string_view value) { settings.datestamp = value; }},
        {"line_length_limit",
         [&](std::string_view value) { settings.lineLengthLimit = std::stoul(std::string(value)); }},
        {"message_limit", [&](std::string_view value) { settings.messageLimit = std::stoul(std::string(value)); }},
        {"file_insertion_enabled",
         [&](std::string_view) { settings.readFile = readerOf(golden.parent_path() / "files"); }},
    };
    settings.sourceDateEpoch = 0;
    const std::string_view line = source.substr(mark.size(), source.find('\n') - mark.size());
    for (const auto word : line | std::views::split(' ')) {
        const std::string_view setting(word.begin(), word.end());
        const std::size_t equals = std::min(setting.find('='), setting.size() - 1);
        const auto setter = setters.find(setting.substr(0, equals));
        if (setter == setters.end())
            ADD_FAILURE() << golden << ": unknown setting " << setting;
        else
            setter->second(setting.substr(equals + 1));
    }
    return settings;
}

rst::Settings sphinxGoldenSettings(const std::filesystem::path &golden)
{
    rst::Settings settings;
    settings.dialect = rst::Dialect::Sphinx;
    settings.sphinx.today = "Mar 09, 2026";
    settings.sphinx.ablog.readDate = [](std::string_view date) -> std::optional<rst::SiteDate> {
        return rst::SiteDate{.year = 2026, .formatted = std::format("({})", date)};
    };
    settings.sphinx.captionNumbers.isOn = golden.stem().string().starts_with("numfig_");
    settings.sphinx.sourceFolder = "/blog";
    settings.readFile = readerOf(golden.parent_path() / "files");
    if (golden.stem().string().starts_with("design_"))
        settings.sphinx.extensions = {"sphinx_design"};
    if (golden.stem().string().starts_with("todo_"))
        settings.sphinx.extensions = {"sphinx.ext.todo"};
    if (golden.stem().string().starts_with("image_"))
        findImages(settings.sphinx, golden.parent_path() / "files");
    return settings;
}
