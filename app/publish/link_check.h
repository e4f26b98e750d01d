// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "network/http.h"
#include "post/source_lines.h"
#include "rst/document/document.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace publish {

/// An address of the web that a post leads to, or a picture that it shows from there.
struct WebLink {
    std::string url = {};       // without its fragment
    post::ByteRange range = {}; // of the first one in the source; empty where it comes from an included file
};

/// Each address once, in the order of the text.
[[nodiscard]] std::vector<WebLink> webLinksOf(const rst::Document &document);

struct LinkResult {
    enum class State : std::uint8_t {
        Good,
        Moved,        // leads elsewhere for now
        MovedForGood, // the new address should be written
        Broken,       // the server says that there is no such page
        Doubtful,     // the server does not say: it refuses robots, fails, or does not answer
    } state = State::Good;
    std::string url = {};
    long status = 0;           // 0: no answer
    std::string target = {};   // where a moved one leads to
    std::string text = {};     // all of this as a sentence
    bool isRemembered = false; // from the cache
};

struct LinkCheckOptions {
    std::filesystem::path cache = {}; // a file; empty for none
    std::chrono::hours cacheAge = std::chrono::hours(24);
    std::chrono::milliseconds pause = std::chrono::milliseconds(500); // between two questions to one host
    network::Reach reach = network::Reach::Public;
    std::stop_token stop = {};
    std::function<void(std::size_t done)> progress = {}; // called on any thread
};

/// Asks the servers: HEAD, and GET where that is refused; one question at a time to each host, several hosts at once. Results
/// stand in the order of `urls`; when it is stopped, those that were not asked are missing.
[[nodiscard]] std::vector<LinkResult> checkLinks(const std::vector<std::string> &urls, const LinkCheckOptions &options);

/// The file in the user's cache folder in which results are remembered.
[[nodiscard]] std::filesystem::path linkCacheFile();

} // namespace publish
