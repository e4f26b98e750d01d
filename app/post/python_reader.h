// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "post/python_literal.h"
#include "post/python_scanner.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace post {

/// Reads one logical line after the other; every byte is looked at a bounded number of times.
class PythonReader
{
public:
    explicit PythonReader(std::string_view source) noexcept : m_source(source) {}

    [[nodiscard]] PythonAssignments read() &&;

private:
    using Value = std::optional<PythonValue>; // nothing: it would have to be computed
    using Literals = std::map<std::string, PythonValue, std::less<>>;

    /// Names that one value is assigned to: `a`, or `a, b`, which take it apart.
    struct Target {
        std::vector<std::string> names = {};
        bool takesApart = false;
    };

    // Statements (python_literal.cpp).
    void readLine();
    bool readStatement();
    std::optional<Target> takeTarget();
    void skipAnnotation();
    void readMethod(const std::string &name);
    Value readAssigned();
    void assign(const Target &target, const Value &value);
    void assign(const std::string &name, Value value);
    void extend(const std::string &name, const Value &more);
    [[nodiscard]] bool endsHere() const noexcept;
    // Values (python_reader.cpp).
    Value readSum(bool inBrackets, unsigned depth);
    Value readAtom(bool inBrackets, unsigned depth);
    Value readSequence(char end, unsigned depth);
    Value readDictionary(unsigned depth);
    Value readTexts(bool inBrackets);
    Value readNumber();
    Value copyOf(std::string_view name);
    [[nodiscard]] bool mayCopy(const PythonValue &value);
    static bool append(PythonValue &to, const PythonValue &more);

    PythonScanner m_source;
    Literals m_values;
    std::size_t m_copied = 0; // bytes
    std::set<std::string, std::less<>> m_computed;
};

} // namespace post
