// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/excerpt_words.h"

#include <gtest/gtest.h>

namespace post {
namespace {

TEST(ExcerptWords, TellAGreetingFromASentence)
{
    for (const std::string_view text :
         {"Hello everyone!", "Dear members of the community,", "Good morning, Pythonistas", "Hi all, and welcome back"})
        EXPECT_EQ(excerptFault(text), ExcerptFault::Greeting) << text;
    for (const std::string_view text : {"", "Hello, the doors of the new office are open since yesterday.",
                                        "Good news for all who write packages", "Voting is open."})
        EXPECT_EQ(excerptFault(text), ExcerptFault::None) << text;
}

TEST(ExcerptWords, KnowWhereAPostCameFromIsNotWhatItSays)
{
    EXPECT_EQ(excerptFault("This was originally posted on blogger here."), ExcerptFault::Origin);
    EXPECT_EQ(excerptFault("Originally published at the foundation's blog"), ExcerptFault::Origin);
    EXPECT_EQ(excerptFault("The rules that were originally published in May, and that nobody could read, are gone; "
                           "here is what holds from now on."),
              ExcerptFault::None);
}

TEST(ExcerptWords, SeeAnUnfilledSlot)
{
    EXPECT_EQ(excerptFault("In ⟦period⟧ we gave ten grants."), ExcerptFault::Slot);
}

TEST(ExcerptWords, CompareAsReadersDo)
{
    EXPECT_TRUE(ComparedExcerpt("We are  hiring.").isSameAs("we are hiring", 300));
    EXPECT_FALSE(ComparedExcerpt("We are hiring two.").isSameAs("We are hiring", 300));
    EXPECT_FALSE(ComparedExcerpt("").isSameAs("", 300));
    EXPECT_TRUE(ComparedExcerpt("We are hiring two people.").isSameAs("We are hiring", 15)) << "the other was cut";
}

} // namespace
} // namespace post
