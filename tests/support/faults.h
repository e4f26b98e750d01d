// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <vector>

/// Makes system calls of this program fail. faults.cpp has functions of their names, which come before those of libc, for
/// our libraries and for Qt's alike. A test that wants them compiles it in.
namespace faults {

enum class Call : std::uint8_t {
    Open,
    Write,
    Read,
    Sync,
    ChangeMode,
    ChangeOwner,
    Truncate,
    Allocate,
    Seek,
    Rename,
    Close,
    Unlink
};

struct Fault {
    Call call = Call::Write;
    int number = 1;        // which call of this kind fails, from 1
    int error = 0;         // the errno value; 0 for a call that does half of what it was asked
    bool persists = false; // whether all calls of this kind behind it fail, too
};

/// Lets the fault happen until stop().
void start(const Fault &fault);
/// How often it has happened.
int stop();

/// Ends this process, as a power cut would, before the call of this number, from 1, whatever its kind.
void killAt(int number);

/// Every kind of call with every error that it is tried with.
[[nodiscard]] std::vector<Fault> all();

[[nodiscard]] const char *nameOf(Call call);

} // namespace faults
