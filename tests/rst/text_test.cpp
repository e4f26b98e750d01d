// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/text/unicode.h"
#include "rst/text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace std::string_view_literals;

TEST(Utf8, DecodesForwardsAndBackwards)
{
    constexpr std::string_view text = "aé中😀";
    constexpr char32_t expected[] = {U'a', U'é', U'中', U'😀'};
    std::size_t at = 0;
    for (const char32_t character : expected) {
        const rst::CodePoint decoded = rst::decodeAt(text, at);
        EXPECT_EQ(decoded.value, character);
        at += decoded.size;
        EXPECT_EQ(rst::decodeBefore(text, at).value, character);
        EXPECT_EQ(rst::decodeBefore(text, at).size, decoded.size);
    }
    EXPECT_EQ(at, text.size());
    EXPECT_EQ(rst::decodeBefore(text, 0).size, 0);
    EXPECT_EQ(rst::countCodePoints(text), 4u);
}

TEST(Utf8, WritesWhatItReads)
{
    for (const char32_t character :
         {U'\0', U'\x7f', U'\x80', U'\u07ff', U'\u0800', U'\uffff', U'\U00010000', U'\U0010ffff'}) {
        std::string text;
        rst::appendUtf8(text, character);
        EXPECT_EQ(rst::decodeAt(text, 0).value, character);
        EXPECT_EQ(rst::decodeAt(text, 0).size, text.size());
        EXPECT_FALSE(rst::firstInvalidUtf8(text));
    }
}

TEST(Utf8, FindsTheFirstInvalidByte)
{
    EXPECT_FALSE(rst::firstInvalidUtf8("all is well: ß, €, 𝄞"));
    EXPECT_EQ(rst::firstInvalidUtf8("eight ASCII bytes, then \xff"), 24u);
    EXPECT_EQ(rst::firstInvalidUtf8("\xc0\xaf"), 0u) << "overlong";
    EXPECT_EQ(rst::firstInvalidUtf8("a\xed\xa0\x80"), 1u) << "a surrogate";
    EXPECT_EQ(rst::firstInvalidUtf8("\xf4\x90\x80\x80"), 0u) << "past the last code point";
    EXPECT_EQ(rst::firstInvalidUtf8("ab\xe4\xb8"), 2u) << "cut short";
}

// One replacement for the longest beginning of a sequence, as Unicode recommends and Python does.
TEST(Utf8, ReplacesInvalidSequences)
{
    EXPECT_EQ(rst::toValidUtf8("a\xe4\xb8z"), "a\ufffdz");
    EXPECT_EQ(rst::toValidUtf8("\xed\xa0\x80"), "\ufffd\ufffd\ufffd");
    EXPECT_EQ(rst::toValidUtf8("\xf0\x9f\x98"), "\ufffd");
    EXPECT_EQ(rst::toValidUtf8("\xc0z\xff"), "\ufffdz\ufffd");
}

TEST(Unicode, KnowsPythonsWhiteSpace)
{
    for (const char32_t space : {U' ', U'\t', U'\v', U'\x1c', U'\x85', U'\xa0', U'\u2003', U'\u2028', U'\u3000'})
        EXPECT_TRUE(rst::isSpace(space)) << unsigned(space);
    for (const char32_t other : {U'a', U'\0', U'\x1b', U'\u200b', U'\u180e', U'\ufeff'})
        EXPECT_FALSE(rst::isSpace(other)) << unsigned(other);
}

TEST(Unicode, TrimsAsPythonDoes)
{
    constexpr std::string_view text = "\u3000 a b\xc2\xa0\n";
    EXPECT_EQ(rst::trimmed(text), "a b");
    EXPECT_EQ(rst::trimmedLeft(text), "a b\xc2\xa0\n");
    EXPECT_EQ(rst::trimmedRight(text), "\u3000 a b");
    EXPECT_EQ(rst::trimmed(" \t "), "");
}

TEST(Unicode, SplitsAtCommas)
{
    using Items = std::vector<std::string_view>;
    EXPECT_EQ(rst::commaItems("a, b c ,d"), (Items{"a", "b c", "d"}));
    EXPECT_EQ(rst::commaItems(",a,\n "), (Items{"", "a", ""}));
    EXPECT_EQ(rst::commaItems(""), Items{""});
}

TEST(Unicode, TellsLettersAndDigits)
{
    for (const char32_t character : {U'a', U'Z', U'0', U'é', U'ß', U'中', U'²', U'½', U'Ⅳ', U'٣'})
        EXPECT_TRUE(rst::isAlphanumeric(character)) << unsigned(character);
    for (const char32_t character : {U'_', U'-', U'\u0301', U'«', U'€'})
        EXPECT_FALSE(rst::isAlphanumeric(character)) << unsigned(character);
}

TEST(Unicode, LowersWholeWords)
{
    EXPECT_EQ(rst::toLower("ABC z9"), "abc z9");
    EXPECT_EQ(rst::toLower("ΟΔΟΣ ΣΑΣ"), "οδος σας") << "a final sigma";
    EXPECT_EQ(rst::toLower("İ"), "i\u0307");
}

TEST(Unicode, CountsColumns)
{
    EXPECT_EQ(rst::columnWidth("plain"), 5u);
    EXPECT_EQ(rst::columnWidth("全角"), 4u);
    EXPECT_EQ(rst::columnWidth("e\u0301te\u0301"), 3u) << "accents that combine";
    EXPECT_EQ(rst::columnWidth("ｶﾅ"), 2u) << "half-width";
    EXPECT_EQ(rst::columnWidth("\u302a"), 1u) << "wide, but combining";
}

TEST(Unicode, WritesStringsAsPythonDoes)
{
    EXPECT_EQ(rst::pythonRepr("plain"), "'plain'");
    EXPECT_EQ(rst::pythonRepr("it's"), "\"it's\"");
    EXPECT_EQ(rst::pythonRepr("it's \"so\""), "'it\\'s \"so\"'");
    EXPECT_EQ(rst::pythonRepr("a\\b\n\t\x01\x7f"), "'a\\\\b\\n\\t\\x01\\x7f'");
    EXPECT_EQ(rst::pythonRepr("é\u00a0\u200b\U000e0001"), "'é\\xa0\\u200b\\U000e0001'");
}

} // namespace
