// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/python_reader.h"

#include "rst/text/unicode.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <utility>

namespace post {

namespace {

constexpr unsigned deepestNesting = 32;
constexpr std::size_t mostCopied = 4'000'000;

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

} // namespace

/// Joins two texts or two lists; whether they are that.
bool PythonReader::append(PythonValue &to, const PythonValue &more)
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

/// All copies together have a limit: thirty lines of `a = a + a` would fill the memory.
bool PythonReader::mayCopy(const PythonValue &value)
{
    m_copied += sizeOf(value);
    return m_copied <= mostCopied;
}

/// The value of a name.
PythonReader::Value PythonReader::copyOf(std::string_view name)
{
    const auto known = m_values.find(name);
    if (known == m_values.end())
        return std::nullopt;
    return mayCopy(known->second) ? Value(known->second) : std::nullopt;
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
    const bool isNegative = m_source.peek() == '-';
    if (isNegative || m_source.peek() == '+') {
        m_source.skip(1);
        m_source.skipSpace(false);
    }
    std::string digits(m_source.takeNumber());
    std::erase(digits, '_');
    constexpr std::pair<std::string_view, int> bases[] = {{"0x", 16}, {"0o", 8}, {"0b", 2}};
    const auto *const base =
        std::ranges::find(bases, rst::toLower(digits.substr(0, 2)), &std::pair<std::string_view, int>::first);
    const char *begin = digits.data() + (base == std::end(bases) ? 0 : base->first.size());
    const char *const end = digits.data() + digits.size();
    std::int64_t whole = 0;
    if (const auto result = std::from_chars(begin, end, whole, base == std::end(bases) ? 10 : base->second);
        result.ec == std::errc() && result.ptr == end)
        return PythonValue{isNegative ? -whole : whole};
    double number = 0;
    if (const auto result = std::from_chars(begin, end, number); result.ec == std::errc() && result.ptr == end)
        return PythonValue{isNegative ? -number : number};
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

} // namespace post
