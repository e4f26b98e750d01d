// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/settings.h"
#include "session/settings_keeper.h"
#include "ui/demo_run.h"
#include "ui/main_window.h"
#include "ui/open_windows.h"
#include "ui/preview/preview_view.h"
#include "ui/resources.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>

#include <utility>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    ui::preparePreview();
    QCoreApplication::setOrganizationName(u"broadside"_s);
    QCoreApplication::setApplicationName(u"broadside"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSIDE_VERSION));
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"Broadside"_s);
    QGuiApplication::setDesktopFileName(u"broadside"_s);
    ui::loadResources();
    QApplication::setWindowIcon(QIcon(u":/icons/broadside.svg"_s));

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "An editor for announcement posts."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("main", "The post to open."), u"[FILE…]"_s);
    const QCommandLineOption demoExport(
        u"demo-export"_s, QCoreApplication::translate("main", "Export FILE into a folder, and end."), u"DIR"_s);
    const QCommandLineOption demoScreenshot(
        u"demo-screenshot"_s, QCoreApplication::translate("main", "Take a picture of the window, and end."), u"PNG"_s);
    parser.addOptions({demoExport, demoScreenshot});
    parser.process(application);

    QSettings store(QSettings::IniFormat, QSettings::UserScope, u"broadside"_s, u"broadside"_s);
    session::Settings settings = session::loadSettings(store);
    ui::applyColourScheme(settings.colourScheme);
    ui::loadTranslations();

    QList<ui::MainWindow *> windows{ui::openWindow(&settings)};
    const auto windowFor = [&](qsizetype post) {
        while (windows.size() <= post)
            windows.append(ui::openWindow(&settings));
        return windows[post];
    };
    if (parser.isSet(demoExport))
        new ui::DemoRun(windows.front(), parser.value(demoExport), parser.value(demoScreenshot)); // the window owns it
    const QStringList paths = parser.positionalArguments();
    for (qsizetype i = 0; i < paths.size(); ++i)
        windowFor(i)->openFile(paths[i]);
    if (paths.isEmpty() && !parser.isSet(demoExport) && settings.restoresSession) {
        const QList<session::OpenPost> posts = settings.openPosts;
        for (qsizetype i = 0; i < posts.size(); ++i)
            windowFor(i)->restorePost(posts[i]);
    }
    for (ui::MainWindow *window : std::as_const(windows))
        window->show();
    windows.front()->offerDrafts();
    const session::SettingsKeeper keeper(&settings, &store);
    const int status = QApplication::exec();
    ui::deleteWindows();
    session::saveSettings(settings, store);
    return status;
}
