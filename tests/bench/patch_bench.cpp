// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// What one typed character costs until the preview's page has it in hand, for posts of 5 KB, 200 KB and 1 MB:
//
// - key: the editor takes the character, and hands its text to the session (GUI thread),
// - render: everything that is computed of a text (worker),
// - handOver: the difference to what the page shows, as the script that the page is told to run (GUI thread).
//
//   QT_QPA_PLATFORM=offscreen patch_bench [FILE.rst] [--benchmark_...]
//
// Without a file the post is a mixture of what posts have, repeated until it is long enough.

#include "session/post_renderer.h"
#include "session/preview_patch.h"
#include "ui/editor/rst_editor.h"
#include "ui/preview/code_colours.h"

#include "rst/engine.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace {

const QString head =
    u".. post:: 2026-03-02\n   :tags: news\n   :author: Robin Okafor\n\nA long post\n===========\n\n"_s;

QString part(int number)
{
    return uR"(Chapter %1
-----------

The *first* paragraph of chapter %1 says what **happens**, with a `link <https://example.org/%1>`__ and ``code``
in it -- and it goes on for some lines, as people's paragraphs do, until all is said that is to be said about it,
by "everybody" who has anything to say. A footnote follows [#note%1]_.

* An item of a list, which is short.
* Another one, with *emphasis*.

.. code-block:: python

   def chapter(number: int) -> str:
       """Says which chapter this is."""
       return f"chapter {number}"  # %1

.. note::

   Take note of this, and of chapter %1.

.. [#note%1] The footnote's text.

)"_s.arg(number);
}

QString given; // the text of the file that was named

QString postOf(qint64 size)
{
    QString text = given.isEmpty() ? head : QString();
    for (int number = 1; text.size() < size; ++number)
        text += given.isEmpty() ? part(number) : given;
    return text;
}

/// The text with a character typed into its middle.
QString typed(QString text, int revision)
{
    const qsizetype at = text.indexOf(u"says what"_s, text.size() / 2);
    return text.insert(std::max<qsizetype>(at, 0), QChar(u'a' + revision % 26));
}

session::RenderRequest requestOf(const QString &text)
{
    static const rst::CodeColours colours = ui::makeCodeColours();
    return {.revision = 1, .text = text, .codeColours = colours};
}

void key(benchmark::State &state)
{
    ui::RstEditor editor(nullptr);
    editor.setPlainText(postOf(state.range(0)));
    QTextCursor cursor(editor.document());
    cursor.setPosition(int(editor.document()->characterCount() / 2));
    for (auto _ : state) {
        cursor.insertText(u"a"_s);
        benchmark::DoNotOptimize(editor.text());
    }
}

void render(benchmark::State &state)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const QString text = postOf(state.range(0));
    int revision = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(session::renderPost(requestOf(typed(text, ++revision)), engine));
    state.SetBytesProcessed(std::int64_t(state.iterations()) * text.size());
}

void handOver(benchmark::State &state)
{
    const rst::Engine engine(rst::Dialect::Sphinx);
    const QString text = postOf(state.range(0));
    const session::RenderingPtr one = session::renderPost(requestOf(typed(text, 1)), engine);
    const session::RenderingPtr other = session::renderPost(requestOf(typed(text, 2)), engine);
    std::vector<std::uint64_t> shown;
    (void)session::takePageChanges(shown, one->blocks);
    bool isOther = false;
    for (auto _ : state) {
        isOther = !isOther;
        const QJsonArray changes = session::takePageChanges(shown, (isOther ? other : one)->blocks);
        benchmark::DoNotOptimize(QString::fromUtf8(QJsonDocument(changes).toJson(QJsonDocument::Compact)));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (argc > 1) {
        QFile file(QString::fromLocal8Bit(argv[1]));
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        given = QString::fromUtf8(file.readAll());
    }
    for (const auto &[name, measured] :
         {std::pair("key", &key), std::pair("render", &render), std::pair("handOver", &handOver)})
        benchmark::RegisterBenchmark(name, measured)
            ->Arg(5'000)
            ->Arg(200'000)
            ->Arg(1'000'000)
            ->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
