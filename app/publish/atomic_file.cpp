// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "publish/atomic_file.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <format>
#include <utility>

#include <fcntl.h>
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
        if (count <= 0)
            return false;
        bytes.remove_prefix(std::size_t(count));
    }
    return true;
}

/// The mode that a new file gets from the process's mask.
mode_t newFileMode()
{
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/// Makes the rename last through a power failure; where that cannot be had, the file is written all the same.
void syncFolder(const fs::path &folder)
{
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0)
        (void)::fsync(descriptor.number());
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
    case EIO: return std::format("The disk failed on {}. Save it elsewhere.", name);
    default: return std::format("{} cannot be used: {}.", name, std::strerror(number));
    }
}

std::expected<void, std::string> writeFileAtomically(const fs::path &path, std::string_view bytes)
{
    const auto problem = [&](int number) { return std::unexpected(fileProblem(path, number)); };
    std::error_code error;
    fs::path resolved = path;
    if (fs::is_symlink(path, error)) // a file that is not there yet is no link, and no error
        resolved = fs::weakly_canonical(path, error);
    else
        error.clear();
    if (error)
        return problem(error.value());
    const fs::path target = fs::absolute(resolved, error);
    if (fs::is_directory(target, error))
        return problem(EISDIR);
    fs::create_directories(target.parent_path(), error);
    if (error)
        return problem(error.value());

    struct stat status = {};
    const bool exists = stat(target.c_str(), &status) == 0;
    if (exists && access(target.c_str(), W_OK) != 0)
        return problem(errno);
    std::string beside =
        (target.parent_path() / std::format(".{}.XXXXXX", target.filename().string().substr(0, 200))).string();
    Descriptor descriptor(mkostemp(beside.data(), O_CLOEXEC));
    if (descriptor.number() < 0)
        return problem(errno);
    const auto giveUp = [&](int number) {
        unlink(beside.c_str());
        return problem(number);
    };
    if (fchmod(descriptor.number(), exists ? status.st_mode & 07777 : newFileMode()) != 0 ||
        !writeAll(descriptor.number(), bytes) || fsync(descriptor.number()) != 0)
        return giveUp(errno);
    if (!descriptor.close())
        return giveUp(errno);
    if (rename(beside.c_str(), target.c_str()) != 0)
        return giveUp(errno);
    syncFolder(target.parent_path());
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
