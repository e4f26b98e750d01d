// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/article_events.h"
#include "publish/site_build.h"

#include <gtest/gtest.h>

#include <fstream>

namespace publish {
namespace {

TEST(ArticleEvents, LeavesOutWhatDoesNotCount)
{
    EXPECT_EQ(articleEvents("<P  id='a' class=\"b  a\">One\n two<br/></P>"),
              articleEvents("<p class=\"a b\" id=\"a\">\nOne two<br></p>\n"));
    EXPECT_EQ(articleEvents("<h1>T<a class=\"headerlink\" href=\"#t\">¶</a></h1><!-- x -->"), "<h1>\nT\n</h1>\n");
    EXPECT_EQ(articleEvents("<div class=\"highlight\"><pre><span></span><span class=\"k\">def</span> f\n</pre></div>"),
              "<div class=\"highlight\">\n<pre>\ndef f\n</pre>\n</div>\n");
    EXPECT_NE(articleEvents("<p>one</p>"), articleEvents("<p>two</p>"));
    EXPECT_EQ(articleEvents("<p>a&#160;&amp;&lt;&#x41;&unknown;</p>"), "<p>\na\xc2\xa0&<A&unknown;\n</p>\n");
}

TEST(ArticleEvents, TakesTheArticleOfAPage)
{
    EXPECT_EQ(articleEvents("<html><body><nav>N</nav><div class=\"body\" role=\"main\"><div><p>x</p></div>"
                            "<div class=\"section ablog__blog_comments\">c</div><div "
                            "class=\"clearer\"></div></div><footer>F</footer></body></html>"),
              "<div>\n<p>\nx\n</p>\n</div>\n");
    EXPECT_EQ(articleEvents(""), "");
    EXPECT_EQ(articleEvents("<"), "<\n");
    EXPECT_EQ(articleEvents("<p class=\"unclosed"), "<p class=\"unclosed\">\n");
}

TEST(SiteBuild, SaysWhyABuildFailed)
{
    const auto folder = TemporaryFolder::make();
    ASSERT_TRUE(folder) << folder.error();
    const auto missing = buildSite("/no/such/program", folder->path(), folder->path(), std::chrono::seconds(5));
    ASSERT_FALSE(missing);
    const auto failing = buildSite("/bin/false", folder->path(), folder->path(), std::chrono::seconds(5));
    ASSERT_FALSE(failing);
    EXPECT_TRUE(failing.error().starts_with("The site's build failed")) << failing.error();
    EXPECT_TRUE(buildSite("/bin/true", folder->path(), folder->path(), std::chrono::seconds(5)));
}

TEST(SiteBuild, EndsABuildThatTakesTooLong)
{
    const auto folder = TemporaryFolder::make();
    ASSERT_TRUE(folder);
    const std::filesystem::path slow = folder->path() / "slow";
    std::ofstream(slow) << "#!/bin/sh\nsleep 60\n";
    std::filesystem::permissions(slow, std::filesystem::perms::owner_all);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(buildSite(slow, folder->path(), folder->path(), std::chrono::seconds(1)));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

} // namespace
} // namespace publish
