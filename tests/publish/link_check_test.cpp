// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/link_check.h"

#include "folder.h"
#include "publish/picture_fetch.h"
#include "tests/support/loopback_server.h"

#include "rst/engine.h"

namespace publish {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using State = LinkResult::State;

LinkCheckOptions options(const fs::path &cache = {})
{
    return {.cache = cache, .pause = std::chrono::milliseconds(0), .reach = network::Reach::Everywhere};
}

std::string answerTo(std::string_view question)
{
    if (question.ends_with(" /moved"))
        return LoopbackServer::response("301 Moved", "Location: /here\r\n");
    if (question.ends_with(" /for-now"))
        return LoopbackServer::response("302 Found", "Location: /here\r\n");
    if (question.ends_with(" /gone"))
        return LoopbackServer::response("410 Gone");
    if (question == "HEAD /no-head")
        return LoopbackServer::response("405 Not Allowed");
    if (question.ends_with(" /robots"))
        return LoopbackServer::response("403 Forbidden");
    return LoopbackServer::response("200 OK");
}

TEST(LinkCheck, SaysWhatBecameOfEachLink)
{
    const LoopbackServer server(answerTo);
    const auto results = checkLinks({server.url("/here"), server.url("/moved"), server.url("/for-now"),
                                     server.url("/gone"), server.url("/no-head"), server.url("/robots")},
                                    options());
    ASSERT_EQ(results.size(), 6u);
    EXPECT_EQ(results[0].state, State::Good);
    EXPECT_EQ(results[1].state, State::MovedForGood);
    EXPECT_EQ(results[1].target, server.url("/here"));
    EXPECT_EQ(results[2].state, State::Moved);
    EXPECT_EQ(results[3].state, State::Broken);
    EXPECT_EQ(results[4].state, State::Good);
    EXPECT_EQ(results[5].state, State::Doubtful);
}

TEST(LinkCheck, RemembersWhatIsGoodAndAsksAgainForTheRest)
{
    const Folder folder;
    const LoopbackServer server(answerTo);
    const std::vector<std::string> urls = {server.url("/here"), server.url("/gone")};
    (void)checkLinks(urls, options(folder / "cache/links"));
    const auto again = checkLinks(urls, options(folder / "cache/links"));
    ASSERT_EQ(again.size(), 2u);
    EXPECT_TRUE(again[0].isRemembered);
    EXPECT_FALSE(again[1].isRemembered);
    EXPECT_EQ(server.questions(),
              (std::vector<std::string>{"HEAD /here", "HEAD /gone", "GET /gone", "HEAD /gone", "GET /gone"}));
}

TEST(LinkCheck, StopsWhenItIsTold)
{
    std::stop_source source;
    const LoopbackServer server([&](std::string_view) {
        source.request_stop();
        return LoopbackServer::response("200 OK");
    });
    LinkCheckOptions wanted = options();
    wanted.stop = source.get_token();
    wanted.pause = std::chrono::hours(1);
    EXPECT_LE(checkLinks({server.url("/a"), server.url("/b")}, wanted).size(), 1u);
    EXPECT_EQ(server.questions().size(), 1u);
}

TEST(LinkCheck, FindsEachLinkOfAPostOnce)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const rst::Publication post = engine.publish("`A <https://a.org/x#one>`_ and https://a.org/x and mailto:a@b.org\n\n"
                                                 ".. image:: https://b.org/p.png\n");
    const auto links = webLinksOf(post.document);
    ASSERT_EQ(links.size(), 2u);
    EXPECT_EQ(links[0].url, "https://a.org/x");
    EXPECT_EQ(links[1].url, "https://b.org/p.png");
}

TEST(PictureFetch, BringsPicturesUnderReadableNames)
{
    const Folder folder;
    const std::string png = "\x89PNG\r\n\x1a\n"s + "one", other = "\x89PNG\r\n\x1a\n"s + "two";
    const LoopbackServer server([&](std::string_view question) {
        if (question.ends_with("/gone.png"))
            return LoopbackServer::response("404 Not Found");
        return LoopbackServer::response("200 OK", "Content-Type: image/png\r\n",
                                        question.ends_with("a8f7e6d5c4") ? other : png);
    });
    post::BlogConfig config;
    config.root = folder.path();
    folder.write("_static/2026/doors-open.png", "another picture of that name");
    const std::string source =
        ".. image:: " + server.url("/Board%20Meeting.png") + "\n   :alt: A\n\n.. image:: " + server.url("/a8f7e6d5c4") +
        "\n\n.. figure:: " + server.url("/gone.png") + "\n\n" + ".. image:: " + server.url("/a8f7e6d5c4") + "\n";
    const rst::Engine engine(rst::Dialect::Sphinx);
    const LocalisedPost post =
        localisePictures(source, engine, config, "doors-open", "2026", network::Reach::Everywhere);
    EXPECT_EQ(post.problems.size(), 1u);
    ASSERT_EQ(post.files.size(), 2u);
    EXPECT_TRUE(post.files[0].path.filename().string().starts_with("doors-open-board")) << post.files[0].path;
    EXPECT_EQ(post.files[1].path, folder / "_static/2026/doors-open-2.png");
    EXPECT_EQ(post.files[1].bytes, other);
    EXPECT_TRUE(post.text.contains(".. image:: /_static/2026/doors-open-2.png\n\n.. figure:: http://127.0.0.1"));
    EXPECT_TRUE(post.text.ends_with(".. image:: /_static/2026/doors-open-2.png\n"));
    EXPECT_FALSE(fs::exists(post.files[0].path)) << "nothing is written yet";
}

TEST(PictureFetch, TakesOutWhatTheTextHolds)
{
    const Folder folder;
    post::BlogConfig config;
    config.root = folder.path();
    const rst::Engine engine(rst::Dialect::Sphinx);
    const std::string source = ".. image:: data:image/png;base64,iVBORw0KGgpv\n   :alt: The great hall\n\n"
                               ".. image:: data:image/png;base64,PHN2Zy8+\n\n.. image:: https://a.example/b.png\n";
    const LocalisedPost post = localisePictures(source, engine, config, "doors-open", "2026", network::Reach::Nowhere);
    ASSERT_EQ(post.files.size(), 1u);
    EXPECT_EQ(post.files[0].path, folder / "_static/2026/doors-open-great-hall.png");
    EXPECT_EQ(post.files[0].bytes, "\x89PNG\r\n\x1a\no"s);
    EXPECT_EQ(post.changes, std::vector<std::string>{"data:image/png… → /_static/2026/doors-open-great-hall.png"});
    ASSERT_EQ(post.problems.size(), 1u) << "nobody is asked";
    EXPECT_TRUE(post.problems[0].starts_with("data:image/png… holds no picture")) << post.problems[0];
    EXPECT_EQ(post.text, ".. image:: /_static/2026/doors-open-great-hall.png\n   :alt: The great hall\n\n" +
                             source.substr(source.find(".. image:: data:image/png;base64,PHN2")));
}

TEST(PictureFetch, LeavesTheBlogNever)
{
    const Folder folder;
    post::BlogConfig config;
    config.root = folder / "blog";
    fs::create_directories(config.root);
    fs::create_directory_symlink(folder.path(), config.root / "_static");
    const rst::Engine engine(rst::Dialect::Sphinx);
    const LocalisedPost post = localisePictures(".. image:: https://a.org/p.png\n", engine, config, "a", "2026");
    ASSERT_EQ(post.problems.size(), 1u);
    EXPECT_TRUE(post.problems[0].contains("outside the blog's folder"));
    EXPECT_TRUE(post.files.empty());
}

} // namespace
} // namespace publish
