// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/link_check.h"

#include "post/source_range.h"
#include "publish/atomic_file.h"
#include "publish/git.h"
#include "rst/document/node_ref.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <cstdlib>
#include <format>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace publish {

namespace {

namespace fs = std::filesystem;
using LinkState = LinkResult::State;

constexpr std::size_t mostHostsAtOnce = 6;
constexpr std::size_t mostRemembered = 20'000;

long long secondsNow()
{
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// Results of earlier runs: "url\tstatus\tstate\ttime\ttarget" lines.
class LinkCache
{
public:
    LinkCache(const LinkCheckOptions &options) : m_options(options)
    {
        const auto text = options.cache.empty() ? std::unexpected(std::string()) : readFile(options.cache);
        if (!text)
            return;
        const long long oldest = secondsNow() - std::chrono::seconds(options.cacheAge).count();
        for (const std::string &line : lines(*text)) {
            Entry entry;
            std::string url;
            if (read(line, url, entry) && entry.time >= oldest)
                m_entries.insert_or_assign(std::move(url), std::move(entry));
        }
    }

    /// Only what is good is believed later: what failed may be there again in a minute.
    [[nodiscard]] std::optional<LinkResult> find(const std::string &url) const;
    void add(const LinkResult &result)
    {
        if (result.state == LinkState::Good || result.state == LinkState::Moved ||
            result.state == LinkState::MovedForGood)
            m_entries.insert_or_assign(result.url,
                                       Entry{secondsNow(), result.status, int(result.state), result.target});
    }
    void save() const
    {
        if (m_options.cache.empty() || m_entries.size() > mostRemembered)
            return;
        std::string text;
        for (const auto &[url, entry] : m_entries)
            text += std::format("{}\t{}\t{}\t{}\t{}\n", url, entry.status, entry.state, entry.time, entry.target);
        (void)writeFileAtomically(m_options.cache, text); // a cache that cannot be written is none
    }

private:
    struct Entry {
        long long time = 0;
        long status = 0;
        int state = 0;
        std::string target = {};
    };

    static bool read(std::string_view line, std::string &url, Entry &entry)
    {
        std::vector<std::string_view> parts;
        for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
            parts.push_back(line.substr(0, tab));
            line.remove_prefix(tab + 1);
        }
        parts.push_back(line);
        if (parts.size() != 5)
            return false;
        const auto number = [&](std::size_t part, auto &value) {
            return std::from_chars(parts[part].data(), parts[part].data() + parts[part].size(), value).ec ==
                   std::errc();
        };
        url = parts[0];
        entry.target = parts[4];
        return number(1, entry.status) && number(2, entry.state) && number(3, entry.time) && entry.state >= 0 &&
               entry.state <= int(LinkState::MovedForGood);
    }

    const LinkCheckOptions &m_options;
    std::map<std::string, Entry, std::less<>> m_entries;
};

std::string sentenceOf(const LinkResult &result)
{
    switch (result.state) {
    case LinkState::Good: return std::format("{} is there.", result.url);
    case LinkState::Moved: return std::format("{} leads to {} for now.", result.url, result.target);
    case LinkState::MovedForGood: return std::format("{} has moved for good to {}.", result.url, result.target);
    case LinkState::Broken: return std::format("{} is gone: the server answers {}.", result.url, result.status);
    case LinkState::Doubtful:
        return std::format("{} could not be checked: the server answers {}.", result.url, result.status);
    }
    return {};
}

std::optional<LinkResult> LinkCache::find(const std::string &url) const
{
    const auto found = m_entries.find(url);
    if (found == m_entries.end())
        return std::nullopt;
    LinkResult result = {.state = LinkState(found->second.state),
                         .url = url,
                         .status = found->second.status,
                         .target = found->second.target,
                         .isRemembered = true};
    result.text = sentenceOf(result);
    return result;
}

LinkResult resultOf(const std::string &url, const network::HttpResponse &response)
{
    LinkResult result = {.url = url, .status = response.status};
    if (response.status == 404 || response.status == 410)
        result.state = LinkState::Broken;
    else if (response.status >= 400 || response.status < 200)
        result.state = LinkState::Doubtful;
    else if (!response.redirects.empty()) {
        result.state = response.movedForGood() ? LinkState::MovedForGood : LinkState::Moved;
        result.target = response.url;
    }
    result.text = sentenceOf(result);
    return result;
}

LinkResult asked(const std::string &url, const LinkCheckOptions &options)
{
    network::HttpRequest request = {
        .url = url, .method = network::Method::Head, .reach = options.reach, .stop = options.stop};
    auto response = network::fetch(request);
    if (!response || response->status >= 400) {
        // Many servers answer HEAD wrongly, or not at all.
        request.method = network::Method::Get;
        request.mostBytes = 20'000'000;
        auto whole = network::fetch(request);
        if (whole || !response)
            response = std::move(whole);
    }
    if (response)
        return resultOf(url, *response);
    return {.state = LinkState::Doubtful, .url = url, .text = response.error()};
}

/// Waits, but not when it is to stop.
void rest(std::chrono::milliseconds pause, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any condition;
    std::unique_lock lock(mutex);
    condition.wait_for(lock, stop, pause, [] { return false; });
}

} // namespace

std::vector<WebLink> webLinksOf(const rst::Document &document)
{
    std::vector<WebLink> links;
    std::set<std::string, std::less<>> known;
    const rst::NodeRef root = document[rst::Document::root()];
    for (rst::NodeRef node = root; node; node = node.following(root)) {
        const bool isLink = node.is(rst::NodeKind::Reference) || node.is(rst::NodeKind::Image);
        std::string_view url = !isLink                         ? std::string_view()
                               : node.is(rst::NodeKind::Image) ? node.attribute(rst::AttributeName::Uri)
                                                               : node.attribute(rst::AttributeName::Refuri);
        url = url.substr(0, url.find('#'));
        if (network::hostOf(url).empty() || !known.insert(std::string(url)).second)
            continue;
        WebLink link = {.url = std::string(url)};
        if (!node.span().isEmpty())
            link.range = post::sourceRange(document, node.span()).value_or(post::ByteRange());
        links.push_back(std::move(link));
    }
    return links;
}

std::vector<LinkResult> checkLinks(const std::vector<std::string> &urls, const LinkCheckOptions &options)
{
    LinkCache cache(options);
    std::vector<std::optional<LinkResult>> found(urls.size());
    std::map<std::string, std::vector<std::size_t>> byHost;
    std::atomic<std::size_t> done = 0;
    for (std::size_t i = 0; i < urls.size(); ++i) {
        found[i] = cache.find(urls[i]);
        if (found[i])
            ++done;
        else
            byHost[network::hostOf(urls[i])].push_back(i);
    }
    std::vector<const std::vector<std::size_t> *> hosts;
    hosts.reserve(byHost.size());
    for (const auto &[host, indexes] : byHost)
        hosts.push_back(&indexes);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t host = next++; host < hosts.size(); host = next++) {
            for (const std::size_t i : *hosts[host]) {
                if (i != hosts[host]->front())
                    rest(options.pause, options.stop);
                if (options.stop.stop_requested())
                    return;
                LinkResult result = asked(urls[i], options);
                if (options.stop.stop_requested())
                    return;
                found[i] = std::move(result);
                ++done;
                if (options.progress)
                    options.progress(done);
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < std::min(hosts.size(), mostHostsAtOnce); ++i)
            threads.emplace_back(work);
        work();
    }
    std::vector<LinkResult> results;
    for (std::optional<LinkResult> &result : found) {
        if (!result)
            continue;
        cache.add(*result);
        results.push_back(std::move(*result));
    }
    cache.save();
    return results;
}

fs::path linkCacheFile()
{
    const char *const cache = std::getenv("XDG_CACHE_HOME");
    const char *const home = std::getenv("HOME");
    if (cache != nullptr && fs::path(cache).is_absolute())
        return fs::path(cache) / "broadside" / "links";
    return home == nullptr ? fs::path() : fs::path(home) / ".cache" / "broadside" / "links";
}

} // namespace publish
