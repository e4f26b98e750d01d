// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/panels/label_field.h"
#include "ui/panels/metadata_form.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

using namespace Qt::StringLiterals;

class MetadataFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<WindowFixture>();
        QVERIFY(m_window->open(aPost));
    }
    void cleanup() { m_window.reset(); }

    void showsWhatTheTextSays();
    void changesOnlyTheDateLine();
    void changesOnlyTheTagsLine();
    void removesALabelByItsChip();
    void makesADraftAndBack();
    void takesADateFromTheCalendar();
    void addsAnOptionThatWasMissing();
    void setsAndTakesAwayAFlag();
    void followsTypingWithoutMovingTheCursor();
    void keepsWhatIsBeingTypedIntoAField();
    void sharesOneUndoStackWithTheText();
    void undoesFromWithinAField();
    void savesWhatIsTypedButNotFinished();
    void leavesTheBlanksOfTheTextAlone();
    void tellsWhatTheDateMeans();
    void understandsWordsForDays();
    void goesByTabFromFieldToField();
    void goesToLabelsByTheArrowKeys();
    void showsLongNamesWhole();
    void makesAPostOfPlainText();
    void folds();

private:
    [[nodiscard]] QString expected(const QString &before, const QString &after) const
    {
        return QString::fromUtf8(aPost).replace(before, after);
    }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = m_window->find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] QLineEdit *tagInput() const
    {
        return m_window->find<ui::LabelField>(u"form.tags"_s)->findChild<QLineEdit *>();
    }

    std::unique_ptr<WindowFixture> m_window;
};

void MetadataFormTest::showsWhatTheTextSays()
{
    QCOMPARE(m_window->find<QLineEdit>(u"form.date"_s)->text(), u"2026-03-02"_s);
    QCOMPARE(m_window->find<ui::LabelField>(u"form.tags"_s)->labels(), (QStringList{u"sprint"_s, u"news"_s}));
    QCOMPARE(m_window->find<ui::LabelField>(u"form.author"_s)->labels(), QStringList{u"Robin Okafor"_s});
    QCOMPARE(m_window->find<ui::LabelField>(u"form.location"_s)->labels(), QStringList{u"Lisbon"_s});
}

void MetadataFormTest::changesOnlyTheDateLine()
{
    type(u"form.date"_s, u"2026-04-01"_s);
    QCOMPARE(m_window->text(), expected(u"2026-03-02"_s, u"2026-04-01"_s));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void MetadataFormTest::changesOnlyTheTagsLine()
{
    QTest::keyClicks(tagInput(), u"grants,"_s);
    QCOMPARE(m_window->text(), expected(u"sprint, news"_s, u"sprint, news, grants"_s));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QVERIFY(m_window->settles());
    QCOMPARE(m_window->find<ui::LabelField>(u"form.tags"_s)->labels(), (QStringList{u"sprint"_s, u"news"_s}));
}

void MetadataFormTest::removesALabelByItsChip()
{
    for (auto *chip : m_window->find<ui::LabelField>(u"form.tags"_s)->findChildren<QAbstractButton *>()) {
        if (chip->text() == u"sprint"_s)
            chip->click();
    }
    QCOMPARE(m_window->text(), expected(u"sprint, news"_s, u"news"_s));
}

void MetadataFormTest::makesADraftAndBack()
{
    auto *draft = m_window->find<QCheckBox>(u"form.draft"_s);
    draft->click();
    QVERIFY(!m_window->text().contains(u"2026-03-02"_s));
    QVERIFY(m_window->settles());
    QVERIFY(m_window->find<QLabel>(u"form.meaning"_s)->text().contains(u"draft"_s, Qt::CaseInsensitive));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    QVERIFY(m_window->settles());
    QVERIFY(!draft->isChecked());
}

void MetadataFormTest::takesADateFromTheCalendar()
{
    auto *calendar = m_window->find<QCalendarWidget>(u"form.calendarDays"_s);
    QCOMPARE(calendar->selectedDate(), QDate(2026, 3, 2));
    Q_EMIT calendar->clicked(QDate(2026, 12, 24));
    QCOMPARE(m_window->text(), expected(u"2026-03-02"_s, u"2026-12-24"_s));
}

void MetadataFormTest::addsAnOptionThatWasMissing()
{
    type(u"form.excerpt"_s, u"2"_s);
    QVERIFY(m_window->text().contains(u"   :excerpt: 2\n"_s));
    QString without = m_window->text();
    QCOMPARE(without.remove(u"   :excerpt: 2\n"_s).toUtf8(), aPost);
}

void MetadataFormTest::setsAndTakesAwayAFlag()
{
    m_window->find<QPushButton>(u"form.more"_s)->click();
    auto *flag = m_window->find<QCheckBox>(u"form.nocomments"_s);
    flag->click();
    QVERIFY(m_window->text().contains(u":nocomments:\n"_s));
    flag->click();
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void MetadataFormTest::followsTypingWithoutMovingTheCursor()
{
    m_window->goTo(u", news"_s);
    const int before = m_window->editor()->textCursor().position();
    QTest::keyClicks(m_window->editor(), u"s"_s);
    QVERIFY(m_window->settles());
    QCOMPARE(m_window->find<ui::LabelField>(u"form.tags"_s)->labels(), (QStringList{u"sprints"_s, u"news"_s}));
    QCOMPARE(m_window->editor()->textCursor().position(), before + 1);
}

void MetadataFormTest::keepsWhatIsBeingTypedIntoAField()
{
    m_window->window->activateWindow();
    auto *excerpt = m_window->find<QLineEdit>(u"form.excerpt"_s);
    excerpt->setFocus();
    QTRY_VERIFY(excerpt->hasFocus());
    QTest::keyClicks(excerpt, u"3"_s);
    m_window->editor()->change(m_window->text().replace(u"news"_s, u"old"_s)); // while the field is open
    QVERIFY(m_window->settles());
    QCOMPARE(excerpt->text(), u"3"_s);
}

void MetadataFormTest::sharesOneUndoStackWithTheText()
{
    m_window->goTo(u"The first"_s);
    QTest::keyClicks(m_window->editor(), u"A"_s);
    type(u"form.date"_s, u"2026-04-01"_s);
    QTest::keyClicks(tagInput(), u"grants,"_s);
    const QString all = m_window->text();
    m_window->trigger(u"edit.undo"_s);
    QVERIFY(!m_window->text().contains(u"grants"_s));
    QVERIFY(m_window->text().contains(u"2026-04-01"_s));
    m_window->trigger(u"edit.undo"_s);
    QVERIFY(m_window->text().contains(u"2026-03-02"_s));
    m_window->trigger(u"edit.undo"_s);
    QCOMPARE(m_window->text().toUtf8(), aPost);
    for (int i = 0; i < 3; ++i)
        m_window->trigger(u"edit.redo"_s);
    QCOMPARE(m_window->text(), all);
}

void MetadataFormTest::undoesFromWithinAField()
{
    m_window->window->activateWindow();
    type(u"form.excerpt"_s, u"2"_s);
    QTest::keyClick(m_window->find<QLineEdit>(u"form.excerpt"_s), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->text().toUtf8(), aPost);
}

void MetadataFormTest::savesWhatIsTypedButNotFinished()
{
    QTest::keyClicks(m_window->find<QLineEdit>(u"form.excerpt"_s), u"2"_s);
    m_window->trigger(u"file.save"_s);
    QVERIFY(WindowFixture::read(m_window->folder.filePath(u"post.rst"_s)).contains(":excerpt: 2"));
}

void MetadataFormTest::leavesTheBlanksOfTheTextAlone()
{
    const QByteArray bytes = ".. post:: March  2,  2026\n   :title: The  doors\n   :redirect: a,   b\n\nTitle\n=====\n";
    QVERIFY(m_window->open(bytes));
    QTest::keyClicks(m_window->editor(), u" "_s);
    m_window->editor()->undo();
    QVERIFY(m_window->settles());
    m_window->trigger(u"file.save"_s);
    QCOMPARE(WindowFixture::read(m_window->postSession()->path()), bytes);
    QVERIFY(!m_window->window->isWindowModified());
}

void MetadataFormTest::tellsWhatTheDateMeans()
{
    auto *meaning = m_window->find<QLabel>(u"form.meaning"_s);
    const int placeOfTags = m_window->find<ui::LabelField>(u"form.tags"_s)->y();
    type(u"form.date"_s, u"2999-01-01"_s);
    QVERIFY(m_window->settles());
    QVERIFY2(meaning->text().contains(u"Hidden until"_s), qPrintable(meaning->text()));
    QVERIFY(meaning->accessibleName().contains(QString::fromUtf8(QTimeZone::systemTimeZoneId())));
    QVERIFY(meaning->text() == meaning->accessibleName() || meaning->toolTip() == meaning->accessibleName());
    QCOMPARE(m_window->find<ui::LabelField>(u"form.tags"_s)->y(), placeOfTags); // in one line, however much it says
    type(u"form.date"_s, u"soon"_s);
    QVERIFY(m_window->settles());
    QVERIFY2(meaning->text().contains(u"stops"_s), qPrintable(meaning->text()));
}

void MetadataFormTest::understandsWordsForDays()
{
    auto *field = m_window->find<QLineEdit>(u"form.date"_s);
    const QDate tomorrow = QDate::currentDate().addDays(1);
    const auto *meaning = m_window->find<QLabel>(u"form.meaning"_s);
    const QString before = meaning->text();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"tomorro"_s);
    QCOMPARE(meaning->text(), before);
    QTest::keyClicks(field, u"w"_s); // said before it is taken over
    QVERIFY2(meaning->text().contains(QLocale().toString(tomorrow, QLocale::LongFormat)), qPrintable(meaning->text()));
    type(u"form.date"_s, u"tomorrow"_s);
    QCOMPARE(field->text(), tomorrow.toString(Qt::ISODate));
    QCOMPARE(m_window->text(), expected(u"2026-03-02"_s, tomorrow.toString(Qt::ISODate)));
    // As the blog writes its dates, where it says how.
    m_window->trigger(u"file.save"_s);
    m_window->write(u"conf.py"_s, "post_date_format = '%d.%m.%Y'\n");
    QVERIFY(m_window->open(aPost, u"other.rst"_s));
    type(u"form.date"_s, u"in two weeks"_s);
    QCOMPARE(field->text(), QDate::currentDate().addDays(14).toString(u"dd.MM.yyyy"_s));
    type(u"form.date"_s, u"some day"_s);
    QCOMPARE(field->text(), u"some day"_s); // and that is a problem, as before
}

void MetadataFormTest::goesByTabFromFieldToField()
{
    m_window->window->activateWindow();
    QTest::keyClicks(tagInput(), u"grants,"_s); // which makes chips anew
    QVERIFY(m_window->settles());
    tagInput()->setFocus();
    QTRY_VERIFY(tagInput()->hasFocus());
    QStringList passed;
    const auto press = [&passed](Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        passed.append(QApplication::focusWidget()->accessibleName());
    };
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Tab);
    QCOMPARE(passed, (QStringList{u"Author"_s, u"Location"_s, u"Language"_s, u"Category"_s}));
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Backtab);
    QCOMPARE(passed.last(), u"Tags"_s);
}

void MetadataFormTest::goesToLabelsByTheArrowKeys()
{
    m_window->window->activateWindow();
    tagInput()->setFocus();
    QTRY_VERIFY(tagInput()->hasFocus());
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    const auto label = [] {
        const auto *chip = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        return chip ? chip->text() : QString();
    };
    press(Qt::Key_Left);
    QCOMPARE(label(), u"news"_s);
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    QCOMPARE(label(), u"sprint"_s);
    press(Qt::Key_Right);
    QCOMPARE(label(), u"news"_s);
    press(Qt::Key_Right);
    QVERIFY(tagInput()->hasFocus());
    press(Qt::Key_Left);
    press(Qt::Key_Home);
    press(Qt::Key_Delete);
    QCOMPARE(m_window->text(), expected(u"sprint, news"_s, u"news"_s));
    QVERIFY(tagInput()->hasFocus());
}

void MetadataFormTest::showsLongNamesWhole()
{
    const QByteArray name = "Working Group for Elections of the Foundation";
    m_window->window->resize(1280, 800);
    QVERIFY(m_window->open(QByteArray(aPost).replace("Robin Okafor", name)));
    QCoreApplication::processEvents();
    const auto chips = m_window->find<ui::LabelField>(u"form.author"_s)->findChildren<QAbstractButton *>();
    const auto chip = std::ranges::find_if(
        chips, [&](const QAbstractButton *one) { return one->isVisible() && one->text() == QString::fromUtf8(name); });
    QVERIFY(chip != chips.end());
    QVERIFY2((*chip)->width() >= (*chip)->sizeHint().width(), "it is cut");
    QVERIFY((*chip)->toolTip().contains(QString::fromUtf8(name)));
}

void MetadataFormTest::makesAPostOfPlainText()
{
    QVERIFY(m_window->open("Title\n=====\n\nText.\n", u"plain.rst"_s));
    auto *make = m_window->find<QPushButton>(u"form.make"_s);
    QTRY_VERIFY(!make->isHidden());
    make->click();
    QVERIFY2(m_window->text().startsWith(u".. post::"_s), qPrintable(m_window->text()));
    QVERIFY(m_window->settles());
    QTRY_VERIFY(make->isHidden());
}

void MetadataFormTest::folds()
{
    auto *field = m_window->find<QLineEdit>(u"form.date"_s);
    QVERIFY(field->isVisible());
    m_window->trigger(u"form.expand"_s);
    QVERIFY(!field->isVisible());
    QVERIFY(m_window->find<QLabel>(u"form.summary"_s)->text().contains(u"Robin Okafor"_s));
}

BROADSIDE_UI_TEST_MAIN(MetadataFormTest)
#include "metadata_form_test.moc"
