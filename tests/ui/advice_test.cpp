// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/blog_choice.h"
#include "ui/models/problems_model.h"
#include "ui/panels/label_field.h"

#include <QCompleter>
#include <QLabel>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

class AdviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        m_window->window->resize(2400, 800); // the line of advice has room for what is looked for
        m_window->write(u"conf.py"_s, "blog_authors = {'robin': ('Robin Okafor', 'https://example.org/robin')}\n");
        m_window->write(u"one.rst"_s, post("2023-01-02", "Community report, January 2023", "grants, news"));
        m_window->write(u"two.rst"_s, post("2023-02-02", "Community report, February 2023", "grants"));
        m_window->write(u"three.rst"_s, post("2024-01-02", "The doors open", "news"));
    }
    void cleanup() { m_window.reset(); }

    void offersNamesWithTheNumberOfTheirPosts();
    void writesANameAsTheOtherPostsDo();
    void knowsAuthorsByTheirKeys();
    void tellsInTheListOfProblemsWhatIsTaken();
    void leadsToTheOthersOfTheSeries();
    void saysNothingOfAPostElsewhere();
    void advisesANewPostOfTheChosenBlog();
    void staysInOneLine();
    void warnsOfAnExcerptThatOtherPostsHave();
    void takesTheRowThatIsChosen();

private:
    static QByteArray post(const QByteArray &date, const QByteArray &title, const QByteArray &tags,
                           const QByteArray &author = "robin")
    {
        return ".. post:: " + date + "\n   :tags: " + tags + "\n   :author: " + author + "\n\n" + title + "\n" +
               QByteArray(title.size(), '=') + "\n\nSome words about it.\n";
    }
    [[nodiscard]] QLabel *advice() const { return m_window->find<QLabel>(u"form.advice"_s); }
    [[nodiscard]] QStringList problems() const
    {
        QStringList texts;
        for (const session::Problem &problem : m_window->postSession()->rendering()->problems)
            texts.append(problem.plain);
        return texts;
    }
    /// Goes through the links by the keyboard, and follows the first whose words are these.
    void follow(const QString &words) const
    {
        if (!m_window->settles()) // what is advised of an older text is not done
            qFatal("The post does not settle.");
        const QString html = advice()->text();
        const qsizetype wanted = html.left(html.indexOf(u'>' + words + u'<')).count(u"<a "_s);
        m_window->window->activateWindow();
        advice()->setFocus();
        if (!QTest::qWaitFor([this] { return advice()->hasFocus(); }))
            qFatal("The advice has no focus.");
        for (qsizetype i = 0; i < wanted; ++i)
            QTest::keyClick(advice(), Qt::Key_Tab);
        QTest::keyClick(advice(), Qt::Key_Return);
    }

    std::unique_ptr<WindowFixture> m_window;
};

void AdviceTest::offersNamesWithTheNumberOfTheirPosts()
{
    QVERIFY(m_window->open(post("2024-05-06", "Another one", "news")));
    auto *input = m_window->find<ui::LabelField>(u"form.tags"_s)->findChild<QLineEdit *>();
    const auto offered = [input] {
        QStringList rows;
        const QAbstractItemModel *model = input->completer() ? input->completer()->model() : nullptr;
        for (int row = 0; model && row < model->rowCount(); ++row)
            rows.append(model->index(row, 0).data().toString());
        return rows;
    };
    QTRY_COMPARE_WITH_TIMEOUT(offered(), (QStringList{u"news  (3)"_s, u"grants  (2)"_s}), 30'000);
    // Taken without its number.
    input->setFocus();
    QTest::keyClicks(input, u"gra"_s);
    QTRY_VERIFY(input->completer()->popup()->isVisible());
    const QAbstractItemView *popup = input->completer()->popup();
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, popup->visualRect(popup->model()->index(0, 0)).center());
    QTRY_VERIFY(m_window->text().contains(u":tags: news, grants\n"_s));
}

void AdviceTest::writesANameAsTheOtherPostsDo()
{
    const QByteArray written = post("2024-05-06", "Another one", "Grant");
    QVERIFY(m_window->open(written));
    QTRY_VERIFY_WITH_TIMEOUT(!advice()->text().isEmpty(), 30'000);
    QVERIFY2(advice()->text().contains(u"“Grant” is written “grants” in 2 other posts."_s),
             qPrintable(advice()->text()));
    follow(u"Write “grants”"_s);
    QCOMPARE(m_window->text(), QString::fromUtf8(QByteArray(written).replace("Grant", "grants")));
    QTRY_VERIFY(!advice()->text().contains(u"is written"_s));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), written);
}

void AdviceTest::knowsAuthorsByTheirKeys()
{
    QVERIFY(m_window->open(post("2024-05-06", "Another one", "news", "Robin Okafor")));
    QTRY_VERIFY_WITH_TIMEOUT(advice()->text().contains(u"conf.py knows “Robin Okafor” as “robin”"_s), 30'000);
    follow(u"Write “robin”"_s);
    QVERIFY(m_window->text().contains(u":author: robin\n"_s));
}

void AdviceTest::tellsInTheListOfProblemsWhatIsTaken()
{
    QVERIFY(m_window->open(post("2024-05-06", "The doors open", "news")));
    const QString sentence = u"three.rst has the same title; readers cannot tell the two apart in lists."_s;
    QTRY_VERIFY_WITH_TIMEOUT(problems().contains(sentence), 30'000);
    QVERIFY(advice()->text().contains(sentence));
    follow(u"Show it"_s);
    QCOMPARE(m_window->window->focusWidget(), m_window->editor());
    QCOMPARE(m_window->editor()->textCursor().selectedText(), u"The doors open"_s);
    // It goes when the title does.
    QTest::keyClicks(m_window->editor(), u"The gates open"_s);
    QTRY_VERIFY(!advice()->text().contains(sentence));
}

void AdviceTest::leadsToTheOthersOfTheSeries()
{
    QVERIFY(m_window->open(post("2023-01-20", "Community report, January 2023, part two", "grants"), u"between.rst"_s));
    QTRY_VERIFY_WITH_TIMEOUT(advice()->text().contains(u"in its series"_s), 30'000);
    QVERIFY2(advice()->text().contains(u"After it"_s), qPrintable(advice()->text()));
    follow(u"Community report, January 2023"_s);
    QCOMPARE(QFileInfo(m_window->postSession()->path()).fileName(), u"one.rst"_s);
}

void AdviceTest::saysNothingOfAPostElsewhere()
{
    QVERIFY(m_window->open(post("2024-05-06", "Another one", "Grant")));
    QTRY_VERIFY_WITH_TIMEOUT(!advice()->text().isEmpty(), 30'000);
    const QTemporaryDir other;
    QFile file(other.filePath(u"post.rst"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(post("2024-05-06", "Another one", "Grant"));
    file.close();
    m_window->window->openFile(file.fileName());
    QVERIFY(m_window->settles());
    QCOMPARE(advice()->text(), QString());
    QVERIFY(!problems().join(u'\n').contains(u"is written"_s));
}

void AdviceTest::advisesANewPostOfTheChosenBlog()
{
    m_window->settings.blogFolder = m_window->folder.path();
    m_window->trigger(u"file.new"_s);
    QVERIFY(m_window->settles());
    m_window->editor()->replace(
        {{{0, int(m_window->text().size())}, QString::fromUtf8(post("2024-05-06", "The doors open", "Grant"))}});
    QTRY_VERIFY_WITH_TIMEOUT(advice()->text().contains(u"“Grant” is written “grants”"_s), 30'000);
    QVERIFY(advice()->toolTip().contains(u"three.rst has the same title"_s));
}

void AdviceTest::staysInOneLine()
{
    QVERIFY(m_window->open(post("2024-05-06", "Another one", "other")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->window->findChildren<QLabel *>(u"form.advice"_s).isEmpty(), 30'000);
    const int before = m_window->editor()->mapTo(m_window->window.get(), QPoint()).y();
    m_window->editor()->change(QString::fromUtf8(post("2024-05-06", "The doors open", "Grant")));
    QTRY_VERIFY_WITH_TIMEOUT(advice()->toolTip().count(u'\n') >= 1, 30'000);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->editor()->mapTo(m_window->window.get(), QPoint()).y(), before);
    // In a narrow window the words give way, not the link.
    m_window->window->resize(700, 600);
    QTRY_VERIFY2(advice()->text().contains(u"…"_s), qPrintable(advice()->text()));
    QVERIFY(advice()->text().contains(u">Write “grants”</a>"_s) || advice()->text().contains(u">Show it</a>"_s));
    QVERIFY(advice()->fontMetrics().horizontalAdvance(
                QTextDocumentFragment::fromHtml(advice()->text()).toPlainText()) <= advice()->contentsRect().width());
}

void AdviceTest::warnsOfAnExcerptThatOtherPostsHave()
{
    QVERIFY(m_window->open(post("2024-05-06", "Another one", "Grant")));
    QTRY_VERIFY_WITH_TIMEOUT(!advice()->text().isEmpty(), 30'000);
    const auto excerptChecks = [this] {
        m_window->trigger(u"file.export"_s);
        auto *dialog = m_window->find<QDialog>(u"exportDialog"_s);
        auto *list = dialog->findChild<QListWidget *>(u"export.checks"_s);
        QStringList texts;
        (void)QTest::qWaitFor([list] { return list->count() > 0; }, 20'000);
        for (int row = 0; row < list->count(); ++row)
            texts.append(list->item(row)->data(Qt::AccessibleTextRole).toString());
        delete dialog;
        return texts.filter(u"xcerpt"_s).join(u'\n');
    };
    const QString same = excerptChecks();
    QVERIFY2(same.contains(u"3 other posts have the same excerpt"_s), qPrintable(same));
    QVERIFY2(!same.contains(u"good"_s) || same.contains(u"not good"_s), qPrintable(same));
    m_window->editor()->change(m_window->text().replace(u"Some words"_s, u"Other words"_s));
    QVERIFY(m_window->settles());
    QCOMPARE(excerptChecks(), u"good: The excerpt has 21 characters."_s);
}

void AdviceTest::takesTheRowThatIsChosen()
{
    QVERIFY(m_window->open(post("2024-05-06", "Another one", "old")));
    auto *field = m_window->find<ui::LabelField>(u"form.tags"_s);
    auto *input = field->findChild<QLineEdit *>();
    QTRY_VERIFY_WITH_TIMEOUT(input->completer() && input->completer()->model()->rowCount() == 3, 30'000);
    m_window->window->activateWindow();
    input->setFocus();
    QTRY_VERIFY(input->hasFocus());
    QTest::keyClicks(input, u"gra"_s);
    QAbstractItemView *popup = input->completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Return); // none is chosen
    QCOMPARE(field->labels(), (QStringList{u"old"_s, u"gra"_s}));
    QTest::keyClicks(input, u"ne"_s);
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTest::qWait(50); // the completer tells again, later
    QCOMPARE(field->labels(), (QStringList{u"old"_s, u"gra"_s, u"news"_s}));
    QVERIFY(input->text().isEmpty());
}

BROADSIDE_UI_TEST_MAIN(AdviceTest)
#include "advice_test.moc"
