// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/word_alignment.h"

#include <algorithm>

namespace repair {

std::vector<std::size_t> alignWords(const std::vector<std::string_view> &left,
                                    const std::vector<std::string_view> &right, std::size_t mostDifferences)
{
    using Distance = std::ptrdiff_t;
    std::vector<std::size_t> places(left.size(), unaligned);
    const auto n = Distance(left.size()), m = Distance(right.size());
    const Distance most = std::min(n + m, Distance(mostDifferences));
    const auto at = [most](Distance diagonal) { return std::size_t(diagonal + most + 1); };
    std::vector<Distance> furthest(std::size_t(2 * most + 3), 0);
    std::vector<std::vector<Distance>> trace; // the reach of each step, of its own diagonals only
    Distance d = 0;
    bool isFound = false;
    for (; d <= most && !isFound; ++d) {
        trace.emplace_back(furthest.begin() + std::ptrdiff_t(at(-d)) - 1, furthest.begin() + std::ptrdiff_t(at(d)) + 2);
        for (Distance k = -d; k <= d; k += 2) {
            const bool isDown = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
            Distance x = isDown ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
            Distance y = x - k;
            while (x < n && y < m && left[std::size_t(x)] == right[std::size_t(y)]) {
                ++x;
                ++y;
            }
            furthest[at(k)] = x;
            if (x >= n && y >= m) {
                isFound = true;
                break;
            }
        }
    }
    if (!isFound)
        return places;
    // Back along the way that was found.
    Distance x = n, y = m;
    for (Distance step = d - 1; step >= 0; --step) {
        const std::vector<Distance> &reach = trace[std::size_t(step)];
        const auto of = [&](Distance diagonal) { return reach[std::size_t(diagonal + step + 1)]; };
        const Distance k = x - y;
        const bool isDown = k == -step || (k != step && of(k - 1) < of(k + 1));
        const Distance from = isDown ? k + 1 : k - 1;
        const Distance fromX = step == 0 ? 0 : of(from), fromY = step == 0 ? 0 : fromX - from;
        while (x > fromX && y > fromY && x > 0 && y > 0 && left[std::size_t(x - 1)] == right[std::size_t(y - 1)]) {
            places[std::size_t(x - 1)] = std::size_t(y - 1);
            --x;
            --y;
        }
        x = fromX;
        y = fromY;
    }
    return places;
}

} // namespace repair
