// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/dialogs/history_dialog.h"

using namespace Qt::StringLiterals;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<WindowFixture>(); }
    void cleanup() { m_window.reset(); }

    void bringsBackAFormerState();
    void goesOnUnderAnotherName();
    void beginsWhereTheStatesDiffer();
    void saysThatThereIsNone();

private:
    /// The occasions of the states that the history shows, the latest first.
    [[nodiscard]] QStringList states() const
    {
        m_window->trigger(u"file.history"_s);
        auto *dialog = m_window->find<ui::HistoryDialog>(u"historyDialog"_s);
        const auto *times = dialog->findChild<QListWidget *>(u"history.times"_s);
        QStringList states;
        for (int row = 0; times && row < times->count(); ++row)
            states.append(times->item(row)->text());
        dialog->reject();
        if (!QTest::qWaitFor([this] { return !m_window->window->findChild<QDialog *>(u"historyDialog"_s); }))
            qFatal("The dialog stays.");
        return states;
    }

    std::unique_ptr<WindowFixture> m_window;
};

void HistoryTest::bringsBackAFormerState()
{
    QVERIFY(m_window->open(aPost));
    for (const QString &word : {u"First "_s, u"Second "_s}) {
        m_window->goTo(u"says what"_s);
        QTest::keyClicks(m_window->editor(), word);
        m_window->trigger(u"file.save"_s);
        QTest::qWait(5); // states are told apart by the time
    }
    const QString present = m_window->text();
    m_window->trigger(u"file.history"_s);
    auto *dialog = m_window->find<ui::HistoryDialog>(u"historyDialog"_s);
    auto *times = dialog->findChild<QListWidget *>(u"history.times"_s);
    QCOMPARE(times->count(), 3);
    QVERIFY(times->item(2)->text().contains(u"as it was opened"_s));
    auto *restore = dialog->findChild<QPushButton *>(u"history.restore"_s);
    QVERIFY(!restore->isEnabled()); // the latest state is the present one
    times->setCurrentRow(2);
    auto *difference = dialog->findChild<QPlainTextEdit *>(u"compare.text"_s);
    QTRY_VERIFY(difference->toPlainText().contains(u"+The first paragraph First Second says"_s));
    auto *page = dialog->findChild<ui::PreviewView *>(u"compare.page"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->paintedRevision() == 2, 60'000);
    std::optional<QString> marked;
    page->webPage()->runJavaScript(u"[...document.querySelectorAll('.difference')].map(e => e.innerText).join('|')"_s,
                                   ui::PreviewView::scriptWorld,
                                   [&marked](const QVariant &value) { marked = value.toString(); });
    QTRY_VERIFY(marked.has_value());
    QCOMPARE(marked->count(u'|'), 1); // the paragraph that is gone, and the one that is new
    QVERIFY2(marked->contains(u"First Second"_s), qPrintable(*marked));
    restore->click();
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QVERIFY(m_window->editor()->document()->isModified());
    m_window->trigger(u"edit.undo"_s); // one step
    QCOMPARE(m_window->text(), present);
}

void HistoryTest::goesOnUnderAnotherName()
{
    QVERIFY(m_window->open(aPost));
    m_window->goTo(u"says what"_s);
    QTest::keyClicks(m_window->editor(), u"First "_s);
    m_window->trigger(u"file.saveAs"_s);
    m_window->saveUnder(u"other.rst"_s);
    const QStringList states = HistoryTest::states();
    QCOMPARE(states.size(), 2);
    QVERIFY2(states.at(1).contains(u"as it was opened"_s), qPrintable(states.join(u'|')));
    m_window->window->openFile(m_window->folder.filePath(u"post.rst"_s)); // which is still there, as it was
    QCOMPARE(HistoryTest::states().size(), 1);
}

void HistoryTest::beginsWhereTheStatesDiffer()
{
    QByteArray text = aPost;
    for (int paragraph = 0; paragraph < 80; ++paragraph)
        text += "\nParagraph " + QByteArray::number(paragraph) + " has some words.\n";
    QVERIFY(m_window->open(text));
    m_window->goTo(u"Paragraph 60"_s);
    QTest::keyClicks(m_window->editor(), u"The "_s);
    m_window->trigger(u"file.save"_s);
    m_window->trigger(u"file.history"_s);
    auto *dialog = m_window->find<ui::HistoryDialog>(u"historyDialog"_s);
    dialog->findChild<QListWidget *>(u"history.times"_s)->setCurrentRow(1);
    auto *page = dialog->findChild<ui::PreviewView *>(u"compare.page"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page->paintedRevision() == 2, 60'000);
    const auto isSeen = [page] {
        std::optional<bool> seen;
        page->webPage()->runJavaScript(
            u"(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('.difference').getBoundingClientRect())"_s,
            ui::PreviewView::scriptWorld, [&seen](const QVariant &value) { seen = value.toBool(); });
        return QTest::qWaitFor([&seen] { return seen.has_value(); }) && *seen;
    };
    QTRY_VERIFY(isSeen());
}

void HistoryTest::saysThatThereIsNone()
{
    m_window->trigger(u"file.new"_s);
    m_window->trigger(u"file.history"_s);
    auto *dialog = m_window->find<ui::HistoryDialog>(u"historyDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"history.sentence"_s)->text().contains(u"no history yet"_s));
    dialog->reject();
}

BROADSIDE_UI_TEST_MAIN(HistoryTest)
#include "history_test.moc"
