// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/post_renderer.h"
#include "session/post_session.h"

#include "rst/engine.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace session;

namespace {

const QString announcement = u".. post:: 2026-03-02\n"
                             "   :tags: sprint\n"
                             "   :author: Robin\n"
                             "\n"
                             "Doors öpen\n"
                             "==========\n"
                             "\n"
                             "First paragraph.\n"
                             "\n"
                             "Programme\n"
                             "---------\n"
                             "\n"
                             "Some *unclosed text.\n"_s;

RenderingPtr rendered(const QString &text)
{
    return renderPost({.revision = 1, .text = text}, rst::Engine(rst::Dialect::Sphinx));
}

const PreviewBlock *blockWith(const Rendering &rendering, std::string_view words)
{
    const auto found = std::ranges::find_if(
        rendering.blocks, [words](const PreviewBlock &block) { return block.html.find(words) != std::string::npos; });
    return found == rendering.blocks.end() ? nullptr : &*found;
}

} // namespace

class PostRendererTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flattensSectionsIntoBlocks();
    void putsThePostcardBelowTheTitle();
    void knowsWhatEachBlockWasMadeOf();
    void listsTheHeadings();
    void marksTheExactSpanOfAMessage();
    void leavesOutMessagesBesideThePoint();
    void knowsThatRolesLink();
    void changesOnlyTheHashOfTheChangedBlock();
    void keepsNotesInARowInOneBlock();
    void escapesThePostcard();
    void showsNoPostcardWhereTheSiteSeesNoPost_data();
    void showsNoPostcardWhereTheSiteSeesNoPost();
    void keepsTheLastGoodRenderingOfABrokenBlock();
    void showsTheSourceOfWhatWasNeverGood();
    void showsThePostElsewhere();
    void makesOneFaceOfWhatIsNoPost();
    void measuresUpToBadInput_data();
    void measuresUpToBadInput();
    void rendersTheLatestOfAThousandTexts();
    void dropsARenderingOfThePostBefore();
    void isSettledOnlyWhenNothingIsOnItsWay();
    void rendersNothingBadly_data();
    void rendersNothingBadly();
};

void PostRendererTest::flattensSectionsIntoBlocks()
{
    const RenderingPtr rendering = rendered(announcement);
    QCOMPARE(rendering->blocks.size(), std::size_t(5)); // title, postcard, paragraph, heading, paragraph
    QVERIFY(rendering->blocks[0].html.contains("<h1 id=\"doors-open\">"));
    QVERIFY(rendering->blocks[3].html.contains("<h2 id=\"programme\">"));
    QVERIFY(rendering->blocks[3].html.contains("id=\"programme\""));
}

void PostRendererTest::putsThePostcardBelowTheTitle()
{
    const RenderingPtr rendering = rendered(announcement);
    const std::string &postcard = rendering->blocks[1].html;
    for (const char *fact : {"02 March 2026", "Robin", "sprint"})
        QVERIFY2(postcard.contains(fact), fact);
}

void PostRendererTest::knowsWhatEachBlockWasMadeOf()
{
    const RenderingPtr rendering = rendered(announcement);
    const PreviewBlock *block = blockWith(*rendering, "First paragraph");
    QVERIFY(block);
    QCOMPARE(announcement.sliced(block->range.begin, block->range.end - block->range.begin), u"First paragraph."_s);
}

void PostRendererTest::listsTheHeadings()
{
    const RenderingPtr rendering = rendered(announcement);
    QCOMPARE(rendering->outline.size(), std::size_t(2));
    QCOMPARE(rendering->outline[0].title, u"Doors öpen"_s);
    QCOMPARE(rendering->outline[0].level, 1);
    QCOMPARE(rendering->outline[1].level, 2);
    QVERIFY(announcement.sliced(rendering->outline[1].range.begin).startsWith(u"Programme"_s));
}

void PostRendererTest::leavesOutMessagesBesideThePoint()
{
    QStringList formal;
    const RenderingPtr rendering = rendered(u"See :pep:`8` and :nonesuch:`x`.\n\n.. nonesuch:: y\n"_s);
    for (const Problem &problem : rendering->problems)
        formal.append(problem.formal);
    QCOMPARE(formal, QStringList({u"Unknown interpreted text role \"nonesuch\"."_s,
                                  u"Unknown directive type \"nonesuch\"."_s}));
}

void PostRendererTest::knowsThatRolesLink()
{
    const auto unlinked = [](const QString &text) {
        return std::ranges::count(rendered(text)->problems, rst::DiagnosticKind::TargetNotReferenced, &Problem::kind);
    };
    const QString part = u"Title\n=====\n\nText.\n\n.. _Some part:\n\nPart\n----\n\n"_s;
    QCOMPARE(unlinked(part + u"See :ref:`some part`.\n"_s), 0);
    QCOMPARE(unlinked(part + u"See `Some part`_.\n"_s), 0);
    QCOMPARE(unlinked(part + u"See nothing.\n"_s), 1);
}

void PostRendererTest::marksTheExactSpanOfAMessage()
{
    const RenderingPtr rendering = rendered(announcement);
    const auto found = std::ranges::find_if(
        rendering->problems, [](const Problem &problem) { return problem.formal.contains(u"emphasis"_s); });
    QVERIFY(found != rendering->problems.end());
    QCOMPARE(found->severity, Severity::Warning);
    QCOMPARE(found->line, 13);
    QCOMPARE(found->column, 6);
    QCOMPARE(found->range.begin, int(announcement.indexOf(u"*unclosed"_s)));
    QVERIFY(found->plain.contains(u"never ends"_s));
}

void PostRendererTest::changesOnlyTheHashOfTheChangedBlock()
{
    const RenderingPtr before = rendered(announcement);
    QString text = announcement;
    const RenderingPtr after = rendered(text.replace(u"First paragraph."_s, u"First  paragraph!"_s));
    QCOMPARE(after->blocks.size(), before->blocks.size());
    for (std::size_t i = 0; i < before->blocks.size(); ++i)
        QCOMPARE(after->blocks[i].hash == before->blocks[i].hash, i != 2);
}

void PostRendererTest::keepsNotesInARowInOneBlock()
{
    const RenderingPtr rendering = rendered(u"Text [1]_ and [2]_.\n\n.. [1] One.\n.. [2] Two.\n"_s);
    const PreviewBlock *notes = blockWith(*rendering, "One.");
    QVERIFY(notes);
    QVERIFY(notes->html.contains("Two."));
}

void PostRendererTest::escapesThePostcard()
{
    const RenderingPtr rendering = rendered(u".. post:: 2026-03-02\n   :author: <script>x</script>\n\nT\n=\n"_s);
    for (const PreviewBlock &block : rendering->blocks)
        QVERIFY(!block.html.contains("<script"));
}

void PostRendererTest::showsNoPostcardWhereTheSiteSeesNoPost_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown option") << u".. post:: 2026-03-02\n   :tag: x\n\nTitle\n=====\n\nText.\n"_s;
    QTest::newRow("excerpt that is no number") << u".. post:: 2026-03-02\n   :excerpt: x\n\nTitle\n=====\n\nText.\n"_s;
    QTest::newRow("text among the options")
        << u".. post:: 2026-03-02\n   :tags: x\n   Text\n\nTitle\n=====\n\nText.\n"_s;
    QTest::newRow("front matter without a heading") << u":blogpost: true\n:date: 2026-03-02\n\nText.\n"_s;
}

void PostRendererTest::showsNoPostcardWhereTheSiteSeesNoPost()
{
    QFETCH(const QString, text);
    const RenderingPtr rendering = rendered(text);
    QVERIFY(blockWith(*rendering, "does not count this page as a post"));
    QVERIFY(!blockWith(*rendering, "postcard-facts"));
    QVERIFY(blockWith(*rendering, "Text."));
    const bool isTold = std::ranges::any_of(rendering->problems, [](const Problem &problem) {
        return problem.severity >= Severity::LooksWrong && problem.plain.contains(u"post"_s);
    });
    QVERIFY(isTold);
}

void PostRendererTest::keepsTheLastGoodRenderingOfABrokenBlock()
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const auto after = [&engine](const QString &text, const RenderingPtr &before) {
        return renderPost({.revision = 2, .text = text, .before = before}, engine);
    };
    const QString good = u"Title\n=====\n\nBefore.\n\n.. note::\n\n   The note.\n\nAfter.\n"_s;
    const RenderingPtr first = rendered(good);
    QVERIFY(!blockWith(*first, "The note")->isBroken);

    const RenderingPtr broken = after(QString(good).replace(u"note::"_s, u"noet::"_s), first);
    const PreviewBlock *kept = blockWith(*broken, "The note");
    QVERIFY(kept && kept->isBroken);
    QVERIFY(kept->html.contains("broadside-kept"));
    QVERIFY(kept->html.contains(first->blocks[2].html));

    // It stays while the text goes on to change elsewhere, and before it.
    const RenderingPtr later =
        after(QString(good).replace(u"note::"_s, u"noet::"_s).replace(u"Before."_s, u"Before it.\n\nMore."_s), broken);
    QVERIFY(blockWith(*later, "broadside-kept"));
    QCOMPARE(blockWith(*later, "broadside-kept")->html, kept->html);

    const RenderingPtr mended = after(good, later);
    QVERIFY(!blockWith(*mended, "broadside-kept"));
    QVERIFY(!blockWith(*mended, "The note")->isBroken);
}

void PostRendererTest::showsTheSourceOfWhatWasNeverGood()
{
    const RenderingPtr rendering = rendered(u".. nonsense:: here\n\n   and there\n\nAfter.\n"_s);
    const PreviewBlock *block = blockWith(*rendering, "and there");
    QVERIFY(block && block->isBroken);
    QVERIFY(block->html.contains("broadside-placeholder"));
    QVERIFY(!block->html.contains("system-message"));
    const RenderingPtr failed = rendered(u".. image:: a.png\n   :nonsense: b\n\nAfter.\n"_s);
    QVERIFY(blockWith(*failed, ":nonsense: b"));
    QVERIFY(blockWith(*failed, ":nonsense: b")->html.contains("broadside-placeholder"));
}

void PostRendererTest::showsThePostElsewhere()
{
    const QString text = QString(announcement).replace(u"2026-03-02"_s, u"2020-03-02"_s);
    const auto face = [&text](PreviewFace which) {
        return renderPost({.revision = 1, .text = text, .face = which}, rst::Engine(rst::Dialect::Sphinx));
    };
    for (const PreviewFace which : {PreviewFace::Card, PreviewFace::FeedEntry, PreviewFace::SocialCard}) {
        const RenderingPtr rendering = face(which);
        QCOMPARE(rendering->blocks.size(), std::size_t(1));
        QVERIFY(rendering->blocks[0].html.contains("Doors öpen"));
        QVERIFY(rendering->blocks[0].html.contains("First paragraph"));
        QVERIFY(!rendering->blocks[0].html.contains("unclosed")); // that is no longer the excerpt
        QVERIFY(!rendering->outline.empty());                     // all else is as ever
    }
    QVERIFY(face(PreviewFace::Card)->blocks[0].html.contains("Read more"));
    QVERIFY(face(PreviewFace::FeedEntry)->blocks[0].html.contains("02 March 2020"));
}

void PostRendererTest::makesOneFaceOfWhatIsNoPost()
{
    const RenderingPtr rendering = renderPost({.revision = 1, .text = u"Only *text*.\n"_s, .face = PreviewFace::Card},
                                              rst::Engine(rst::Dialect::Sphinx));
    QCOMPARE(rendering->blocks.size(), std::size_t(1));
    QVERIFY(rendering->blocks[0].html.contains("face-note"));
}

void PostRendererTest::measuresUpToBadInput_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named"); // in one of the problems; empty where nothing is wrong
    QString options = u".. image:: a.png\n"_s;
    for (int i = 0; i < 1'000'000; ++i)
        options += u"   :o%1: x\n"_s.arg(i);
    QTest::newRow("a directive with a million options") << options << u"o0"_s;
    QString notes;
    for (int i = 1; i <= 10'000; ++i)
        notes += u"A [#n%1]_.\n\n"_s.arg(i);
    for (int i = 1; i <= 10'000; ++i)
        notes += u".. [#n%1] Note.\n"_s.arg(i);
    QTest::newRow("ten thousand footnotes") << notes << QString();
    QTest::newRow("two posts at the top")
        << u".. post:: 2026-03-02\n\n.. post:: 2026-03-03\n\nTitle\n=====\n\nText.\n"_s << u"never ends"_s;
}

/// Shown, named, and never hung: the time limit is the test's own.
void PostRendererTest::measuresUpToBadInput()
{
    QFETCH(const QString, text);
    QFETCH(const QString, named);
    const RenderingPtr rendering = rendered(text);
    QVERIFY(!rendering->blocks.empty());
    const bool isNamed = std::ranges::any_of(rendering->problems, [&named](const Problem &problem) {
        return problem.formal.contains(named) || problem.plain.contains(named);
    });
    QVERIFY(named.isEmpty() || isNamed);
}

void PostRendererTest::rendersTheLatestOfAThousandTexts()
{
    PostRenderer renderer;
    QSignalSpy spy(&renderer, &PostRenderer::rendered);
    for (int revision = 1; revision <= 1000; ++revision)
        renderer.request({.revision = revision, .text = u"Text %1.\n"_s.arg(revision)});
    QTRY_VERIFY(!renderer.isBusy());
    QCOMPARE(spy.size(), 2); // the first, which was under way, and the last
    QCOMPARE(spy.last().first().value<RenderingPtr>()->revision, 1000);
}

void PostRendererTest::dropsARenderingOfThePostBefore()
{
    PostSession open;
    QSignalSpy spy(&open, &PostSession::rendered);
    open.setText(u"The post before.\n"_s);
    open.start({.text = u"Another.\n"_s});
    open.setText(u"Another.\n"_s);
    QTRY_VERIFY(open.isSettled());
    QCOMPARE(spy.size(), 1);
    QVERIFY(open.rendering()->source.starts_with("Another"));
}

void PostRendererTest::isSettledOnlyWhenNothingIsOnItsWay()
{
    PostSession open;
    open.start({.text = u"A text.\n"_s});
    open.setText(u"A text.\n"_s);
    QTRY_VERIFY(open.isSettled());
    open.setKnownBlog(std::make_shared<const archive::KnownPosts>(), nullptr);
    QVERIFY(open.isCurrent()); // its places are those of the text
    QVERIFY(!open.isSettled());
    QTRY_VERIFY(open.isSettled());
}

void PostRendererTest::rendersNothingBadly_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << u"  \n\n\t\n"_s;
    QTest::newRow("only a post") << u".. post:: 2026-01-01\n"_s;
    QTest::newRow("two posts") << u".. post:: 2026-01-01\n\n.. post:: 2026-01-02\n\nT\n=\n"_s;
    QTest::newRow("unreadable date") << u".. post:: the day after\n\nT\n=\n"_s;
    QTest::newRow("deep quotes") << [] {
        QString text;
        for (int depth = 0; depth < 300; ++depth)
            text += QString(depth, u' ') + u"q\n\n"_s;
        return text;
    }();
}

void PostRendererTest::rendersNothingBadly()
{
    QFETCH(const QString, text);
    const RenderingPtr rendering = rendered(text);
    for (const PreviewBlock &block : rendering->blocks) {
        QVERIFY(block.range.begin >= 0 && block.range.begin <= block.range.end);
        QVERIFY(block.range.end <= text.size());
    }
    for (const Problem &problem : rendering->problems)
        QVERIFY(problem.range.begin >= 0 && problem.range.end <= text.size());
}

QTEST_GUILESS_MAIN(PostRendererTest)
#include "post_renderer_test.moc"
