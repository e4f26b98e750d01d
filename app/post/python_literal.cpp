// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/python_literal.h"

#include "rst/text/utf8.h"

#include <algorithm>
#include <charconv>

namespace post {

namespace {

constexpr unsigned deepestNesting = 32;
using Literals = std::map<std::string, PythonValue, std::less<>>;

bool isNameStart(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Reads one logical line after the other; every byte is looked at a bounded number of times.
class PythonReader
{
public:
    explicit PythonReader(std::string_view source) noexcept : m_source(source) {}

    [[nodiscard]] PythonAssignments read() &&;

private:
    using Value = std::optional<PythonValue>; // nothing: it would have to be computed

    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_source.size(); }
    [[nodiscard]] char peek() const noexcept { return atEnd() ? '\0' : m_source[m_at]; }
    [[nodiscard]] bool follows(std::string_view text) const noexcept { return m_source.substr(m_at).starts_with(text); }
    bool take(char c) noexcept
    {
        const bool found = peek() == c && !atEnd();
        m_at += found ? 1 : 0;
        return found;
    }
    void skipSpace(bool inBrackets) noexcept;
    void skipStatement();
    void skipText();
    std::string_view takeName() noexcept;
    void readStatement();
    void forget(Literals::iterator known)
    {
        m_computed.insert(known->first);
        m_values.erase(known);
    }
    Value readSum(bool inBrackets, unsigned depth);
    Value readAtom(bool inBrackets, unsigned depth);
    Value readSequence(char end, unsigned depth);
    Value readDictionary(unsigned depth);
    Value readNumber();
    std::optional<std::string> readText();
    bool readEscape(std::string &text);

    std::string_view m_source;
    std::size_t m_at = 0;
    Literals m_values;
    std::set<std::string, std::less<>> m_computed;
};

/// Blanks, comments and joined lines; within brackets line ends, too.
void PythonReader::skipSpace(bool inBrackets) noexcept
{
    while (!atEnd()) {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\f' || c == '\r' || (inBrackets && c == '\n'))
            ++m_at;
        else if (follows("\\\n"))
            m_at += 2;
        else if (follows("\\\r\n"))
            m_at += 3;
        else if (c == '#')
            m_at = std::min(m_source.find('\n', m_at), m_source.size());
        else
            return;
    }
}

/// To the end of the logical line: texts and brackets may hold line ends.
void PythonReader::skipStatement()
{
    std::size_t open = 0;
    while (!atEnd()) {
        const char c = peek();
        if (c == '\'' || c == '"') {
            skipText();
            continue;
        }
        if (c == '#' || c == '\\') {
            const std::size_t before = m_at;
            skipSpace(false);
            m_at = std::max(m_at, before + (c == '\\' ? 1 : 0));
            continue;
        }
        ++m_at;
        if (c == '(' || c == '[' || c == '{')
            ++open;
        else if ((c == ')' || c == ']' || c == '}') && open > 0)
            --open;
        else if (c == '\n' && open == 0)
            return;
    }
}

void PythonReader::skipText()
{
    const char quote = peek();
    const bool isTriple = m_source.substr(m_at, 3) == std::string(3, quote);
    m_at += isTriple ? 3 : 1;
    while (!atEnd()) {
        if (peek() == '\\') {
            m_at += 2;
        } else if (isTriple ? follows(std::string(3, quote)) : peek() == quote) {
            m_at += isTriple ? 3 : 1;
            return;
        } else if (!isTriple && peek() == '\n') {
            return; // a text that never ends
        } else {
            ++m_at;
        }
    }
    m_at = m_source.size();
}

std::string_view PythonReader::takeName() noexcept
{
    const std::size_t begin = m_at;
    while (!atEnd() && (isNameStart(peek()) || isDigit(peek())))
        ++m_at;
    return m_source.substr(begin, m_at - begin);
}

bool PythonReader::readEscape(std::string &text)
{
    constexpr std::string_view names = "\\'\"abfnrtv", values = "\\'\"\a\b\f\n\r\t\v";
    const char c = peek();
    ++m_at;
    if (c == '\n')
        return true;
    if (const std::size_t known = names.find(c); known != names.npos) {
        text += values[known];
        return true;
    }
    std::size_t size = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int base = 16;
    if (c >= '0' && c <= '7') {
        --m_at;
        base = 8;
        while (size < 3 && m_at + size < m_source.size() && m_source[m_at + size] >= '0' &&
               m_source[m_at + size] <= '7')
            ++size;
    }
    if (size == 0) {
        text += '\\';
        text += c;
        return c != 'N';
    }
    const std::string_view digits = m_source.substr(m_at, size);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.size() != size || value > 0x10ffff)
        return false;
    m_at += size;
    rst::appendUtf8(text, value);
    return true;
}

/// One text after its prefix; nothing for bytes and for texts with values in them.
std::optional<std::string> PythonReader::readText()
{
    bool isRaw = false;
    for (; isNameStart(peek()); ++m_at) {
        const char prefix = char(peek() | 0x20);
        if (prefix == 'f' || prefix == 'b')
            return std::nullopt;
        isRaw = isRaw || prefix == 'r';
    }
    const char quote = peek();
    const bool isTriple = m_source.substr(m_at, 3) == std::string(3, quote);
    m_at += isTriple ? 3 : 1;
    std::string text;
    while (!atEnd()) {
        if (isTriple ? follows(std::string(3, quote)) : peek() == quote) {
            m_at += isTriple ? 3 : 1;
            return text;
        }
        const char c = peek();
        if (c == '\n' && !isTriple)
            return std::nullopt;
        ++m_at;
        if (c != '\\' || atEnd()) {
            text += c;
        } else if (isRaw) {
            text += c;
            text += peek();
            ++m_at;
        } else if (!readEscape(text)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

PythonReader::Value PythonReader::readNumber()
{
    const std::size_t begin = m_at;
    if (peek() == '-' || peek() == '+')
        ++m_at;
    while (isDigit(peek()) || peek() == '_' || peek() == '.' || (peek() | 0x20) == 'e' || (peek() | 0x20) == 'x' ||
           ((peek() == '-' || peek() == '+') && (m_source[m_at - 1] | 0x20) == 'e'))
        ++m_at;
    std::string digits(m_source.substr(begin, m_at - begin));
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

/// What stands between brackets; a pair of parentheses around one value is that value.
PythonReader::Value PythonReader::readSequence(char end, unsigned depth)
{
    ++m_at;
    PythonValue::List items;
    bool hasComma = false;
    for (;;) {
        skipSpace(true);
        if (take(end))
            break;
        Value item = readSum(true, depth);
        if (!item)
            return std::nullopt;
        items.push_back(std::move(*item));
        skipSpace(true);
        if (take(',')) {
            hasComma = true;
        } else if (peek() != end || atEnd()) {
            return std::nullopt;
        }
    }
    if (end == ')' && items.size() == 1 && !hasComma)
        return std::move(items.front());
    return PythonValue{std::move(items)};
}

PythonReader::Value PythonReader::readDictionary(unsigned depth)
{
    ++m_at;
    PythonValue::Dictionary entries;
    PythonValue::List items; // of a set
    for (;;) {
        skipSpace(true);
        if (take('}'))
            break;
        Value key = readSum(true, depth);
        if (!key)
            return std::nullopt;
        skipSpace(true);
        if (take(':')) {
            Value value = readSum(true, depth);
            if (!value)
                return std::nullopt;
            entries.emplace_back(std::move(*key), std::move(*value));
        } else {
            items.push_back(std::move(*key));
        }
        skipSpace(true);
        if (!take(',') && (peek() != '}' || atEnd()))
            return std::nullopt;
    }
    return items.empty() ? PythonValue{std::move(entries)} : PythonValue{std::move(items)};
}

PythonReader::Value PythonReader::readAtom(bool inBrackets, unsigned depth)
{
    skipSpace(inBrackets);
    if (depth > deepestNesting || atEnd())
        return std::nullopt;
    const char c = peek();
    if (c == '[')
        return readSequence(']', depth + 1);
    if (c == '(')
        return readSequence(')', depth + 1);
    if (c == '{')
        return readDictionary(depth + 1);
    if (isDigit(c) || c == '-' || c == '+' || c == '.')
        return readNumber();
    const std::size_t begin = m_at;
    const std::string_view name = takeName();
    if (peek() == '\'' || peek() == '"') {
        m_at = begin;
        std::string text;
        for (;;) { // adjacent texts are one
            const auto part = readText();
            if (!part)
                return std::nullopt;
            text += *part;
            const std::size_t after = m_at;
            skipSpace(inBrackets);
            const std::size_t next = m_at;
            takeName();
            const bool isText = m_at - next <= 2 && (peek() == '\'' || peek() == '"');
            m_at = isText ? next : after;
            if (!isText)
                return PythonValue{std::move(text)};
        }
    }
    if (name == "None")
        return PythonValue{};
    if (name == "True" || name == "False")
        return PythonValue{name == "True"};
    const auto known = m_values.find(name);
    if (name.empty() || known == m_values.end())
        return std::nullopt;
    return known->second;
}

/// Literals, joined with `+` where they are texts or lists.
PythonReader::Value PythonReader::readSum(bool inBrackets, unsigned depth)
{
    Value sum = readAtom(inBrackets, depth);
    for (;;) {
        skipSpace(inBrackets);
        if (!sum || peek() != '+')
            return sum;
        ++m_at;
        Value next = readAtom(inBrackets, depth);
        if (!next)
            return std::nullopt;
        if (auto *text = std::get_if<std::string>(&sum->value); text != nullptr && next->text() != nullptr) {
            *text += *next->text();
        } else if (auto *list = std::get_if<PythonValue::List>(&sum->value);
                   list != nullptr && next->list() != nullptr) {
            list->insert(list->end(), next->list()->begin(), next->list()->end());
        } else {
            return std::nullopt;
        }
    }
}

/// `name = value`, or anything else, which is skipped. A name that gets a computed value is unknown from there on.
void PythonReader::readStatement()
{
    const std::size_t begin = m_at;
    std::string name(takeName());
    skipSpace(false);
    if (peek() == ':' && !name.empty()) { // with a type
        ++m_at;
        while (!atEnd() && peek() != '=' && peek() != '\n' && peek() != '#' && peek() != '\'' && peek() != '"')
            ++m_at;
    }
    const bool isAddition = follows("+=");
    const bool isAssignment = !name.empty() && (isAddition || (peek() == '=' && !follows("==")));
    if (isAssignment) {
        m_at += isAddition ? 2 : 1;
        Value value = readSum(false, 0);
        const bool endsHere = atEnd() || peek() == '\n' || peek() == ';';
        if (value && peek() == ',') // a tuple without parentheses
            value.reset();
        if (value && endsHere && !isAddition) {
            m_computed.erase(name);
            m_values.insert_or_assign(name, std::move(*value));
        } else if (auto known = m_values.find(name); known != m_values.end()) {
            auto *list = std::get_if<PythonValue::List>(&known->second.value);
            auto *text = std::get_if<std::string>(&known->second.value);
            if (value && endsHere && list != nullptr && value->list() != nullptr)
                list->insert(list->end(), value->list()->begin(), value->list()->end());
            else if (value && endsHere && text != nullptr && value->text() != nullptr)
                *text += *value->text();
            else
                forget(known);
        } else {
            m_computed.insert(name);
        }
    }
    m_at = begin;
    skipStatement();
}

PythonAssignments PythonReader::read() &&
{
    if (m_source.starts_with("\xef\xbb\xbf"))
        m_at = 3;
    while (!atEnd()) {
        if (isNameStart(peek()))
            readStatement();
        else
            skipStatement();
    }
    return {.values = std::move(m_values), .computed = std::move(m_computed)};
}

} // namespace

std::optional<std::int64_t> PythonValue::number() const noexcept
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return *number;
    if (const auto *truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    return std::nullopt;
}

bool PythonValue::isTrue() const noexcept
{
    if (const auto *truth = std::get_if<bool>(&value))
        return *truth;
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return *whole != 0;
    if (const auto *number = std::get_if<double>(&value))
        return *number != 0;
    if (text() != nullptr)
        return !text()->empty();
    if (list() != nullptr)
        return !list()->empty();
    return dictionary() != nullptr && !dictionary()->empty();
}

PythonAssignments pythonAssignments(std::string_view source)
{
    return PythonReader(source).read();
}

} // namespace post
