// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

/// A program to run, without a shell.
struct ProcessRequest {
    std::filesystem::path program = {};
    std::vector<std::string> arguments = {};
    /// `NAME=value` is set and `NAME` alone is removed; all else is ours.
    std::vector<std::string> environment = {};
    std::string input = {};
    std::chrono::milliseconds limit = std::chrono::seconds(30);
    std::stop_token stop = {};
};

/// What it left.
struct ProcessResult {
    enum class End : std::uint8_t {
        Exited,
        TimedOut, // and was ended
        Stopped,  // because the caller wanted it
    } end = End::Exited;
    int status = 0; // the exit status, or 128 and the signal's number
    std::string output = {};
    std::string errors = {};

    [[nodiscard]] bool succeeded() const { return end == End::Exited && status == 0; }
};

/// Runs a program in a session of its own, where it can ask nobody at a terminal, and waits for it; what it prints is kept up to
/// 16 MB a stream. When the time is up or `stop` asks for it, it and all it started are asked to end, and then made to.
/// The error is a sentence: the program cannot be started.
[[nodiscard]] std::expected<ProcessResult, std::string> runProcess(const ProcessRequest &request);

/// A program of this name in one of the PATH's folders.
[[nodiscard]] std::optional<std::filesystem::path> findProgram(std::string_view name);

} // namespace publish
