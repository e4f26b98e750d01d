// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// soak SECONDS [SEED]: types, deletes, undoes, fills in the form, saves and opens at random, in the real window, and prints
// how much memory the program and the web engine take. What has to hold meanwhile: undoing everything leads back to the
// text that was opened, and what was saved is what the editor shows.

#include "session/settings.h"
#include "ui/editor/rst_editor.h"
#include "ui/main_window.h"
#include "ui/panels/message_bar.h"
#include "ui/panels/metadata_form.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/resources.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <malloc.h>
#include <random>
#include <vector>

#ifdef __SANITIZE_ADDRESS__
/// Of the sanitizers' allocator_interface.h, which GCC does not ship.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

using namespace Qt::StringLiterals;

namespace {

const QByteArray post = ".. post:: 2026-03-02\n   :tags: sprint, news\n   :author: Robin Okafor\n\nThe Doors Open\n"
                        "==============\n\nThe first paragraph says what happens.\n\n* one\n* two\n\n"
                        "Programme\n---------\n\n.. note::\n\n   Bring ``coffee``.\n\n";

const char *const pieces[] = {"*",
                              "**bold**",
                              "``code``",
                              "`link <https://a.example/>`__",
                              "\n\n",
                              "\n",
                              "* item\n",
                              "::\n\n   x\n",
                              "|s|",
                              "[1]_",
                              ".. note::\n\n   n\n\n",
                              ".. image:: x.png\n",
                              "é",
                              "word ",
                              "\n===\n",
                              ".. raw:: html\n\n   <b>x</b>\n\n"};

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "soak: %s\n", what);
    std::exit(1);
}

/// Memory in MB.
struct Memory {
    double own = 0;    // resident, of this process
    double engine = 0; // resident, of the web engine's processes, which it has started
    double heap = 0;   // what this process has allocated and not yet given back
};

/// What is allocated now. Under the address sanitizer memory that was given back stays resident for a while, and only this
/// tells whether anything is kept for ever.
double allocated()
{
#ifdef __SANITIZE_ADDRESS__
    return double(__sanitizer_get_current_allocated_bytes()) / (1024 * 1024);
#else
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / (1024 * 1024);
#endif
}

Memory memory()
{
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    Memory sum{.heap = allocated()};
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile status(u"/proc/"_s + name + u"/status"_s), command(u"/proc/"_s + name + u"/environ"_s);
        if (!status.open(QIODevice::ReadOnly) || !command.open(QIODevice::ReadOnly))
            continue;
        const QByteArray lines = status.readAll();
        const bool isOwn = name.toUtf8() == own;
        if (!isOwn && !command.readAll().contains("BROADSIDE_SOAK=" + own))
            continue;
        const qsizetype at = lines.indexOf("VmRSS:");
        const double resident =
            at < 0 ? 0 : lines.mid(at + 6, lines.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
        (isOwn ? sum.own : sum.engine) += resident;
    }
    return sum;
}

/// By how many per cent a kind of memory grew from the middle third of the time to the last one. The first third fills caches.
double growth(const std::vector<Memory> &samples, double Memory::*kind)
{
    const std::size_t third = samples.size() / 3;
    const auto mean = [&](std::size_t begin) {
        double sum = 0;
        for (std::size_t i = begin; i < begin + third; ++i)
            sum += samples[i].*kind;
        return sum / double(third);
    };
    return third == 0 ? 0 : 100 * (mean(samples.size() - third) / mean(third) - 1);
}

class Robot
{
public:
    Robot(ui::MainWindow *window, QString path, unsigned seed)
        : m_window(window)
        , m_path(std::move(path))
        , m_random(seed)
    {
    }

    void open()
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(post) != post.size())
            fail("the post cannot be written");
        file.close();
        editor()->document()->setModified(false);
        m_window->openFile(m_path);
        if (editor()->text().toUtf8() != post) {
            std::fprintf(stderr, "soak: %s\n%s\n", qPrintable(m_window->findChild<ui::MessageBar *>()->sentence()),
                         qPrintable(editor()->text()));
            fail("the post is not what was opened");
        }
    }
    void act()
    {
        QTextCursor cursor = editor()->textCursor();
        switch (m_random() % 14) {
        case 0:
        case 1:
        case 2:
            cursor.setPosition(int(m_random() % unsigned(editor()->document()->characterCount())));
            editor()->setTextCursor(cursor);
            break;
        case 3: QTest::keyClick(editor(), Qt::Key_Backspace); break;
        case 4: trigger("edit.undo"); break;
        case 5: trigger("edit.redo"); break;
        case 6: Q_EMIT form()->fieldEdited(u"tags"_s, u"tag%1, news"_s.arg(m_random() % 50)); break;
        case 7:
            Q_EMIT form()->fieldEdited(u"location"_s, m_random() % 2 ? std::optional(u"Lisbon"_s) : std::nullopt);
            break;
        case 8: trigger("markup.strong"); break;
        case 9:
            cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(m_random() % 60));
            cursor.removeSelectedText();
            break;
        default: editor()->insertPlainText(QString::fromUtf8(pieces[m_random() % std::size(pieces)]));
        }
    }
    void save()
    {
        trigger("file.save");
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly) || file.readAll() != editor()->text().toUtf8())
            fail("what was saved is not what is shown");
    }
    void undoEverything()
    {
        while (editor()->document()->isUndoAvailable())
            editor()->undo();
        if (editor()->text().toUtf8() != post)
            fail("undoing everything does not lead back");
    }
    [[nodiscard]] unsigned chance(unsigned of) { return unsigned(m_random() % of); }

private:
    [[nodiscard]] ui::RstEditor *editor() const { return m_window->editor(); }
    [[nodiscard]] ui::MetadataForm *form() const { return m_window->findChild<ui::MetadataForm *>(); }
    void trigger(const char *name) const
    {
        if (auto *action = m_window->findChild<QAction *>(QString::fromUtf8(name)))
            action->trigger();
    }

    ui::MainWindow *m_window;
    QString m_path;
    std::mt19937 m_random;
};

} // namespace

int main(int argc, char *argv[])
{
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 60;
    qputenv("BROADSIDE_SOAK", QByteArray::number(qint64(getpid()))); // its children are known by it
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.filePath(u"data"_s)));
    ui::preparePreview();
    QApplication application(argc, argv);
    ui::loadResources();
    session::Settings settings;
    ui::MainWindow window(&settings);
    window.show();
    Robot robot(&window, folder.filePath(u"post.rst"_s), argc > 2 ? unsigned(std::atoi(argv[2])) : 1);
    robot.open();

    QElapsedTimer time;
    time.start();
    std::vector<Memory> samples;
    long actions = 0, posts = 1;
    while (time.elapsed() < seconds * 1000LL) {
        for (int i = 0; i < 20; ++i, ++actions)
            robot.act();
        QTest::qWait(5);
        if (robot.chance(40) == 0)
            robot.save();
        if (robot.chance(60) == 0) {
            robot.undoEverything();
            robot.open();
            ++posts;
        }
        if (time.elapsed() / 5000 > qint64(samples.size()))
            samples.push_back(memory());
    }
    if (!QTest::qWaitFor(
            [&] { return window.preview()->view()->paintedRevision() == window.postSession()->revision(); }, 60'000))
        fail("the preview does not follow");
    robot.undoEverything();
    window.editor()->document()->setModified(false);
    std::printf("%ld actions on %ld posts in %d s\n", actions, posts, seconds);
    for (std::size_t i = 0; i < samples.size(); i += std::max<std::size_t>(1, samples.size() / 12))
        std::printf("%5zu s  program %.0f MB, allocated %.1f MB, web engine %.0f MB\n", i * 5, samples[i].own,
                    samples[i].heap, samples[i].engine);
    std::printf("last third to the one before: program %+.1f %%, allocated %+.1f %%, web engine %+.1f %%\n",
                growth(samples, &Memory::own), growth(samples, &Memory::heap), growth(samples, &Memory::engine));
    return 0;
}
