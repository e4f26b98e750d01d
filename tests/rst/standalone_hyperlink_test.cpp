// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/parser/pep_rfc_reference.h"
#include "rst/parser/standalone_hyperlink.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

std::string first(std::string_view text)
{
    const auto found = rst::findStandaloneHyperlink(text, 0, text.size());
    return found ? std::string(text.substr(found->begin, found->end - found->begin)) : "nothing";
}

TEST(StandaloneHyperlink, EndsBeforePunctuation)
{
    EXPECT_EQ(first("see https://example.org/a."), "https://example.org/a");
    EXPECT_EQ(first("(http://example.org)"), "http://example.org");
    EXPECT_EQ(first("<http://example.org/x(1)>"), "http://example.org/x(1)") << "a bracket may be last before >";
    EXPECT_EQ(first("http://example.org/x(1) is"), "http://example.org/x(1");
    EXPECT_EQ(first("is it http://example.org/?"), "http://example.org/");
}

TEST(StandaloneHyperlink, TakesQueriesAndFragments)
{
    EXPECT_EQ(first("http://example.org/a?b=c&d#e, and"), "http://example.org/a?b=c&d#e");
    EXPECT_EQ(first("http://example.org/a#b"), "http://example.org/a#b");
    EXPECT_EQ(first("http://example.org/a#."), "http://example.org") << "docutils goes back as far as it must";
}

TEST(StandaloneHyperlink, BeginsAfterPunctuation)
{
    EXPECT_EQ(first("xhttp://example.org"), "xhttp://example.org");
    EXPECT_EQ(first("éhttp://example.org"), "nothing");
    EXPECT_EQ(first("—http://example.org"), "http://example.org");
    EXPECT_EQ(first("1http://example.org"), "nothing");
}

TEST(StandaloneHyperlink, KnowsAddresses)
{
    EXPECT_EQ(first("write to jane.doe@example.org."), "jane.doe@example.org");
    EXPECT_EQ(first("a..b@example.org"), "nothing");
    EXPECT_EQ(first("@example.org"), "nothing");
    EXPECT_TRUE(rst::isEmailAddress("jane@example.org"));
    EXPECT_FALSE(rst::isEmailAddress("jane@example."));
    EXPECT_FALSE(rst::isEmailAddress("jane doe@example.org"));
    EXPECT_FALSE(rst::isEmailAddress("jane"));
}

TEST(StandaloneHyperlink, KnowsSchemes)
{
    EXPECT_TRUE(rst::isKnownScheme("https"));
    EXPECT_TRUE(rst::isKnownScheme("MailTo"));
    EXPECT_FALSE(rst::isKnownScheme("note"));
}

TEST(NumberedReference, FindsPepsAndRfcs)
{
    const auto numberIn = [](auto find, std::string_view text) {
        const auto found = find(text, 0, text.size());
        return found ? std::string(found->number) : "none";
    };
    EXPECT_EQ(numberIn(rst::findPepReference, "see PEP 0257, section 2"), "257");
    EXPECT_EQ(numberIn(rst::findPepReference, "in pep-0012.txt"), "12");
    EXPECT_EQ(numberIn(rst::findPepReference, "xPEP 1"), "none");
    EXPECT_EQ(numberIn(rst::findRfcReference, "RFC-2822 and"), "2822");
    EXPECT_EQ(numberIn(rst::findRfcReference, "RFC x"), "none");
    EXPECT_EQ(rst::pepUri({}, "8"), "https://peps.python.org/pep-0008");
    EXPECT_EQ(rst::rfcUri({}, "2822"), "https://tools.ietf.org/html/rfc2822.html");
}

} // namespace
