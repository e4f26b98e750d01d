// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// broadside-cli: what the window does, without the window. Each verb lives in its own file.

#include "cli/streams.h"
#include "cli/verbs.h"

#include <algorithm>
#include <format>

namespace {

const cli::Verb *const verbs[] = {&cli::renderVerb, &cli::blogVerb,   &cli::driftVerb,    &cli::checkVerb,
                                  &cli::exportVerb, &cli::newVerb,    &cli::metadataVerb, &cli::dateVerb,
                                  &cli::repairVerb, &cli::importVerb, &cli::indexVerb,    &cli::searchVerb,
                                  &cli::linksVerb,  &cli::hookVerb,   &cli::renameVerb};

std::string overview()
{
    std::string text = "Usage: broadside-cli VERB [OPTION…] [OPERAND…]\n"
                       "       broadside-cli VERB --help\n"
                       "       broadside-cli --version\n\n";
    for (const cli::Verb *verb : verbs)
        text += std::format("  {:<10} {}\n", verb->name, verb->summary);
    text += "\nExit status: 0 done, 1 there were findings, 2 wrong use.\n";
    return text;
}

} // namespace

int main(int count, char **values)
{
    const std::vector<std::string_view> arguments(values + 1, values + std::max(count, 1));
    if (arguments.empty() || arguments.front() == "--help" || arguments.front() == "-h" ||
        arguments.front() == "help") {
        cli::writeOut(overview());
        return int(arguments.empty() ? cli::ExitCode::WrongUse : cli::ExitCode::Done);
    }
    if (arguments.front() == "--version") {
        cli::writeOut("broadside-cli " BROADSIDE_VERSION "\n");
        return int(cli::ExitCode::Done);
    }
    const auto verb =
        std::ranges::find(verbs, arguments.front(), [](const cli::Verb *candidate) { return candidate->name; });
    if (verb == std::end(verbs))
        return int(cli::wrongUse(std::format("there is no “{}”; see broadside-cli --help.", arguments.front())));
    const std::span<const std::string_view> rest(arguments.begin() + 1, arguments.end());
    if (std::ranges::find(rest, "--help") != rest.end()) {
        cli::writeOut((*verb)->help());
        return int(cli::ExitCode::Done);
    }
    const auto read = (*verb)->read(rest);
    if (!read)
        return int(cli::wrongUse(read.error()));
    return int((*verb)->run(*read));
}
