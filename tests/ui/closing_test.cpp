// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include <random>

using namespace Qt::StringLiterals;

/// A window may be closed at any moment: while the web engine wakes, while a post is rendered, journalled or compared.
class ClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesAtAnyMoment();
};

void ClosingTest::closesAtAnyMoment()
{
    std::mt19937 random(3);
    const QByteArray longPost =
        QByteArray(aPost) + QByteArray("A paragraph with *emphasis* and ``text``.\n\n").repeated(3000);
    for (int i = 0; i < 14; ++i) {
        WindowFixture fixture;
        fixture.window->openFile(fixture.write(u"post.rst"_s, i % 2 ? longPost : aPost));
        if (i % 3 == 1)
            QTest::keyClicks(fixture.editor(), u"typed and never saved"_s);
        if (i % 5 == 2)
            fixture.trigger(u"file.history"_s);
        if (i % 7 == 3)
            fixture.trigger(u"post.repair"_s);
        QTest::qWait(i == 0 ? 0 : int(random() % 700));
        fixture.editor()->document()->setModified(false); // the question is another test's
        QVERIFY(fixture.window->close());
        fixture.window.reset(new ui::MainWindow(&fixture.settings)); // and another one may follow
    }
}

BROADSIDE_UI_TEST_MAIN(ClosingTest)
#include "closing_test.moc"
