// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "repair/repair.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using repair::Repair;

const rst::Engine &engine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

constexpr std::string_view head = ".. post:: 2011-05-02\n   :tags: post\n\nSome news\n=========\n\n";
constexpr std::string_view oldLine =
    "*This was originally posted on blogger* `here <https://blog.example/2011/05/a.html>`_.\n";
constexpr std::string_view newLine =
    "*This was originally posted on blogger* `here <https://blog.example/2011/05/a.html>`__.\n";

std::string legacy(std::string_view body)
{
    return std::string(head) + std::string(oldLine) + "\n" + std::string(body) + "\n\n";
}

/// The body after the repair; the repair must have happened, and what is around the body must be what it was.
std::string repairedBody(std::string_view body, const repair::RuleSet &rules = repair::RuleSet::all())
{
    const Repair done = repair::repairPost(legacy(body), engine(), rules);
    EXPECT_EQ(int(done.state), int(Repair::State::Repaired))
        << testing::PrintToString(done.proof.lost) << testing::PrintToString(done.proof.gained);
    EXPECT_EQ(done.after.messages, 0u);
    const std::string around = std::string(head) + std::string(newLine) + "\n";
    EXPECT_TRUE(done.text.starts_with(around)) << done.text;
    return done.text.substr(std::min(around.size(), done.text.size()));
}

TEST(Repair, Links)
{
    EXPECT_EQ(repairedBody("Read `the long\nstory <https://example.org/a-\nb>`_ now."),
              "Read `the long\nstory <https://example.org/a-b>`__ now.\n");
    EXPECT_EQ(repairedBody("By `  Ann <https://example.org/ann>`_today"),
              "By `Ann <https://example.org/ann>`__\\ today\n");
    EXPECT_EQ(repairedBody("See `it <https://example.org/it_\\(that\\>`_)."),
              "See `it <https://example.org/it_(that)>`__.\n");
    EXPECT_EQ(repairedBody("The `standard <https://example.org/it\n\"External link\">`_ says so"),
              "The `standard <https://example.org/it>`__ says so\n");
    EXPECT_EQ(repairedBody("See `the best _free_ book_of_b <https://example.org/b>`_ here"),
              "See `the best free book_of_b <https://example.org/b>`__ here\n");
    EXPECT_EQ(repairedBody("*for`Ann <https://example.org/ann>`_*, and more"),
              "**for** `Ann <https://example.org/ann>`__, and more\n");
    EXPECT_EQ(repairedBody("Write to `a@example.org <mailto:a@example.org>`_ today"), "Write to a@example.org today\n");
    EXPECT_EQ(repairedBody("Go to <https://example.org/> or <b@example.org>."),
              "Go to https://example.org/ or b@example.org.\n");
}

TEST(Repair, CodeAndLinksShareBackquotes)
{
    EXPECT_EQ(repairedBody("Use `pip` and `the docs <https://example.org/>`_ of `x`."),
              "Use ``pip`` and `the docs <https://example.org/>`__ of ``x``.\n");
    EXPECT_EQ(repairedBody("Use ``pip <https://example.org/>`_` now"), "Use `pip <https://example.org/>`__ now\n");
    EXPECT_EQ(repairedBody("With `the`ast` module <https://example.org/>`_ now"),
              "With `the ast module <https://example.org/>`__ now\n");
    EXPECT_EQ(repairedBody("Get `the latest\n`pip` (9.0) <https://example.org/>`_."),
              "Get `the latest\npip (9.0) <https://example.org/>`__.\n");
    EXPECT_EQ(repairedBody("Use `dict`s and `the docs <https://example.org/>`_ now"),
              "Use ``dict``\\ s and `the docs <https://example.org/>`__ now\n");
}

TEST(Repair, Pictures)
{
    EXPECT_EQ(repairedBody("`![A cat <https://example.org/c-\nat.png>`_](https://example.org/big.png)"),
              ".. image:: https://example.org/c-at.png\n   :alt: A cat\n   :target: https://example.org/big.png\n");
    EXPECT_EQ(repairedBody("![](https://example.org/c.png)  \n---  \n_A cat_ at home  \nNext day"),
              ".. figure:: https://example.org/c.png\n\n   *A cat* at home\n\nNext day\n");
    EXPECT_EQ(repairedBody("![Use of .split\\(\\)](https://example.org/c.png)"),
              ".. image:: https://example.org/c.png\n   :alt: Use of .split()\n");
    EXPECT_EQ(repairedBody("![](https://example.org/c.png)  \n---  \nA cat at\nhome  \n(Photo: Ann)  \n  \nNext day"),
              ".. figure:: https://example.org/c.png\n\n   A cat at home (Photo: Ann)\n\nNext day\n");
    EXPECT_EQ(repairedBody("Wow!`this <https://example.org/>`_ is no picture"),
              "Wow!\\ `this <https://example.org/>`__ is no picture\n");
}

TEST(Repair, StrongAndEmphasis)
{
    EXPECT_EQ(repairedBody("A *bold* and _slanted_ word, snake_case_name too"),
              "A **bold** and *slanted* word, snake_case_name too\n");
    EXPECT_EQ(repairedBody("_One_ , *two* : and _three_\n, four"), "*One*, **two**: and *three*,\nfour\n");
    EXPECT_EQ(repairedBody("_Title  _by her, and *  * nothing"), "*Title* by her, and nothing\n");
    EXPECT_EQ(repairedBody("370,000 lines* of code and _more_\n\n*Counted in May"),
              "370,000 lines* of code and *more*\n\n\\*Counted in May\n");
    EXPECT_EQ(repairedBody("*p**ip's new* tool"), "**pip's new** tool\n");
    EXPECT_EQ(repairedBody("**Name  **\n\n`page <https://example.org/>`_"),
              "**Name**\n\n`page <https://example.org/>`__\n");
    EXPECT_EQ(repairedBody("*both\n\nof these* are bold"), "**both**\n\n**of these** are bold\n");
}

TEST(Repair, SignsThatAreNoMarks)
{
    EXPECT_EQ(repairedBody("Each except* clause _runs_, but only one except* clause, at most"),
              "Each except* clause *runs*, but only one except* clause, at most\n");
    EXPECT_EQ(repairedBody("By noon (AoE*) or _later_ (AoE*), and except*?"),
              "By noon (AoE*) or *later* (AoE*), and except*?\n");
    EXPECT_EQ(repairedBody("A function \"_Py_TRY_INCREF()\" was asked for.  \n  \nThe _Py_TRY_INCREF() of _today_"),
              "A function \"_Py_TRY_INCREF()\" was asked for.\n\nThe _Py_TRY_INCREF() of *today*\n");
    EXPECT_EQ(repairedBody("Type *get(Type *self)  \n{  \nType *other;  \n}"),
              "| Type \\*get(Type \\*self)\n| {\n| Type \\*other;\n| }\n");
    EXPECT_EQ(repairedBody("*Ann *Example"), "**Ann** Example\n");
    EXPECT_EQ(repairedBody("The org.python.* packages\n\nof `Ann <https://e.org/>`_ are like the _abc module"),
              "The org.python.* packages\n\nof `Ann <https://e.org/>`__ are like the _abc module\n");
}

TEST(Repair, CaptionsOfTwoLines)
{
    const std::string picture = "![](https://e.org/a.png)  \n---  \n";
    EXPECT_EQ(repairedBody(picture + "Portland  \nphoto credit: Ann  \n  \nText"),
              ".. figure:: https://e.org/a.png\n\n   Portland\n\n   photo credit: Ann\n\nText\n");
    EXPECT_EQ(repairedBody(picture + "Portland at night.  \nWe went there.  \n  \nText"),
              ".. figure:: https://e.org/a.png\n\n   Portland at night.\n\nWe went there.\n\nText\n");
    EXPECT_EQ(repairedBody(picture + "*Portland  \nby night*  \n  \nText"),
              ".. figure:: https://e.org/a.png\n\n   **Portland by night**\n\nText\n");
}

TEST(Repair, MarksAtTheEdgeOfAText)
{
    EXPECT_EQ(repairedBody("*     \\- May 5: nominations  \n    \\- May 30: it closes.*"),
              "| **- May 5: nominations**\n| **- May 30: it closes.**\n");
    EXPECT_EQ(repairedBody("_  \n__Write to us at `a@b.org <mailto:a@b.org>`_._"), "*Write to us at* a@b.org\\ *.*\n");
}

TEST(Repair, Headings)
{
    EXPECT_EQ(repairedBody("Part\n----\n\nText\n\nSub\n^^^\n\nMore"), "Part\n----\n\nText\n\nSub\n~~~\n\nMore\n");
    EXPECT_EQ(repairedBody("A `linked <https://e.org>`_ one\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\nand its rest\n\nText"),
              "A `linked <https://e.org>`__ one and its rest\n---------------------------------------------\n\nText\n");
    EXPECT_EQ(repairedBody("we love\nhashtag and more\n================\n_you_"),
              "we love\n#hashtag and more\n*you*\n");
    EXPECT_EQ(
        repairedBody(
            "![](https://e.org/a.png)  \n---  \nhashtag of ours  \n=================\nAnd its source  \n  \nText"),
        ".. figure:: https://e.org/a.png\n\n   #hashtag of ours\n\n   And its source\n\nText\n");
    const std::string across(75, '=');
    EXPECT_EQ(
        repairedBody("CodersRock came of it all. An attendee of a course in the city of Example is\n" + across +
                     "=\nnow an intern at a company. There are many jobs for people who\nknow it. It "
                     "will go on."),
        "#CodersRock came of it all. An attendee of a course in the city of Example is\nnow an intern at a company. "
        "There are many jobs for people who\nknow it. It will go on.\n");
    EXPECT_EQ(repairedBody("Download  \n==========\nwget it  \n"), "| # Download\n| wget it\n");
}

TEST(Repair, Lists)
{
    EXPECT_EQ(repairedBody("Some:\n\n  * one\n  * two *x*\n    * deep\n  * three\nafter it"),
              "Some:\n\n* one\n\n* two **x**\n\n  * deep\n\n* three\n\nafter it\n");
    EXPECT_EQ(repairedBody("  1. one  \nstill one\n  2. two"), "1. | one\n   | still one\n\n2. two\n");
}

TEST(Repair, QuotesRulesAndBreaks)
{
    EXPECT_EQ(repairedBody("She said:\n\n> Go on\n> _now_\n>\n>   * soon\n\nand went"),
              "She said:\n\n   Go on\n   *now*\n\n   * soon\n\nand went\n");
    EXPECT_EQ(repairedBody("She said:\n\n> > Go on\n> and on\n>\n> now\n\nand went"),
              "She said:\n\n      Go on\n      and on\n\n   now\n\nand went\n");
    EXPECT_EQ(repairedBody("Before\n\n* * *\n\nAfter\n\n* * *"), "Before\n\n----\n\nAfter\n");
    EXPECT_EQ(repairedBody("Ann  \nPSF  \n  \n"), "| Ann\n| PSF\n");
    EXPECT_EQ(repairedBody("*  \n*\n\n*Why?*  \n\n*Because*  \n  \n*  \nso* it is"),
              "**Why?**\n\n**Because**\n\n**so** it is\n");
    EXPECT_EQ(repairedBody("a well-\nknown word, an-\ncient too and `x`"),
              "a well-known\nword, an-cient\ntoo and ``x``\n");
}

TEST(Repair, TablesAndCode)
{
    EXPECT_EQ(repairedBody("Name| What  \n---|---  \nAnn| `x|y`  \n| a `link\nhere <https://e.org>`_  \n"),
              "+------+---------------------------------+\n"
              "| Name | What                            |\n"
              "+======+=================================+\n"
              "| Ann  | ``x|y``                         |\n"
              "+------+---------------------------------+\n"
              "|      | a `link here <https://e.org>`__ |\n"
              "+------+---------------------------------+\n");
    EXPECT_EQ(repairedBody("Code:\n\n    \n    \n    import os\n    os._exit(1)  # *now*\n\nand on"),
              "Code:\n\n.. code-block:: python\n\n   import os\n   os._exit(1)  # *now*\n\nand on\n");
}

TEST(Repair, Tracebacks)
{
    EXPECT_EQ(repairedBody("So:\n\nTraceback (most recent call last):  \n  File \"a.py\", line 7, in <module>  \n"
                           "    bar(x_y, *z)  \n    ~~~^^^^  \nAssertionError: a long\nsentence\n\nand on"),
              "So:\n\n.. code-block:: pytb\n\n   Traceback (most recent call last):\n     File \"a.py\", line 7, in "
              "<module>\n"
              "       bar(x_y, *z)\n       ~~~^^^^\n   AssertionError: a long sentence\n\nand on\n");
    EXPECT_EQ(repairedBody("Traceback (most recent call last): he _said_."),
              "Traceback (most recent call last): he *said*.\n");
}

TEST(Repair, FencedCode)
{
    EXPECT_EQ(repairedBody("So:\n\n```  \nimport os\n\nos.x  \n```\n\nand on"),
              "So:\n\n.. code-block:: python\n\n   import os\n\n   os.x\n\nand on\n");
}

TEST(Repair, TakesNoTimeForMarksWithoutEnd)
{
    for (const std::string_view piece : {"`", "[", "*a ", "_a ", "![", "a-\n", "<", "> ", "`a <b"}) {
        std::string body;
        while (body.size() < 20'000)
            body += piece;
        const Repair done = repair::repairPost(legacy(body), engine());
        EXPECT_FALSE(done.text.empty());
    }
}

TEST(Repair, EscapesWhatOnlyLooksLikeMarkup)
{
    EXPECT_EQ(repairedBody("1\\. This *x* and word_ and |that|\n\nA. Person wrote _it_"),
              "\\1. This **x** and word\\_ and \\|that|\n\n\\A. Person wrote *it*\n");
}

TEST(Repair, LeavesHandWrittenBlocksAlone)
{
    const std::string by_hand = ".. note:: Added later,\n   with **care**  and ``x_``.\n\n   - a\n   -  b";
    EXPECT_EQ(repairedBody("_Old_ text\n\n" + by_hand + "\n\nMore _old_ text"),
              "*Old* text\n\n" + by_hand + "\n\nMore *old* text\n");
}

TEST(Repair, LeavesOtherPostsAlone)
{
    const std::string own = std::string(head) + "Text with _marks_ and `x <y>`_\n\n> a\n";
    const Repair left = repair::repairPost(own, engine());
    EXPECT_EQ(int(left.state), int(Repair::State::NotLegacy));
    EXPECT_EQ(left.text, own);
}

TEST(Repair, LeavesWhatIsNoTextAlone)
{
    const std::string bytes = legacy("Text with _marks_ and \xd8\xd1");
    const Repair left = repair::repairPost(bytes, engine());
    EXPECT_EQ(int(left.state), int(Repair::State::NotLegacy));
    EXPECT_EQ(left.text, bytes);
}

TEST(Repair, LeavesAPostWithoutDamageAlone)
{
    const std::string sound = legacy("Nothing is wrong here.");
    const Repair left = repair::repairPost(sound, engine());
    EXPECT_EQ(int(left.state), int(Repair::State::Unchanged));
    EXPECT_EQ(left.text, sound);
}

TEST(Repair, TwiceIsOnce)
{
    const Repair once = repair::repairPost(legacy("A *bold* `x <https://e.org>`_ and word_\n\n> q"), engine());
    const Repair twice = repair::repairPost(once.text, engine());
    EXPECT_EQ(twice.text, once.text);
    EXPECT_NE(int(twice.state), int(Repair::State::Repaired));
}

TEST(Repair, MendsTheTitle)
{
    const std::string source =
        ".. post:: 2011-05-02\n\nWe&#39;re here 🎉\n==============\n\n" + std::string(oldLine) + "\nText\n";
    const Repair done = repair::repairPost(source, engine());
    EXPECT_TRUE(done.text.starts_with(".. post:: 2011-05-02\n\nWe're here 🎉\n=============\n\n")) << done.text;
    EXPECT_EQ(done.after.messages, 0u);
}

TEST(Repair, ARuleThatIsOffLeavesItsDamageAsReadersSeeIt)
{
    repair::RuleSet rules = repair::RuleSet::all();
    rules.remove(repair::RuleId::Emphasis);
    EXPECT_EQ(repairedBody("A *bold* and _slanted_ word", rules), "A **bold** and _slanted\\_ word\n");
}

TEST(Repair, EveryRuleHasANameOfItsOwnAndASentence)
{
    for (const repair::Rule &rule : repair::rules()) {
        EXPECT_EQ(repair::findRule(rule.name), &rule);
        EXPECT_TRUE(rule.sentence.ends_with('.')) << rule.name;
    }
    EXPECT_EQ(repair::findRule("no-such-rule"), nullptr);
}

TEST(Repair, CountsWhatWasDone)
{
    const Repair done = repair::repairPost(legacy("A *bold* and *another* `x <https://e.org>`_"), engine());
    const auto strong = std::ranges::find(done.findings, repair::RuleId::Strong, &repair::Finding::rule);
    ASSERT_NE(strong, done.findings.end());
    EXPECT_EQ(strong->count, 2u);
    EXPECT_EQ(done.before.links, 2u);
    EXPECT_EQ(done.after.links, 2u);
}

} // namespace
