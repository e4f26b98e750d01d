// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/settings_keeper.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace session;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBack();
    void areKeptSoonAfterAChange();
    void fallBackToDefaultsWhereTheFileIsNonsense();
    void recentPostsStandOnceNewestFirst();

private:
    QTemporaryDir m_folder;
};

void SettingsTest::areKeptSoonAfterAChange()
{
    const QString path = m_folder.filePath(u"kept.ini"_s);
    Settings settings;
    QSettings store(path, QSettings::IniFormat);
    const SettingsKeeper keeper(&settings, &store, std::chrono::milliseconds(5));
    settings.blogFolder = u"/blog"_s;
    QTRY_COMPARE(loadSettings(QSettings(path, QSettings::IniFormat)).blogFolder, u"/blog"_s);
    QVERIFY(QFile::remove(path));
    QTest::qWait(50);
    QVERIFY(!QFile::exists(path)); // nothing has changed since
}

void SettingsTest::comeBack()
{
    Settings settings;
    settings.colourScheme = ColourScheme::Dark;
    settings.viewMode = ViewMode::Text;
    settings.wrapsLines = false;
    settings.editorZoom = 3;
    settings.previewZoom = 1.25;
    settings.lastFolder = u"/somewhere"_s;
    settings.recentPosts = {
        {u"/a.rst"_s, u"A, with comma"_s, QDateTime({2026, 3, 4}, {5, 6, 7}, QTimeZone::UTC), u"posts/a"_s}};
    settings.isFocused = true;
    settings.restoresSession = false;
    settings.blogFolder = u"/blog"_s;
    settings.openPosts = {{u"/a, b.rst"_s, 17}, {u"/c.rst"_s, 0}};
    settings.shortcuts = {{u"edit.find"_s, u"Ctrl+,; F4"_s}, {u"file.quit"_s, QString()}};
    {
        QSettings store(m_folder.filePath(u"a.ini"_s), QSettings::IniFormat);
        saveSettings(settings, store);
    }
    const Settings loaded = loadSettings(QSettings(m_folder.filePath(u"a.ini"_s), QSettings::IniFormat));
    QCOMPARE(loaded.colourScheme, settings.colourScheme);
    QCOMPARE(loaded.viewMode, settings.viewMode);
    QCOMPARE(loaded.wrapsLines, settings.wrapsLines);
    QCOMPARE(loaded.editorZoom, settings.editorZoom);
    QCOMPARE(loaded.previewZoom, settings.previewZoom);
    QCOMPARE(loaded.lastFolder, settings.lastFolder);
    QCOMPARE(loaded.recentPosts, settings.recentPosts);
    QVERIFY(loaded.isFocused && !loaded.restoresSession);
    QCOMPARE(loaded.blogFolder, settings.blogFolder);
    QCOMPARE(loaded.openPosts, settings.openPosts);
    QCOMPARE(loaded.shortcuts, settings.shortcuts);
}

void SettingsTest::fallBackToDefaultsWhereTheFileIsNonsense()
{
    QFile file(m_folder.filePath(u"b.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[view]\ncolourScheme=77\nmode=blue\n[editor]\nzoom=9999\n[files]\nrecent=gibberish\n");
    file.close();
    const Settings loaded = loadSettings(QSettings(file.fileName(), QSettings::IniFormat));
    QCOMPARE(loaded.colourScheme, ColourScheme::System);
    QCOMPARE(loaded.editorZoom, 30);
    QVERIFY(loaded.recentPosts.isEmpty());
}

void SettingsTest::recentPostsStandOnceNewestFirst()
{
    QList<RecentPost> posts;
    for (int i = 0; i < 20; ++i)
        remember(posts, {u"/%1.rst"_s.arg(i), {}, {}});
    remember(posts, {u"/15.rst"_s, u"again"_s, {}});
    QCOMPARE(posts.size(), mostRecentPosts);
    QCOMPARE(posts.first().title, u"again"_s);
    QCOMPARE(int(std::ranges::count(posts, u"/15.rst"_s, &RecentPost::path)), 1);
    forget(posts, u"/15.rst"_s);
    QCOMPARE(posts.first().path, u"/19.rst"_s);
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
