// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <expected>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

/// One `--option` of a verb.
struct Option {
    std::string_view name = {};  // without the dashes
    std::string_view value = {}; // what the value is called in the help; empty for a switch
    std::string_view help = {};
    std::span<const std::string_view> choices = {}; // empty: any value
};

/// What a command line says, checked against the verb's description. Views into the process's arguments.
class Arguments
{
public:
    [[nodiscard]] bool has(std::string_view option) const { return m_values.contains(option); }
    /// The option's last value, or `otherwise` where it was not given.
    [[nodiscard]] std::string_view value(std::string_view option, std::string_view otherwise = {}) const;
    /// All values of an option that may be given several times, in their order.
    [[nodiscard]] std::vector<std::string_view> values(std::string_view option) const;
    [[nodiscard]] const std::vector<std::string_view> &operands() const noexcept { return m_operands; }

private:
    friend struct Verb;

    std::map<std::string_view, std::string_view> m_values;
    std::vector<std::pair<std::string_view, std::string_view>> m_given;
    std::vector<std::string_view> m_operands;
};

enum class ExitCode : int { Done = 0, Findings = 1, WrongUse = 2 };

/// One verb of the command line: what it is called, what it takes and the function that does it.
struct Verb {
    std::string_view name = {};
    std::string_view operands = {}; // as the help shows them
    std::string_view summary = {};
    std::string_view details = {}; // further lines of the verb's own help
    std::span<const Option> options = {};
    std::size_t minOperands = 0;
    std::size_t maxOperands = 0;
    ExitCode (*run)(const Arguments &) = nullptr;

    /// Reads the arguments after the verb; the error is a sentence for the user.
    [[nodiscard]] std::expected<Arguments, std::string> read(std::span<const std::string_view> arguments) const;
    /// The text of `broadside-cli VERB --help`.
    [[nodiscard]] std::string help() const;
};

/// Tells the user what is wrong with the command line.
ExitCode wrongUse(std::string_view sentence);

} // namespace cli
