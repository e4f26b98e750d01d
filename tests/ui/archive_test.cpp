// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "window_fixture.h"

#include "ui/models/archive_model.h"

#include <QLabel>
#include <QProgressBar>

using namespace Qt::StringLiterals;

class ArchiveTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray post(const QByteArray &date, const QByteArray &title, const QByteArray &tags = "news")
    {
        return ".. post:: " + date + "\n   :tags: " + tags + "\n\n" + title + "\n" + QByteArray(title.size(), '=') +
               "\n\nSome words about it.\n";
    }
    static void writeBlog(const WindowFixture &fixture)
    {
        fixture.write(u"conf.py"_s, "");
        fixture.write(u"one.rst"_s, post("2023-01-02", "The first one", "grants"));
        fixture.write(u"two.rst"_s, post("2024-01-02", "The second one"));
        fixture.write(u"three.rst"_s, post("", "A draft of it"));
    }
    static QStringList rows(const QAbstractItemModel *model, const QModelIndex &parent = {})
    {
        QStringList texts;
        for (int row = 0; row < model->rowCount(parent); ++row)
            texts.append(model->index(row, 0, parent).data().toString());
        return texts;
    }

private Q_SLOTS:
    void showsTheBlogOfTheOpenPost()
    {
        WindowFixture fixture;
        writeBlog(fixture);
        QVERIFY(fixture.open(post("2024-05-06", "The open one")));
        auto *dock = fixture.find<QDockWidget>(u"dock.archive"_s);
        QVERIFY(!dock->isVisible());
        fixture.trigger(u"dock.archive.toggle"_s);
        QVERIFY(dock->isVisible());
        auto *tree = fixture.find<QTreeView>(u"archive.tree"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows(tree->model()), (QStringList{u"Drafts  (1)"_s, u"2024  (2)"_s, u"2023  (1)"_s}),
                                  30'000);
        QCOMPARE(rows(tree->model(), tree->model()->index(1, 0)),
                 (QStringList{u"The open one"_s, u"The second one"_s}));
    }

    void opensAPostByTheKeyboardAlone()
    {
        WindowFixture fixture;
        writeBlog(fixture);
        QVERIFY(fixture.open(post("2024-05-06", "The open one")));
        fixture.trigger(u"dock.archive.toggle"_s);
        auto *search = fixture.find<QLineEdit>(u"archive.search"_s);
        auto *tree = fixture.find<QTreeView>(u"archive.tree"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 3, 30'000);
        QTest::keyClicks(search, u"second wor"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 1, 30'000);
        const auto *model = qobject_cast<const ui::ArchiveModel *>(tree->model());
        QCOMPARE(model->snippetAt(model->index(0, 0)), u"Some words about it."_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(QFileInfo(fixture.postSession()->path()).fileName(), u"two.rst"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 3, 30'000);
    }

    void groupsSortsAndRemembers()
    {
        WindowFixture fixture;
        writeBlog(fixture);
        QVERIFY(fixture.open(post("2024-05-06", "The open one")));
        fixture.trigger(u"dock.archive.toggle"_s);
        auto *tree = fixture.find<QTreeView>(u"archive.tree"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 3, 30'000);
        auto *grouping = fixture.find<QComboBox>(u"archive.grouping"_s);
        grouping->setCurrentIndex(1);
        QCOMPARE(rows(tree->model()), (QStringList{u"news  (3)"_s, u"grants  (1)"_s}));
        grouping->setCurrentIndex(4);
        QVERIFY(!tree->isColumnHidden(ui::ArchiveModel::ProblemsColumn));
        tree->sortByColumn(ui::ArchiveModel::DateColumn, Qt::DescendingOrder);
        QCOMPARE(rows(tree->model()).front(), u"The open one"_s);
        tree->sortByColumn(ui::ArchiveModel::TitleColumn, Qt::AscendingOrder);
        QCOMPARE(rows(tree->model()).back(), u"The second one"_s);
        fixture.window->close();
        QCOMPARE(fixture.settings.archiveState, "4,columns");
        QCOMPARE(fixture.settings.archiveFolder, QFileInfo(fixture.folder.path()).canonicalFilePath());
    }

    void stopsReadingAndGoesOn()
    {
        WindowFixture fixture;
        fixture.write(u"conf.py"_s, "");
        QVERIFY(fixture.open(post("2024-05-06", "The open one")));
        fixture.trigger(u"dock.archive.toggle"_s);
        auto *progress = fixture.find<QProgressBar>(u"archive.progress"_s);
        const auto *tree = fixture.find<QTreeView>(u"archive.tree"_s);
        const auto count = [tree] {
            int posts = 0;
            for (int group = 0; group < tree->model()->rowCount(); ++group)
                posts += tree->model()->rowCount(tree->model()->index(group, 0));
            return posts;
        };
        QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 30'000);
        QVERIFY(!progress->isVisible());
        QVERIFY(fixture.paints()); // what wakes the web engine keeps the window from looking

        constexpr int many = 800;
        const QTemporaryDir others;
        QVERIFY(QDir(others.path()).mkdir(u"many"_s));
        for (int i = 0; i < many; ++i) {
            QFile file(others.filePath(u"many/p%1.rst"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(post("2024-01-02", "One of many") + QByteArray("Some words. ").repeated(5000));
        }
        QVERIFY(QDir().rename(others.filePath(u"many"_s), fixture.folder.filePath(u"many"_s))); // all at once
        const auto *stop = fixture.action(u"archive.stop"_s);
        QTRY_VERIFY_WITH_TIMEOUT(stop->isEnabled(), 30'000);
        QVERIFY(progress->isVisible());
        QVERIFY(progress->maximum() >= many);
        fixture.trigger(u"archive.stop"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!progress->isVisible(), 30'000);
        const auto *status = fixture.find<QLabel>(u"archive.status"_s);
        QVERIFY2(status->text().contains(u"stopped"_s), qPrintable(status->text()));
        QVERIFY(count() < many);
        QVERIFY(!fixture.action(u"archive.stop"_s)->isEnabled());
        fixture.trigger(u"archive.update"_s);
        QTRY_COMPARE_WITH_TIMEOUT(count(), many + 1, 60'000);
        QVERIFY(!status->text().contains(u"stopped"_s));
    }
};

BROADSIDE_UI_TEST_MAIN(ArchiveTest)

#include "archive_test.moc"
