// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/block_edits.h"
#include "session/copied_link.h"
#include "session/list_edits.h"
#include "session/markup_edits.h"
#include "session/picture_edits.h"

#include "selected_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class MarkupEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void togglesInline_data();
    void togglesInline();
    void insertsLinks();
    void changesHeadings_data();
    void changesHeadings();
    void togglesLists_data();
    void togglesLists();
    void insertsBlocks();
    void showsPictures_data();
    void showsPictures();
    void showsSeveralPictures_data();
    void showsSeveralPictures();
    void togglesQuotes();
    void insertsFootnotes();
    void knowsTheLanguageBefore();
    void readsCopiedLinks_data();
    void readsCopiedLinks();
};

void MarkupEditsTest::togglesInline_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("after");
    QTest::newRow("selection") << u"a [fine day] b"_s << u"**"_s << u"a **[fine day]** b"_s;
    QTest::newRow("blanks stay outside") << u"a[ fine ]b"_s << u"*"_s << u"a *[fine]* b"_s;
    QTest::newRow("word at the cursor") << u"a fi[]ne day"_s << u"``"_s << u"a ``[fine]`` day"_s;
    QTest::newRow("nothing there") << u"a [] b"_s << u"*"_s << u"a *[]* b"_s;
    QTest::newRow("inside a word") << u"un[believ]able"_s << u"*"_s << u"un\\ *[believ]*\\ able"_s;
    QTest::newRow("away, marks outside") << u"a **[fine]** b"_s << u"**"_s << u"a [fine] b"_s;
    QTest::newRow("away, marks inside") << u"a [**fine**] b"_s << u"**"_s << u"a [fine] b"_s;
    QTest::newRow("emphasis is not strong") << u"a **[fine]** b"_s << u"*"_s << u"a ***[fine]*** b"_s;
}

void MarkupEditsTest::togglesInline()
{
    QFETCH(const QString, before);
    QFETCH(const QString, mark);
    QFETCH(const QString, after);
    const Selected text(before);
    QCOMPARE(marked(text.text, toggledInline(text.text, text.range, mark)), after);
}

void MarkupEditsTest::insertsLinks()
{
    const Selected words(u"see [the site] now"_s);
    QCOMPARE(marked(words.text, insertedLink(words.text, words.range, {})), u"see `the site <[https://]>`__ now"_s);
    QCOMPARE(marked(words.text, insertedLink(words.text, words.range, u"https://a.example"_s)),
             u"see `[the site] <https://a.example>`__ now"_s);
    const Selected nothing(u"see [] now"_s);
    QCOMPARE(marked(nothing.text, insertedLink(nothing.text, nothing.range, u"https://a.example"_s, u"A `title`"_s)),
             u"see `[A title] <https://a.example>`__ now"_s);
    const Selected paragraphs(u"[one\n\ntwo]"_s);
    QVERIFY(insertedLink(paragraphs.text, paragraphs.range, {}).changes.empty());
}

void MarkupEditsTest::changesHeadings_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("after");
    QTest::newRow("new") << u"T\n==\n\nA w[]ord\n\nText\n"_s << 2 << u"T\n==\n\nA word[]\n------\n\nText\n"_s;
    QTest::newRow("before text") << u"A w[]ord\nText\n"_s << 1 << u"A word[]\n======\n\nText\n"_s;
    QTest::newRow("other level") << u"A w[]ord\n~~~~~~\n\nText\n"_s << 2 << u"A word[]\n======\n\nText\n"_s;
    QTest::newRow("away") << u"A w[]ord\n~~~~~~\n\nText\n"_s << 0 << u"A word[]\n\nText\n"_s;
    QTest::newRow("on the underline") << u"A word\n~~~[]~~~\n"_s << 0 << u"A word[]\n"_s;
    QTest::newRow("overlined") << u"====\nW[]ord\n====\n"_s << 2 << u"Word[]\n----\n"_s;
    QTest::newRow("wide characters") << u"日[]本\n"_s << 1 << u"日本[]\n====\n"_s;
    QTest::newRow("the text's own order")
        << u"T\n##\n\nU\n**\n\nV[]alue\n"_s << 2 << u"T\n##\n\nU\n**\n\nValue[]\n*****\n"_s;
}

void MarkupEditsTest::changesHeadings()
{
    QFETCH(const QString, before);
    QFETCH(const int, level);
    QFETCH(const QString, after);
    const Selected text(before);
    QCOMPARE(marked(text.text, changedHeading(text.text, text.range.begin, level)), after);
}

void MarkupEditsTest::togglesLists_data()
{
    QTest::addColumn<ListKind>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto bullets = ListKind::Bullets;
    const auto numbers = ListKind::Numbers;
    QTest::newRow("lines") << bullets << u"[one\ntwo]\n"_s << u"* one\n* two[]\n"_s;
    QTest::newRow("numbers") << numbers << u"[one\ntwo]\n"_s << u"1. one\n2. two[]\n"_s;
    QTest::newRow("and back") << bullets << u"[* one\n* two]\n"_s << u"one\ntwo[]\n"_s;
    QTest::newRow("another kind") << numbers << u"[* one\n* two]\n"_s << u"1. one\n2. two[]\n"_s;
    QTest::newRow("an empty line") << bullets << u"One\n\n[]\n"_s << u"One\n\n* []\n"_s;
    QTest::newRow("below text") << bullets << u"One\n[]\n"_s << u"One\n\n* []\n"_s;
    QTest::newRow("a paragraph of lines")
        << bullets << u"One\n\ntwo\nth[]ree\nfour\n\nfive\n"_s << u"One\n\n* two\n  th[]ree\n  four\n\nfive\n"_s;
    QTest::newRow("an item of lines") << bullets << u"* two\n  th[]ree\n\n  four\n\nfive\n"_s
                                      << u"two\nth[]ree\n\nfour\n\nfive\n"_s;
    QTest::newRow("some lines of a paragraph")
        << bullets << u"One\n[two\nthree]\nfour\n"_s << u"One\n\n* two\n* three[]\n\nfour\n"_s;
    QTest::newRow("one item of three") << bullets << u"* one\n* t[]wo\n* three\n"_s << u"* one\n\nt[]wo\n\n* three\n"_s;
    QTest::newRow("goes on with a list") << bullets << u"* one\nt[]wo\n"_s << u"* one\n* t[]wo\n"_s;
    QTest::newRow("goes on counting") << numbers << u"3. one\n   more\nt[]wo\n"_s << u"3. one\n   more\n4. t[]wo\n"_s;
    QTest::newRow("in a directive") << bullets << u".. note::\n\n   [one\n   two]\n"_s
                                    << u".. note::\n\n   * one\n   * two[]\n"_s;
    QTest::newRow("a nested item") << bullets << u"* one\n\n  * t[]wo\n"_s << u"* one\n\n  t[]wo\n"_s;
}

void MarkupEditsTest::togglesLists()
{
    QFETCH(const ListKind, kind);
    QFETCH(const QString, before);
    const Selected lines(before);
    QTEST(marked(lines.text, toggledList(lines.text, lines.range, kind)), "after");
}

void MarkupEditsTest::insertsBlocks()
{
    const QString block = u".. image:: ¦name¦\n   :alt: "_s;
    const Selected inText(u"One\nli[]nes\nmore\n\nTwo\n"_s);
    QCOMPARE(marked(inText.text, insertedBlock(inText.text, inText.range, block)),
             u"One\nlines\nmore\n\n.. image:: [name]\n   :alt: \n\nTwo\n"_s);
    const Selected inHead(u".. post:: 2026-03-02\n   :ta[]gs: a\n\n=====\nTitle\n=====\n\nText\n"_s);
    QCOMPARE(marked(inHead.text, insertedBlock(inHead.text, inHead.range, block)),
             u".. post:: 2026-03-02\n   :tags: a\n\n=====\nTitle\n=====\n\n.. image:: [name]\n   :alt: \n\nText\n"_s);
    for (const QString &text : {u".. post::\n[]\nText\n"_s, u".. post::[]"_s, u".. post::\n\n===[]"_s}) {
        const Selected without(text);
        QVERIFY(marked(without.text, insertedBlock(without.text, without.range, block)).contains(u"[name]"_s));
    }
    const Selected lines(u"[a = 1\n\nb = 2]\n"_s);
    QCOMPARE(marked(lines.text, insertedBlock(lines.text, lines.range, u".. code-block:: ¦python¦\n\n   "_s)),
             u".. code-block:: [python]\n\n   a = 1\n\n   b = 2\n"_s);
}

void MarkupEditsTest::showsPictures_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("in a paragraph") << u"Wo[]rds.\n"_s
                                    << u"Words.\n\n.. figure:: /a.png\n   :alt: [describe the picture]\n"_s;
    QTest::newRow("a template's figure") << u".. figure:: ⟦portrait.jpg⟧[]\n   :alt: ⟦What it shows⟧\n\n   Words\n"_s
                                         << u".. figure:: /a.png\n   :alt: [⟦What it shows⟧]\n\n   Words\n"_s;
    QTest::newRow("from its options") << u".. image:: gone.png\n   :width: 3\n   :alt:[]\n"_s
                                      << u".. image:: /a.png\n   :width: 3\n   :alt: []\n"_s;
    QTest::newRow("a missing one, described already")
        << u".. image:: gone.png\n   :a[]lt: Words\n"_s << u".. image:: /a.png[]\n   :alt: Words\n"_s;
    QTest::newRow("without an address") << u"[].. image::"_s << u".. image:: /a.png[]"_s;
    QTest::newRow("one that is there, with a caption")
        << u".. image:: th[]ere.png\n   :width: 3\n\n   Words\n\nMore\n"_s
        << u".. image:: there.png\n   :width: 3\n\n   Words\n\n"
           ".. figure:: /a.png\n   :alt: [describe the picture]\n\nMore\n"_s;
    QTest::newRow("one that is there")
        << u".. image:: there.png[]\n"_s
        << u".. image:: there.png\n\n.. figure:: /a.png\n   :alt: [describe the picture]\n"_s;
}

void MarkupEditsTest::showsPictures()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Selected at(before);
    const auto isThere = [](const QString &address) { return address == u"there.png"_s; };
    QCOMPARE(marked(at.text, shownPictures(at.text, at.range.begin, {u"/a.png"_s}, isThere)), after);
}

void MarkupEditsTest::showsSeveralPictures_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("after a paragraph") << u"Wo[]rds.\n\nMore.\n"_s
                                       << u"Words.\n\n.. figure:: a.png\n   :alt: [describe the picture]\n\n"
                                          ".. figure:: b.png\n   :alt: describe the picture\n\nMore.\n"_s;
    QTest::newRow("from a figure that lacks its own")
        << u".. figure:: gone.png\n   :alt:[]\n\n   Caption\n\nMore.\n"_s
        << u".. figure:: a.png\n   :alt: []\n\n   Caption\n\n"
           ".. figure:: b.png\n   :alt: describe the picture\n\nMore.\n"_s;
    QTest::newRow("from one that is described")
        << u"*  Item\n\n   .. figure:: gone.png[]\n      :alt: Words\n\nMore.\n"_s
        << u"*  Item\n\n   .. figure:: a.png\n      :alt: Words\n\n"
           "   .. figure:: b.png\n      :alt: [describe the picture]\n\nMore.\n"_s;
}

void MarkupEditsTest::showsSeveralPictures()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const Selected at(before);
    const auto isThere = [](const QString &) { return false; };
    QCOMPARE(marked(at.text, shownPictures(at.text, at.range.begin, {u"a.png"_s, u"b.png"_s}, isThere)), after);
}

void MarkupEditsTest::togglesQuotes()
{
    const Selected paragraph(u"a\n\none\nt[]wo\n\nb\n"_s);
    const QString quoted = u"a\n\n   one\n   t[]wo\n\nb\n"_s;
    QCOMPARE(marked(paragraph.text, toggledQuote(paragraph.text, paragraph.range)), quoted);
    const Selected back(quoted);
    QCOMPARE(marked(back.text, toggledQuote(back.text, back.range)), u"a\n\none\nt[]wo\n\nb\n"_s);
    const Selected lines(u"a\n[one\ntwo]\nb\n"_s);
    QCOMPARE(marked(lines.text, toggledQuote(lines.text, lines.range)), u"a\n\n   [one\n   two]\n\nb\n"_s);
    const Selected blank(u"a\n\n[]\n"_s);
    QVERIFY(toggledQuote(blank.text, blank.range).changes.empty());
}

void MarkupEditsTest::insertsFootnotes()
{
    const Selected first(u"A word[] here.\n"_s);
    const QString once = u"A word [#note-1]_ here.\n\n.. [#note-1] []\n"_s;
    QCOMPARE(marked(first.text, insertedFootnote(first.text, first.range)), once);
    const Selected second(u"A[] word [#note-1]_ here.\n\n.. [#note-1] x\n"_s);
    QCOMPARE(marked(second.text, insertedFootnote(second.text, second.range)),
             u"A [#note-2]_ word [#note-1]_ here.\n\n.. [#note-1] x\n.. [#note-2] []\n"_s);
    const Selected end(u"End.[]"_s);
    QCOMPARE(marked(end.text, insertedFootnote(end.text, end.range)), u"End. [#note-1]_\n\n.. [#note-1] []"_s);
}

void MarkupEditsTest::knowsTheLanguageBefore()
{
    const QString text = u".. code-block:: rust\n\n   x\n\n.. code-block:: c\n"_s;
    QCOMPARE(languageBefore(text, 0), u"python"_s);
    QCOMPARE(languageBefore(text, 30), u"rust"_s);
    QCOMPARE(languageBefore(text, int(text.size())), u"c"_s);
}

void MarkupEditsTest::readsCopiedLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("address");
    QTest::newRow("address") << u" https://a.example/x \n"_s << QString() << QString() << u"https://a.example/x"_s;
    QTest::newRow("mail") << u"mailto:a@b.example"_s << QString() << QString() << u"mailto:a@b.example"_s;
    QTest::newRow("a link of a page") << u"The title"_s
                                      << u"<p>See</p><a href=\"https://a.example\">The <b>title</b></a>"_s
                                      << u"The title"_s << u"https://a.example"_s;
    QTest::newRow("title and address") << u"The title\nhttps://a.example"_s << QString() << u"The title"_s
                                       << u"https://a.example"_s;
    QTest::newRow("Markdown") << u"[A title](https://a.example)"_s << QString() << u"A title"_s
                              << u"https://a.example"_s;
    QTest::newRow("an address that follows readers")
        << u"https://a.example/b?utm_source=mail&c=1"_s << QString() << QString() << u"https://a.example/b?c=1"_s;
    QTest::newRow("several links") << u"a b"_s
                                   << u"<a href=\"https://a.example\">a</a><a href=\"https://b.example\">b</a>"_s
                                   << QString() << QString();
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"<a href=\"javascript:x\">x</a>"_s << QString()
                            << QString();
    QTest::newRow("words") << u"just words"_s << QString() << QString() << QString();
}

void MarkupEditsTest::readsCopiedLinks()
{
    QFETCH(const QString, text);
    QFETCH(const QString, html);
    const CopiedLink link = copiedLink(text, html);
    QTEST(link.title, "title");
    QTEST(link.address, "address");
}

QTEST_APPLESS_MAIN(MarkupEditsTest)
#include "markup_edits_test.moc"
