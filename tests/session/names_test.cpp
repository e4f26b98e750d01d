// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/names.h"
#include "session/quick_fixes.h"

#include "rst/engine.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace session;

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNames_data();
    void findsNames();
    void knowsWhereLinksLead_data();
    void knowsWhereLinksLead();
    void renames_data();
    void renames();
    void refusesToRename_data();
    void refusesToRename();

private:
    static const rst::Engine &engine()
    {
        static const rst::Engine one(rst::Dialect::Sphinx);
        return one;
    }
    static RenderRequest requestOf(const QString &text) { return {.revision = 1, .text = text}; }
    static RenderingPtr render(const QString &text) { return renderPost(requestOf(text), engine()); }
    /// Takes the mark ¦ off the text, and gives what stands there another name.
    static std::expected<std::vector<TextChange>, QString> renamedAtMark(QString &text, const QString &name)
    {
        const auto position = int(text.indexOf(u'¦'));
        text.remove(u'¦');
        const RenderingPtr rendering = render(text);
        const auto thing = namedThingAt(*rendering, position);
        if (!thing)
            return std::unexpected(u"there is no name at the mark"_s);
        return renamed(*rendering, *thing, name, requestOf(text), engine());
    }
};

void NamesTest::findsNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected"); // labels; those of definitions begin with "!"
    const auto row = [](const char *name, const QString &text, const QStringList &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("words", u"See plan_, plan_ and `The  Plan`_.\n\n.. _plan: https://a.example\n.. _the plan: plan_\n"_s,
        {u"plan"_s, u"plan"_s, u"The  Plan"_s, u"!plan"_s, u"!the plan"_s, u"plan"_s});
    row("embedded", u"`text <https://a.example>`_ text_ `more <text_>`_ `one <https://b.example>`__\n"_s,
        {u"!text"_s, u"text"_s, u"!more"_s, u"text"_s});
    row("in place", u"An _`inline target` here and `inline target`_.\n"_s, {u"!inline target"_s, u"inline target"_s});
    row("notes", u"[#a]_ [CIT]_ [1]_ [#]_\n\n.. [#a] A\n.. [CIT] C\n.. [1] One\n.. [#] Auto\n"_s,
        {u"a"_s, u"CIT"_s, u"1"_s, u"!a"_s, u"!CIT"_s, u"!1"_s});
    row("substitutions", u"|it| and |it|_ | no |\n\n.. |it| replace:: that\n.. _it: https://a.example\n"_s,
        {u"it"_s, u"it"_s, u"!it"_s, u"!it"_s});
    row("literal",
        u"``plan_`` and `[x]_`\n\n::\n\n   plan_\n\n.. comment plan_\n\n.. code-block:: c\n\n   plan_ |a|\n"_s, {});
    row("no names", u"snake_case_word, __init__ and https://a.example/plan_b end\n"_s, {});
    row("roles", u".. _here:\n\nTitle\n=====\n\n:ref:`here` and :ref:`words <here>` and :doc:`here`\n"_s,
        {u"!here"_s, u"here"_s, u"here"_s});
}

void NamesTest::findsNames()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, expected);
    QStringList found;
    for (const NamePlace &place : namePlaces(*render(text)))
        found.append((place.isDefinition ? u"!"_s : QString()) +
                     text.sliced(place.label.begin, place.label.end - place.label.begin));
    QCOMPARE(found, expected);
}

void NamesTest::knowsWhereLinksLead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // what stands there, or an address
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("target", u"See pl¦an_.\n\n.. _plan: https://a.example\n"_s, u"plan"_s);
    row("heading", u"Title\n=====\n\nSee `Ot¦her Part`_.\n\nOther part\n----------\n\nText\n"_s, u"Other part"_s);
    row("footnote", u"Text [#no¦te]_\n\n.. [#note] Words\n"_s, u"note"_s);
    row("automatic footnote", u"Text [¦#]_\n\n.. [#] Words\n"_s, u".. [#]"_s);
    row("substitution", u"The |th¦ing|.\n\n.. |thing| replace:: it\n"_s, u"thing"_s);
    row("address", u"See `the¦ site <https://a.example>`__.\n"_s, u"https://a.example"_s);
    row("anonymous", u"See `the¦ site`__.\n\n__ https://b.example\n"_s, u"https://b.example"_s);
    row("plain address", u"See https://c.exa¦mple/ now\n"_s, u"https://c.example/"_s);
    row("prose", u"No l¦ink.\n"_s, QString());
}

void NamesTest::knowsWhereLinksLead()
{
    QFETCH(QString, text);
    QFETCH(const QString, expected);
    const auto position = int(text.indexOf(u'¦'));
    text.remove(u'¦');
    const auto end = linkEndAt(*render(text), position);
    QCOMPARE(end.has_value(), !expected.isNull());
    if (!end)
        return;
    if (!end->address.isEmpty())
        QCOMPARE(end->address, expected);
    else
        QVERIFY2(QStringView(text).sliced(end->place.begin).startsWith(expected),
                 qPrintable(text.sliced(end->place.begin)));
}

void NamesTest::renames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &wanted, const QString &expected) {
        QTest::newRow(name) << text << wanted << expected;
    };
    row("target", u"See pl¦an_, `plan`_ and `words <plan_>`_; ``plan_`` is not.\n\n.. _plan: https://a.example\n"_s,
        u"route"_s,
        u"See route_, `route`_ and `words <route_>`_; ``plan_`` is not.\n\n.. _route: https://a.example\n"_s);
    row("to a phrase", u"See plan_ and `words <plan_>`_.\n\n.. _pl¦an: https://a.example\n"_s, u"the way"_s,
        u"See `the way`_ and `words <the way_>`_.\n\n.. _the way: https://a.example\n"_s);
    row("to one with a colon", u"See plan_.\n\n.. _pl¦an: https://a.example\n"_s, u"the: way"_s,
        u"See `the: way`_.\n\n.. _`the: way`: https://a.example\n"_s);
    row("from a phrase", u"See `The¦ Plan`_.\n\n.. _`the plan`: https://a.example\n"_s, u"route"_s,
        u"See `route`_.\n\n.. _`route`: https://a.example\n"_s);
    row("footnote", u"A [#no¦te]_ and [#note]_.\n\n.. [#note] Words\n"_s, u"remark"_s,
        u"A [#remark]_ and [#remark]_.\n\n.. [#remark] Words\n"_s);
    row("citation", u"A [CIT¦]_.\n\n.. [CIT] Words\n"_s, u"Book2026"_s, u"A [Book2026]_.\n\n.. [Book2026] Words\n"_s);
    row("substitution", u"The |it¦| is |it|.\n\n.. |it| replace:: that\n"_s, u"the thing"_s,
        u"The |the thing| is |the thing|.\n\n.. |the thing| replace:: that\n"_s);
    row("label", u".. _he¦re:\n\nTitle\n=====\n\n:ref:`here` and :ref:`words <here>`, here_.\n"_s, u"there"_s,
        u".. _there:\n\nTitle\n=====\n\n:ref:`there` and :ref:`words <there>`, there_.\n"_s);
    row("indirect", u"See a_.\n\n.. _a: b¦_\n.. _b: https://b.example\n"_s, u"c"_s,
        u"See a_.\n\n.. _a: c_\n.. _c: https://b.example\n"_s);
}

void NamesTest::renames()
{
    QFETCH(QString, text);
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    const auto changes = renamedAtMark(text, name);
    QVERIFY2(changes, changes ? "" : qPrintable(changes.error()));
    QCOMPARE(changedText(text, *changes), expected);
}

void NamesTest::refusesToRename_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("a name in use") << u"a¦_ b_\n\n.. _a: https://a.example\n.. _b: https://b.example\n"_s << u"B"_s;
    QTest::newRow("a heading's") << u"a¦_\n\nTitle\n=====\n\n.. _a: https://a.example\n"_s << u"Title"_s;
    QTest::newRow("a reference to a heading") << u"Title\n=====\n\ntit¦le_\n"_s << u"other"_s;
    QTest::newRow("nothing") << u"a¦_\n\n.. _a: https://a.example\n"_s << u"  "_s;
    QTest::newRow("markup") << u"a¦_\n\n.. _a: https://a.example\n"_s << u"a`b"_s;
    QTest::newRow("a label of two words") << u"[#a¦]_\n\n.. [#a] A\n"_s << u"two words"_s;
}

void NamesTest::refusesToRename()
{
    QFETCH(QString, text);
    QFETCH(const QString, name);
    const auto changes = renamedAtMark(text, name);
    QVERIFY(!changes);
    QVERIFY(changes.error().endsWith(u'.'));
}

QTEST_APPLESS_MAIN(NamesTest)
#include "names_test.moc"
