// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/demo_run.h"

#include "ui/export_command.h"
#include "ui/main_window.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"

#include <QApplication>
#include <QPixmap>
#include <QScreen>
#include <QTextStream>
#include <QTimer>
#include <QWindow>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

constexpr auto patience = 30s;
constexpr auto stillness = 400ms; // pictures of the post may still be decoded

} // namespace

DemoRun::DemoRun(MainWindow *window, QString exportFolder, QString screenshot)
    : QObject(window)
    , m_window(window)
    , m_exportFolder(std::move(exportFolder))
    , m_screenshot(std::move(screenshot))
{
    connect(window->preview()->view(), &PreviewView::painted, this, &DemoRun::waitForPreview);
    QTimer::singleShot(patience, this, [this] { fail(tr("The preview did not settle in time.")); });
}

void DemoRun::waitForPreview()
{
    const bool isShown = m_window->postSession()->isCurrent() &&
                         m_window->preview()->view()->paintedRevision() == m_window->postSession()->revision();
    if (isShown && !m_isDone) {
        m_isDone = true;
        QTimer::singleShot(stillness, this, &DemoRun::finish);
    }
}

void DemoRun::finish()
{
    QTextStream out(stdout);
    const auto exported = m_window->exporter()->exportTo(m_exportFolder);
    if (!exported) {
        fail(exported.error());
        return;
    }
    // The web engine draws by itself, so only the screen shows the whole window.
    const QWindow *handle = m_window->windowHandle();
    const QRect frame = handle->geometry();
    QPixmap picture = handle->screen()->grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height());
    if (picture.isNull())
        picture = m_window->grab();
    if (!picture.save(m_screenshot)) {
        fail(tr("The picture could not be written to “%1”.").arg(m_screenshot));
        return;
    }
    out << *exported << Qt::endl << m_screenshot << Qt::endl;
    QApplication::exit(0);
}

void DemoRun::fail(const QString &sentence)
{
    QTextStream(stderr) << "broadside: " << sentence << Qt::endl;
    QApplication::exit(1);
}

} // namespace ui
