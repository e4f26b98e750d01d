// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "hostile_posts.h"
#include "witnesses.h"

#include "../ui/window_fixture.h"

#include <QDesktopServices>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

/// Every hostile post in the real window: rendered, then clicked, hovered, submitted and focused all over.
class HostileWindowTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void noticeOpening(const QUrl &url) { m_openedOutside.append(url.toString()); }

private Q_SLOTS:
    void initTestCase();
    void obeysNoPost_data();
    void obeysNoPost();
    void opensOutsideOnlyWhatWasShown();
    void showsMarkupOfPostsAsText();
    void proves();
    void cleanupTestCase() { m_window.reset(); }

private:
    void open(const QByteArray &source);
    void tryEverything() const;

    LoopbackServer m_server;
    TrappedBlog m_blog;
    std::unique_ptr<WindowFixture> m_window;
    QStringList m_openedOutside;
};

void HostileWindowTest::initTestCase()
{
    for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s, u"mailto"_s, u"javascript"_s, u"data"_s, u"ssh"_s,
                                  u"smb"_s, u"vscode"_s, u"vbscript"_s})
        QDesktopServices::setUrlHandler(scheme, this, "noticeOpening");
    m_window = std::make_unique<WindowFixture>();
}

void HostileWindowTest::open(const QByteArray &source)
{
    m_window->editor()->document()->setModified(false);
    m_window->window->openFile(m_blog.write(source));
    QVERIFY(m_window->settles());
    QVERIFY(m_window->paints());
}

/// What a reader might do, all at once: the events come from our own world, so that only the page's own handlers and
/// defaults are tried.
void HostileWindowTest::tryEverything() const
{
    (void)m_window->inPage(uR"(
        (() => {
            const all = [...document.querySelectorAll('#article *')].slice(0, 400);
            for (const element of all) {
                for (const kind of ['mouseover', 'pointerover', 'focus', 'blur', 'keydown', 'input', 'change', 'load',
                                    'error', 'toggle', 'animationstart', 'animationend', 'begin', 'auxclick', 'submit'])
                    Element.prototype.dispatchEvent.call(element, new Event(kind, {bubbles: true, cancelable: true}));
                if (element instanceof HTMLElement)
                    HTMLElement.prototype.click.call(element);
                else
                    Element.prototype.dispatchEvent.call(element, new MouseEvent('click', {bubbles: true, cancelable: true}));
                if (element instanceof HTMLFormElement)
                    HTMLFormElement.prototype.submit.call(element);
            }
            return all.length;
        })()
    )"_s);
}

void HostileWindowTest::obeysNoPost_data()
{
    QTest::addColumn<QByteArray>("source");
    for (const HostilePost &post : hostilePosts({.port = m_server.port(), .canary = m_blog.canary()}))
        QTest::newRow(qPrintable(post.name)) << post.source;
}

void HostileWindowTest::obeysNoPost()
{
    QFETCH(const QByteArray, source);
    open(source);
    tryEverything();
    const QVariantMap page = m_window
                                 ->inPage(uR"(
        ({html: document.documentElement.outerHTML, title: document.title, address: location.href,
          obeyed: document.documentElement.dataset.obeyed || '', base: document.baseURI,
          before: document.getElementById('article').innerText.includes('Before.'),
          live: document.querySelectorAll('script, iframe, frame, object, embed, portal, #article link, #article meta, #article base').length,
          outside: [...document.images].filter(i => i.naturalWidth && !/^(broadside:\/\/post\/|data:image\/)/.test(i.currentSrc)).length})
        )"_s)
                                 .toMap();
    QCOMPARE(page[u"obeyed"_s].toString(), QString());
    QCOMPARE(page[u"title"_s].toString(), u"Preview"_s);
    QCOMPARE(page[u"address"_s].toString(), u"broadside://page/"_s);
    QVERIFY(page[u"base"_s].toString().startsWith(u"broadside://post/"_s));
    QCOMPARE(page[u"live"_s].toInt(), 0);
    QCOMPARE(page[u"outside"_s].toInt(), 0);
    QVERIFY2(page[u"before"_s].toBool(), qPrintable(page[u"html"_s].toString()));
    QVERIFY(!page[u"html"_s].toString().contains(QLatin1StringView(TrappedBlog::secret)));
    for (const session::Problem &problem : m_window->postSession()->rendering()->problems)
        QVERIFY(!problem.formal.contains(QLatin1StringView(TrappedBlog::secret)));
    QCOMPARE(m_blog.takeOpened(), QStringList());
    QCOMPARE(m_openedOutside, QStringList());
    QCOMPARE(m_server.hits(), 0);
}

/// A click shows where the link leads; only the button beside it goes there, and takes no file along.
void HostileWindowTest::opensOutsideOnlyWhatWasShown()
{
    const auto click = [this](const QByteArray &link) {
        open("Title\n=====\n\n`words <" + link + ">`__\n");
        (void)m_window->inPage(u"document.querySelector('#article a[href]').click()"_s);
    };
    click("https://bank.example@127.0.0.1:1/x");
    QTRY_VERIFY2(m_window->message().contains(u"127.0.0.1"_s), qPrintable(m_window->message()));
    QCOMPARE(m_openedOutside, QStringList());
    m_window->choose(u"openLink"_s);
    QTRY_COMPARE(m_openedOutside.size(), 1);
    m_openedOutside.clear();

    click("mailto:a@b.example?subject=Hello&attach=" + m_blog.canary().toUtf8() + "&Attachment=/etc/passwd");
    QTRY_VERIFY2(m_window->message().contains(u"a@b.example"_s), qPrintable(m_window->message()));
    m_window->choose(u"openLink"_s);
    QTRY_COMPARE(m_openedOutside, QStringList{u"mailto:a%40b.example?subject=Hello"_s});
    m_openedOutside.clear();

    for (const QByteArray link : {"javascript:alert(1)", "file:///etc/passwd", "ssh://x", "data:text/html,x"}) {
        click(link);
        QTRY_VERIFY(!m_window->message().isEmpty());
        QVERIFY(!m_window->window->findChild<QPushButton *>(u"messageBar.openLink"_s));
    }
    QCOMPARE(m_openedOutside, QStringList());
}

/// Widgets take text that looks like HTML for HTML, unless they are told.
void HostileWindowTest::showsMarkupOfPostsAsText()
{
    open("<img src='x'>\n=============\n\n.. <b>:: x\n\n.. |<i>x</i>| image:: x\n\n`<u>x</u>`_\n");
    for (const auto *view : m_window->window->findChildren<QAbstractItemView *>()) {
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
            const QString toolTip = view->model()->index(row, 0).data(Qt::ToolTipRole).toString();
            QVERIFY2(!Qt::mightBeRichText(toolTip) || toolTip.contains(u"&lt;"_s), qPrintable(toolTip));
        }
    }
}

/// That the witnesses see what they are there to see.
void HostileWindowTest::proves()
{
    QFile file(m_blog.canary());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(m_blog.takeOpened(), QStringList{u"canary.txt"_s});
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_server.port());
    QTRY_COMPARE(m_server.hits(), 1);
    (void)m_window->inPage(u"document.documentElement.dataset.obeyed = 'yes'"_s);
    QCOMPARE(m_window->inPage(u"document.documentElement.dataset.obeyed"_s).toString(), u"yes"_s);
}

BROADSIDE_UI_TEST_MAIN(HostileWindowTest)
#include "hostile_window_test.moc"
