// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "post/label_places.h"

#include <gmock/gmock.h>

namespace post {

namespace {

using testing::ElementsAre;

std::vector<std::string> placesIn(const std::string &source)
{
    const MetadataSource metadata = findMetadata(source);
    std::vector<std::string> places;
    for (const LabelPlace &place : labelPlaces(source, *metadata.block()->option("tags")))
        places.push_back(place.label + '|' + std::string(place.range.of(source)));
    return places;
}

TEST(LabelPlacesTest, FindsLabelsOverSeveralLines)
{
    EXPECT_THAT(placesIn(".. post::\n   :tags: a b, ,c\n      d,\n      é\n"),
                ElementsAre("a b|a b", "c d|c\n      d", "é|é"));
}

TEST(LabelPlacesTest, LooksIntoBracketsAndQuotes)
{
    EXPECT_THAT(placesIn(":blogpost: true\n:tags: [alpha, \"b c\", 'd']\n\nTitle\n=====\n"),
                ElementsAre("alpha|alpha", "b c|b c", "d|d"));
}

TEST(LabelPlacesTest, HasNoneInAnEmptyOption)
{
    EXPECT_THAT(placesIn(".. post::\n   :tags:\n"), ElementsAre());
    EXPECT_THAT(placesIn(".. post::\n   :tags: , ,\n"), ElementsAre());
}

} // namespace

} // namespace post
