// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/completion.h"
#include "session/markup_help.h"
#include "session/post_renderer.h"

#include "rst/engine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace session;

namespace {

const rst::Engine &engine()
{
    static const rst::Engine sphinx(rst::Dialect::Sphinx);
    return sphinx;
}

/// What is offered at the bar-shaped `¦` of a text.
QStringList offered(QString text, CompletionSources sources = {})
{
    const auto position = int(text.indexOf(u'¦'));
    text.remove(position, 1);
    const RenderingPtr rendering = renderPost({.revision = 1, .text = text}, engine());
    sources.rendering = rendering.get();
    sources.engine = &engine();
    QStringList insertions;
    for (const Proposal &proposal : proposalsFor(completionContext(text, position), sources))
        insertions.append(proposal.insertion);
    return insertions;
}

} // namespace

class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheContext_data();
    void knowsTheContext();
    void offersWhatTheEngineKnows();
    void offersWhatTheTextHas();
    void offersLabels();
    void offersDocumentsAndTheirLabels();
    void offersPicturesOfTheBlogAlone();
    void everyDirectiveAndRoleHasHelp();
};

void CompletionTest::knowsTheContext_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *name, const QString &text, CompletionKind kind, const QString &typed = {}) {
        QTest::newRow(name) << text << int(kind) << typed;
    };
    using enum CompletionKind;
    row("prose", u"Some wor¦"_s, None);
    row("directive", u".. fig¦"_s, Directive, u"fig"_s);
    row("nested directive", u"* One\n\n  .. fig¦"_s, Directive, u"fig"_s);
    row("target definition", u".. _na¦"_s, Directive, u"_na"_s); // and no directive begins so
    row("option", u".. image:: a.png\n   :al¦"_s, Option, u"al"_s);
    row("second option", u".. image:: a.png\n   :alt: A\n   :¦"_s, Option);
    row("field", u"  :al¦"_s, Role, u"al"_s);
    row("role", u"See :re¦"_s, Role, u"re"_s);
    row("time", u"At 10:30¦"_s, None);
    row("target", u"See `the ha¦"_s, Target, u"the ha"_s);
    row("address", u"See `the hall <htt¦"_s, None);
    row("literal", u"See ``the ha¦"_s, None);
    row("after a literal", u"See ``a`` and `ha¦"_s, Target, u"ha"_s);
    row("footnote", u"See [#no¦"_s, Footnote, u"#no"_s);
    row("substitution", u"See |na¦"_s, Substitution, u"na"_s);
    row("line block", u"| na¦"_s, None);
    row("language", u".. code-block:: pyt¦"_s, Language, u"pyt"_s);
    row("picture", u".. figure:: images/ha¦"_s, Picture, u"images/ha"_s);
    row("document", u"See :doc:`/posts/ha¦"_s, Document, u"/posts/ha"_s);
    row("document behind its text", u"See :doc:`the hall <ha¦"_s, Document, u"ha"_s);
    row("label", u"See :ref:`ha¦"_s, Label, u"ha"_s);
    row("anything", u"See :any:`ha¦"_s, Anything, u"ha"_s);
    row("another role", u"See :pep:`8¦"_s, None);
    row("tag", u".. post:: 2026-03-02\n   :tags: news, spr¦"_s, Tag, u"spr"_s);
    row("author", u".. post:: 2026-03-02\n   :author: Rob¦"_s, Author, u"Rob"_s);
}

void CompletionTest::knowsTheContext()
{
    QFETCH(QString, text);
    QFETCH(const int, kind);
    QFETCH(const QString, typed);
    const auto position = int(text.indexOf(u'¦'));
    const CompletionContext context = completionContext(text.remove(position, 1), position);
    QCOMPARE(int(context.kind), kind);
    if (context.kind != CompletionKind::None)
        QCOMPARE(context.typed, typed);
    QCOMPARE(text.mid(context.range.begin, context.range.end - context.range.begin), context.typed);
}

void CompletionTest::offersWhatTheEngineKnows()
{
    QCOMPARE(offered(u".. fig¦"_s).value(0), u"figure:: "_s);
    QVERIFY(offered(u".. ¦"_s).contains(u"postlist:: "_s));
    QCOMPARE(offered(u".. image:: a.png\n   :al¦"_s), QStringList({u"alt: "_s, u"align: "_s, u"scale: "_s}));
    QVERIFY(offered(u"See :re¦"_s).contains(u"ref:`"_s));
    QVERIFY(offered(u".. code-block:: pyt¦"_s).contains(u"python"_s));
    QCOMPARE(offered(u".. nothing:: a\n   :al¦"_s), QStringList());
}

void CompletionTest::offersWhatTheTextHas()
{
    const QString text = u".. _hall: https://a.example\n\n.. |name| replace:: Robin\n\n.. [#note] Note\n\n"_s;
    QCOMPARE(offered(text + u"See `ha¦"_s), QStringList({u"hall`_"_s}));
    QCOMPARE(offered(text + u"See |na¦"_s), QStringList({u"name|"_s}));
    QCOMPARE(offered(text + u"See [#no¦"_s), QStringList({u"#note]_"_s}));
}

void CompletionTest::offersLabels()
{
    std::vector<archive::ArchivedPost> posts(3);
    posts[0].tags = {"sprint"};
    posts[1].tags = {"spring", "news"};
    posts[2].tags = {"spring"};
    posts[2].locations = {"Lisbon"};
    post::BlogConfig blog{.authors = {"Robin Okafor"}};
    blog.site.namedLabels = {{.kind = rst::LabelKind::Author, .label = "marie", .name = "Marie Nordin"}};
    const KnownLabels labels = knownLabels(blog, archive::KnownPosts(std::move(posts)));
    const CompletionSources sources{.labels = &labels};
    QCOMPARE(offered(u".. post:: 2026-03-02\n   :tags: news, spr¦"_s, sources),
             QStringList({u"spring"_s, u"sprint"_s}));
    QCOMPARE(offered(u".. post:: 2026-03-02\n   :location: li¦"_s, sources), QStringList({u"Lisbon"_s}));
    QCOMPARE(offered(u".. post:: 2026-03-02\n   :author: oka¦"_s, sources), QStringList({u"Robin Okafor"_s}));
    QCOMPARE(offered(u".. post:: 2026-03-02\n   :author: mar¦"_s, sources), QStringList({u"marie"_s})); // conf.py's
}

void CompletionTest::offersDocumentsAndTheirLabels()
{
    std::vector<post::SiteEntry> entries;
    entries.push_back({.docname = "posts/here", .title = "Here"});
    entries.push_back({.docname = "posts/hall",
                       .title = "The Hall",
                       .labels = {{.label = "plan", .id = "plan", .title = "The Plan"},
                                  {.type = "term", .label = "planet", .id = "term-planet"}}});
    entries.push_back({.docname = "about/us", .title = "About the Hall"});
    const CompletionSources sources{
        .site = std::make_shared<const post::SiteIndex>(post::BlogConfig(), post::DateTime{.year = 2026},
                                                        std::move(entries), post::SiteKnowledge::Whole),
        .docname = "posts/here"};
    QCOMPARE(offered(u"See :doc:`ha¦"_s, sources), QStringList({u"hall`"_s, u"/about/us`"_s})); // by its title
    QCOMPARE(offered(u"See :doc:`/ab¦"_s, sources), QStringList({u"/about/us`"_s}));
    QCOMPARE(offered(u"See :doc:`there <ha¦>`"_s, sources).first(1), QStringList({u"hall"_s}));
    QCOMPARE(offered(u"See :ref:`pl¦"_s, sources), QStringList({u"plan`"_s}));
    QCOMPARE(offered(u".. _place:\n\nSee :ref:`pl¦"_s, sources), QStringList({u"place`"_s, u"plan`"_s}));
    QCOMPARE(offered(u"See :ref:`pl¦"_s), QStringList()); // of no blog
}

void CompletionTest::offersPicturesOfTheBlogAlone()
{
    QTemporaryDir folder;
    const QDir blog(QFileInfo(folder.path()).canonicalFilePath());
    QVERIFY(blog.mkpath(u"blog/posts/images"_s));
    for (const QString &name :
         {u"secret.png"_s, u"blog/posts/hall.png"_s, u"blog/posts/hall.txt"_s, u"blog/posts/images/a.jpg"_s}) {
        QFile file(blog.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const CompletionSources sources{.postFolder = blog.filePath(u"blog/posts"_s),
                                    .rootFolder = blog.filePath(u"blog"_s)};
    QCOMPARE(offered(u".. image:: ¦"_s, sources), QStringList({u"hall.png"_s, u"images/"_s}));
    QCOMPARE(offered(u".. image:: images/¦"_s, sources), QStringList({u"images/a.jpg"_s}));
    QCOMPARE(offered(u".. image:: /posts/¦"_s, sources), QStringList({u"/posts/hall.png"_s, u"/posts/images/"_s}));
    QCOMPARE(offered(u".. image:: ../../¦"_s, sources), QStringList());
    QCOMPARE(offered(u".. image:: hall¦"_s), QStringList()); // a post without a folder
}

void CompletionTest::everyDirectiveAndRoleHasHelp()
{
    for (const std::string_view name : engine().directives().names())
        QVERIFY2(!directiveHelp(engine(), name).isEmpty(), std::string(name).c_str());
    for (const std::string &name : engine().roles().names())
        QVERIFY2(!roleHelp(engine(), name).isEmpty(), name.c_str());
    QVERIFY(directiveHelp(engine(), "figure").contains(u"alt"_s));
    QVERIFY(directiveHelp(engine(), "nothing").isEmpty());
}

QTEST_APPLESS_MAIN(CompletionTest)
#include "completion_test.moc"
