// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/python_literal.h"

#include "post/python_scanner.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace post {

namespace {

constexpr unsigned deepestNesting = 32;
constexpr std::size_t mostCopied = 4'000'000;
using Literals = std::map<std::string, PythonValue, std::less<>>;

/// Joins two texts or two lists; whether they are that.
bool append(PythonValue &to, const PythonValue &more)
{
    if (auto *text = std::get_if<std::string>(&to.value); text != nullptr && more.text() != nullptr) {
        *text += *more.text();
        return true;
    }
    if (auto *list = std::get_if<PythonValue::List>(&to.value); list != nullptr && more.list() != nullptr) {
        list->insert(list->end(), more.list()->begin(), more.list()->end());
        return true;
    }
    return false;
}

/// About how many bytes a copy of the value takes.
std::size_t sizeOf(const PythonValue &value) // as deep as values are nested
{
    std::size_t size = sizeof(PythonValue);
    if (value.text() != nullptr) {
        size += value.text()->size();
    } else if (value.list() != nullptr) {
        for (const PythonValue &item : *value.list())
            size += sizeOf(item);
    } else if (value.dictionary() != nullptr) {
        for (const auto &[key, item] : *value.dictionary())
            size += sizeOf(key) + sizeOf(item);
    }
    return size;
}

/// Reads one logical line after the other; every byte is looked at a bounded number of times.
class PythonReader
{
public:
    explicit PythonReader(std::string_view source) noexcept : m_source(source) {}

    [[nodiscard]] PythonAssignments read() &&;

private:
    using Value = std::optional<PythonValue>; // nothing: it would have to be computed

    void readStatement();
    Value readLine();
    void assign(const std::string &name, Value value);
    void extend(const std::string &name, const Value &more);
    Value readSum(bool inBrackets, unsigned depth);
    Value readAtom(bool inBrackets, unsigned depth);
    Value readSequence(char end, unsigned depth);
    Value readDictionary(unsigned depth);
    Value readTexts(bool inBrackets);
    Value readNumber();
    Value copyOf(std::string_view name);

    PythonScanner m_source;
    Literals m_values;
    std::size_t m_copied = 0; // bytes
    std::set<std::string, std::less<>> m_computed;
};

/// What stands between brackets; a pair of parentheses around one value is that value.
PythonReader::Value PythonReader::readSequence(char end, unsigned depth)
{
    m_source.skip(1);
    PythonValue::List items;
    bool hasComma = false;
    for (;;) {
        m_source.skipSpace(true);
        if (m_source.take(end))
            break;
        Value item = readSum(true, depth);
        if (!item)
            return std::nullopt;
        items.push_back(std::move(*item));
        m_source.skipSpace(true);
        if (m_source.take(',')) {
            hasComma = true;
        } else if (m_source.peek() != end || m_source.atEnd()) {
            return std::nullopt;
        }
    }
    if (end == ')' && items.size() == 1 && !hasComma)
        return std::move(items.front());
    return PythonValue{std::move(items)};
}

PythonReader::Value PythonReader::readDictionary(unsigned depth)
{
    m_source.skip(1);
    PythonValue::Dictionary entries;
    PythonValue::List items; // of a set
    for (;;) {
        m_source.skipSpace(true);
        if (m_source.take('}'))
            break;
        Value key = readSum(true, depth);
        if (!key)
            return std::nullopt;
        m_source.skipSpace(true);
        if (m_source.take(':')) {
            Value value = readSum(true, depth);
            if (!value)
                return std::nullopt;
            entries.emplace_back(std::move(*key), std::move(*value));
        } else {
            items.push_back(std::move(*key));
        }
        m_source.skipSpace(true);
        if (!m_source.take(',') && (m_source.peek() != '}' || m_source.atEnd()))
            return std::nullopt;
    }
    return items.empty() ? PythonValue{std::move(entries)} : PythonValue{std::move(items)};
}

/// The value of a name. All copies together have a limit: thirty lines of `a = a + a` would fill the memory.
PythonReader::Value PythonReader::copyOf(std::string_view name)
{
    const auto known = m_values.find(name);
    if (known == m_values.end())
        return std::nullopt;
    m_copied += sizeOf(known->second);
    return m_copied <= mostCopied ? Value(known->second) : std::nullopt;
}

/// Adjacent texts, which are one.
PythonReader::Value PythonReader::readTexts(bool inBrackets)
{
    constexpr std::size_t longestPrefix = 2;
    std::string text;
    for (;;) {
        const auto part = m_source.takeText();
        if (!part)
            return std::nullopt;
        text += *part;
        const std::size_t after = m_source.place();
        m_source.skipSpace(inBrackets);
        const std::size_t next = m_source.place();
        const bool isText = m_source.takeName().size() <= longestPrefix && m_source.isAtText();
        m_source.goTo(isText ? next : after);
        if (!isText)
            return PythonValue{std::move(text)};
    }
}

PythonReader::Value PythonReader::readNumber()
{
    std::string digits(m_source.takeNumber());
    std::erase(digits, '_');
    if (digits.starts_with('+'))
        digits.erase(0, 1);
    std::int64_t whole = 0;
    const char *const end = digits.data() + digits.size();
    if (const auto result = std::from_chars(digits.data(), end, whole); result.ec == std::errc() && result.ptr == end)
        return PythonValue{whole};
    double number = 0;
    if (const auto result = std::from_chars(digits.data(), end, number); result.ec == std::errc() && result.ptr == end)
        return PythonValue{number};
    return std::nullopt;
}

PythonReader::Value PythonReader::readAtom(bool inBrackets, unsigned depth)
{
    m_source.skipSpace(inBrackets);
    if (depth > deepestNesting || m_source.atEnd())
        return std::nullopt;
    const char c = m_source.peek();
    if (c == '[')
        return readSequence(']', depth + 1);
    if (c == '(')
        return readSequence(')', depth + 1);
    if (c == '{')
        return readDictionary(depth + 1);
    if (m_source.isAtNumber())
        return readNumber();
    const std::size_t begin = m_source.place();
    const std::string_view name = m_source.takeName();
    if (m_source.isAtText()) { // the name is its prefix
        m_source.goTo(begin);
        return readTexts(inBrackets);
    }
    if (name == "None")
        return PythonValue{};
    if (name == "True" || name == "False")
        return PythonValue{name == "True"};
    return copyOf(name);
}

/// Literals, joined with `+` where they are texts or lists.
PythonReader::Value PythonReader::readSum(bool inBrackets, unsigned depth)
{
    Value sum = readAtom(inBrackets, depth);
    for (;;) {
        m_source.skipSpace(inBrackets);
        if (!sum || m_source.peek() != '+')
            return sum;
        m_source.skip(1);
        Value next = readAtom(inBrackets, depth);
        if (!next || !append(*sum, *next))
            return std::nullopt;
    }
}

/// `name = value`, or anything else, which is skipped.
void PythonReader::readStatement()
{
    const std::size_t begin = m_source.place();
    const std::string name(m_source.takeName());
    m_source.skipSpace(false);
    if (m_source.take(':')) { // with a type
        while (!m_source.atEnd() && m_source.peek() != '=' && m_source.peek() != '\n' && m_source.peek() != '#' &&
               !m_source.isAtText())
            m_source.skip(1);
    }
    if (m_source.follows("+=")) {
        m_source.skip(2);
        extend(name, readLine());
    } else if (m_source.peek() == '=' && !m_source.follows("==")) {
        m_source.skip(1);
        assign(name, readLine());
    }
    m_source.goTo(begin);
    m_source.skipStatement();
}

/// What is assigned up to the end of the statement.
PythonReader::Value PythonReader::readLine()
{
    Value value = readSum(false, 0);
    const bool endsHere = m_source.atEnd() || m_source.peek() == '\n' || m_source.peek() == ';';
    return endsHere ? std::move(value) : std::nullopt;
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

PythonAssignments PythonReader::read() &&
{
    if (constexpr std::string_view byteOrderMark = "\xef\xbb\xbf"; m_source.follows(byteOrderMark))
        m_source.skip(byteOrderMark.size());
    while (!m_source.atEnd()) {
        if (m_source.isAtName())
            readStatement();
        else
            m_source.skipStatement();
    }
    return {.values = std::move(m_values), .computed = std::move(m_computed)};
}

} // namespace

PythonAssignments pythonAssignments(std::string_view source)
{
    return PythonReader(source).read();
}

} // namespace post
