// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "network/http.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <curl/curl.h>
#include <format>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace network {

namespace {

constexpr long mostRedirects = 8;
constexpr long mostSecondsToConnect = 10;

/// curl's own state, once for the program.
void startCurl()
{
    static const CURLcode started = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)started;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ')
        text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
        text.remove_suffix(1);
    return text;
}

bool isPublic4(std::uint32_t address) // in the host's order
{
    const auto within = [address](std::uint32_t net, int bits) { return address >> (32 - bits) == net >> (32 - bits); };
    // https://www.iana.org/assignments/iana-ipv4-special-registry/
    return !(within(0x00000000, 8) || within(0x0a000000, 8) || within(0x64400000, 10) || within(0x7f000000, 8) ||
             within(0xa9fe0000, 16) || within(0xac100000, 12) || within(0xc0000000, 24) || within(0xc0a80000, 16) ||
             within(0xc6120000, 15) || within(0xe0000000, 3));
}

bool isPublic6(const in6_addr &address)
{
    const std::uint8_t *bytes = address.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&address))
        return isPublic4(std::uint32_t(bytes[12]) << 24 | std::uint32_t(bytes[13]) << 16 |
                         std::uint32_t(bytes[14]) << 8 | bytes[15]);
    return (bytes[0] & 0xe0) == 0x20; // 2000::/3, the only global unicast addresses there are
}

bool isPublic(const curl_sockaddr &address)
{
    if (address.family == AF_INET)
        return isPublic4(ntohl(reinterpret_cast<const sockaddr_in *>(&address.addr)->sin_addr.s_addr));
    if (address.family == AF_INET6)
        return isPublic6(reinterpret_cast<const sockaddr_in6 *>(&address.addr)->sin6_addr);
    return false;
}

/// One transfer, as curl's callbacks see it.
struct Transfer {
    const HttpRequest &request;
    HttpResponse response = {};
    long lineStatus = 0; // of the response whose head is being read
    bool isTooLarge = false;
    bool isPrivate = false;
};

// The callbacks are asked after the name is resolved, and for every redirection.
curl_socket_t openSocket(void *data, curlsocktype /*purpose*/, curl_sockaddr *address)
{
    auto &transfer = *static_cast<Transfer *>(data);
    if (transfer.request.reach == Reach::Public && !isPublic(*address)) {
        transfer.isPrivate = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t takeHeader(char *bytes, std::size_t size, std::size_t count, void *data)
{
    auto &transfer = *static_cast<Transfer *>(data);
    const std::string_view line = trimmed({bytes, size * count});
    if (line.starts_with("HTTP/")) {
        const std::size_t blank = line.find(' ');
        transfer.lineStatus = 0;
        for (std::size_t i = blank + 1; blank != line.npos && i < line.size() && line[i] >= '0' && line[i] <= '9'; ++i)
            transfer.lineStatus = transfer.lineStatus * 10 + (line[i] - '0');
    } else if (lowered(line.substr(0, 9)) == "location:" && transfer.lineStatus >= 300 && transfer.lineStatus < 400) {
        transfer.response.redirects.push_back({transfer.lineStatus, std::string(trimmed(line.substr(9)))});
    }
    return size * count;
}

std::size_t takeBody(char *bytes, std::size_t size, std::size_t count, void *data)
{
    auto &transfer = *static_cast<Transfer *>(data);
    if (transfer.response.body.size() + size * count > transfer.request.mostBytes) {
        transfer.isTooLarge = true;
        return 0;
    }
    transfer.response.body.append(bytes, size * count);
    return size * count;
}

int isToStop(void *data, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Transfer *>(data)->request.stop.stop_requested() ? 1 : 0;
}

std::string problemOf(const Transfer &transfer, CURLcode code)
{
    const std::string &url = transfer.request.url;
    if (transfer.request.stop.stop_requested())
        return "It was cancelled.";
    if (transfer.isPrivate)
        return std::format("{} is an address of this machine or of a private network.", url);
    if (transfer.isTooLarge)
        return std::format("{} has more than {} bytes.", url, transfer.request.mostBytes);
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT: return std::format("{} is no address of the web.", url);
    case CURLE_COULDNT_RESOLVE_HOST: return std::format("There is no host {}.", hostOf(url));
    case CURLE_COULDNT_CONNECT: return std::format("{} does not answer.", hostOf(url));
    case CURLE_OPERATION_TIMEDOUT: return std::format("{} took too long.", url);
    case CURLE_TOO_MANY_REDIRECTS: return std::format("{} leads in circles.", url);
    case CURLE_PEER_FAILED_VERIFICATION: return std::format("The certificate of {} is not good.", hostOf(url));
    default: return std::format("{}: {}.", url, ::curl_easy_strerror(code));
    }
}

void configure(CURL *curl, Transfer &transfer)
{
    const HttpRequest &request = transfer.request;
    ::curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    ::curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    ::curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    ::curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    ::curl_easy_setopt(curl, CURLOPT_MAXREDIRS, mostRedirects);
    ::curl_easy_setopt(curl, CURLOPT_NOBODY, request.method == Method::Head ? 1L : 0L);
    ::curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    ::curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, mostSecondsToConnect);
    ::curl_easy_setopt(curl, CURLOPT_TIMEOUT, long(request.limit.count()));
    ::curl_easy_setopt(curl, CURLOPT_USERAGENT, "Mozilla/5.0 (compatible; Broadside; link check)");
    ::curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    ::curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
    ::curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &takeHeader);
    ::curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    ::curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &takeBody);
    ::curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    ::curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    ::curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &isToStop);
    ::curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
}

} // namespace

bool HttpResponse::movedForGood() const
{
    return !redirects.empty() && std::ranges::all_of(redirects, [](const Redirect &redirect) {
        return redirect.status == 301 || redirect.status == 308;
    });
}

std::expected<HttpResponse, std::string> fetch(const HttpRequest &request)
{
    startCurl();
    const std::unique_ptr<CURL, void (*)(CURL *)> curl(::curl_easy_init(), &::curl_easy_cleanup);
    if (curl == nullptr)
        return std::unexpected("The network cannot be reached from here.");
    Transfer transfer = {.request = request};
    if (request.reach == Reach::Nowhere || hostOf(request.url).empty())
        return std::unexpected(problemOf(transfer, CURLE_URL_MALFORMAT));
    configure(curl.get(), transfer);
    const CURLcode code = ::curl_easy_perform(curl.get());
    if (code != CURLE_OK)
        return std::unexpected(problemOf(transfer, code));
    ::curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &transfer.response.status);
    const char *text = nullptr;
    if (::curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &text) == CURLE_OK && text != nullptr)
        transfer.response.url = text;
    if (::curl_easy_getinfo(curl.get(), CURLINFO_CONTENT_TYPE, &text) == CURLE_OK && text != nullptr) {
        const std::string_view type = text;
        transfer.response.contentType = lowered(trimmed(type.substr(0, type.find(';'))));
    }
    return std::move(transfer.response);
}

std::string hostOf(std::string_view url)
{
    const std::string start = lowered(url.substr(0, 8));
    if (start == "https://")
        url.remove_prefix(8);
    else if (start.starts_with("http://"))
        url.remove_prefix(7);
    else
        return {};
    std::string_view host = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t user = host.rfind('@'); user != host.npos)
        host.remove_prefix(user + 1);
    return lowered(host);
}

} // namespace network
