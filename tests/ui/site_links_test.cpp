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
    void livesWithABrokenBlog();

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

void SiteLinksTest::livesWithABrokenBlog()
{
    // A conf.py that is no list of values, and never ends where it is run.
    m_window->write(u"conf.py"_s, "import os\nblog_baseurl = os.environ['URL']\nblog_title = 'B' * 10 ** 9\n"
                                  "while True:\n    pass\n");
    m_window->write(u"binary.rst"_s, QByteArray(".. post:: 2026-01-01\n\nT\n=\n") + QByteArray(3, '\0'));
    m_window->write(u"latin.rst"_s, ".. post:: 2026-01-03\n\n.. _old:\n\nCaf\xe9\n====\n");
    m_window->write(u"itself.rst"_s, ".. post:: 2026-01-04\n\nItself\n======\n\n.. include:: itself.rst\n\n"
                                     ".. toctree::\n\n   itself\n   round\n");
    m_window->write(u"round.rst"_s, "Round\n=====\n\n.. toctree::\n\n   itself\n   round\n");
    m_window->write(u"two.rst"_s, ".. post:: 2026-01-01\n\n.. post:: 2026-01-02\n\nTwo\n===\n");
    QVERIFY(m_window->open("Title\n=====\n\nSee :doc:`itself`, :ref:`old` and :doc:`binary`.\n\n"
                           ".. toctree::\n\n   round\n\n.. postlist::\n   :excerpts:\n"));
    QVERIFY2(showsSoon(u"See Itself, Caf"_s), qPrintable(m_window->pageText()));
    QCOMPARE(problems(), QStringList({u"unknown document: 'binary'"_s})); // which the site cannot read either
    const auto &all = m_window->postSession()->rendering()->problems;
    const auto computed = std::ranges::find(all, std::string_view("conf.computed"), &session::Problem::rule);
    QVERIFY(computed != all.end() && computed->plain.contains(u"blog_baseurl"_s));
    for (const QString &name : {u"itself.rst"_s, u"two.rst"_s, u"round.rst"_s}) {
        m_window->window->openFile(m_window->folder.filePath(name));
        QVERIFY(m_window->settles() && m_window->paints());
    }
    QVERIFY(m_window->pageText().contains(u"Itself"_s));
}

BROADSIDE_UI_TEST_MAIN(SiteLinksTest)
#include "site_links_test.moc"
