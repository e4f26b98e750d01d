// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/picture_size.h"

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace post {

namespace {

using Size = std::pair<unsigned, unsigned>;

constexpr std::size_t headSize = 24;       // of PNG, the longest
constexpr std::size_t mostSegments = 1000; // of a JPEG that are looked at

std::string bytesAt(std::ifstream &file, std::streamoff at, std::size_t count)
{
    std::string bytes(count, '\0');
    file.clear();
    file.seekg(at);
    file.read(bytes.data(), std::streamsize(count));
    bytes.resize(std::size_t(file.gcount()));
    return bytes;
}

unsigned byteAt(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

unsigned bigEndian16(std::string_view bytes, std::size_t at)
{
    return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1);
}

unsigned bigEndian32(std::string_view bytes, std::size_t at)
{
    return bigEndian16(bytes, at) << 16 | bigEndian16(bytes, at + 2);
}

unsigned littleEndian16(std::string_view bytes, std::size_t at)
{
    return byteAt(bytes, at) | byteAt(bytes, at + 1) << 8;
}

/// Whether a segment with this marker begins a frame (SOF0 to SOF15; three of these numbers are others).
bool beginsFrame(unsigned marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B: segments of a marker, a length and the rest.
std::optional<Size> jpegSize(std::ifstream &file)
{
    std::streamoff at = 2;
    for (std::size_t i = 0; i < mostSegments; ++i) {
        const std::string segment = bytesAt(file, at, 9);
        if (segment.size() < 9 || byteAt(segment, 0) != 0xff)
            return std::nullopt;
        const unsigned marker = byteAt(segment, 1);
        if (marker == 0xff) { // a fill byte
            ++at;
            continue;
        }
        if (beginsFrame(marker))
            return Size(bigEndian16(segment, 7), bigEndian16(segment, 5));
        at += 2 + std::streamoff(bigEndian16(segment, 2));
    }
    return std::nullopt;
}

} // namespace

std::optional<Size> pictureSize(const std::filesystem::path &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) // a pipe would be waited for
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    const std::string head = bytesAt(file, 0, headSize);
    if (head.starts_with("\x89PNG\r\n\x1a\n") && head.size() >= headSize)
        return Size(bigEndian32(head, 16), bigEndian32(head, 20));
    if ((head.starts_with("GIF87a") || head.starts_with("GIF89a")) && head.size() >= 10)
        return Size(littleEndian16(head, 6), littleEndian16(head, 8));
    if (head.starts_with("\xff\xd8"))
        return jpegSize(file);
    return std::nullopt;
}

} // namespace post
