// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "network/http.h"

#include "network/image_download.h"
#include "tests/support/loopback_server.h"

#include <gtest/gtest.h>

namespace network {
namespace {

using namespace std::string_literals;

const std::string png = "\x89PNG\r\n\x1a\n"s + std::string(100, '\0');

TEST(Http, GetsABodyAndItsType)
{
    const LoopbackServer server(
        [](auto) { return LoopbackServer::response("200 OK", "Content-Type: Text/HTML; charset=utf-8\r\n", "words"); });
    const auto response = fetch({.url = server.url("/"), .reach = Reach::Everywhere});
    ASSERT_TRUE(response) << response.error();
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->contentType, "text/html");
    EXPECT_EQ(response->body, "words");
}

TEST(Http, AsksNoPrivateMachineUnlessItMay)
{
    const LoopbackServer server([](auto) { return LoopbackServer::response("200 OK"); });
    const auto response = fetch({.url = server.url("/")});
    ASSERT_FALSE(response);
    EXPECT_TRUE(response.error().contains("private network")) << response.error();
    EXPECT_TRUE(server.questions().empty());
}

TEST(Http, TellsOfEveryRedirection)
{
    const LoopbackServer server([](std::string_view question) {
        if (question == "HEAD /a")
            return LoopbackServer::response("301 Moved", "Location: /b\r\n");
        return question == "HEAD /b" ? LoopbackServer::response("308 Moved", "Location: /c\r\n")
                                     : LoopbackServer::response("200 OK");
    });
    const auto response = fetch({.url = server.url("/a"), .method = Method::Head, .reach = Reach::Everywhere});
    ASSERT_TRUE(response);
    EXPECT_TRUE(response->movedForGood());
    EXPECT_EQ(response->url, server.url("/c"));
}

TEST(Http, FollowsNoRedirectionToAnotherProtocol)
{
    const LoopbackServer server(
        [](auto) { return LoopbackServer::response("302 Found", "Location: file:///etc/passwd\r\n"); });
    EXPECT_FALSE(fetch({.url = server.url("/"), .reach = Reach::Everywhere}));
    EXPECT_FALSE(fetch({.url = "file:///etc/passwd"}));
    EXPECT_FALSE(fetch({.url = "ftp://127.0.0.1/"}));
}

TEST(Http, EndsCirclesAndFloods)
{
    const LoopbackServer circle([](auto) { return LoopbackServer::response("302 Found", "Location: /\r\n"); });
    EXPECT_TRUE(fetch({.url = circle.url("/"), .reach = Reach::Everywhere}).error().contains("circles"));
    const LoopbackServer flood([](auto) { return LoopbackServer::response("200 OK", {}, std::string(5000, 'x')); });
    EXPECT_TRUE(fetch({.url = flood.url("/"), .mostBytes = 1000, .reach = Reach::Everywhere})
                    .error()
                    .contains("more than 1000 bytes"));
}

TEST(Http, StopsWhenItIsTold)
{
    const LoopbackServer server([](auto) { return LoopbackServer::response("200 OK"); });
    std::stop_source source;
    source.request_stop();
    EXPECT_TRUE(fetch({.url = server.url("/"), .reach = Reach::Everywhere, .stop = source.get_token()})
                    .error()
                    .contains("cancelled"));
}

TEST(ImageDownload, TakesPicturesByTheirBytesAlone)
{
    const LoopbackServer server([](std::string_view question) {
        if (question == "GET /good.png")
            return LoopbackServer::response("200 OK", "Content-Type: image/png\r\n", png);
        if (question == "GET /page.png")
            return LoopbackServer::response("200 OK", "Content-Type: text/html\r\n", png);
        if (question == "GET /script.svg")
            return LoopbackServer::response("200 OK", "Content-Type: image/svg+xml\r\n", "<svg onload='x()'/>");
        return LoopbackServer::response("404 Not Found", "Content-Type: image/png\r\n", png);
    });
    const auto good = downloadImage(server.url("/good.png"), Reach::Everywhere);
    ASSERT_TRUE(good) << good.error();
    EXPECT_EQ(good->bytes, png);
    EXPECT_EQ(good->ending, ".png");
    EXPECT_FALSE(downloadImage(server.url("/page.png"), Reach::Everywhere));
    EXPECT_FALSE(downloadImage(server.url("/script.svg"), Reach::Everywhere));
    EXPECT_FALSE(downloadImage(server.url("/gone.png"), Reach::Everywhere));
}

TEST(HostOf, IsThatOfTheWebAlone)
{
    EXPECT_EQ(hostOf("https://User@Example.ORG:8080/a"), "example.org:8080");
    EXPECT_EQ(hostOf("mailto:a@b.org"), "");
    EXPECT_EQ(hostOf("//example.org/a"), "");
}

} // namespace
} // namespace network
