// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/atomic_file.h"

#include "folder.h"

#include <cerrno>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace publish {
namespace {

namespace fs = std::filesystem;

std::size_t fileCount(const fs::path &folder)
{
    return std::size_t(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(AtomicFile, WritesAndReads)
{
    const Folder folder;
    const fs::path file = folder / "new/below/post.rst";
    ASSERT_TRUE(writeFileAtomically(file, "one\n"));
    ASSERT_TRUE(writeFileAtomically(file, std::string_view("two\0\n", 5)));
    EXPECT_EQ(readFile(file).value(), std::string_view("two\0\n", 5));
    EXPECT_EQ(fileCount(file.parent_path()), 1u) << "nothing is left beside it";
}

TEST(AtomicFile, KeepsTheMode)
{
    const Folder folder;
    const fs::path file = folder.write("post.rst", "old");
    ASSERT_EQ(chmod(file.c_str(), 0640), 0);
    ASSERT_TRUE(writeFileAtomically(file, "new"));
    struct stat status = {};
    ASSERT_EQ(stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0640u);
}

TEST(AtomicFile, KeepsTheOwner)
{
    if (geteuid() != 0)
        GTEST_SKIP() << "Only root may give files away.";
    const Folder folder;
    const fs::path file = folder.write("post.rst", "old");
    ASSERT_EQ(chown(file.c_str(), 1234, 4321), 0);
    ASSERT_TRUE(writeFileAtomically(file, "new"));
    struct stat status = {};
    ASSERT_EQ(stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, 1234u);
    EXPECT_EQ(status.st_gid, 4321u);
    EXPECT_EQ(Folder::read(file), "new");
}

TEST(AtomicFile, KeepsFurtherNames)
{
    const Folder folder;
    const fs::path file = folder.write("post.rst", "a longer old text");
    fs::create_hard_link(file, folder / "other.rst");
    ASSERT_TRUE(writeFileAtomically(file, "new"));
    EXPECT_EQ(Folder::read(folder / "other.rst"), "new");
    EXPECT_EQ(fs::hard_link_count(file), 2u);
}

TEST(AtomicFile, RefusesDevices)
{
    const Folder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(replaceFile(folder / "pipe", "new").error(), ENODEV);
    EXPECT_EQ(replaceFile("/dev/null", "new").error(), ENODEV);
    EXPECT_EQ(replaceFile(folder.path(), "new").error(), EISDIR);
}

TEST(AtomicFile, WritesTheTargetOfALink)
{
    const Folder folder;
    const fs::path file = folder.write("real.rst", "old");
    fs::create_symlink("real.rst", folder / "link.rst");
    ASSERT_TRUE(writeFileAtomically(folder / "link.rst", "new"));
    EXPECT_TRUE(fs::is_symlink(folder / "link.rst"));
    EXPECT_EQ(Folder::read(file), "new");
}

TEST(AtomicFile, KeepsTheOldFileWhenThereIsNoRoom)
{
    const Folder folder;
    const fs::path file = folder.write("post.rst", "old");
    // A limit on the size of files fails a write just as a full disk does.
    rlimit before = {};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {.rlim_cur = 1000, .rlim_max = before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeFileAtomically(file, std::string(100'000, 'x'));
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(written);
    EXPECT_TRUE(written.error().contains("post.rst")) << written.error();
    EXPECT_EQ(Folder::read(file), "old");
    EXPECT_EQ(fileCount(folder.path()), 1u);
}

TEST(AtomicFile, SaysWhatIsWrong)
{
    const Folder folder;
    folder.write("file", "");
    EXPECT_EQ(readFile(folder / "none").error(), "There is no " + (folder / "none").string() + ".");
    EXPECT_EQ(readFile(folder.path()).error(), folder.path().string() + " is a folder.");
    EXPECT_EQ(writeFileAtomically(folder.path(), "x").error(), folder.path().string() + " is a folder.");
    EXPECT_FALSE(writeFileAtomically(folder / "file/below", "x"));
    EXPECT_TRUE(fileProblem("a.rst", ENOSPC).contains("no space"));
    EXPECT_TRUE(fileProblem("a.rst", EACCES).contains("may not write"));
    EXPECT_TRUE(fileProblem("a.rst", EROFS).contains("only be read"));
}

} // namespace
} // namespace publish
