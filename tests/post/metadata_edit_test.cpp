// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/metadata_edit.h"

#include <gtest/gtest.h>

#include <random>

namespace post {
namespace {

std::string changed(std::string_view source, std::string name, std::optional<std::string> value)
{
    const auto edit = editMetadata(source, {.name = std::move(name), .value = std::move(value)}, {});
    return edit ? applied(source, edit->edits) : "error: " + edit.error();
}

constexpr std::string_view example = ".. post:: 2024-05-06\n"
                                     "   :tags:   one,  two\n"
                                     "   :colour: green\n"
                                     "   :language: en\n"
                                     "\n"
                                     "Title\n"
                                     "=====\n";

TEST(MetadataEdit, RewritesOnlyTheValue)
{
    EXPECT_EQ(changed(example, "date", "2025-01-01"), std::string(example).replace(10, 10, "2025-01-01"));
    EXPECT_EQ(changed(example, "tags", "three"), ".. post:: 2024-05-06\n"
                                                 "   :tags:   three\n"
                                                 "   :colour: green\n"
                                                 "   :language: en\n"
                                                 "\n"
                                                 "Title\n"
                                                 "=====\n");
    EXPECT_EQ(changed(example, "tags", "one,  two"), changed(example, "tags", "one, two")) << "blanks count as one";
    EXPECT_EQ(changed(example, "colour", "green"), example);
}

TEST(MetadataEdit, PutsANewOptionInTheHousesOrder)
{
    EXPECT_EQ(changed(example, "author", "Ann"), ".. post:: 2024-05-06\n"
                                                 "   :tags:   one,  two\n"
                                                 "   :author: Ann\n"
                                                 "   :colour: green\n"
                                                 "   :language: en\n"
                                                 "\n"
                                                 "Title\n"
                                                 "=====\n");
    EXPECT_EQ(changed(".. post::\n\nText\n", "exclude", ""), ".. post::\n   :exclude:\n\nText\n");
    EXPECT_EQ(changed(".. post:: 2024", "tags", "x"), ".. post:: 2024\n   :tags: x");
    EXPECT_EQ(changed("Title\n=====\n\n  .. post:: 2024\r\n", "tags", "x"),
              "Title\n=====\n\n  .. post:: 2024\r\n     :tags: x\n");
    EXPECT_EQ(changed(".. post:: 2024\n\na\rb\rc\r", "tags", "x"), ".. post:: 2024\n   :tags: x\n\na\rb\rc\r");
    EXPECT_EQ(changed(".. post:: 2024\r\n\r\n\tText\r\n", "tags", "x"),
              ".. post:: 2024\r\n\t:tags: x\r\n\r\n\tText\r\n");
}

TEST(MetadataEdit, TakesAnOptionAway)
{
    EXPECT_EQ(changed(example, "colour", std::nullopt), ".. post:: 2024-05-06\n"
                                                        "   :tags:   one,  two\n"
                                                        "   :language: en\n"
                                                        "\n"
                                                        "Title\n"
                                                        "=====\n");
    EXPECT_EQ(changed(example, "author", std::nullopt), example);
    EXPECT_EQ(changed(example, "date", std::nullopt), std::string(example).replace(9, 11, ""));
    EXPECT_EQ(changed(".. post::\n   2024\n   :tags: x\n", "date", ""), ".. post::\n   :tags: x\n");
}

TEST(MetadataEdit, MakesADirectiveWhereThereIsNone)
{
    EXPECT_EQ(changed("Title\n=====\n", "date", "2024-05-06"), ".. post:: 2024-05-06\n\nTitle\n=====\n");
    EXPECT_EQ(changed("", "tags", "x"), ".. post::\n   :tags: x\n");
    EXPECT_EQ(changed("\xef\xbb\xbfTitle\r\n=====\r\n", "tags", "x"),
              "\xef\xbb\xbf.. post::\r\n   :tags: x\r\n\r\nTitle\r\n=====\r\n");
    EXPECT_EQ(changed(":orphan:\n\nTitle\n", "date", "2024"), ":orphan:\n\n.. post:: 2024\n\nTitle\n");
    EXPECT_EQ(changed(":orphan:", "date", "2024"), ":orphan:\n\n.. post:: 2024\n");
    EXPECT_EQ(changed("   quoted\n", "date", "2024"), ".. post:: 2024\n\n..\n\n   quoted\n");
    EXPECT_EQ(changed("Title\n", "tags", std::nullopt), "Title\n");
}

TEST(MetadataEdit, ChangesFrontMatter)
{
    const std::string source = ":blogpost: true\n:date: 2024-05-06\n\nTitle\n=====\n";
    EXPECT_EQ(changed(source, "date", "2025"), ":blogpost: true\n:date: 2025\n\nTitle\n=====\n");
    EXPECT_EQ(changed(source, "tags", "x"), ":blogpost: true\n:date: 2024-05-06\n:tags: x\n\nTitle\n=====\n");
}

TEST(MetadataEdit, TellsOfASecondDirective)
{
    const std::string source = "One\n===\n\n.. post:: 2024\n\nTwo\n===\n\n.. post:: 2025\n";
    const auto edit = editMetadata(source, {.name = "date", .value = "2023"}, {});
    ASSERT_TRUE(edit);
    EXPECT_FALSE(edit->notice.empty());
    EXPECT_EQ(applied(source, edit->edits), "One\n===\n\n.. post:: 2023\n\nTwo\n===\n\n.. post:: 2025\n");
}

TEST(MetadataEdit, RefusesWhatCannotBeWritten)
{
    EXPECT_EQ(changed(example, "date", ":tags: x"), "error: “:tags: x” is no date.");
    EXPECT_EQ(changed(example, "Two words", "x"), "error: “Two words” cannot be the name of an option.");
    EXPECT_TRUE(changed(".. post:: 2024\n   glued text\n", "date", "2025").starts_with("error: "));
}

/// Random sources made of what matters to the scan, and of bytes that mean nothing.
std::string randomSource(std::mt19937 &random)
{
    static constexpr std::string_view pieces[] = {".. post:: 2024\n",
                                                  ".. post::\n",
                                                  "   :tags: a, b\n",
                                                  "   :author:\n",
                                                  "      wrapped\n",
                                                  "\n",
                                                  "   text\n",
                                                  "Title\n=====\n",
                                                  ":date: 2024\n",
                                                  ":blogpost:\n",
                                                  "Text::\n\n",
                                                  ".. comment\n",
                                                  "\r\n",
                                                  "\t:x: y",
                                                  "\xff\xfe\n",
                                                  "\xe2\x80\xa8",
                                                  ":title: T\r\n",
                                                  "- item\n",
                                                  "  .. post:: x\r\n",
                                                  "text ",
                                                  "\xef\xbb\xbf",
                                                  ":: ",
                                                  "   :a:\n",
                                                  "..\n"};
    std::string source;
    for (auto count = random() % 12; count > 0; --count)
        source += pieces[random() % std::size(pieces)];
    return source;
}

TEST(MetadataEdit, LeavesTheRestAloneAndReadsBack)
{
    static constexpr std::string_view names[] = {"date",    "tags",  "author",  "category",
                                                 "exclude", "title", "excerpt", "x-y"};
    static constexpr std::string_view values[] = {"2024-05-06", "a, b",           "Ann: Bob",  "",
                                                  "ünïcode",    "  two\n words ", "`x`_ :: *", ":a"};
    std::mt19937 random(1);
    for (int round = 0; round < 20'000; ++round) {
        const std::string source = randomSource(random);
        const std::string name(names[random() % std::size(names)]);
        std::optional<std::string> value(values[random() % std::size(values)]);
        if (random() % 4 == 0)
            value.reset();
        const auto edit = editMetadata(source, {.name = name, .value = value}, {});
        if (!edit)
            continue;
        SCOPED_TRACE(testing::Message() << "source " << testing::PrintToString(source) << " name " << name << " value "
                                        << value.value_or("(none)"));
        const MetadataSource before = findMetadata(source);
        const std::string result = applied(source, edit->edits);
        const MetadataSource after = findMetadata(result);

        // Reading back gives the value.
        std::string wanted = value == "  two\n words " ? "two words" : value.value_or("");
        const MetadataBlock *block = after.block();
        const bool isThere = value && !(name == "date" && wanted.empty() &&
                                        (block == nullptr || block->kind == MetadataBlock::Kind::Directive));
        ASSERT_EQ(block != nullptr ? metadataValue(*block, name) : std::nullopt,
                  isThere ? std::optional(wanted) : std::nullopt);

        // Every other option keeps its bytes, and what is outside the edits is outside them still.
        if (before.block() != nullptr) {
            ASSERT_NE(block, nullptr);
            for (const SourceOption &option : before.block()->options) {
                if (option.name == name)
                    continue;
                bool found = false;
                for (const SourceOption &kept : block->options)
                    found = found ||
                            (kept.name == option.name && kept.valueRange.of(result) == option.valueRange.of(source));
                ASSERT_TRUE(found) << option.name;
            }
            ASSERT_EQ(after.directives.size(), before.directives.size());
        }
        std::size_t kept = source.size(), added = 0;
        for (const TextEdit &one : edit->edits) {
            ASSERT_LE(one.begin, one.end);
            kept -= one.end - one.begin;
            added += one.replacement.size();
        }
        ASSERT_EQ(result.size(), kept + added);
    }
}

} // namespace
} // namespace post
