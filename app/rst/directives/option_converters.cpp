// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/option_converters.h"

#include "rst/directives/python_encodings.h"
#include "rst/text/names.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <format>
#include <utility>

namespace rst::options {

namespace {

using Error = std::unexpected<std::string>;

[[nodiscard]] Error argumentRequired()
{
    return Error("argument required but none supplied");
}

/// Calls `use` with each character of the text, in its bytes.
void forEachCharacter(std::string_view text, auto use)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint character = decodeAt(text, at);
        use(character.value, text.substr(at, character.size));
        at += character.size;
    }
}

} // namespace

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t begin = std::string_view::npos;
    std::size_t at = 0;
    forEachCharacter(text, [&](char32_t character, std::string_view bytes) {
        if (!isSpace(character)) {
            begin = std::min(begin, at);
        } else if (begin != std::string_view::npos) {
            words.push_back(text.substr(begin, at - begin));
            begin = std::string_view::npos;
        }
        at += bytes.size();
    });
    if (begin != std::string_view::npos)
        words.push_back(text.substr(begin));
    return words;
}

Result flag(const std::string *text)
{
    if (text != nullptr && !trimmed(*text).empty())
        return Error(std::format("no argument is allowed; \"{}\" supplied", *text));
    return std::monostate();
}

Result unchanged(const std::string *text)
{
    return text == nullptr ? std::string() : *text;
}

Result unchangedRequired(const std::string *text)
{
    if (text == nullptr)
        return argumentRequired();
    return *text;
}

std::string pathFrom(std::string_view text)
{
    std::string path;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        path.append(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return path;
}

Result path(const std::string *text)
{
    if (text == nullptr)
        return argumentRequired();
    return pathFrom(*text);
}

std::string uriFrom(std::string_view text)
{
    std::string uri;
    bool isEscaped = false;
    forEachCharacter(text, [&](char32_t character, std::string_view bytes) {
        const bool wasEscaped = std::exchange(isEscaped, false);
        if (!wasEscaped && character == U'\\')
            isEscaped = true;
        else if (wasEscaped && (character == U' ' || character == U'\n'))
            uri.push_back(' ');
        else if (!isSpace(character))
            uri.append(bytes);
    });
    return uri;
}

Result uri(const std::string *text)
{
    if (text == nullptr)
        return argumentRequired();
    return uriFrom(*text);
}

std::expected<std::vector<std::string>, std::string> classesFrom(std::string_view text)
{
    std::vector<std::string> classes;
    for (const std::string_view word : wordsOf(text)) {
        classes.push_back(makeId(word));
        if (classes.back().empty())
            return Error(std::format("cannot make \"{}\" into a class name", word));
    }
    return classes;
}

Result classOption(const std::string *text)
{
    if (text == nullptr)
        return argumentRequired();
    return classesFrom(*text);
}

Result choice(const std::string *text, std::initializer_list<std::string_view> values)
{
    const auto choices = [&values] {
        std::string list;
        for (const std::string_view &value : values)
            list += std::format("{}\"{}\"",
                                &value == values.begin()     ? ""
                                : &value == values.end() - 1 ? ", or "
                                                             : ", ",
                                value);
        return list;
    };
    if (text == nullptr)
        return Error("must supply an argument; choose from " + choices());
    const std::string lower = toLower(*text);
    const std::string_view value = trimmed(lower);
    if (std::ranges::find(values, value) == values.end())
        return Error(std::format("\"{}\" unknown; choose from {}", *text, choices()));
    return std::string(value);
}

Result singleCharOrUnicode(const std::string *text)
{
    if (text == nullptr)
        return argumentRequired();
    const std::expected<std::string, std::string> character = unicodeCode(*text);
    if (character && countCodePoints(*character) > 1)
        return Error(std::format("{} invalid; must be a single character or a Unicode code", pythonRepr(*character)));
    return character;
}

Result singleCharOrWhitespaceOrUnicode(const std::string *text)
{
    if (text != nullptr && *text == "tab")
        return std::string("\t");
    if (text != nullptr && *text == "space")
        return std::string(" ");
    return singleCharOrUnicode(text);
}

Result encoding(const std::string *text)
{
    if (text == nullptr)
        return Error("lookup() argument must be str, not None");
    if (!isPythonEncoding(*text))
        return Error(std::format("unknown encoding: \"{}\"", *text));
    return *text;
}

Result parserName(const std::string *text)
{
    if (text == nullptr || text->empty())
        return std::monostate();
    constexpr std::string_view ours[] = {"rst", "restructuredtext", "rest", "restx", "rtxt", "rstx", "null"};
    const std::string name = toLower(*text);
    if (std::ranges::contains(ours, name))
        return name;
    return Error(std::format("Parser \"{}\" not found. No module named {}", *text,
                             pythonRepr(std::string_view(name).substr(0, name.find('.')))));
}

} // namespace rst::options
