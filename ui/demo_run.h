// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

namespace ui {

class MainWindow;

/// Shows the main job where nobody is watching: once the preview of the open post has settled, exports it into a folder,
/// takes a picture of the window, prints both paths and ends the program.
class DemoRun : public QObject
{
    Q_OBJECT

public:
    DemoRun(MainWindow *window, QString exportFolder, QString screenshot);

private:
    void waitForPreview();
    void finish();
    void fail(const QString &sentence);

    MainWindow *m_window;
    QString m_exportFolder;
    QString m_screenshot;
    bool m_isDone = false;
};

} // namespace ui
