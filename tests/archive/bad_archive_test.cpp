// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "blog_folder.h"

#include "archive/database.h"

#include <gmock/gmock.h>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace archive {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace fs = std::filesystem;

void writeTwo(const BlogFolder &blog)
{
    blog.writePost("a.rst", "2024-01-01", "First", "x");
    blog.writePost("b.rst", "2024-01-02", "Second", "x");
}

TEST(BadArchiveTest, ReplacesADamagedIndex)
{
    const BlogFolder blog;
    writeTwo(blog);
    (void)blog.open().update(testDay);
    for (const char *damage : {"not a database at all, but longer than the mark at its begin", ""}) {
        std::ofstream(blog.indexPath(), std::ios::binary) << damage;
        Archive archive = blog.open();
        EXPECT_THAT(archive.notice(), IsEmpty());
        ASSERT_TRUE(archive.update(testDay));
        EXPECT_EQ(archive.posts(testDay)->size(), 2U);
    }
}

TEST(BadArchiveTest, ReplacesAnIndexThatIsDamagedInside)
{
    const BlogFolder blog;
    for (int i = 0; i < 60; ++i)
        blog.writePost(std::format("p{}.rst", i), "2024-01-01", std::format("Post {}", i), "x");
    (void)blog.open().update(testDay);
    {
        std::fstream file(blog.indexPath(), std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(4096);
        file << std::string(fs::file_size(blog.indexPath()) - 4096, '\x7f');
    }
    Archive archive = blog.open();
    const auto updated = archive.update(testDay);
    ASSERT_TRUE(updated) << updated.error();
    EXPECT_EQ(updated->read, 60U);
    EXPECT_EQ(archive.posts(testDay)->size(), 60U);
}

TEST(BadArchiveTest, ReplacesAnIndexOfAnotherVersion)
{
    const BlogFolder blog;
    writeTwo(blog);
    (void)blog.open().update(testDay);
    ASSERT_TRUE(Database::open(blog.indexPath().string())->execute("PRAGMA user_version=4711; DROP TABLE posts"));
    Archive archive = blog.open();
    EXPECT_EQ(archive.update(testDay)->read, 2U);
}

TEST(BadArchiveTest, SurvivesAKill)
{
    const BlogFolder blog;
    for (int i = 0; i < 1000; ++i)
        blog.writePost(std::format("p{}.rst", i), "2024-01-01", std::format("Post {}", i), "x");
    const pid_t child = fork();
    if (child == 0) {
        auto archive = Archive::open(blog.folder(), blog.cache());
        (void)archive->update(testDay, [](const UpdateProgress &progress) {
            if (progress.done == 700)
                std::raise(SIGKILL);
        });
        _exit(0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
    Archive archive = blog.open();
    const auto updated = archive.update(testDay);
    ASSERT_TRUE(updated);
    EXPECT_EQ(updated->read, 600U); // what was committed stays
    EXPECT_EQ(archive.posts(testDay)->size(), 1000U);
}

TEST(BadArchiveTest, KeepsTheIndexInMemoryWhereItCannotBeWritten)
{
    const BlogFolder blog;
    writeTwo(blog);
    std::ofstream(blog.cache()) << "a file where the folder should be";
    Archive archive = blog.open();
    EXPECT_THAT(archive.notice(), HasSubstr("made anew each time"));
    ASSERT_TRUE(archive.update(testDay));
    EXPECT_EQ(archive.search("second", testDay)->size(), 1U);
    // Another of the same process sees it, too.
    EXPECT_EQ(blog.open().posts(testDay)->size(), 2U);
}

TEST(BadArchiveTest, SaysThatTheDiskIsFull)
{
    const BlogFolder blog;
    for (int i = 0; i < 500; ++i)
        blog.writePost(std::format("p{}.rst", i), "2024-01-01", std::format("Post {}", i), "x", std::string(3000, 'y'));
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{.rlim_cur = 400'000, .rlim_max = 400'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto archive = Archive::open(blog.folder(), blog.cache());
        if (!archive)
            _exit(1);
        const auto updated = archive->update(testDay);
        if (updated)
            _exit(2);
        if (!updated.error().contains("disk"))
            _exit(3);
        _exit(archive->posts(testDay) ? 0 : 4);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    // With room again everything is there.
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    EXPECT_EQ(archive.posts(testDay)->size(), 500U);
}

TEST(BadArchiveTest, LeavesOutWhatIsNoDocumentOfTheBlog)
{
    const BlogFolder blog;
    blog.writePost("good.rst", "2024-01-01", "Good", "x");
    blog.write("binary.rst", std::string("\x7f"
                                         "ELF\0\0",
                                         6));
    blog.write(".hidden/no.rst", "No\n==\n");
    std::ofstream(blog.top() / "outside.rst") << "Secret\n======\n";
    fs::create_symlink(blog.top() / "outside.rst", blog.folder() / "out.rst");
    fs::create_symlink("gone.rst", blog.folder() / "nothing.rst");
    fs::create_symlink("loop.rst", blog.folder() / "loop.rst");
    fs::create_directory_symlink(blog.folder(), blog.folder() / "again");
    mkfifo((blog.folder() / "pipe.rst").c_str(), 0600);
    Archive archive = blog.open();
    const auto updated = archive.update(testDay);
    ASSERT_TRUE(updated);
    EXPECT_THAT(pathsOf(archive.posts(testDay).value()), ElementsAre("good.rst"));
    std::vector<std::string> named;
    for (const FileProblem &problem : updated->problems)
        named.push_back(problem.path);
    EXPECT_THAT(named,
                testing::UnorderedElementsAre("again", "binary.rst", "loop.rst", "nothing.rst", "out.rst", "pipe.rst"));
    EXPECT_THAT(archive.search("secret", testDay).value(), IsEmpty());
}

TEST(BadArchiveTest, PassesOverTenThousandOtherFiles)
{
    const BlogFolder blog;
    blog.writePost("good.rst", "2024-01-01", "Good", "x");
    fs::create_directories(blog.folder() / "many");
    for (int i = 0; i < 10'000; ++i)
        std::ofstream(blog.folder() / "many" / std::format("{}.tmp", i));
    Archive archive = blog.open();
    EXPECT_EQ(archive.update(testDay)->documents, 1U);
}

TEST(BadArchiveTest, TakesAnyTextForASearch)
{
    const BlogFolder blog;
    writeTwo(blog);
    Archive archive = blog.open();
    ASSERT_TRUE(archive.update(testDay));
    for (const char *text : {"", " ", "\"", "\"\"", "*", "a*", "(", "first OR", "NEAR(", "title:first", "-first", "^",
                             "'", "\x02\x03", "\xff\xfe", "\"open phrase", "fi\"rst", "日本"})
        EXPECT_TRUE(archive.search(text, testDay).has_value()) << text;
    EXPECT_EQ(archive.search("fir", testDay)->size(), 1U);
}

} // namespace

} // namespace archive
