// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/atomic_file.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <format>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace publish {

namespace {

namespace fs = std::filesystem;

class Descriptor
{
public:
    explicit Descriptor(int number) noexcept : m_number(number) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const noexcept { return m_number; }
    /// False where the last bytes could not be written.
    bool close() noexcept
    {
        const int number = std::exchange(m_number, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count == 0)
            errno = EIO;
        if (count <= 0)
            return false;
        bytes.remove_prefix(std::size_t(count));
    }
    return true;
}

/// Whether the file holds the bytes, and no more, read back from where they went.
bool holds(int descriptor, std::string_view bytes)
{
    std::array<char, 64 * 1024> buffer = {};
    off_t at = 0;
    for (;;) {
        const ssize_t count = ::pread(descriptor, buffer.data(), buffer.size(), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        if (std::string_view(buffer.data(), std::size_t(count)) != bytes.substr(0, std::size_t(count))) {
            errno = EIO;
            return false;
        }
        if (count == 0) {
            errno = EIO;
            return bytes.empty();
        }
        bytes.remove_prefix(std::size_t(count));
        at += count;
    }
}

/// Writes, brings to the disk and reads back.
bool store(int descriptor, std::string_view bytes)
{
    return writeAll(descriptor, bytes) && fsync(descriptor) == 0 && holds(descriptor, bytes);
}

/// Takes away what a process that was killed has left behind under a name. One that still writes holds a lock on it.
void clearLeftover(const std::string &name)
{
    const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat opened = {}, named = {};
    // Who wrote it may have renamed it meanwhile, and the name may be another's: what is unlinked is what was locked.
    if (file.number() >= 0 && fstat(file.number(), &opened) == 0 && S_ISREG(opened.st_mode) &&
        opened.st_uid == geteuid() && flock(file.number(), LOCK_EX | LOCK_NB) == 0 &&
        lstat(name.c_str(), &named) == 0 && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev)
        ::unlink(name.c_str());
}

/// Whether the file that was just made is ours: nobody took it for a leftover before it was locked.
bool isKeptFromClearing(int descriptor)
{
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    struct stat status = {};
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

/// A new file beside another, with a hidden name; `name` becomes its path. The names are numbered, so that the next writer
/// comes across what was left behind without reading the folder. A mode, unlike the process's mask, is no business of other
/// threads, so the file is made with it.
int openBeside(const fs::path &target, mode_t mode, std::string &name)
{
    constexpr int mostTries = 100;
    const std::string start = std::format(".{}.", target.filename().string().substr(0, 200));
    for (int number = 0; number < mostTries; ++number) {
        name = (target.parent_path() / std::format("{}{:08x}", start, number)).string();
        const auto make = [&] {
            return ::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
        };
        int descriptor = make();
        if (descriptor < 0 && errno == EEXIST) {
            clearLeftover(name);
            descriptor = make();
        }
        if (descriptor < 0 && errno != EEXIST)
            return descriptor;
        if (descriptor >= 0 && isKeptFromClearing(descriptor))
            return descriptor;
        if (descriptor >= 0)
            ::close(descriptor);
    }
    return -1;
}

/// Makes the rename last through a power failure; where that cannot be had, the file is written all the same.
void syncFolder(const fs::path &folder)
{
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0)
        (void)::fsync(descriptor.number());
}

/// The usual way: a new file, whole and on the disk, takes the name. `former` says whose the file was; where that cannot be
/// kept, the error is EPERM.
std::expected<void, int> writeBeside(const fs::path &target, std::string_view bytes, const struct stat *former,
                                     mode_t newMode)
{
    std::string beside;
    Descriptor descriptor(openBeside(target, former != nullptr ? 0600 : newMode, beside));
    if (descriptor.number() < 0)
        return std::unexpected(errno);
    const auto giveUp = [&](int number) {
        unlink(beside.c_str());
        return std::unexpected(number);
    };
    if (former != nullptr) {
        const bool isOurs = former->st_uid == geteuid() && former->st_gid == getegid();
        if (!isOurs && fchown(descriptor.number(), former->st_uid, former->st_gid) != 0)
            return giveUp(EPERM);
        if (fchmod(descriptor.number(), former->st_mode & 07777) != 0)
            return giveUp(errno);
    }
    const Descriptor lock(::fcntl(descriptor.number(), F_DUPFD_CLOEXEC, 0)); // no leftover until it has its name
    if (lock.number() < 0 || !store(descriptor.number(), bytes) || !descriptor.close() ||
        rename(beside.c_str(), target.c_str()) != 0)
        return giveUp(errno);
    syncFolder(target.parent_path());
    return {};
}

std::optional<std::string> contents(int descriptor)
{
    std::string bytes;
    std::array<char, 64 * 1024> buffer = {};
    for (;;) {
        const ssize_t count = ::pread(descriptor, buffer.data(), buffer.size(), off_t(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::nullopt;
        if (count == 0)
            return bytes;
        bytes.append(buffer.data(), std::size_t(count));
    }
}

/// For a file that has several names, or lies in a folder that may not be written, or is somebody else's. Room is taken
/// before the first byte is changed, and the old bytes come back where the new ones cannot be written.
std::expected<void, int> writeInPlace(const fs::path &target, std::string_view bytes)
{
    Descriptor descriptor(::open(target.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (descriptor.number() < 0)
        return std::unexpected(errno);
    const std::optional<std::string> former = contents(descriptor.number());
    if (!former)
        return std::unexpected(errno);
    if (!bytes.empty() && fallocate(descriptor.number(), FALLOC_FL_KEEP_SIZE, 0, off_t(bytes.size())) != 0 &&
        errno != EOPNOTSUPP)
        return std::unexpected(errno);
    const auto overwrite = [&](std::string_view wanted) {
        return lseek(descriptor.number(), 0, SEEK_SET) == 0 && writeAll(descriptor.number(), wanted) &&
               ftruncate(descriptor.number(), off_t(wanted.size())) == 0 && fsync(descriptor.number()) == 0 &&
               holds(descriptor.number(), wanted);
    };
    if (overwrite(bytes))
        return {};
    const int number = errno;
    (void)overwrite(*former);
    return std::unexpected(number);
}

} // namespace

std::string fileProblem(const fs::path &path, int number)
{
    const std::string name = path.string();
    switch (number) {
    case ENOSPC: return std::format("There is no space left for {}. Nothing was written; the file is as it was.", name);
    case EDQUOT: return std::format("Your share of the disk is used up; {} was not written and is as it was.", name);
    case EACCES:
    case EPERM: return std::format("You may not write {}.", name);
    case EROFS: return std::format("{} is on a disk that can only be read.", name);
    case ENOENT: return std::format("There is no {}.", name);
    case EISDIR: return std::format("{} is a folder.", name);
    case ENOTDIR: return std::format("{} lies below something that is no folder.", name);
    case ENAMETOOLONG: return std::format("The name {} is too long.", name);
    case ELOOP: return std::format("{} is a link that leads nowhere but to itself.", name);
    case ENODEV: return std::format("{} is a device or a pipe.", name);
    case EIO: return std::format("The disk failed on {}. Save it elsewhere.", name);
    default: return std::format("{} cannot be used: {}.", name, std::strerror(number));
    }
}

std::expected<void, int> replaceFile(const fs::path &path, std::string_view bytes, mode_t newMode)
{
    std::error_code error;
    fs::path target = path;
    if (fs::is_symlink(path, error)) // a file that is not there yet is no link, and no error
        target = fs::weakly_canonical(path, error);
    else
        error.clear();
    if (error)
        return std::unexpected(error.value());
    target = fs::absolute(target, error);
    struct stat status = {};
    const bool exists = stat(target.c_str(), &status) == 0;
    if (!exists)
        return writeBeside(target, bytes, nullptr, newMode);
    if (!S_ISREG(status.st_mode))
        return std::unexpected(S_ISDIR(status.st_mode) ? EISDIR : ENODEV);
    if (access(target.c_str(), W_OK) != 0)
        return std::unexpected(errno);
    if (status.st_nlink > 1) // a new file would part the names
        return writeInPlace(target, bytes);
    const auto written = writeBeside(target, bytes, &status, newMode);
    const bool isForbidden = !written && (written.error() == EACCES || written.error() == EPERM);
    return isForbidden ? writeInPlace(target, bytes) : written;
}

std::expected<void, std::string> writeFileAtomically(const fs::path &path, std::string_view bytes)
{
    std::error_code error;
    if (const fs::path folder = path.parent_path(); !folder.empty())
        fs::create_directories(folder, error);
    if (error)
        return std::unexpected(fileProblem(path, error.value()));
    if (const auto written = replaceFile(path, bytes); !written)
        return std::unexpected(fileProblem(path, written.error()));
    return {};
}

std::expected<std::string, std::string> readFile(const fs::path &path)
{
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (descriptor.number() < 0 || fstat(descriptor.number(), &status) != 0) {
        if (errno == EACCES)
            return std::unexpected(std::format("You may not read {}.", path.string()));
        return std::unexpected(fileProblem(path, errno));
    }
    if (!S_ISREG(status.st_mode))
        return std::unexpected(S_ISDIR(status.st_mode) ? fileProblem(path, EISDIR)
                                                       : std::format("{} is no file.", path.string()));
    std::string bytes;
    bytes.reserve(std::size_t(status.st_size));
    std::array<char, 64 * 1024> buffer = {};
    for (;;) {
        const ssize_t count = ::read(descriptor.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(fileProblem(path, errno));
        if (count == 0)
            return bytes;
        bytes.append(buffer.data(), std::size_t(count));
    }
}

} // namespace publish
