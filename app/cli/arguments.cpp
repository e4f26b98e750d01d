// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "cli/arguments.h"

#include "cli/streams.h"

#include <algorithm>
#include <cstdio>
#include <format>

namespace cli {

namespace {

std::string joined(std::span<const std::string_view> words, std::string_view separator)
{
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty())
            text += separator;
        text += word;
    }
    return text;
}

std::string shown(const Option &option)
{
    if (option.value.empty())
        return std::format("--{}", option.name);
    return std::format("--{} {}", option.name,
                       option.choices.empty() ? std::string(option.value) : joined(option.choices, "|"));
}

} // namespace

std::string_view Arguments::value(std::string_view option, std::string_view otherwise) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? otherwise : found->second;
}

std::vector<std::string_view> Arguments::values(std::string_view option) const
{
    std::vector<std::string_view> values;
    for (const auto &[name, value] : m_given) {
        if (name == option)
            values.push_back(value);
    }
    return values;
}

std::expected<Arguments, std::string> Verb::read(std::span<const std::string_view> arguments) const
{
    Arguments result;
    bool onlyOperands = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (onlyOperands || argument == "-" || !argument.starts_with('-')) {
            result.m_operands.push_back(argument);
            continue;
        }
        if (argument == "--") {
            onlyOperands = true;
            continue;
        }
        const std::size_t equals = argument.find('=');
        const std::string_view given = argument.substr(0, equals);
        const auto option = std::ranges::find_if(options, [given](const Option &candidate) {
            return given.starts_with("--") && candidate.name == given.substr(2);
        });
        if (option == options.end())
            return std::unexpected(std::format("“{}” has no option “{}”.", name, given));
        std::string_view value;
        if (option->value.empty()) {
            if (equals != argument.npos)
                return std::unexpected(std::format("--{} takes no value.", option->name));
        } else if (equals != argument.npos) {
            value = argument.substr(equals + 1);
        } else if (++i < arguments.size()) {
            value = arguments[i];
        } else {
            return std::unexpected(std::format("--{} needs a value.", option->name));
        }
        if (!option->choices.empty() && std::ranges::find(option->choices, value) == option->choices.end())
            return std::unexpected(
                std::format("--{} is one of {}, not “{}”.", option->name, joined(option->choices, ", "), value));
        result.m_values.insert_or_assign(option->name, value);
        result.m_given.emplace_back(option->name, value);
    }
    if (result.m_operands.size() > maxOperands)
        return std::unexpected(
            std::format("“{}” does not know what to do with “{}”.", name, result.m_operands[maxOperands]));
    if (result.m_operands.size() < minOperands)
        return std::unexpected(std::format("“{}” needs {}.", name, operands));
    return result;
}

std::string Verb::help() const
{
    std::string text = std::format("Usage: broadside-cli {}", name);
    if (!options.empty())
        text += " [OPTION…]";
    if (!operands.empty())
        text += std::format(" {}", operands);
    text += std::format("\n\n{}\n", summary);
    if (!details.empty())
        text += std::format("{}\n", details);
    if (!options.empty())
        text += '\n';
    for (const Option &option : options)
        text += std::format("  {:<34} {}\n", shown(option), option.help);
    return text;
}

ExitCode wrongUse(std::string_view sentence)
{
    writeError(std::format("broadside-cli: {}\n", sentence));
    return ExitCode::WrongUse;
}

} // namespace cli
