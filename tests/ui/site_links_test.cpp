// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "session/rendering.h"

#include <algorithm>

using namespace Qt::StringLiterals;

/// What the window makes of links from one post of a blog to others.
class SiteLinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        m_window->write(u"conf.py"_s, "extensions = ['ablog']\n");
        m_window->write(u"other.rst"_s, ".. post:: 2026-01-02\n   :tags: vote\n\nThe Other One\n=============\n\n"
                                        "Words.\n\n.. _spot:\n\nA Part\n------\n\nMore words.\n");
    }
    void cleanup() { m_window.reset(); }

    void showsTitlesOfOtherPosts();
    void namesWhatIsNotThere();
    void followsFilesThatComeAndGo();
    void opensThePostThatIsClicked();
    void followsByTheKeyboard();
    void asksBeforeItLeavesUnsavedWork();

private:
    [[nodiscard]] QStringList problems() const
    {
        QStringList texts;
        for (const session::Problem &problem : m_window->postSession()->rendering()->problems) {
            if (!problem.formal.isEmpty()) // the site's build would say so
                texts.append(problem.formal);
        }
        return texts;
    }
    [[nodiscard]] bool showsSoon(const QString &words) const
    {
        return QTest::qWaitFor([&] { return m_window->pageText().contains(words); }, 30'000);
    }
    void click(const QString &selector) const
    {
        (void)m_window->inPage(u"document.querySelector('%1').click()"_s.arg(selector));
    }

    std::unique_ptr<WindowFixture> m_window;
    static constexpr auto thePost = ".. post:: 2026-03-02\n\nThis One\n========\n\n"
                                    "See :doc:`other`, :ref:`spot` and :ref:`tag-vote`.\n\n"
                                    ".. postlist:: 3\n   :sort:\n";
};

void SiteLinksTest::showsTitlesOfOtherPosts()
{
    QVERIFY(m_window->open(thePost));
    QVERIFY(m_window->paints());
    QVERIFY2(showsSoon(u"See The Other One, A Part and vote."_s), qPrintable(m_window->pageText()));
    QVERIFY(showsSoon(u"02 January - The Other One"_s));
    QCOMPARE(problems(), QStringList());
}

void SiteLinksTest::namesWhatIsNotThere()
{
    QVERIFY(m_window->open("Title\n=====\n\nSee :doc:`gone`.\n"));
    QTRY_COMPARE_WITH_TIMEOUT(problems(), QStringList({u"unknown document: 'gone'"_s}), 30'000);
    // A text that has no place in the blog yet is not judged.
    m_window->trigger(u"file.new.plain"_s);
    m_window->editor()->appendPlainText(u"\nSee :doc:`gone`.\n"_s);
    QVERIFY(m_window->settles());
    QVERIFY(!problems().contains(u"unknown document: 'gone'"_s));
}

void SiteLinksTest::followsFilesThatComeAndGo()
{
    QVERIFY(m_window->open("Title\n=====\n\nSee :doc:`later`.\n"));
    QTRY_COMPARE_WITH_TIMEOUT(problems().size(), 1, 30'000);
    m_window->write(u"later.rst"_s, "It Has Come\n===========\n");
    QVERIFY2(showsSoon(u"See It Has Come."_s), qPrintable(m_window->pageText()));
    QCOMPARE(problems(), QStringList());
    QFile::remove(m_window->folder.filePath(u"later.rst"_s));
    QTRY_COMPARE_WITH_TIMEOUT(problems().size(), 1, 30'000);
}

void SiteLinksTest::opensThePostThatIsClicked()
{
    QVERIFY(m_window->open(thePost));
    QVERIFY(showsSoon(u"A Part"_s));
    click(u"a[href=\"other.html#spot\"]"_s);
    QTRY_COMPARE(m_window->postSession()->path(), m_window->folder.filePath(u"other.rst"_s));
    QTRY_COMPARE(m_window->editor()->textCursor().block().text(), u"A Part"_s);
    // Pages that the site makes are no files.
    QVERIFY(m_window->open(thePost, u"third.rst"_s));
    QVERIFY(showsSoon(u"vote"_s));
    click(u"a[href*=\"tag/vote\"]"_s);
    QTRY_VERIFY(m_window->message().contains(u"blog/tag/vote.html"_s));
    QCOMPARE(m_window->postSession()->path(), m_window->folder.filePath(u"third.rst"_s));
}

void SiteLinksTest::followsByTheKeyboard()
{
    QVERIFY(m_window->open(thePost));
    QVERIFY(showsSoon(u"The Other One"_s));
    m_window->goTo(u"other`"_s);
    m_window->trigger(u"names.follow"_s);
    QTRY_COMPARE(m_window->postSession()->path(), m_window->folder.filePath(u"other.rst"_s));
}

void SiteLinksTest::asksBeforeItLeavesUnsavedWork()
{
    QVERIFY(m_window->open(thePost));
    QVERIFY(showsSoon(u"The Other One"_s));
    m_window->editor()->appendPlainText(u"\nUnsaved.\n"_s);
    QVERIFY(m_window->paints());
    click(u"a[href=\"other.html\"]"_s);
    QTRY_VERIFY(m_window->message().contains(u"not saved"_s));
    QVERIFY(m_window->text().contains(u"Unsaved."_s));
}

BROADSIDE_UI_TEST_MAIN(SiteLinksTest)
#include "site_links_test.moc"
