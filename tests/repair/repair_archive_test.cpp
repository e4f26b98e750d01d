// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Real posts, where they are present beside the checkout.

#include "repair/repair.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using repair::Repair;

TEST(RepairArchive, EveryPostIsRepairedOnceAndNoWordIsLost)
{
    const fs::path posts = fs::path(BROADSIDE_SHARED) / "legacy" / "posts";
    if (!fs::is_directory(posts))
        GTEST_SKIP() << "no posts in " << posts;
    const rst::Engine engine(rst::Dialect::Sphinx);
    std::size_t count = 0;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(posts)) {
        if (entry.path().extension() != ".rst")
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string source{std::istreambuf_iterator<char>(file), {}};
        const Repair once = repair::repairPost(source, engine);
        EXPECT_TRUE(once.state == Repair::State::Repaired || once.state == Repair::State::Unchanged) << entry.path();
        EXPECT_TRUE(once.proof.holds()) << entry.path();
        EXPECT_EQ(once.after.messages, 0u) << entry.path();
        EXPECT_EQ(repair::repairPost(once.text, engine).text, once.text) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 0u);
}

} // namespace
