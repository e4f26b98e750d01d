// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/picture_home.h"

#include "post/sphinx_settings.h"

#include <format>

namespace publish {

namespace fs = std::filesystem;

PictureHome pictureHome(const fs::path &post, const post::BlogConfig &blog, int year)
{
    std::error_code error;
    PictureHome home{.folder = fs::absolute(post, error).parent_path(), .stem = post.stem().string()};
    if (home.stem.starts_with('.')) // what begins with a dot is hidden
        home.stem.clear();
    if (blog.root.empty())
        return home;
    home.root = fs::canonical(blog.root, error);
    const fs::path pictures = (blog.pictures / "").lexically_normal().parent_path(); // without a slash at its end
    // Links that lead out of the blog are not followed.
    if (error || pictures.empty() || pictures == "." || !fs::is_directory(home.root / pictures, error) ||
        !post::isBelow(home.root / pictures, home.root))
        return home;
    home.prefix = std::format("/{}/{}/", pictures.generic_string(), year);
    home.folder = home.root / pictures / std::to_string(year);
    return home;
}

std::string pictureName(std::string_view stem, int number, std::string_view ending)
{
    return number == 1 ? std::format("{}{}", stem, ending) : std::format("{}-{}{}", stem, number, ending);
}

} // namespace publish
