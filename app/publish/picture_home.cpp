// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/picture_home.h"

#include "post/sphinx_settings.h"

#include <algorithm>
#include <format>

namespace publish {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view namelessPicture = "picture";

} // namespace

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

std::string heldPictureName(std::string_view own, std::string_view sum, std::string_view ending)
{
    return std::format("{}-{}{}", own.empty() ? namelessPicture : own, sum.substr(0, heldSumDigits), ending);
}

std::string ownStemOfHeld(std::string_view name)
{
    const std::string_view stem = name.substr(0, name.rfind('.'));
    const std::size_t dash = stem.rfind('-');
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (dash == stem.npos || stem.size() - dash - 1 != heldSumDigits ||
        !std::ranges::all_of(stem.substr(dash + 1), isDigit) || stem.substr(0, dash) == namelessPicture)
        return {};
    return std::string(stem.substr(0, dash));
}

} // namespace publish
