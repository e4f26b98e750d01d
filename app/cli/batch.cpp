// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/batch.h"

#include "cli/streams.h"

#include <iostream>

namespace cli {

std::string textOf(const Json &request, const char *member)
{
    const auto found = request.find(member);
    return found != request.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string dump(const Json &value, int indent)
{
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

void answerBatch(const std::function<Json(const Json &request)> &answer)
{
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.find_first_not_of(" \t\r") == line.npos)
            continue;
        const Json request = Json::parse(line, nullptr, /*allow_exceptions=*/false);
        if (!request.is_object()) {
            writeError("broadside-cli: a line of the batch is no JSON object and was skipped.\n");
            continue;
        }
        Json reply = Json::object();
        if (const auto id = request.find("id"); id != request.end())
            reply["id"] = *id;
        reply.update(answer(request));
        writeOut(dump(reply) + '\n');
    }
}

} // namespace cli
