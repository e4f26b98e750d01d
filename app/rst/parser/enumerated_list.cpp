// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// Enumerated lists: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#enumerated-lists

#include "rst/parser/nested_list.h"
#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace rst {

/// The kinds of enumerators, in the order in which they are tried. `Auto` is `#`.
enum class Sequence : std::uint8_t { Arabic, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman, Auto };

/// What stands around an enumerator.
enum class EnumeratorFormat : std::uint8_t { Parentheses, RightParenthesis, Period };

namespace {

constexpr std::array<std::string_view, 6> sequenceNames{"arabic",     "loweralpha", "upperalpha",
                                                        "lowerroman", "upperroman", "arabic"};

[[nodiscard]] constexpr std::string_view prefixOf(EnumeratorFormat format) noexcept
{
    return format == EnumeratorFormat::Parentheses ? "(" : "";
}

[[nodiscard]] constexpr std::string_view suffixOf(EnumeratorFormat format) noexcept
{
    return format == EnumeratorFormat::Period ? "." : ")";
}

// Roman numerals, as Python's module `roman` has them: up to 4999, in one spelling only.

struct RomanDigit {
    std::string_view letters = {};
    unsigned value = 0;
};

constexpr std::array<RomanDigit, 13> romanDigits{{{"M", 1000},
                                                  {"CM", 900},
                                                  {"D", 500},
                                                  {"CD", 400},
                                                  {"C", 100},
                                                  {"XC", 90},
                                                  {"L", 50},
                                                  {"XL", 40},
                                                  {"X", 10},
                                                  {"IX", 9},
                                                  {"V", 5},
                                                  {"IV", 4},
                                                  {"I", 1}}};

constexpr unsigned largestRoman = 4999;

/// The number in capital Roman letters; empty where it cannot be written so.
[[nodiscard]] std::string toRoman(unsigned number)
{
    std::string roman;
    if (number > largestRoman)
        return roman;
    for (const RomanDigit &digit : romanDigits) {
        for (; number >= digit.value; number -= digit.value)
            roman += digit.letters;
    }
    return roman;
}

/// The number that capital Roman letters mean; 0 where they are no proper numeral.
[[nodiscard]] unsigned fromRoman(std::string_view letters)
{
    unsigned number = 0;
    std::string_view rest = letters;
    for (const RomanDigit &digit : romanDigits) {
        while (rest.starts_with(digit.letters) && number <= largestRoman) {
            number += digit.value;
            rest.remove_prefix(digit.letters.size());
        }
    }
    return rest.empty() && toRoman(number) == letters ? number : 0;
}

[[nodiscard]] std::string inCase(std::string_view text, char base)
{
    std::string result(text);
    for (char &letter : result)
        letter = char(base + ((letter | 0x20) - 'a'));
    return result;
}

/// A decimal number of any length, plus one.
[[nodiscard]] std::string successor(std::string number)
{
    for (std::size_t i = number.size(); i-- > 0;) {
        if (number[i] != '9') {
            ++number[i];
            return number;
        }
        number[i] = '0';
    }
    return "1" + number;
}

[[nodiscard]] bool isOfSequence(std::string_view text, Sequence sequence) noexcept
{
    switch (sequence) {
    case Sequence::Arabic: return text.find_first_not_of("0123456789") == std::string_view::npos;
    case Sequence::LowerAlpha: return text.size() == 1 && text[0] >= 'a' && text[0] <= 'z';
    case Sequence::UpperAlpha: return text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
    case Sequence::LowerRoman: return text.find_first_not_of("ivxlcdm") == std::string_view::npos;
    case Sequence::UpperRoman: return text.find_first_not_of("IVXLCDM") == std::string_view::npos;
    case Sequence::Auto: return text == "#";
    }
    return false;
}

/// The enumerator's number in decimal digits; empty where it has none.
[[nodiscard]] std::string ordinalOf(std::string_view text, Sequence sequence)
{
    switch (sequence) {
    case Sequence::Arabic: return std::string(text.substr(std::min(text.find_first_not_of('0'), text.size() - 1)));
    case Sequence::LowerAlpha: return std::to_string(text[0] - 'a' + 1);
    case Sequence::UpperAlpha: return std::to_string(text[0] - 'A' + 1);
    case Sequence::LowerRoman:
    case Sequence::UpperRoman: {
        const unsigned number = fromRoman(inCase(text, 'A'));
        return number == 0 ? std::string() : std::to_string(number);
    }
    case Sequence::Auto: break;
    }
    return "1";
}

/// The text of an enumerator of a sequence; empty where there is none for the number.
[[nodiscard]] std::string enumeratorText(const std::string &ordinal, Sequence sequence)
{
    if (sequence == Sequence::Auto)
        return "#";
    if (sequence == Sequence::Arabic)
        return ordinal;
    const auto number = unsigned(std::stoul(ordinal)); // letters and Roman numerals are small
    const bool isLower = sequence == Sequence::LowerAlpha || sequence == Sequence::LowerRoman;
    if (sequence == Sequence::LowerRoman || sequence == Sequence::UpperRoman)
        return inCase(toRoman(number), isLower ? 'a' : 'A');
    return number > 26 ? std::string() : std::string(1, char((isLower ? 'a' : 'A') + int(number) - 1));
}

} // namespace

/// An enumerator as docutils' `Body.parse_enumerator` understands it.
struct Enumerator {
    EnumeratorFormat format = {};
    Sequence sequence = {};
    std::string_view text = {}; // without what stands around it
    std::string ordinal = {};   // its number, in decimal digits; empty for an improper Roman numeral

    /// The line begins with one. `expected` is the sequence of the list, which is tried first.
    [[nodiscard]] static Enumerator parse(std::string_view line, std::optional<Sequence> expected);
};

Enumerator Enumerator::parse(std::string_view line, std::optional<Sequence> expected)
{
    const std::string_view whole = line.substr(0, enumeratorLength(line));
    Enumerator result;
    if (whole.starts_with('('))
        result.format = EnumeratorFormat::Parentheses;
    else
        result.format = whole.ends_with(')') ? EnumeratorFormat::RightParenthesis : EnumeratorFormat::Period;
    const std::size_t begin = prefixOf(result.format).size();
    result.text = whole.substr(begin, whole.size() - 1 - begin);

    if (result.text == "#") {
        result.sequence = Sequence::Auto;
    } else if (expected && isOfSequence(result.text, *expected)) {
        result.sequence = *expected;
    } else if (!expected && (result.text == "i" || result.text == "I")) {
        result.sequence = result.text == "i" ? Sequence::LowerRoman : Sequence::UpperRoman;
    } else {
        for (const Sequence sequence : {Sequence::Arabic, Sequence::LowerAlpha, Sequence::UpperAlpha,
                                        Sequence::LowerRoman, Sequence::UpperRoman}) {
            result.sequence = sequence;
            if (isOfSequence(result.text, sequence))
                break;
        }
    }
    result.ordinal = ordinalOf(result.text, result.sequence);
    return result;
}

// Body.is_enumerated_list_item: the second line is blank, indented, or the next item.
bool BlockParser::isEnumeratedListItem(const BlockMachine &machine, const Enumerator &enumerator) const
{
    if (enumerator.ordinal.empty())
        return false;
    if (machine.at + 1 >= machine.size())
        return true;
    const std::string_view next = machine.block.lines[std::size_t(machine.at + 1)].text;
    if (next.empty() || isSpace(decodeAt(next, 0).value))
        return true;
    const std::string text = enumeratorText(successor(enumerator.ordinal), enumerator.sequence);
    if (text.empty())
        return false;
    const auto isMarker = [&](std::string_view marker) {
        const std::string_view prefix = prefixOf(enumerator.format);
        const std::string_view suffix = suffixOf(enumerator.format);
        const std::size_t length = prefix.size() + marker.size();
        return next.size() > length + 1 && next.starts_with(prefix) && next.substr(prefix.size()).starts_with(marker) &&
               next.substr(length).starts_with(suffix) && next[length + 1] == ' ';
    };
    return isMarker(text) || isMarker("#");
}

// Body.enumerator, then the state `EnumeratedList`. False where it is ordinary text.
bool BlockParser::enumerator(BlockMachine &machine, std::size_t markerEnd)
{
    const Enumerator first = Enumerator::parse(machine.text(), std::nullopt);
    if (!isEnumeratedListItem(machine, first))
        return false;
    Document &document = m_context.document;
    const NodeId list = append(machine, NodeKind::EnumeratedList, spanOfLine(machine, machine.at));
    document.setAttribute(list, AttributeName::Enumtype, sequenceNames[std::size_t(first.sequence)]);
    document.setAttribute(list, AttributeName::Prefix, prefixOf(first.format));
    document.setAttribute(list, AttributeName::Suffix, suffixOf(first.format));
    if (first.ordinal != "1") {
        document.setAttribute(list, AttributeName::Start, document.store(first.ordinal));
        const Place place{m_context.reporter.currentLine(), document.sources().spanOf(first.text)};
        add(machine, m_context.reporter.report<DiagnosticKind::EnumeratedListStart>(place, first.text, first.ordinal));
    }
    const bool blankFinish = listItem(machine, list, markerEnd);

    const Sequence sequence = first.sequence == Sequence::Auto ? Sequence::Arabic : first.sequence;
    bool isAuto = first.sequence == Sequence::Auto;
    std::string lastOrdinal = first.ordinal;
    nestedListParse(machine, list, blankFinish, "Enumerated list",
                    [&](BlockMachine &nested, const TransitionMatch &match) -> std::optional<bool> {
                        if (match.transition != Transition::Enumerator)
                            return std::nullopt;
                        Enumerator next = Enumerator::parse(nested.text(), sequence);
                        const bool isNext = next.sequence == Sequence::Auto || (next.sequence == sequence && !isAuto &&
                                                                                next.ordinal == successor(lastOrdinal));
                        if (next.format != first.format || !isNext || !isEnumeratedListItem(nested, next))
                            return std::nullopt;
                        isAuto = isAuto || next.sequence == Sequence::Auto;
                        lastOrdinal = std::move(next.ordinal);
                        return listItem(nested, list, match.end);
                    });
    return true;
}

} // namespace rst
