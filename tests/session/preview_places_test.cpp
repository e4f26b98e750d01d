// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_places.h"

#include "session/post_renderer.h"

#include "rst/engine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

namespace {

const QString announcement = u".. post:: 2026-03-02\n"
                             "\n"
                             "Title\n"
                             "=====\n"
                             "\n"
                             "The doors open at nine. Bring \"the ticket\" -- and the\n"
                             "other ticket.\n"
                             "\n"
                             "* one door\n"
                             "* another door\n"_s;

RenderingPtr rendered()
{
    return renderPost({.revision = 1, .text = announcement}, rst::Engine(rst::Dialect::Sphinx));
}

std::size_t blockWith(const Rendering &rendering, std::string_view words)
{
    for (std::size_t i = 0; i < rendering.blocks.size(); ++i) {
        if (rendering.blocks[i].html.contains(words))
            return i;
    }
    qFatal("No block holds the words.");
}

/// A click on the `which`th (from 0) occurrence of a word, in what the page shows of a block.
TextRange click(std::string_view words, const QString &shown, const QString &word, int which)
{
    const RenderingPtr rendering = rendered();
    qsizetype at = -1;
    for (int i = 0; i <= which; ++i)
        at = shown.indexOf(word, at + 1);
    QString before = shown.first(at);
    before.removeIf([](QChar c) { return c.isSpace(); });
    return clickedText(*rendering, blockWith(*rendering, words), int(before.size()), word);
}

} // namespace

class PreviewPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheBlockOfAPosition();
    void goesThereAndBack();
    void scrollsInOneDirection();
    void findsTheClickedWord();
    void findsTheSecondOfTwoEqualWords();
    void findsWordsInLists();
    void fallsBackToTheBlock();
};

void PreviewPlacesTest::findsTheBlockOfAPosition()
{
    const RenderingPtr rendering = rendered();
    const BlockPlace place = blockPlaceAt(*rendering, int(announcement.indexOf(u"nine"_s)));
    QCOMPARE(place.block, blockWith(*rendering, "nine"));
    QVERIFY(place.part > 0 && place.part < 1);
    QCOMPARE(blockPlaceAt(*rendering, int(announcement.size())).block, blockWith(*rendering, "another"));
}

void PreviewPlacesTest::goesThereAndBack()
{
    const RenderingPtr rendering = rendered();
    for (const QString &word : {u"Title"_s, u"nine"_s, u"other ticket"_s, u"another"_s}) {
        const int position = int(announcement.indexOf(word));
        QCOMPARE(positionAt(*rendering, blockPlaceAt(*rendering, position)), position);
    }
}

/// The directive stands above the title in the text, and below it in the page.
void PreviewPlacesTest::scrollsInOneDirection()
{
    const RenderingPtr rendering = rendered();
    QCOMPARE(rendering->blocks[1].range.begin, 0); // the postcard
    BlockPlace before = {};
    for (int position = 0; position <= announcement.size(); ++position) {
        const BlockPlace place = scrolledPlaceAt(*rendering, position);
        QVERIFY(place.block > before.block || (place.block == before.block && place.part >= before.part));
        before = place;
    }
    QCOMPARE(before.block, rendering->blocks.size() - 1);
    int last = 0;
    for (std::size_t block = 0; block < rendering->blocks.size(); ++block) {
        for (const double part : {0.0, 0.5, 1.0}) {
            const int position = scrolledPositionAt(*rendering, {block, part});
            QVERIFY(position >= last);
            last = position;
        }
    }
}

void PreviewPlacesTest::findsTheClickedWord()
{
    const TextRange range = click("nine", u"The doors open at nine."_s, u"nine"_s, 0);
    QCOMPARE(range.begin, int(announcement.indexOf(u"nine"_s)));
    QCOMPARE(range.end, range.begin + 4);
}

void PreviewPlacesTest::findsTheSecondOfTwoEqualWords()
{
    const TextRange range =
        click("nine", u"The doors open at nine. Bring “the ticket” – and the other ticket."_s, u"ticket"_s, 1);
    QCOMPARE(range.begin, int(announcement.lastIndexOf(u"ticket"_s)));
}

void PreviewPlacesTest::findsWordsInLists()
{
    const TextRange range = click("another", u"one door another door"_s, u"door"_s, 1);
    QCOMPARE(range.begin, int(announcement.lastIndexOf(u"door"_s)));
}

void PreviewPlacesTest::fallsBackToTheBlock()
{
    const RenderingPtr rendering = rendered();
    const std::size_t block = blockWith(*rendering, "nine");
    const TextRange range = clickedText(*rendering, block, 100'000, u"absent"_s);
    QVERIFY(range.begin >= rendering->blocks[block].range.begin);
    QVERIFY(range.end <= rendering->blocks[block].range.end);
}

QTEST_APPLESS_MAIN(PreviewPlacesTest)
#include "preview_places_test.moc"
