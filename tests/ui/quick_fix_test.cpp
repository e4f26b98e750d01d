// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

using namespace Qt::StringLiterals;

class QuickFixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void showsItsEffectAndIsOneStep();
    void closesByEscape();
    void showsTheLinesThatChange();
    void saysThatThereIsNone();
    void leavesProseAlone();

private:
    QListWidget *offers() const { return m_window->window->findChild<QListWidget *>(u"quickFix.list"_s); }

    std::unique_ptr<WindowFixture> m_window;
};

void QuickFixTest::showsItsEffectAndIsOneStep()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"*unclosed"_s);
    m_window->trigger(u"problems.fix"_s);
    QTRY_VERIFY(offers());
    QVERIFY(m_window->find<QLabel>(u"quickFix.effect"_s)->text().contains(u"\\*unclosed"_s));
    QCOMPARE(m_window->text().toUtf8(), aPost); // nothing has happened yet
    if (const QString pictures = qEnvironmentVariable("BROADSIDE_PICTURES"); !pictures.isEmpty())
        m_window->find<QFrame>(u"quickFix"_s)->grab().save(pictures + u"/quick_fix.png"_s);
    QTest::keyClick(offers(), Qt::Key_Down);
    QTest::keyClick(offers(), Qt::Key_Return);
    QTRY_VERIFY(!offers());
    QVERIFY2(m_window->text().contains(u"Some *unclosed* emphasis"_s), qPrintable(m_window->text()));
    m_window->editor()->undo();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void QuickFixTest::closesByEscape()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"*unclosed"_s);
    m_window->trigger(u"problems.fix"_s);
    QTRY_VERIFY(offers());
    QTest::keyClick(offers(), Qt::Key_Escape);
    QTRY_VERIFY(!offers());
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void QuickFixTest::showsTheLinesThatChange()
{
    // Only the last row is crooked: the rows above it would fill the difference, and are left out.
    QVERIFY(m_window->open(
        "+------+\n| a    |\n+------+\n| b    |\n+------+\n| c    |\n+------+\n| long    |\n+------+\n", u"b.rst"_s));
    m_window->goTo(u"| a"_s);
    m_window->trigger(u"problems.fix"_s);
    QTRY_VERIFY(offers());
    const QString last = m_window->find<QLabel>(u"quickFix.effect"_s)->text();
    QVERIFY2(last.contains(u"| long"_s) && !last.contains(u"| b"_s), qPrintable(last));
}

void QuickFixTest::saysThatThereIsNone()
{
    QVERIFY(m_window->open("Title\n=====\n\nAll is well.\n"));
    m_window->goTo(u"well"_s);
    m_window->trigger(u"problems.fix"_s);
    QTRY_VERIFY(QToolTip::text().contains(u"fix"_s));
    QVERIFY(!offers());
}

void QuickFixTest::leavesProseAlone()
{
    QVERIFY(m_window->open("Title\n=====\n\nIn the the hall.\n"));
    const auto hasHint = [this] {
        const auto &problems = m_window->postSession()->rendering()->problems;
        return std::ranges::contains(problems, "prose.doubled", &session::Problem::rule);
    };
    QVERIFY(hasHint());
    m_window->trigger(u"problems.prose.doubled"_s); // one kind alone
    QTRY_VERIFY(!hasHint());
    m_window->trigger(u"problems.prose.doubled"_s);
    QTRY_VERIFY(hasHint());
    m_window->trigger(u"problems.prose"_s);
    QVERIFY(!m_window->settings.checksProse);
    QTRY_VERIFY(!hasHint());
}

BROADSIDE_UI_TEST_MAIN(QuickFixTest)
#include "quick_fix_test.moc"
