// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/report.h"

#include "cli/batch.h"
#include "cli/printable.h"

#include <algorithm>
#include <format>

namespace cli {

namespace {

std::string onOneLine(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text;
}

std::string_view sarifLevel(std::string_view level)
{
    if (level == "WARNING")
        return "warning";
    return level == "INFO" ? "note" : "error";
}

/// A path as a URI: what is not plain ASCII, and what has a meaning of its own, as %XX.
std::string uriOf(std::string_view path)
{
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("/-._~").contains(c);
        if (plain)
            uri += c;
        else
            uri += std::format("%{:02X}", byte);
    }
    return uri;
}

Json regionOf(const ReportItem &item)
{
    Json region = {{"startLine", std::max(item.line, 1u)}, {"startColumn", item.column}};
    if (item.endLine != 0) {
        region["endLine"] = item.endLine;
        region["endColumn"] = item.endColumn;
    }
    return region;
}

} // namespace

std::string textReport(const std::vector<FileReport> &files)
{
    std::string text;
    for (const FileReport &file : files) {
        for (const ReportItem &item : file.items)
            text +=
                std::format("{}:{}:{}: {}: {}\n", file.path, item.line, item.column, item.level, onOneLine(item.text));
    }
    return printable(text);
}

std::string jsonReport(const std::vector<FileReport> &files)
{
    Json list = Json::array();
    for (const FileReport &file : files) {
        Json items = Json::array();
        for (const ReportItem &item : file.items) {
            Json &entry = items.emplace_back();
            entry["line"] = item.line == 0 ? Json() : Json(item.line);
            entry["column"] = item.column;
            if (item.endLine != 0) {
                entry["endLine"] = item.endLine;
                entry["endColumn"] = item.endColumn;
            }
            entry["level"] = item.level;
            entry["rule"] = item.rule;
            entry["message"] = item.text;
        }
        Json entry = {{"file", file.path}, {"messages", std::move(items)}};
        if (!file.problem.empty())
            entry["problem"] = file.problem;
        list.push_back(std::move(entry));
    }
    return dump(list, 2) + '\n';
}

std::string sarifReport(const std::vector<FileReport> &files)
{
    Json results = Json::array();
    for (const FileReport &file : files) {
        for (const ReportItem &item : file.items) {
            Json result;
            result["ruleId"] = item.rule;
            result["level"] = sarifLevel(item.level);
            result["message"] = {{"text", item.text}};
            result["locations"] =
                Json::array({{{"physicalLocation",
                               {{"artifactLocation", {{"uri", uriOf(file.path)}}}, {"region", regionOf(item)}}}}});
            results.push_back(std::move(result));
        }
    }
    const Json driver = {{"name", "broadside-cli"}, {"version", BROADSIDE_VERSION}};
    const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                             {"columnKind", "unicodeCodePoints"},
                                             {"results", std::move(results)}}})}};
    return dump(log, 2) + '\n';
}

} // namespace cli
