// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/picture_size.h"
#include "post/sphinx_settings.h"
#include "rst/engine.h"
#include "rst/sphinx/sphinx_html_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace post {
namespace {

using namespace std::string_literals;

const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\xa0\0\0\0\x78\x08\x02\0\0\0"s;
const std::string gif = "GIF89a\x2c\x01\x10\0\0\0\0"s;
const std::string jpeg = "\xff\xd8\xff\xe0\0\x04\0\0\xff\xff\xc2\0\x11\x08\x02\x58\x03\x20\x03\0\0\0"s;

class PictureSizeTest : public testing::Test
{
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder / "posts"); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path write(std::string_view name, std::string_view bytes) const
    {
        const std::filesystem::path file = m_folder / name;
        std::ofstream(file, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
        return file;
    }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() /
        (std::string("broadside-picture-size-") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

using Size = std::pair<unsigned, unsigned>;

TEST_F(PictureSizeTest, ReadsTheHeadsOfPictures)
{
    EXPECT_EQ(pictureSize(write("a.png", png)), Size(160, 120));
    EXPECT_EQ(pictureSize(write("a.gif", gif)), Size(300, 16));
    EXPECT_EQ(pictureSize(write("a.jpg", jpeg)), Size(800, 600));
}

TEST_F(PictureSizeTest, KnowsNoSizeOfWhatIsNoPicture)
{
    EXPECT_FALSE(pictureSize(m_folder / "missing.png"));
    EXPECT_FALSE(pictureSize(write("a.txt", "some text that is no picture at all")));
    for (const std::string &whole : {png, gif, jpeg}) {
        for (std::size_t size = 0; size < 10; ++size)
            EXPECT_FALSE(pictureSize(write("cut", std::string_view(whole).substr(0, size)))) << size;
    }
    EXPECT_FALSE(pictureSize(write("endless.jpg", "\xff\xd8" + std::string(5000, '\xff'))));
}

TEST_F(PictureSizeTest, ScalesThePicturesOfABlog)
{
    write("posts/a.png", png);
    const rst::Engine engine(rst::Dialect::Sphinx);
    BlogConfig config;
    config.root = m_folder;
    rst::Settings settings = sphinxSettings(config, {.year = 2026, .month = 3, .day = 9}, m_folder / "posts/post.rst");
    settings.dialect = rst::Dialect::Sphinx;
    const std::string html =
        rst::writeSphinxHtml(engine.publish(".. image:: a.png\n   :scale: 50\n", settings).document, settings);
    EXPECT_TRUE(html.contains("style=\"width: 80.0px; height: 60.0px;\"")) << html;
    EXPECT_FALSE(settings.sphinx.imageSize("../a.png"));
}

} // namespace
} // namespace post
