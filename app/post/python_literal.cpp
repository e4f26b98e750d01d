// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/python_literal.h"

#include "post/python_reader.h"

#include <algorithm>
#include <utility>

namespace post {

/// `a`, `a, b` or `(a, b)`; nothing for what is no name, such as a part of a value.
std::optional<PythonReader::Target> PythonReader::takeTarget()
{
    Target target;
    const bool hasBrackets = m_source.take('(');
    for (;;) {
        m_source.skipSpace(hasBrackets);
        if (!m_source.isAtName())
            break;
        target.names.emplace_back(m_source.takeName());
        m_source.skipSpace(hasBrackets);
        if (!m_source.take(','))
            break;
        target.takesApart = true;
    }
    const bool isClosed = !hasBrackets || m_source.take(')');
    m_source.skipSpace(false);
    return isClosed && !target.names.empty() ? std::optional(std::move(target)) : std::nullopt;
}

/// Over the type of a name that is going to be assigned.
void PythonReader::skipAnnotation()
{
    if (!m_source.take(':'))
        return;
    while (!m_source.atEnd() && m_source.peek() != '=' && !endsHere() && m_source.peek() != '#') {
        if (m_source.isAtText())
            m_source.skipText();
        else
            m_source.skip(1);
    }
}

/// `a = b = value`, `a += value` and the like, or anything else, which is skipped; whether another statement follows on the
/// line.
bool PythonReader::readStatement()
{
    const std::size_t begin = m_source.place();
    std::optional<Target> target = takeTarget();
    if (target && !target->takesApart) {
        skipAnnotation();
        if (m_source.follows("+=")) {
            m_source.skip(2);
            extend(target->names.front(), readAssigned());
        } else if (m_source.take('.')) {
            readMethod(target->names.front());
        }
    }
    std::vector<Target> targets;
    std::size_t value = m_source.place();
    while (target && m_source.peek() == '=' && !m_source.follows("==")) {
        targets.push_back(std::move(*target));
        m_source.skip(1);
        value = m_source.place();
        m_source.skipSpace(false);
        target = takeTarget();
    }
    if (!targets.empty()) {
        m_source.goTo(value);
        const Value assigned = readAssigned();
        for (const Target &one : targets) {
            const bool isCopy = assigned && &one != &targets.front();
            assign(one, !isCopy || mayCopy(*assigned) ? assigned : std::nullopt);
        }
    }
    m_source.goTo(begin);
    return m_source.skipStatement();
}

/// `append` and `extend` of a list that is known.
void PythonReader::readMethod(const std::string &name)
{
    const std::string_view method = m_source.takeName();
    const auto known = m_values.find(name);
    const bool isList = known != m_values.end() && known->second.list() != nullptr;
    if ((method != "append" && method != "extend") || !isList || !m_source.take('('))
        return;
    Value argument = readSum(true, 0);
    m_source.skipSpace(true);
    m_source.take(',');
    m_source.skipSpace(true);
    const bool isWhole = m_source.take(')');
    m_source.skipSpace(false);
    if (!argument || !isWhole || !endsHere())
        return;
    if (method == "append")
        argument = PythonValue{PythonValue::List{std::move(*argument)}};
    if (argument->list() != nullptr)
        extend(name, argument);
}

bool PythonReader::endsHere() const noexcept
{
    return m_source.atEnd() || m_source.peek() == '\n' || m_source.peek() == ';';
}

/// What is assigned up to the end of the statement; values between commas are a tuple.
PythonReader::Value PythonReader::readAssigned()
{
    Value value = readSum(false, 0);
    if (value && m_source.peek() == ',') {
        PythonValue::List items{std::move(*value)};
        while (m_source.take(',')) {
            m_source.skipSpace(false);
            if (endsHere())
                break;
            Value item = readSum(false, 0);
            if (!item)
                return std::nullopt;
            items.push_back(std::move(*item));
        }
        value = PythonValue{std::move(items)};
    }
    return endsHere() ? std::move(value) : std::nullopt;
}

void PythonReader::assign(const Target &target, const Value &value)
{
    if (!target.takesApart)
        return assign(target.names.front(), value);
    const PythonValue::List *const items = value ? value->list() : nullptr;
    const bool fits = items != nullptr && items->size() == target.names.size();
    for (std::size_t i = 0; i < target.names.size(); ++i)
        assign(target.names[i], fits ? Value((*items)[i]) : std::nullopt);
}

/// A name that gets a computed value is unknown from there on.
void PythonReader::assign(const std::string &name, Value value)
{
    if (value) {
        m_computed.erase(name);
        m_values.insert_or_assign(name, std::move(*value));
    } else {
        m_computed.insert(name);
        m_values.erase(name);
    }
}

void PythonReader::extend(const std::string &name, const Value &more)
{
    const auto known = m_values.find(name);
    if (known == m_values.end() || !more || !append(known->second, *more))
        assign(name, std::nullopt);
}

/// One logical line. What is indented, or stands behind `if x:` and the like, is run or not: it tells nothing.
void PythonReader::readLine()
{
    static constexpr std::string_view compound[] = {"async",   "class", "def", "elif", "else",  "except",
                                                    "finally", "for",   "if",  "try",  "while", "with"};
    const std::size_t begin = m_source.place();
    const bool isCompound = std::ranges::contains(compound, m_source.takeName());
    m_source.goTo(begin);
    if (isCompound || m_source.peek() == ' ' || m_source.peek() == '\t' || m_source.peek() == '@')
        return m_source.skipLine();
    while (readStatement())
        m_source.skipSpace(false);
}

PythonAssignments PythonReader::read() &&
{
    if (constexpr std::string_view byteOrderMark = "\xef\xbb\xbf"; m_source.follows(byteOrderMark))
        m_source.skip(byteOrderMark.size());
    while (!m_source.atEnd())
        readLine();
    return {.values = std::move(m_values), .computed = std::move(m_computed)};
}

PythonAssignments pythonAssignments(std::string_view source)
{
    if (!source.contains('\r'))
        return PythonReader(source).read();
    std::string lines; // as Python reads them
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] != '\r')
            lines += source[i];
        else if (!source.substr(i).starts_with("\r\n"))
            lines += '\n';
    }
    return PythonReader(lines).read();
}

} // namespace post
