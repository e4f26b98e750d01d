// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/localised_post.h"

#include "publish/file_changes.h"
#include "publish/picture_fetch.h"

namespace cli {

network::Reach reachOf(const Arguments &arguments)
{
    return arguments.has("private") ? network::Reach::Everywhere : network::Reach::Public;
}

std::expected<LocalisedFile, std::string> writeLocalised(const std::filesystem::path &path, std::string_view text,
                                                         const post::BlogConfig &config, const rst::Engine &engine,
                                                         network::Reach reach)
{
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::absolute(path, error).lexically_normal().parent_path();
    publish::LocalisedPost post =
        publish::localisePictures(text, engine, config, path.stem().string(), folder.filename().string(), reach);
    post.files.push_back({path, post.text});
    publish::FileChanges changes;
    for (const publish::FileContent &file : post.files) {
        if (const auto written = changes.write(file.path, *file.bytes); !written) {
            changes.takeBack();
            return std::unexpected(written.error());
        }
    }
    return LocalisedFile{.changes = std::move(post.changes), .problems = std::move(post.problems)};
}

std::expected<LocalisedFile, std::string> writeLocalisedBelow(const std::filesystem::path &output,
                                                              const std::filesystem::path &path, std::string_view text,
                                                              const rst::Engine &engine, network::Reach reach)
{
    auto config = post::findBlogConfig(path);
    if (!config)
        return std::unexpected(config.error());
    std::error_code error;
    if (config->root.empty() && !output.empty())
        config->root = std::filesystem::weakly_canonical(output, error);
    return writeLocalised(path, text, *config, engine, reach);
}

} // namespace cli
