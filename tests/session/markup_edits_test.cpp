// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/markup_edits.h"

#include <QTest>

#include <ranges>

using namespace Qt::StringLiterals;
using namespace session;

namespace {

/// The text with its selection in brackets.
struct Selected {
    explicit Selected(QString marked)
    {
        range.begin = int(marked.indexOf(u'['));
        marked.remove(range.begin, 1);
        range.end = int(marked.indexOf(u']'));
        marked.remove(range.end, 1);
        text = marked;
    }

    QString text;
    TextRange range;
};

QString marked(const QString &text, const MarkupEdit &edit)
{
    QString result = text;
    for (const TextChange &change : edit.changes | std::views::reverse)
        result.replace(change.range.begin, change.range.end - change.range.begin, change.replacement);
    return result.insert(edit.selection.end, u']').insert(edit.selection.begin, u'[');
}

} // namespace

class MarkupEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void togglesInline_data();
    void togglesInline();
    void insertsLinks();
    void changesHeadings_data();
    void changesHeadings();
    void togglesLists();
    void insertsBlocks();
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

void MarkupEditsTest::togglesLists()
{
    const Selected lines(u"[one\ntwo]\n"_s);
    QCOMPARE(marked(lines.text, toggledList(lines.text, lines.range, ListKind::Bullets)), u"* one\n* two[]\n"_s);
    QCOMPARE(marked(lines.text, toggledList(lines.text, lines.range, ListKind::Numbers)), u"1. one\n2. two[]\n"_s);
    const Selected items(u"[* one\n* two]\n"_s);
    QCOMPARE(marked(items.text, toggledList(items.text, items.range, ListKind::Bullets)), u"one\ntwo[]\n"_s);
}

void MarkupEditsTest::insertsBlocks()
{
    const QString block = u".. image:: |name|\n   :alt: "_s;
    const Selected inText(u"One\nli[]nes\nmore\n\nTwo\n"_s);
    QCOMPARE(marked(inText.text, insertedBlock(inText.text, inText.range, block)),
             u"One\nlines\nmore\n\n.. image:: [name]\n   :alt: \n\nTwo\n"_s);
    const Selected lines(u"[a = 1\n\nb = 2]\n"_s);
    QCOMPARE(marked(lines.text, insertedBlock(lines.text, lines.range, u".. code-block:: |python|\n\n   "_s)),
             u".. code-block:: [python]\n\n   a = 1\n\n   b = 2\n"_s);
}

QTEST_APPLESS_MAIN(MarkupEditsTest)
#include "markup_edits_test.moc"
