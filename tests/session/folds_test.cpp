// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/folds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class FoldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSections();
    void findsDirectives();
    void leavesWhatIsOneLine();
};

void FoldsTest::findsSections()
{
    const QString text = u"Title\n=====\n\nText\n\nPart\n----\n\nMore\n\n\nLast\n----\n\nEnd\n"_s;
    QCOMPARE(foldsOf(text), (std::vector<Fold>{{0, 14}, {5, 8}, {11, 14}}));
}

void FoldsTest::findsDirectives()
{
    const QString text =
        u".. post:: 2026-03-02\n   :tags: a\n   :author: b\n\nText\n\n.. note::\n\n   One\n\n"
        u"   .. figure:: a.png\n      :alt: a\n\n      Caption\n\nText\n\n.. |x| image:: b.png\n   :alt: b\n"_s;
    QCOMPARE(foldsOf(text), (std::vector<Fold>{{0, 2}, {6, 13}, {10, 13}, {17, 18}}));
}

void FoldsTest::leavesWhatIsOneLine()
{
    QCOMPARE(foldsOf(u".. image:: a.png\n\nText\n\n.. contents::\n"_s), std::vector<Fold>());
    QCOMPARE(foldsOf(u"Title\n=====\n"_s), std::vector<Fold>());
    QCOMPARE(foldsOf(QString()), std::vector<Fold>());
}

QTEST_APPLESS_MAIN(FoldsTest)
#include "folds_test.moc"
