// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/quick_fixes.h"

#include "rst/diagnostics/reporter.h"
#include "rst/engine.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace session;

namespace {

constexpr int mostPerFile = 6; // problems of different kinds

const rst::Engine &engine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

struct Mended {
    QStringList texts;
    QStringList rules;
};

/// What the fixes for the first problem that has any make of a text.
Mended mended(const QString &text)
{
    const RenderRequest request{.revision = 1, .text = text};
    const RenderingPtr rendering = renderPost(request, engine());
    Mended result;
    for (const Problem &problem : rendering->problems) {
        for (const QuickFix &fix : quickFixes(*rendering, problem, request, engine())) {
            result.texts.append(changedText(text, fix.changes));
            result.rules.append(fix.rule);
        }
        if (!result.texts.isEmpty())
            break;
    }
    return result;
}

qsizetype countOf(const std::vector<Problem> &problems, const Problem &like)
{
    return std::ranges::count_if(problems, [&like](const Problem &other) {
        return other.kind == like.kind && other.rule == like.rule && other.plain == like.plain &&
               other.formal == like.formal;
    });
}

qsizetype worseThan(const std::vector<Problem> &problems, Severity severity)
{
    return std::ranges::count_if(problems, [severity](const Problem &other) { return other.severity > severity; });
}

struct Tally {
    int problems = 0;
    int fixable = 0;
    int proposed = 0;
    int kept = 0;
};

/// The law: a fix takes its message away and brings none that is worse.
void checkLaw(const QString &text, const QString &path, std::map<int, Tally> &tallies)
{
    const RenderRequest request{.revision = 1, .text = text};
    const RenderingPtr before = renderPost(request, engine());
    std::set<std::pair<int, std::string_view>> seen;
    for (const Problem &problem : before->problems) {
        const int kind = problem.kind ? int(*problem.kind) : -1;
        if (seen.size() >= mostPerFile || !seen.insert({kind, problem.rule}).second)
            continue;
        Tally &tally = tallies[kind];
        const std::vector<QuickFix> fixes = quickFixes(*before, problem, request, engine());
        ++tally.problems;
        tally.fixable += !fixes.empty();
        tally.proposed += int(proposedFixes(*before, problem, engine()).size());
        tally.kept += int(fixes.size());
        for (const QuickFix &fix : fixes) {
            const RenderingPtr after = renderPost({.revision = 2, .text = changedText(text, fix.changes)}, engine());
            const QByteArray where = QString(path + u": "_s + problem.formal + u" — "_s + fix.sentence).toUtf8();
            QVERIFY2(countOf(after->problems, problem) < countOf(before->problems, problem), where);
            QVERIFY2(worseThan(after->problems, problem.severity) <= worseThan(before->problems, problem.severity),
                     where);
        }
    }
}

} // namespace

class QuickFixesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasPlainWords();
    void mends_data();
    void mends();
    void leavesAPlaceToFillIn();
    void mendsAllOfAKind();
    void keepsTheLawInEveryText();
};

void QuickFixesTest::everyKindHasPlainWords()
{
    constexpr std::string_view formats[] = {
#define RST_DIAGNOSTIC(Kind, level, format) format,
#include "rst/diagnostics/diagnostic_kinds.def"
    };
    for (std::size_t kind = 0; kind < std::size(formats); ++kind) {
        const QString formal = QString::fromUtf8(formats[kind].data(), qsizetype(formats[kind].size()));
        const QString plain = plainWords(rst::DiagnosticKind(kind), formal);
        QVERIFY2(plain.size() > 20 && plain != formal, qPrintable(formal));
        QVERIFY2(plain.endsWith(u'.') || plain.endsWith(u'”'), qPrintable(plain));
        QVERIFY2(!plain.contains(u"%1"_s), qPrintable(plain));
    }
}

void QuickFixesTest::mends_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("after");
    const QString post = u".. post:: 2026-03-02\n\nTitle\n=====\n\n"_s;
    const auto row = [&post](const char *name, const QString &before, const QString &rule, const QString &after) {
        QTest::newRow(name) << post + before << rule << post + after;
    };
    row("underline", u"Headings\n-----\n\nText\n"_s, u"underline"_s, u"Headings\n--------\n\nText\n"_s);
    row("wide underline", u"日本日本\n-----\n\nText\n"_s, u"underline"_s, u"日本日本\n--------\n\nText\n"_s);
    row("links of one name", u"`A <https://a.example>`_ `A <https://b.example>`_\n"_s, u"anonymous"_s,
        u"`A <https://a.example>`_ `A <https://b.example>`__\n"_s);
    row("directive", u".. imge:: a.png\n   :alt: A\n"_s, u"name"_s, u".. image:: a.png\n   :alt: A\n"_s);
    row("role", u"Some :stong:`words`.\n"_s, u"name"_s, u"Some :strong:`words`.\n"_s);
    row("option", u".. note::\n   :clas: a\n\n   Text\n"_s, u"name"_s, u".. note::\n   :class: a\n\n   Text\n"_s);
    row("blank line", u"* One\nText\n"_s, u"blank-line"_s, u"* One\n\nText\n"_s);
    row("indent", u"One\ntwo\n    three\n"_s, u"indent"_s, u"One\ntwo\nthree\n"_s);
    row("star", u"A *star.\n"_s, u"escape"_s, u"A \\*star.\n"_s);
    row("emphasis", u"A *star.\n"_s, u"close-word"_s, u"A *star*.\n"_s);
    row("literal", u"A ``star here\n"_s, u"close-line"_s, u"A ``star here``\n"_s);
    row("target", u"See task_.\n"_s, u"plain"_s, u"See task\\_.\n"_s);
    row("directive with problems of its own", u".. imge:: a.png\n"_s, u"name"_s, u".. image:: a.png\n"_s);
    row("nearest target", u"See halll_.\n\n.. _hall: https://a.example\n"_s, u"name"_s,
        u"See hall_.\n\n.. _hall: https://a.example\n"_s);
    row("substitution", u"A |bar| here.\n"_s, u"escape"_s, u"A \\|bar| here.\n"_s);
    row("literal block", u"So::\n\nText\n"_s, u"colon"_s, u"So:\n\nText\n"_s);
    row("transition", u"Text\n\n----\n"_s, u"transition"_s, u"Text\n"_s);
    row("heading in a list", u"* One\n\n  Two\n  ---\n\n  Text\n"_s, u"bold"_s, u"* One\n\n  **Two**\n\n\n  Text\n"_s);
    row("encryption", u"See http://a.example/b\n"_s, u"replace"_s, u"See https://a.example/b\n"_s);
    row("language", u".. code-block:: pythn\n\n   a = 1\n"_s, u"name"_s, u".. code-block:: python\n\n   a = 1\n"_s);
    row("description", u".. image:: the-hall.png\n"_s, u"alt"_s, u".. image:: the-hall.png\n   :alt: the hall\n"_s);
    row("target without its colon", u".. _plan https://a.example\n\nplan_\n"_s, u"target"_s,
        u".. _plan: https://a.example\n\nplan_\n"_s);
    row("target without its blank", u".. _plan:https://a.example\n\nplan_\n"_s, u"target"_s,
        u".. _plan: https://a.example\n\nplan_\n"_s);
    row("substitution without a directive", u".. |it| the thing\n\nThe |it|.\n"_s, u"replace-directive"_s,
        u".. |it| replace:: the thing\n\nThe |it|.\n"_s);
    row("content beside its directive", u".. note::\n\nOne\ntwo\n\nThree\n"_s, u"content"_s,
        u".. note::\n\n   One\n   two\n\nThree\n"_s);
    row("table", u"+---+---+\n| a | b |\n+---+--+\n"_s, u"table"_s, u"+---+---+\n| a | b |\n+---+---+\n"_s);
    row("role and reference", u"Set :sub:`low`_ so.\n"_s, u"suffix"_s, u"Set :sub:`low` so.\n"_s);
    row("two roles", u"Set :sub:`low`:sup: so.\n"_s, u"suffix"_s, u"Set :sub:`low` so.\n"_s);
    row("weekday", u"On Friday, March 10th.\n"_s, u"replace"_s, u"On Tuesday, March 10th.\n"_s);
    row("doubled", u"In the the hall.\n"_s, u"replace"_s, u"In the hall.\n"_s);
    row("Markdown's emphasis", u"We _really mean_ it.\n"_s, u"emphasis"_s, u"We *really mean* it.\n"_s);
    row("entity", u"Q&amp;A\n"_s, u"entity"_s, u"Q&A\n"_s);
    row("Markdown's link", u"A [hall](https://a.example/b) here.\n"_s, u"link"_s,
        u"A `hall <https://a.example/b>`__ here.\n"_s);
    row("Markdown's quotation", u"Text\n\n> Said\n> so\n\nText\n"_s, u"quote"_s, u"Text\n\n   Said\n   so\n\nText\n"_s);
    row("a line that began with #", u"Look for the bug\n9 in the tracker\n================\nof ours.\n"_s,
        u"underline"_s, u"Look for the bug\n#9 in the tracker\nof ours.\n"_s);
    row("option below an empty line", u".. post:: 2026-03-02\n\n\n   :tags: a\n   :author: b\n\nT\n=\n"_s,
        u"joinOptions"_s, u".. post:: 2026-03-02\n   :tags: a\n   :author: b\n\nT\n=\n"_s);
    row("Markdown's picture", u"See ![a hall](https://a.example/b.png) there.\n"_s, u"picture"_s,
        u"See\n\n.. image:: https://a.example/b.png\n   :alt: a hall\n\nthere.\n"_s);
}

void QuickFixesTest::mends()
{
    QFETCH(const QString, before);
    QFETCH(const QString, rule);
    QFETCH(const QString, after);
    const Mended result = mended(before);
    const qsizetype at = result.rules.indexOf(rule);
    QVERIFY2(at >= 0, qPrintable(u"only "_s + result.rules.join(u", "_s)));
    QCOMPARE(result.texts[at], after);
}

void QuickFixesTest::leavesAPlaceToFillIn()
{
    const RenderRequest request{.revision = 1, .text = u"Ä\n\n.. image:: the-hall.png\n"_s};
    const RenderingPtr rendering = renderPost(request, engine());
    const auto picture = std::ranges::find(rendering->problems, "prose.alt", &Problem::rule);
    QVERIFY(picture != rendering->problems.end());
    const std::vector<QuickFix> fixes = quickFixes(*rendering, *picture, request, engine());
    QCOMPARE(fixes.size(), 1u);
    QVERIFY(fixes[0].selection);
    const TextRange left = *fixes[0].selection;
    QCOMPARE(changedText(request.text, fixes[0].changes).mid(left.begin, left.end - left.begin), u"the hall"_s);
}

void QuickFixesTest::mendsAllOfAKind()
{
    const RenderRequest request{.revision = 1,
                                .text =
                                    u"T\n=\n\n`A <https://a.example>`_ `A <https://b.example>`_\n"
                                    "`A <https://c.example>`_ `B <https://d.example>`_ `B <https://e.example>`_\n"_s};
    const RenderingPtr rendering = renderPost(request, engine());
    const auto problem = std::ranges::find(rendering->problems, rst::DiagnosticKind::DuplicateExplicitTarget,
                                           [](const Problem &p) { return p.kind.value_or(rst::DiagnosticKind{}); });
    QVERIFY(problem != rendering->problems.end());
    const std::vector<QuickFix> fixes = quickFixes(*rendering, *problem, request, engine());
    QVERIFY(!fixes.empty());
    const auto all = fixOfAll(*rendering, *problem, fixes.front(), request, engine());
    QVERIFY(all);
    QCOMPARE(changedText(request.text, all->changes),
             u"T\n=\n\n`A <https://a.example>`_ `A <https://b.example>`__\n"
             "`A <https://c.example>`__ `B <https://d.example>`_ `B <https://e.example>`__\n"_s);
}

void QuickFixesTest::keepsTheLawInEveryText()
{
    std::map<int, Tally> tallies;
    int texts = 0;
    for (const QString &folder :
         {QStringLiteral(BROADSIDE_SOURCE_DIR "/tests/rst/testdata"), QStringLiteral(BROADSIDE_SHARED "/legacy/posts"),
          QStringLiteral(BROADSIDE_SHARED "/seed")}) {
        QDirIterator files(folder, {u"*.rst"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            checkLaw(QString::fromUtf8(file.readAll()), file.fileName(), tallies);
            ++texts;
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(texts > 50);
    constexpr const char *names[] = {
#define RST_DIAGNOSTIC(Kind, level, format) #Kind,
#include "rst/diagnostics/diagnostic_kinds.def"
    };
    for (const auto &[kind, tally] : tallies)
        qInfo("%-28s %4d problems, %4d with a fix; %4d of %4d proposals kept", kind < 0 ? "(findings)" : names[kind],
              tally.problems, tally.fixable, tally.kept, tally.proposed);
}

QTEST_APPLESS_MAIN(QuickFixesTest)
#include "quick_fixes_test.moc"
