// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace network {

enum class Method : std::uint8_t { Head, Get };

/// Which machines may be asked. A post is untrusted: its addresses must not reach into the network that we stand in.
enum class Reach : std::uint8_t {
    Nowhere, // nobody is asked
    Public,
    Everywhere, // also this machine and private networks
};

struct HttpRequest {
    std::string url = {};
    Method method = Method::Get;
    std::size_t mostBytes = 1'000'000; // of the body
    std::chrono::seconds limit = std::chrono::seconds(30);
    Reach reach = Reach::Public;
    std::stop_token stop = {};
};

struct HttpResponse {
    struct Redirect {
        long status = 0;
        std::string to = {};
    };
    long status = 0;              // of the last response
    std::string url = {};         // where it came from
    std::string contentType = {}; // without parameters, in lower case
    std::string body = {};
    std::vector<Redirect> redirects = {};

    /// Whether every redirection says that the address has changed for good.
    [[nodiscard]] bool movedForGood() const;
};

/// Asks a server by HTTP or HTTPS, and by nothing else; follows up to eight redirections. Any status is a response.
/// The error is a sentence: no such host, too large, too slow and so on. Safe on any thread.
[[nodiscard]] std::expected<HttpResponse, std::string> fetch(const HttpRequest &request);

/// The host of an http or https address, in lower case and with its port; empty for any other address.
[[nodiscard]] std::string hostOf(std::string_view url);

} // namespace network
