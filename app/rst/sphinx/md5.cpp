// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/sphinx/md5.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <format>

namespace rst {
namespace {

using State = std::array<std::uint32_t, 4>;

/// floor(2^32 * |sin(i + 1)|)
std::array<std::uint32_t, 64> sineTable()
{
    std::array<std::uint32_t, 64> table = {};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = std::uint32_t(std::floor(std::abs(std::sin(double(i + 1))) * 4294967296.0));
    return table;
}

void addBlock(State &state, std::string_view block)
{
    static const std::array<std::uint32_t, 64> sines = sineTable();
    constexpr std::array<std::array<int, 4>, 4> shifts = {
        {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};
    std::array<std::uint32_t, 16> words = {};
    for (std::size_t i = 0; i < 64; ++i)
        words[i / 4] |= std::uint32_t(static_cast<unsigned char>(block[i])) << (8 * (i % 4));
    auto [a, b, c, d] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        std::uint32_t mixed = 0;
        std::size_t word = 0;
        switch (i / 16) {
        case 0: mixed = (b & c) | (~b & d), word = i; break;
        case 1: mixed = (d & b) | (~d & c), word = 5 * i + 1; break;
        case 2: mixed = b ^ c ^ d, word = 3 * i + 5; break;
        default: mixed = c ^ (b | ~d), word = 7 * i; break;
        }
        const std::uint32_t turned = std::rotl(a + mixed + sines[i] + words[word % 16], shifts[i / 16][i % 4]);
        a = d;
        d = c;
        c = b;
        b += turned;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

} // namespace

std::string md5(std::string_view text)
{
    std::string padded(text);
    padded += '\x80';
    while (padded.size() % 64 != 56)
        padded += '\0';
    for (unsigned i = 0; i < 8; ++i)
        padded += char((std::uint64_t(text.size()) * 8 >> (8 * i)) & 0xff);
    State state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    for (std::size_t at = 0; at < padded.size(); at += 64)
        addBlock(state, std::string_view(padded).substr(at, 64));
    std::string digest;
    for (const std::uint32_t word : state) {
        for (unsigned i = 0; i < 4; ++i)
            digest += std::format("{:02x}", (word >> (8 * i)) & 0xff);
    }
    return digest;
}

} // namespace rst
