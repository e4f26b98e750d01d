// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/streams.h"

#include "cli/printable.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <format>
#include <memory>

#include <sys/stat.h>
#include <unistd.h>

namespace cli {

namespace {

struct Close {
    void operator()(std::FILE *file) const noexcept { std::fclose(file); }
};

std::string everything(std::FILE *file)
{
    std::string bytes;
    std::array<char, 64 * 1024> buffer;
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file))
        bytes.append(buffer.data(), count);
    return bytes;
}

} // namespace

void writeOut(std::string_view text)
{
    static const bool isTerminal = isatty(STDOUT_FILENO) == 1;
    const std::string shown = isTerminal ? printable(text) : std::string();
    const std::string_view written = isTerminal ? std::string_view(shown) : text;
    std::fwrite(written.data(), 1, written.size(), stdout);
    std::fflush(stdout);
}

void writeError(std::string_view text)
{
    const std::string shown = printable(text);
    std::fwrite(shown.data(), 1, shown.size(), stderr);
}

void writeProgress(std::string_view line)
{
    std::fputc('\r', stderr);
    writeError(line);
}

std::expected<std::string, std::string> readInput(std::string_view path)
{
    if (path == "-")
        return everything(stdin);
    const std::string name(path);
    struct stat status = {};
    if (stat(name.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return std::unexpected(std::format("{} is a folder.", name));
    const std::unique_ptr<std::FILE, Close> file(std::fopen(name.c_str(), "rb"));
    if (!file)
        return std::unexpected(std::format("{} cannot be read: {}.", name, std::strerror(errno)));
    std::string bytes = everything(file.get());
    if (std::ferror(file.get()) != 0)
        return std::unexpected(std::format("{} cannot be read: {}.", name, std::strerror(errno)));
    return bytes;
}

} // namespace cli
