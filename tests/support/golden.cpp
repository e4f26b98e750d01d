// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "golden.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace golden {

namespace {

bool isUpdating = false;

} // namespace

std::vector<std::filesystem::path> inputs(const std::filesystem::path &testdata, std::string_view folder,
                                          std::string_view extension)
{
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::directory_entry &entry : std::filesystem::directory_iterator(testdata / folder)) {
        if (entry.path().extension() == extension)
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

std::string read(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    EXPECT_TRUE(stream.is_open()) << "cannot read " << file;
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void expect(const std::filesystem::path &file, std::string_view actual)
{
    if (isUpdating) {
        std::ofstream(file, std::ios::binary) << actual;
        return;
    }
    EXPECT_EQ(read(file), actual) << "differs from " << file << "; run this test with --update if it is right";
}

std::string name(const testing::TestParamInfo<std::filesystem::path> &info)
{
    std::string text = info.param.stem().string();
    std::ranges::replace_if(text, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return text;
}

} // namespace golden

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    golden::isUpdating = std::ranges::find(argv, argv + argc, std::string_view("--update")) != argv + argc;
    return RUN_ALL_TESTS();
}
