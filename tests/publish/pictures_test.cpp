// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/pictures.h"

#include "folder.h"

#include "rst/engine.h"

namespace publish {
namespace {

namespace fs = std::filesystem;

TEST(Pictures, StayInsideTheBlog)
{
    const Folder folder;
    folder.write("blog/posts/a.png", "x");
    folder.write("outside.png", "x");
    fs::create_symlink(folder.path(), folder / "blog/posts/link");
    const fs::path root = folder / "blog", posts = folder / "blog/posts";
    EXPECT_EQ(pictureFile("a.png", posts, root).value(), posts / "a.png");
    EXPECT_EQ(pictureFile("/posts/a.png", posts, root).value(), posts / "a.png");
    EXPECT_EQ(pictureFile("../posts/./a.png", posts, root).value(), posts / "a.png");
    EXPECT_FALSE(pictureFile("../../outside.png", posts, root));
    EXPECT_FALSE(pictureFile("/../outside.png", posts, root));
    EXPECT_FALSE(pictureFile("link/outside.png", posts, root)) << "links are followed";
    EXPECT_FALSE(pictureFile("https://example.org/a.png", posts, root));
    EXPECT_TRUE(isInside(root, root));
    EXPECT_FALSE(isInside(folder / "blogger", root));
}

TEST(Pictures, AreFoundInTheTree)
{
    const rst::Publication publication = rst::Engine(rst::Dialect::Docutils)
                                             .publish(".. image:: a.png\n   :alt: A\n\n.. figure:: //host/b.png\n\n   "
                                                      "Words\n\n|x|\n\n.. |x| image:: data:image/png;base64,AA\n");
    const std::vector<Picture> pictures = picturesOf(publication.document);
    ASSERT_GE(pictures.size(), 3u);
    EXPECT_EQ(pictures[0].uri, "a.png");
    EXPECT_EQ(pictures[0].alt, "A");
    EXPECT_FALSE(pictures[0].isRemote);
    EXPECT_TRUE(pictures[1].isRemote);
    EXPECT_EQ(pictures[1].alt, "");
    EXPECT_TRUE(pictures[2].isRemote);
}

} // namespace
} // namespace publish
