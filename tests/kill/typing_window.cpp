// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// typing_window FILE LOG KEYS: the real window with FILE open, typed into for ever, for kill_test.py to kill. Every KEYS
// keys it saves. After each key that is in the text, LOG gets a line: the time in nanoseconds and how many there were.

#include "session/settings.h"
#include "ui/editor/rst_editor.h"
#include "ui/main_window.h"
#include "ui/preview/preview_view.h"
#include "ui/resources.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace {

/// What is typed: `0 1 2 3 ...`, so that any part tells where it stands.
std::string robotText()
{
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += std::to_string(i) + (i % 12 == 11 ? '\n' : ' ');
    return text;
}

void note(int log, long count)
{
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    char line[64];
    const int size = std::snprintf(line, sizeof line, "%lld %ld\n", now.tv_sec * 1'000'000'000LL + now.tv_nsec, count);
    if (::write(log, line, std::size_t(size)) != size)
        std::abort();
}

} // namespace

int main(int argc, char *argv[])
{
    ui::preparePreview();
    QApplication application(argc, argv);
    ui::loadResources();
    if (argc != 4)
        return 2;
    const int log = ::open(argv[2], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const long keysBetweenSaves = std::atol(argv[3]);

    session::Settings settings;
    ui::MainWindow window(&settings);
    window.show();
    window.openFile(QString::fromLocal8Bit(argv[1]));
    window.editor()->moveCursor(QTextCursor::End);

    const std::string text = robotText();
    std::size_t typed = 0;
    QTimer robot;
    QObject::connect(&robot, &QTimer::timeout, &window, [&] {
        const char key = text[typed];
        if (key == '\n')
            QTest::keyClick(window.editor(), Qt::Key_Return);
        else
            QTest::keyClick(window.editor(), key);
        note(log, long(++typed));
        if (long(typed) % keysBetweenSaves == 0)
            window.findChild<QAction *>(QStringLiteral("file.save"))->trigger();
    });
    robot.start(15);
    return QApplication::exec();
}
