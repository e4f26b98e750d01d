// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "tests/support/faults.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace faults {

namespace {

std::mutex guard; // files are written on several threads
Fault planned;
std::atomic<bool> isOn = false;
int seen = 0;
int happened = 0;
std::atomic<int> callsLeft = 0; // until the end; 0 for none

/// Whether this call is to fail; errno says how, 0 by half.
bool fails(Call call)
{
    if (callsLeft > 0 && --callsLeft == 0)
        ::kill(::getpid(), SIGKILL);
    if (!isOn)
        return false;
    const std::scoped_lock lock(guard);
    if (planned.call != call)
        return false;
    ++seen;
    if (seen != planned.number && !(planned.persists && seen > planned.number))
        return false;
    ++happened;
    errno = planned.error;
    return true;
}

template <class... Arguments>
long real(long number, Arguments... arguments)
{
    return syscall(number, arguments...);
}

int openWith(int folder, const char *path, int flags, mode_t mode)
{
    const bool writes = (flags & O_ACCMODE) != O_RDONLY;
    return writes && fails(Call::Open) ? -1 : int(real(SYS_openat, folder, path, flags, mode));
}

} // namespace

void start(const Fault &fault)
{
    const std::scoped_lock lock(guard);
    planned = fault;
    seen = happened = 0;
    isOn = true;
}

int stop()
{
    const std::scoped_lock lock(guard);
    isOn = false;
    return happened;
}

void killAt(int number)
{
    callsLeft = number;
}

std::vector<Fault> all()
{
    using enum Call;
    std::vector<Fault> faults;
    for (const Call call :
         {Open, Write, Read, Sync, ChangeMode, ChangeOwner, Truncate, Allocate, Seek, Rename, Close, Unlink}) {
        for (const int error : {ENOSPC, EIO, EACCES}) {
            for (int number = 1; number <= 3; ++number) {
                faults.push_back({.call = call, .number = number, .error = error});
                if (call != Truncate) // a file that cannot be made shorter again cannot be put back
                    faults.push_back({.call = call, .number = number, .error = error, .persists = true});
            }
        }
    }
    for (int number = 1; number <= 4; ++number) {
        faults.push_back({.call = Write, .number = number, .error = 0});
        faults.push_back({.call = Write, .number = number, .error = 0, .persists = true});
        faults.push_back({.call = Write, .number = number, .error = EINTR});
        faults.push_back({.call = Read, .number = number, .error = EINTR});
    }
    return faults;
}

const char *nameOf(Call call)
{
    static constexpr const char *names[] = {"open",      "write",     "read",  "fsync",  "fchmod", "fchown",
                                            "ftruncate", "fallocate", "lseek", "rename", "close",  "unlink"};
    return names[unsigned(call)];
}

} // namespace faults

using faults::Call;
using faults::fails;
using faults::real;

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const auto mode = mode_t((flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, unsigned) : 0);
    va_end(more);
    return faults::openWith(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const auto mode = mode_t((flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, unsigned) : 0);
    va_end(more);
    return faults::openWith(AT_FDCWD, path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    if (fails(Call::Write)) {
        if (errno != 0)
            return -1;
        size = (size + 1) / 2;
    }
    return real(SYS_write, file, bytes, size);
}

ssize_t pread(int file, void *bytes, size_t size, off_t at)
{
    return fails(Call::Read) ? -1 : real(SYS_pread64, file, bytes, size, at);
}

int fsync(int file)
{
    return fails(Call::Sync) ? -1 : int(real(SYS_fsync, file));
}

int fchmod(int file, mode_t mode) noexcept
{
    return fails(Call::ChangeMode) ? -1 : int(real(SYS_fchmod, file, mode));
}

int fchown(int file, uid_t user, gid_t group) noexcept
{
    return fails(Call::ChangeOwner) ? -1 : int(real(SYS_fchown, file, user, group));
}

int ftruncate(int file, off_t size) noexcept
{
    return fails(Call::Truncate) ? -1 : int(real(SYS_ftruncate, file, size));
}

int fallocate(int file, int mode, off_t at, off_t size)
{
    return fails(Call::Allocate) ? -1 : int(real(SYS_fallocate, file, mode, at, size));
}

off_t lseek(int file, off_t at, int from) noexcept
{
    return fails(Call::Seek) ? -1 : real(SYS_lseek, file, at, from);
}

int rename(const char *from, const char *to) noexcept
{
    return fails(Call::Rename) ? -1 : int(real(SYS_rename, from, to));
}

int close(int file)
{
    const bool failed = fails(Call::Close);
    const int error = errno;
    const auto result = int(real(SYS_close, file)); // the descriptor is gone even where the call fails
    if (!failed)
        return result;
    errno = error;
    return -1;
}

int unlink(const char *path) noexcept
{
    return fails(Call::Unlink) ? -1 : int(real(SYS_unlink, path));
}

} // extern "C"
