// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "archive/cache_folder.h"

#include "archive/content_hash.h"

#include <cstdlib>
#include <format>
#include <string>

namespace archive {

namespace fs = std::filesystem;

fs::path cacheFolder()
{
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return fs::path(value ? value : "");
    };
    // A relative path is to be ignored.
    if (const fs::path cache = variable("XDG_CACHE_HOME"); cache.is_absolute())
        return cache / "broadside" / "archive";
    if (const fs::path home = variable("HOME"); home.is_absolute())
        return home / ".cache" / "broadside" / "archive";
    return {};
}

fs::path indexFile(const fs::path &cache, const fs::path &folder)
{
    // The name is for people who look into the cache, the number keeps apart what is named alike.
    return cache / std::format("{}-{:016x}.sqlite", folder.filename().string(), contentHash(folder.string()));
}

} // namespace archive
