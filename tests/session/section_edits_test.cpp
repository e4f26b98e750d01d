// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/section_edits.h"

#include "selected_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class SectionEditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSections();
    void movesSections_data();
    void movesSections();
    void shiftsSections_data();
    void shiftsSections();
};

void SectionEditsTest::findsSections()
{
    const QString text =
        u"T\n==\n\nA\n--\n\nx\n\n======\n Over\n======\n\n.. note::\n\n   B\n   --\n\n----\n\nC\n--\n"_s;
    const std::vector<TextSection> sections = sectionsOf(text);
    QCOMPARE(sections.size(), 4u);
    QCOMPARE(sections[1].level, 2);
    QCOMPARE(sections[2].level, 3);
    QVERIFY(sections[2].hasOverline);
    QCOMPARE(sections[3].level, 2);
    QCOMPARE(sections[1].end, sections[3].heading.begin);
    QCOMPARE(sections[0].end, int(text.size()));
    QVERIFY(sectionsOf({}).empty());
}

void SectionEditsTest::movesSections_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("isUp");
    QTest::addColumn<QString>("after");
    QTest::newRow("down") << u"T\n==\n\nA[]a\n---\n\nx\n\nB\n--\n\ny\n"_s << false
                          << u"T\n==\n\nB\n--\n\ny\n\nA[]a\n---\n\nx\n"_s;
    QTest::newRow("up with what is below it")
        << u"T\n==\n\nA\n--\n\nB\n--\n\nC\n~~\n\nx[]\n"_s << true << u"T\n==\n\nA\n--\n\nB\n--\n\nC\n~~\n\nx[]\n"_s;
    QTest::newRow("up") << u"A\n--\n\nB[]\n--\n\nC\n~~\n\nx\n\n\nD\n--\n"_s << true
                        << u"B[]\n--\n\nC\n~~\n\nx\n\nA\n--\n\n\nD\n--\n"_s;
    QTest::newRow("the first stays") << u"T\n==\n\nA[]\n--\n\nB\n--\n"_s << true << u"T\n==\n\nA[]\n--\n\nB\n--\n"_s;
    QTest::newRow("no section") << u"words[]\n"_s << false << u"words[]\n"_s;
}

void SectionEditsTest::movesSections()
{
    QFETCH(const QString, before);
    QFETCH(const bool, isUp);
    QFETCH(const QString, after);
    const Selected text(before);
    MarkupEdit edit = movedSection(text.text, text.range.begin, isUp ? Move::Up : Move::Down);
    if (edit.changes.empty())
        edit.selection = text.range;
    QCOMPARE(marked(text.text, edit), after);
}

void SectionEditsTest::shiftsSections_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("isPromoted");
    QTest::addColumn<QString>("after");
    QTest::newRow("demote") << u"T\n==\n\nA\n--\n\nB[]b\n---\n"_s << false << u"T\n==\n\nA\n--\n\n[]Bb\n~~\n"_s;
    QTest::newRow("with its subtree") << u"T\n##\n\nA\n**\n\nB[]\n**\n\nC\n//\n\nx\n"_s << false
                                      << u"T\n##\n\nA\n**\n\n[]B\n//\n\nC\n==\n\nx\n"_s;
    QTest::newRow("promote, in the text below")
        << u"T\n==\n\nA\n--\n\nB\n~~\n\nC\n^^\n\nx[]x\n"_s << true << u"T\n==\n\nA\n--\n\nB\n~~\n\nC\n~~\n\nx[]x\n"_s;
    QTest::newRow("wide title, overlined")
        << u"T\n==\n\n日本\n----\n\n====\n日[]本\n====\n"_s << true << u"T\n==\n\n日本\n----\n\n[]日本\n----\n"_s;
    QTest::newRow("no gap between levels") << u"T\n==\n\nA[]\n--\n"_s << false << u"T\n==\n\nA[]\n--\n"_s;
    QTest::newRow("one title") << u"T\n==\n\nA[]\n--\n"_s << true << u"T\n==\n\nA[]\n--\n"_s;
}

void SectionEditsTest::shiftsSections()
{
    QFETCH(const QString, before);
    QFETCH(const bool, isPromoted);
    QFETCH(const QString, after);
    const Selected text(before);
    MarkupEdit edit = shiftedSection(text.text, text.range.begin, isPromoted ? Shift::Promote : Shift::Demote);
    if (edit.changes.empty())
        edit.selection = text.range;
    QCOMPARE(marked(text.text, edit), after);
}

QTEST_APPLESS_MAIN(SectionEditsTest)
#include "section_edits_test.moc"
