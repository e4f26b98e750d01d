// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "network/embedded_image.h"

#include <algorithm>
#include <format>

namespace network {

namespace {

constexpr unsigned noDigit = 64;

/// A digit of base64 (RFC 4648, section 4).
unsigned digitOf(char c)
{
    if (c >= 'A' && c <= 'Z')
        return unsigned(c - 'A');
    if (c >= 'a' && c <= 'z')
        return unsigned(c - 'a') + 26;
    if (c >= '0' && c <= '9')
        return unsigned(c - '0') + 52;
    return c == '+' ? 62 : c == '/' ? 63 : noDigit;
}

/// What base64 stands for, up to its padding or to what is none.
std::string decoded(std::string_view base64)
{
    std::string bytes;
    bytes.reserve(base64.size() / 4 * 3);
    unsigned bits = 0, count = 0;
    for (const char c : base64) {
        const unsigned digit = digitOf(c);
        if (digit == noDigit)
            break;
        bits = bits << 6 | digit;
        if ((count += 6) >= 8)
            bytes += static_cast<char>(bits >> (count -= 8) & 0xFF);
    }
    return bytes;
}

} // namespace

bool isEmbeddedImage(std::string_view address)
{
    return address.starts_with("data:image/");
}

std::string shortAddress(std::string_view address)
{
    return isEmbeddedImage(address) ? std::string(address.substr(0, std::min(address.find_first_of(";,"), 40uz))) + "…"
                                    : std::string(address);
}

std::expected<DownloadedImage, std::string> embeddedImage(std::string_view address)
{
    const std::size_t comma = address.find(',');
    const bool isBase64 = comma != address.npos && address.substr(0, comma).ends_with(";base64");
    if (isEmbeddedImage(address) && isBase64) {
        const std::string_view base64 = address.substr(comma + 1);
        if (const std::size_t size = base64.size() / 4 * 3; size > mostEmbeddedBytes) {
            constexpr std::size_t megabyte = 1024 * 1024;
            return std::unexpected(std::format("{} holds a picture of {} MB, and none may have more than {} MB.",
                                               shortAddress(address), (size + megabyte - 1) / megabyte,
                                               mostEmbeddedBytes / megabyte));
        }
        std::string bytes = decoded(base64);
        if (const std::string_view ending = imageEnding(bytes); !ending.empty())
            return DownloadedImage{std::move(bytes), ending};
    }
    return std::unexpected(std::format("{} holds no picture of a kind that pages show (PNG, JPEG, GIF, WebP, AVIF).",
                                       shortAddress(address)));
}

} // namespace network
