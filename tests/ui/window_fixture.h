// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/draft_journal.h"
#include "ui/editor/rst_editor.h"
#include "ui/main_window.h"
#include "ui/panels/message_bar.h"
#include "ui/preview/preview_pane.h"
#include "ui/preview/preview_view.h"
#include "ui/resources.h"
#include "ui/theme.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWebEnginePage>
#include <QtWidgets>

#include <memory>
#include <optional>

/// A real window with settings and a folder of its own, and words for what a user does with it.
class WindowFixture
{
public:
    /// A script that tells how wide each picture of the page is; 0 for one that is not there.
    inline static const QString pictureWidths =
        QStringLiteral("[...document.querySelectorAll('img')].map(i => i.naturalWidth).join()");

    WindowFixture()
    {
        qputenv("XDG_DATA_HOME",
                QFile::encodeName(data.path())); // tests that run at the same time keep drafts of their own
        qputenv("XDG_CACHE_HOME", QFile::encodeName(data.path()));
        settings.colourScheme = session::ColourScheme::Light;
        settings.lastFolder = folder.path();
        ui::applyColourScheme(settings.colourScheme);
        window = std::make_unique<ui::MainWindow>(&settings);
        window->show();
    }
    ~WindowFixture() { window->editor()->document()->setModified(false); }
    WindowFixture(const WindowFixture &) = delete;
    WindowFixture &operator=(const WindowFixture &) = delete;

    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test's own file cannot be written.");
        return path;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The visible controls of a dialog whose underlined letter does not lead to them, or to another one as well.
    static QStringList uselessLetters(const QWidget *dialog)
    {
        QStringList useless;
        QMap<QString, QString> owners;
        const auto add = [&](const QString &text, const QKeySequence &key) {
            const QString letter = QKeySequence::mnemonic(text).toString();
            if (letter.isEmpty())
                return;
            if (key.toString() != letter || owners.contains(letter))
                useless.append(text + QStringLiteral(" / ") + owners.value(letter));
            owners.insert(letter, text);
        };
        for (const auto *button : dialog->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                add(button->text(), button->shortcut());
        }
        for (const auto *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                add(label->text(), QKeySequence::mnemonic(label->text()));
        }
        for (const auto *tabs : dialog->findChildren<QTabWidget *>()) {
            for (int i = 0; i < tabs->count() && tabs->isVisible(); ++i)
                add(tabs->tabText(i), QKeySequence::mnemonic(tabs->tabText(i)));
        }
        return useless;
    }

    /// Opens a post with this text, and waits until everything about it is shown.
    bool open(const QByteArray &bytes, const QString &name = QStringLiteral("post.rst"))
    {
        window->openFile(write(name, bytes));
        return settles();
    }

    /// Waits until the problems, the form and so on are those of the text as it stands.
    [[nodiscard]] bool settles() const
    {
        return QTest::qWaitFor([this] { return window->postSession()->isSettled(); }, 20'000);
    }

    /// Waits until the preview shows the text as it stands.
    [[nodiscard]] bool paints() const
    {
        return QTest::qWaitFor(
            [this] { return window->preview()->view()->paintedRevision() == window->postSession()->revision(); },
            60'000);
    }

    template <class Widget>
    Widget *find(const QString &name) const
    {
        auto *widget = window->findChild<Widget *>(name);
        if (!widget)
            qFatal("There is no %s.", qPrintable(name));
        return widget;
    }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    void trigger(const QString &name) const { action(name)->trigger(); }
    const session::PostSession *postSession() const { return window->postSession(); }
    ui::RstEditor *editor() const { return window->editor(); }
    QString text() const { return window->editor()->text(); }
    QString message() const { return find<ui::MessageBar>(QStringLiteral("messageBar"))->sentence(); }
    void choose(const QString &remedy) const { find<QPushButton>(QStringLiteral("messageBar.") + remedy)->click(); }

    /// Answers the dialog that asks where a post is to be saved.
    void saveUnder(const QString &name) const
    {
        auto *dialog = find<QFileDialog>(QStringLiteral("file.saveDialog"));
        Q_EMIT dialog->fileSelected(folder.filePath(name));
        dialog->close();
    }

    void goTo(const QString &words) const
    {
        const auto at = int(text().indexOf(words));
        editor()->goTo({at, at});
    }

    /// The value of a JavaScript expression in the preview's page.
    QVariant inPage(const QString &expression) const
    {
        std::optional<QVariant> result;
        window->preview()->view()->webPage()->runJavaScript(expression, ui::PreviewView::scriptWorld,
                                                            [&result](const QVariant &value) { result = value; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
            qFatal("The page does not answer.");
        return *result;
    }
    QString pageText() const { return inPage(QStringLiteral("document.body.innerText")).toString(); }

    QTemporaryDir folder;
    QTemporaryDir data;
    session::Settings settings;
    std::unique_ptr<ui::MainWindow> window;
};

/// The post that most tests open.
inline const QByteArray aPost = ".. post:: 2026-03-02\n"
                                "   :tags: sprint, news\n"
                                "   :mood: sunny\n"
                                "   :author: Robin Okafor\n"
                                "   :location: Lisbon\n"
                                "\n"
                                "The Doors Open\n"
                                "==============\n"
                                "\n"
                                "The first paragraph says what happens.\n"
                                "\n"
                                "Programme\n"
                                "---------\n"
                                "\n"
                                "Some *unclosed emphasis stands here.\n";

/// A main function that sets up what app/main.cpp does.
#define BROADSIDE_UI_TEST_MAIN(TestObject)                                                                             \
    int main(int argc, char *argv[])                                                                                   \
    {                                                                                                                  \
        ui::preparePreview();                                                                                          \
        QApplication application(argc, argv);                                                                          \
        ui::loadResources();                                                                                           \
        ui::loadTranslations();                                                                                        \
        TestObject test;                                                                                               \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
