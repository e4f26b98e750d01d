// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/proof.h"

#include "rst/engine.h"

#include <gtest/gtest.h>

namespace {

using repair::Words;

TEST(Proof, WordsOfMarkupAreThoseOfTheTree)
{
    const rst::Publication page =
        rst::Engine().publish("Read *this*, `that page <https://example.org/a-b>`__ and\n\n3. three\n4. four\n\n.. "
                              "image:: c.png\n   :alt: A cat\n");
    EXPECT_EQ(repair::wordsOf(page.document),
              repair::wordsOf("Read this that page https://example.org/a-b and 3 three 4 four c.png A cat"));
}

TEST(Proof, AnAddressThatIsItsOwnTextCountsOnce)
{
    const rst::Publication page = rst::Engine().publish("See https://example.org and me@example.org\n");
    EXPECT_EQ(repair::wordsOf(page.document), repair::wordsOf("See https://example.org and me@example.org"));
}

TEST(Proof, NamesWhatIsLostAndGained)
{
    const repair::Proof proof =
        repair::prove(repair::wordsOf("one two two three"), repair::wordsOf("one two four"), {}, {});
    EXPECT_FALSE(proof.holds());
    EXPECT_EQ(proof.lost, (Words{"three", "two"}));
    EXPECT_EQ(proof.gained, (Words{"four"}));
}

TEST(Proof, HoldsForWhatWasAnnounced)
{
    EXPECT_TRUE(repair::prove(repair::wordsOf("th an more"), repair::wordsOf("than more"), repair::wordsOf("th an"),
                              repair::wordsOf("than"))
                    .holds());
}

} // namespace
