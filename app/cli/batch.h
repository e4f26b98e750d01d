// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace cli {

using Json = nlohmann::ordered_json;

/// Answers requests until standard input ends: one JSON object a line with an "id", one answer a line, written at once.
/// `answer` gets the request and gives the members of the reply; the id is added here. A line that is no JSON object
/// is named on standard error and skipped.
void answerBatch(const std::function<Json(const Json &request)> &answer);

/// A string member of a request; empty where there is none.
[[nodiscard]] std::string textOf(const Json &request, const char *member);

/// One line of JSON. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string dump(const Json &value, int indent = -1);

} // namespace cli
